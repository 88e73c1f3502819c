import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { tableOf, type WrittenFile, writeSuite } from '../support/signed-files/written-suite.js';

const run = promisify(execFile);
const CLI = ['--disable-warning=ExperimentalWarning', 'dist/src/cli.js'];

type Line = {
  readonly accept: boolean;
  readonly verdict: string;
  readonly reasons: readonly { readonly code: string }[];
};

/** Status 1 says that not every file is acceptable. */
async function verify(args: readonly string[]): Promise<string> {
  return run(process.execPath, [...CLI, 'verify', ...args], { maxBuffer: 64 * 1024 * 1024 }).then(
    ({ stdout }) => stdout,
    (error: unknown) => {
      const { code, stdout } = Object(error) as { code: number; stdout: string };
      if (code !== 1) throw error;
      return stdout;
    },
  );
}

describe('the catalogue of signed files, through the built program and beside poppler’s pdfsig', () => {
  let directory: string;
  let written: readonly WrittenFile[];

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'hoi-am-signed-files-'));
    written = await writeSuite(directory);
  }, 180_000);
  afterAll(() => rm(directory, { recursive: true, force: true }));

  it('hoi-am verify says the right thing of each file, all in one call', async () => {
    const trust = ['--json', '--trust', join(directory, 'trust.pem'), '--crl', join(directory, 'crl.pem')];
    const started = process.hrtime.bigint();
    const stdout = await verify([...trust, ...written.map(({ path }) => path)]);
    const seconds = Number(process.hrtime.bigint() - started) / 1e9;
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Line);

    expect(lines).toHaveLength(written.length);
    const wrong = written.flatMap(({ file, path }, at) => {
      const { accept, verdict, reasons } = lines[at]!;
      const isNamed = file.reason === null || reasons.some(({ code }) => code === file.reason);
      return verdict === file.verdict && accept === (verdict === 'valid') && isNamed ? [] : [path];
    });
    expect(wrong).toEqual([]);
    process.stdout.write(`${String(written.length)} files in ${seconds.toFixed(1)} s\n${tableOf(written)}\n`);
  });

  it('accepts none of the bad files, of which pdfsig lets many pass, and all of the good ones', () => {
    const good = written.filter(({ file }) => file.class === 'good');
    const bad = written.filter(({ file }) => file.class !== 'good');

    expect(good.length).toBeGreaterThanOrEqual(60);
    expect(written.length).toBeGreaterThanOrEqual(220);
    expect(good.filter(({ ours }) => ours !== 'valid')).toEqual([]);
    expect(bad.filter(({ ours }) => ours === 'valid')).toEqual([]);
    expect(bad.filter(({ pdfsig }) => pdfsig.holds).length).toBeGreaterThan(0);
  });

  it('docs/SIGNATURES.md says how many files of each class there are and how many are accepted', async () => {
    const cells = (table: string): string[] =>
      [...table.matchAll(/^\| ([a-z-]+(?: but good)?) +\| +(\d+) +\| +(\d+) +\| +(\d+) +\|/gmu)].map((row) =>
        row.slice(1).join(' '),
      );
    expect(cells(await readFile('docs/SIGNATURES.md', 'utf8'))).toEqual(cells(tableOf(written)));
  });
});
