import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { DemonstrationSummary } from '../../src/cli/demo/play-once.js';
import { bareDatabase } from '../support/server-databases.js';

const run = promisify(execFile);
const CLI = ['--disable-warning=ExperimentalWarning', 'dist/src/cli.js'];

/** On a server the demonstration begins in a database that is empty. */
async function ownDatabase(): Promise<{ DATABASE_URL?: string }> {
  const server = process.env['MSSQL_TEST_URL'];
  return server === undefined ? {} : { DATABASE_URL: await bareDatabase(server) };
}

/** The main job, unattended, by the built program: real processes, real SOAP, real DOCX, PDF and signatures. */
describe('hoi-am demo --once', () => {
  let directory: string;
  let summary: DemonstrationSummary;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'hoi-am-demo-'));
    const env = { ...process.env, ...(await ownDatabase()) };
    const { stdout } = await run(process.execPath, [...CLI, 'demo', '--once', '--json', '--out', directory], {
      timeout: 110_000,
      env,
    });
    const lines = stdout.trim().split('\n');
    expect(lines).toHaveLength(1);
    summary = JSON.parse(lines[0] ?? '') as DemonstrationSummary;
  }, 120_000);
  afterAll(() => rm(directory, { recursive: true, force: true }));

  it('brings one ticket from the hotline to its released reply within 60 s', () => {
    expect(summary).toMatchObject({
      ticket: expect.stringMatching(/^PAKN\.\d{8}\.0001$/u) as string,
      incomingNumber: '1',
      outgoingNumber: '01/SGDĐT-GDTrH',
      verification: { verdict: 'valid' },
    });
    expect(summary.elapsedMs).toBeLessThan(60_000);
  });

  it('tells the hotline each status once and in order; only 05 repeats', () => {
    expect(summary.statuses).toEqual(['01', '03', '04', '05', '05', '05', '05', '06']);
  });

  it('leaves every file to be opened', async () => {
    for (const path of Object.values(summary.files)) expect((await stat(path)).size).toBeGreaterThan(1000);
  });

  it('has two signatures that poppler calls valid, the second over the whole file', async () => {
    const { stdout } = await run('pdfsig', [summary.files.signedPdf], { cwd: directory }).catch(
      (error: unknown) => error as { stdout: string },
    );
    expect(stdout.match(/Signature is Valid/gu)).toHaveLength(2);
    expect(stdout).toMatch(/Signature #2:[\s\S]*Total document signed/u);
  });

  it('embeds every font of the signed letter', async () => {
    const { stdout } = await run('pdffonts', [summary.files.signedPdf]);
    const fonts = stdout.trim().split('\n').slice(2);
    expect(fonts.length).toBeGreaterThan(0);
    for (const font of fonts) expect(font).toMatch(/\byes\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+\s*$/u);
  });

  it('prints number, date and the Vietnamese of the letter as text', async () => {
    const { stdout } = await run('pdftotext', ['-layout', summary.files.signedPdf, '-']);
    for (const words of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'KT. GIÁM ĐỐC',
      'Hoàng Thị Minh Nguyệt',
    ]) {
      expect(stdout.normalize('NFC')).toContain(words);
    }
  });

  const verify = async (
    ...more: string[]
  ): Promise<{ verdict: string; accept: boolean; signatures: { field: string }[] }> => {
    const args = [
      ...CLI,
      'verify',
      summary.files.signedPdf,
      '--trust',
      join(directory, 'goc-chung-thuc.pem'),
      '--json',
      ...more,
    ];
    const { stdout } = await run(process.execPath, args).catch((error: unknown) => error as { stdout: string });
    return JSON.parse(stdout) as Awaited<ReturnType<typeof verify>>;
  };

  it('is valid by the command of its own, with the authority’s root and list of revocations', async () => {
    const { verdict, accept, signatures } = await verify('--crl', join(directory, 'thu-hoi.crl'));
    expect({ verdict, accept, fields: signatures.map(({ field }) => field) }).toEqual({
      verdict: 'valid',
      accept: true,
      fields: ['ChuKyLanhDao', 'DauCoQuan'],
    });
  });

  it('is not called valid without that list', async () => {
    expect(await verify()).toMatchObject({ verdict: 'unknown', accept: false });
  });

  it('sends a reply that the edXML grammar accepts and that names its incoming document', async () => {
    const { stdout } = await run(process.execPath, [...CLI, 'edxml', 'check', summary.files.replyEdxml, '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ accept: true, kind: 'document', errors: [], warnings: [] });
    const reply = await readFile(summary.files.replyEdxml, 'utf8');
    const incoming = await readFile(summary.files.incomingEdxml, 'utf8');
    const [, documentId] = /<(?:\w+:)?ResponseFor>[\s\S]*?<(?:\w+:)?DocumentId>([^<]+)</u.exec(reply) ?? [];
    expect(documentId).toBeDefined();
    expect(incoming).toContain(`DocumentId>${documentId ?? '?'}<`);
  });
});

describe('hoi-am demo', () => {
  it('leaves no process behind when it is stopped while it starts', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'hoi-am-demo-'));
    const env = { ...process.env, ...(await ownDatabase()) };
    const demo = spawn(process.execPath, [...CLI, 'demo', '--out', directory], { stdio: 'ignore', env });
    const ended = once(demo, 'exit');
    try {
      while (demo.exitCode === null && (await processesOf(directory)).length < 2) await setTimeout(50);
      demo.kill('SIGTERM');
      expect(await ended).toEqual([1, null]);
      expect(await processesOf(directory)).toEqual([]);
    } finally {
      for (const left of await processesOf(directory)) process.kill(Number(left), 'SIGKILL');
      await rm(directory, { recursive: true, force: true });
    }
  });
});

/** Processes whose command or environment names the folder. */
async function processesOf(directory: string): Promise<readonly string[]> {
  const numbers = (await readdir('/proc')).filter((name) => /^\d+$/u.test(name));
  const named = await Promise.all(
    numbers.map(async (number) => {
      const [command, environment] = await Promise.all(
        ['cmdline', 'environ'].map((file) => readFile(`/proc/${number}/${file}`, 'utf8').catch(() => '')),
      );
      return `${command ?? ''} ${environment ?? ''}`.includes(directory);
    }),
  );
  return numbers.filter((_, at) => named[at]);
}
