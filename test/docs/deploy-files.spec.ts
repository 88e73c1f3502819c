import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { VARIABLES } from '../../src/config/environment.js';
import { SECRETS } from '../../src/config/secrets.js';

const FOLDER = join(import.meta.dirname, '../../docs/operations/deploy');
const KUBERNETES = join(FOLDER, 'kubernetes');
const read = (path: string): string => readFileSync(join(FOLDER, path), 'utf8');
const README = read('README.md');
const ROOT = readFileSync(join(FOLDER, '../../../package.json'), 'utf8');
const { version } = JSON.parse(ROOT) as { readonly version: string };

const OURS = new Set([...VARIABLES, ...SECRETS.map((name) => `${name}_FILE`)]);
/** Of the system and of Node. */
const OTHERS = new Set(['HOME', 'NODE_EXTRA_CA_CERTS']);
const unknown = (names: readonly string[]): readonly string[] =>
  names.filter((name) => !OURS.has(name) && !OTHERS.has(name));

const variables = z.record(z.string(), z.string());
const service = z.looseObject({
  image: z.string(),
  environment: variables.optional(),
  volumes: z.array(z.string()).default([]),
  secrets: z.array(z.string()).default([]),
  depends_on: z.record(z.string(), z.looseObject({ condition: z.string() })).default({}),
  hostname: z.string().optional(),
  mem_limit: z.string().optional(),
});
const compose = z.looseObject({
  services: z.record(z.string(), service),
  secrets: z.record(z.string(), z.object({ file: z.string() })),
});
const { services, secrets } = compose.parse(parse(read('compose.yaml'), { merge: true }));
const own = Object.entries(services).filter(([, { image }]) => image.startsWith('hoi-am:'));
const linesOf = (path: string): readonly string[] =>
  read(path)
    .split('\n')
    .flatMap((line) => /^([A-Z_]+)=/u.exec(line)?.[1] ?? []);

describe('compose.yaml', () => {
  it('names variables that are read, and none twice', () => {
    const given = [...Object.keys(own[0]?.[1].environment ?? {}), ...linesOf('hoi-am.env')];
    expect(unknown(given)).toEqual([]);
    expect(new Set(given).size).toBe(given.length);
  });

  it('runs two applications, a worker, and a step before them, each under a name of its own and with limits', () => {
    expect(own.map(([name]) => name)).toEqual(['migrate', 'ung-dung-1', 'ung-dung-2', 'viec-nen']);
    expect(new Set(own.map(([, { hostname }]) => hostname)).size).toBe(own.length);
    expect(own.every(([, { mem_limit: limit }]) => limit !== undefined)).toBe(true);
    for (const [name, { depends_on: before }] of own.slice(1))
      expect([name, before]).toEqual([name, { migrate: { condition: 'service_completed_successfully' } }]);
  });

  it.each(Object.entries(services))(
    '%s names an image of one version, and files and secrets that are there',
    (_name, one) => {
      expect(one.image).toMatch(/:[\w.-]*\d[\w.-]*$/u);
      if (one.image.startsWith('hoi-am:')) expect(one.image).toBe(`hoi-am:${version}`);
      for (const name of one.secrets) expect(Object.keys(secrets)).toContain(name);
      for (const [path = ''] of one.volumes.map((volume) => volume.split(':')))
        if (path.startsWith('./bi-mat/')) expect(README).toContain(`\`${path.slice('./bi-mat/'.length)}\``);
        else if (path.startsWith('./')) expect(existsSync(join(FOLDER, path))).toBe(true);
      for (const other of Object.keys(one.depends_on)) expect(Object.keys(services)).toContain(other);
    },
  );

  it('asks for secrets that its page tells how to make', () => {
    expect(Object.values(secrets).filter(({ file }) => !README.includes(`\`${file.replace('bi-mat/', '')}\``))).toEqual(
      [],
    );
  });

  it('gives each variable of a file a secret that is mounted', () => {
    const named = Object.values(own[0]?.[1].environment ?? {}).flatMap(
      (value) => /^\/run\/secrets\/(.+)$/u.exec(value)?.[1] ?? [],
    );
    expect(named.filter((name) => own[0]?.[1].secrets.includes(name) !== true)).toEqual([]);
  });

  it('has a proxy that passes on what the app needs', () => {
    const proxy = read('nginx.conf');
    for (const word of [
      'client_max_body_size 26m',
      'Host $host',
      'X-Forwarded-Proto https',
      'X-Forwarded-For $remote_addr',
      'ssl_protocols TLSv1.2 TLSv1.3',
    ])
      expect(proxy).toContain(word);
    expect([...proxy.matchAll(/server (ung-dung-\d):8022/gu)].map(([, name]) => name)).toEqual([
      'ung-dung-1',
      'ung-dung-2',
    ]);
  });
});

