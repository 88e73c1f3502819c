import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { rowsOf } from '../support/named-tests.js';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

const lock = z
  .object({
    packages: z.record(
      z.string(),
      z
        .object({ version: z.string(), license: z.string().optional(), dev: z.boolean(), optional: z.boolean() })
        .partial(),
    ),
  })
  .parse(JSON.parse(read('package-lock.json')));

/** The packages of what runs. */
const RUNNING = Object.entries(lock.packages)
  .filter(([path, { dev }]) => path !== '' && dev !== true)
  .map(([path, facts]) => ({ name: path.split('node_modules/').at(-1) ?? path, ...facts }));

const quoted = (cell: string): readonly string[] =>
  [...cell.matchAll(/`(?<one>[^`]+)`/gu)].map(({ groups }) => groups?.['one'] ?? '');
const rows = rowsOf('docs/THIRD-PARTY.md');

describe('the page of third-party works', () => {
  it.each(rows.filter(([, , , text = '']) => text.startsWith('`')))(
    '%s lies where it says, with its licence',
    (...row) => {
      const [, where = '', , text = ''] = row;
      const [place = ''] = quoted(where);
      expect(existsSync(join(ROOT, dirname(place)))).toBe(true);
      expect(read(quoted(text)[0] ?? '').length).toBeGreaterThan(500);
    },
  );

  it('names each licence of the packages, and every package under a seldom one', () => {
    const [common = [], ...seldom] = rows.slice(rows.findIndex(([, packages]) => packages === 'all others'));
    const others = RUNNING.filter(({ license = '' }) => !common[0]?.split(', ').includes(license));
    expect(others.length).toBeGreaterThan(5);
    expect(seldom.flatMap(([, packages = '']) => quoted(packages)).toSorted()).toEqual(
      [...new Set(others.map(({ name }) => name))].toSorted(),
    );
    const said = seldom.flatMap(([licence = '']) => (licence.startsWith('none') ? ['none'] : licence.split(', ')));
    expect(said.toSorted()).toEqual([...new Set(others.map(({ license = 'none' }) => license))].toSorted());
  });
});

const bill = z.object({
  bomFormat: z.literal('CycloneDX'),
  specVersion: z.literal('1.5'),
  metadata: z.object({ component: z.object({ 'bom-ref': z.string(), name: z.literal('hoi-am'), purl: z.string() }) }),
  components: z.array(
    z.object({
      'bom-ref': z.string(),
      purl: z.string().startsWith('pkg:npm/'),
      hashes: z.array(z.object({ alg: z.literal('SHA-512'), content: z.string().length(128) })).min(1),
    }),
  ),
  dependencies: z.array(z.object({ ref: z.string(), dependsOn: z.array(z.string()) })),
});

describe('the list of components', () => {
  it('has every package that runs, each with its hash and what it stands on, and no other', () => {
    const said = execFileSync('node', ['.ci/sbom.mjs'], { cwd: ROOT, encoding: 'utf8', maxBuffer: 2 ** 26 });
    const { metadata, components, dependencies } = bill.parse(JSON.parse(said));
    const listed = components.map((one) => one['bom-ref']);
    const idOf = ({ name, version = '' }: (typeof RUNNING)[number]): string => `${name}@${version}`;
    // Of a package for each system only one is installed.
    const mayBeAway = RUNNING.filter(({ optional }) => optional === true).map(idOf);
    const wanted = new Set(RUNNING.map(idOf));
    expect(listed.filter((one) => !wanted.has(one))).toEqual([]);
    expect([...wanted].filter((one) => !listed.includes(one) && !mayBeAway.includes(one))).toEqual([]);
    const known = new Set([metadata.component['bom-ref'], ...listed]);
    expect(dependencies.map(({ ref }) => ref).toSorted()).toEqual([...known].toSorted());
    expect(dependencies.flatMap(({ dependsOn }) => dependsOn).filter((one) => !known.has(one))).toEqual([]);
  }, 180_000);

  it('is made by the build of the image, and lies in it', () => {
    const image = read('Dockerfile');
    expect(image).toMatch(/npm prune --omit=dev .*&& node \.ci\/sbom\.mjs > sbom\.json/u);
    expect(image).toContain('COPY --from=build /hoi-am/sbom.json ./');
    expect(read('.dockerignore')).toContain('!.ci/sbom.mjs');
  });
});
