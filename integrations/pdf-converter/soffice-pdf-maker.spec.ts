import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DOCX, LONG_MS, shellScript } from './pdf-maker.fixture.js';
import { SofficePdfMaker } from './soffice-pdf-maker.js';

describe('making PDFs', () => {
  let folder: string;
  const makers: SofficePdfMaker[] = [];
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'pdf-maker-'));
  });
  afterEach(() => Promise.all(makers.splice(0).map((maker) => maker.onModuleDestroy())));
  afterAll(() => rmSync(folder, { recursive: true }));

  /** A maker over a stand-in for soffice: a shell script that sees the folder as $out and the files as $@. */
  function makerOver(script: string, timeoutMs = 10_000): SofficePdfMaker {
    const soffice = `while [ "$1" != --outdir ]; do shift; done\nout=$2; shift 2\n${script}`;
    return makerAt(shellScript(folder, soffice), timeoutMs);
  }

  function makerAt(soffice: string, timeoutMs = LONG_MS): SofficePdfMaker {
    const maker = new SofficePdfMaker({ soffice, workDirectory: join(folder, 'work'), timeoutMs });
    makers.push(maker);
    return maker;
  }

  const statuses = async (maker: SofficePdfMaker, files: readonly Buffer[]): Promise<string[]> =>
    (await maker.convert(files, 'outside')).map(({ status }) => status);

  const ONE = 'name=$(basename "$f" .docx); printf "%%PDF-1.7\\n%%%%EOF\\n" > "$out/$name.pdf"';
  const EACH = `for f in "$@"; do ${ONE}; done`;

  it('answers for each file in its place', async () => {
    expect(await statuses(makerOver(EACH), [DOCX, Buffer.from('chữ'), DOCX])).toEqual(['done', 'refused', 'done']);
  });

  it('never shows the converter what is no DOCX', async () => {
    const log = join(folder, 'seen');
    const maker = makerOver(`echo "$@" >> ${log}; ${EACH}`);
    expect(await statuses(maker, [Buffer.from('chữ'), Buffer.alloc(0), DOCX.subarray(0, 500)])).toEqual(
      Array(3).fill('refused'),
    );
    expect(existsSync(log)).toBe(false);
  });

  it.each([
    ['nothing', ''],
    ['half a PDF', 'for f in "$@"; do printf "%%PDF-1.7" > "$out/0.pdf"; done'],
    ['something else', 'for f in "$@"; do printf "<html>%%%%EOF" > "$out/0.pdf"; done'],
  ])('does not take %s for a PDF', async (_case, script) => {
    expect(await statuses(makerOver(script), [DOCX])).toEqual(['refused']);
  });

  it('tries what is missing again, one by one, so that one bad file costs the others nothing', async () => {
    const maker = makerOver(
      `[ $# -gt 1 ] && exit 1; for f in "$@"; do case "$f" in */1.docx) exit 0;; esac; ${ONE}; done`,
    );
    expect(await statuses(maker, [DOCX, DOCX, DOCX])).toEqual(['done', 'refused', 'done']);
  });

  it('tells what cannot be read from what cannot be written by what version 26 says, for it exits with 1 for both', async () => {
    const says = (words: string): SofficePdfMaker => makerOver(`echo 'Error: ${words}' >&2; exit 1`);
    expect(await statuses(says('source file could not be loaded'), [DOCX])).toEqual(['refused']);
    expect(await statuses(says('Please verify input parameters...'), [DOCX])).toEqual(['unavailable']);
  });

  it('tries a crash once more', async () => {
    const mark = join(folder, 'crashed-once');
    const maker = makerOver(`[ -e ${mark} ] || { touch ${mark}; exit 134; }; ${EACH}`);
    expect(await statuses(maker, [DOCX])).toEqual(['done']);
  });

  it('says unavailable where soffice is missing', async () => {
    const [answer] = await makerAt('/nowhere/soffice').convert([DOCX], 'outside');
    expect(answer?.status === 'unavailable' && answer.reason).toContain('chưa cài LibreOffice');
  });

  it('kills the whole process group at the deadline', async () => {
    const child = join(folder, 'child-pid');
    const maker = makerOver(`sleep 300 & echo $! > ${child}; wait`, 500);
    expect(await statuses(maker, [DOCX])).toEqual(['unavailable']);
    const pid = readFileSync(child, 'utf8').trim();
    // Gone, or dead and not yet collected by the machine's first process.
    expect(spawnSync('ps', ['-o', 'stat=', '-p', pid], { encoding: 'utf8' }).stdout.trim()).toMatch(/^(Z.*)?$/u);
  });

  it('stops at once when the application stops, and does not begin again', async () => {
    const begun = join(folder, 'begun');
    const maker = makerOver(`echo x >> ${begun}; sleep 300`, LONG_MS);
    const answer = statuses(maker, [DOCX, DOCX]);
    while (!existsSync(begun)) await new Promise((resolve) => setTimeout(resolve, 10));
    await maker.onModuleDestroy();
    expect(await answer).toEqual(['unavailable', 'unavailable']);
    expect(readFileSync(begun, 'utf8')).toBe('x\n');
  });

  it('keeps batches apart in time and leaves nothing behind', async () => {
    const running = join(folder, 'running');
    const maker = makerOver(`mkdir ${running} || exit 9; ${EACH}; sleep 0.1; rmdir ${running}`);
    const all = await Promise.all([1, 2, 3].map(() => statuses(maker, [DOCX])));
    expect(all).toEqual([['done'], ['done'], ['done']]);
    await maker.onModuleDestroy();
    expect(readdirSync(join(folder, 'work'))).toEqual([]);
  });

  it('takes away what a process that died left behind', async () => {
    const maker = makerOver(EACH);
    const orphan = join(folder, 'work', 'soffice-999999999-abc');
    mkdirSync(orphan, { recursive: true });
    await maker.convert([DOCX], 'outside');
    expect(existsSync(orphan)).toBe(false);
  });

  it('goes on where another process takes that away at the same time', async () => {
    mkdirSync(join(folder, 'work'), { recursive: true });
    // Listed, and not there once it is opened.
    symlinkSync(join(folder, 'gone'), join(folder, 'work', 'soffice-999999999-def'));
    expect(await statuses(makerOver(EACH), [DOCX])).toEqual(['done']);
  });

  it('tells the converter nothing of our environment', async () => {
    const log = join(folder, 'environment');
    await makerOver(`env > ${log}; ${EACH}`).convert([DOCX], 'outside');
    const own = /^(HOME|TMPDIR|PATH|LANG|SAL_USE_VCLPLUGIN|PWD|OLDPWD|SHLVL|_)=/u;
    const told = readFileSync(log, 'utf8').trim().split('\n');
    expect(told.filter((line) => !own.test(line))).toEqual([]);
  });
});