const container = z.looseObject({
  name: z.string(),
  image: z.string(),
  resources: z.object({ requests: variables, limits: z.looseObject({ memory: z.string() }) }),
  securityContext: z.looseObject({
    allowPrivilegeEscalation: z.literal(false),
    readOnlyRootFilesystem: z.literal(true),
    capabilities: z.object({ drop: z.tuple([z.literal('ALL')]) }),
  }),
  volumeMounts: z.array(z.looseObject({ name: z.string(), mountPath: z.string() })),
});
const probe = z.looseObject({
  httpGet: z.object({ path: z.enum(['/health/live', '/health/ready']), port: z.literal('web') }),
});
const probed = container.extend({ startupProbe: probe, livenessProbe: probe, readinessProbe: probe });
const podOf = <Container extends z.ZodType>(kind: Container) =>
  z.looseObject({
    metadata: z.object({ labels: variables }),
    spec: z.looseObject({
      automountServiceAccountToken: z.literal(false),
      securityContext: z.looseObject({
        runAsNonRoot: z.literal(true),
        seccompProfile: z.object({ type: z.literal('RuntimeDefault') }),
      }),
      initContainers: z.array(container),
      containers: z.array(kind),
      volumes: z.array(z.looseObject({ name: z.string() })),
    }),
  });
const WORKLOADS = {
  StatefulSet: z.looseObject({
    spec: z.looseObject({ template: podOf(probed), selector: z.object({ matchLabels: variables }) }),
  }),
  Job: z.looseObject({ spec: z.looseObject({ template: podOf(container) }) }),
};

const object = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  spec: z.looseObject({}).optional(),
  data: variables.optional(),
});
type KubernetesObject = z.output<typeof object>;
const objects: readonly KubernetesObject[] = readdirSync(KUBERNETES).flatMap((file) =>
  parseAllDocuments(readFileSync(join(KUBERNETES, file), 'utf8')).map((document) => {
    expect(document.errors).toEqual([]);
    return object.parse(document.toJS());
  }),
);
const ofKind = (kind: string): readonly KubernetesObject[] => objects.filter((one) => one.kind === kind);

describe('the manifests for Kubernetes', () => {
  it('are all named by kustomization.yaml, and it names no other', () => {
    const { resources } = parse(readFileSync(join(KUBERNETES, 'kustomization.yaml'), 'utf8')) as {
      readonly resources: string[];
    };
    expect(resources.toSorted()).toEqual(
      readdirSync(KUBERNETES)
        .filter((name) => name !== 'kustomization.yaml')
        .sort(),
    );
  });

  it('give variables that are read, and secrets that the page tells how to make', () => {
    const [configuration] = ofKind('ConfigMap');
    const data = configuration?.data ?? {};
    expect(unknown(Object.keys(data))).toEqual([]);
    const files = Object.values(data).flatMap((value) => /^\/run\/secrets\/hoi-am\/(.+)$/u.exec(value)?.[1] ?? []);
    expect(files.filter((name) => !README.includes(`--from-file=${name}`))).toEqual([]);
  });

  it.each(['StatefulSet', 'Job'] as const)('bound, probe and confine each %s', (kind) => {
    const found = ofKind(kind);
    expect(found.length).toBeGreaterThan(0);
    for (const one of found) {
      const { template } = WORKLOADS[kind].parse(one).spec;
      const { containers, initContainers, volumes } = template.spec;
      const claimed = z
        .array(z.object({ metadata: z.object({ name: z.string() }) }))
        .parse(one.spec?.['volumeClaimTemplates'] ?? []);
      const there = [...volumes.map(({ name }) => name), ...claimed.map(({ metadata }) => metadata.name)];
      const mounted = [...containers, ...initContainers].flatMap(({ volumeMounts }) =>
        volumeMounts.map(({ name }) => name),
      );
      expect(mounted.filter((name) => !there.includes(name))).toEqual([]);
      expect(template.metadata.labels['part-of']).toBe('hoi-am');
    }
  });

  it('let nothing in or out but what is said', () => {
    const [none, ...others] = ofKind('NetworkPolicy').map(({ spec }) => spec);
    expect(none).toEqual({ podSelector: {}, policyTypes: ['Ingress', 'Egress'] });
    expect(others.flatMap((spec) => spec?.['policyTypes'])).toEqual(['Ingress', 'Egress']);
  });

  it('run the version of this repository', () => {
    expect(readFileSync(join(KUBERNETES, 'kustomization.yaml'), 'utf8')).toContain(`newTag: ${version}\n`);
  });
});

it('the page on deployment links to what is there', () => {
  const links = [...README.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/gu)].map(([, path = '']) => path);
  expect(links.filter((path) => !existsSync(join(dirname(join(FOLDER, 'README.md')), path)))).toEqual([]);
});
