import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleOf, KINDS, templateFile } from '../../templates/catalogue.js';
import { TemplateRenderer } from '../../src/drafting/rendering/template-renderer.js';
import { SofficePdfMaker } from './soffice-pdf-maker.js';

const DOCX = readFileSync(templateFile('cong-van-tra-loi'));

const LETTER_PLACES = ['so', 'ngay', 'thang', 'chu_ky', 'dau', 'ky_nhay', 'ky_nhay_the_thuc'];
const MORE_PLACES: Readonly<Record<string, readonly string[]>> = {
  'bien-ban': ['chu_ky_thu_ky'],
  'ke-hoach': ['ky_nhay_phu_luc'],
  'to-trinh-khen-thuong': ['ky_nhay_phu_luc'],
  'quyet-dinh-khen-thuong': ['ky_nhay_phu_luc'],
};

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
    const soffice = join(mkdtempSync(join(folder, 'bin-')), 'soffice');
    writeFileSync(soffice, `#!/bin/sh\nwhile [ "$1" != --outdir ]; do shift; done\nout=$2; shift 2\n${script}\n`);
    chmodSync(soffice, 0o755);
    return makerAt(soffice, timeoutMs);
  }

  function makerAt(soffice: string, timeoutMs = 60_000): SofficePdfMaker {
    const maker = new SofficePdfMaker({ soffice, workDirectory: join(folder, 'work'), timeoutMs });
    makers.push(maker);
    return maker;
  }

  const statuses = async (maker: SofficePdfMaker, files: readonly Buffer[]): Promise<string[]> =>
    (await maker.convert(files)).map(({ status }) => status);

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

  it('tries a crash once more', async () => {
    const mark = join(folder, 'crashed-once');
    const maker = makerOver(`[ -e ${mark} ] || { touch ${mark}; exit 134; }; ${EACH}`);
    expect(await statuses(maker, [DOCX])).toEqual(['done']);
  });

  it('says unavailable where soffice is missing', async () => {
    const [answer] = await makerAt('/nowhere/soffice').convert([DOCX]);
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
    const maker = makerOver(`echo x >> ${begun}; sleep 300`, 60_000);
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
    await maker.convert([DOCX]);
    expect(existsSync(orphan)).toBe(false);
  });

  it('tells the converter nothing of our environment', async () => {
    const log = join(folder, 'environment');
    await makerOver(`env > ${log}; ${EACH}`).convert([DOCX]);
    const own = /^(HOME|TMPDIR|PATH|LANG|SAL_USE_VCLPLUGIN|PWD|OLDPWD|SHLVL|_)=/u;
    const told = readFileSync(log, 'utf8').trim().split('\n');
    expect(told.filter((line) => !own.test(line))).toEqual([]);
  });

  describe('with LibreOffice itself', () => {
    it('makes pages with every place where each template keeps it', async () => {
      const renderer = new TemplateRenderer();
      const kinds = KINDS.filter(({ isSigned }) => isSigned);
      const letters = await Promise.all(kinds.map(({ name }) => renderer.render(name, sampleOf(name))));
      await renderer.onModuleDestroy();
      const maker = makerAt('soffice');
      const made = await maker.convert(letters.map(({ docx }) => docx));
      for (const [at, conversion] of made.entries()) {
        if (conversion.status !== 'done') throw new Error(conversion.reason);
        const { places } = await maker.prepare(conversion.pdf);
        const size = (name: string): number[] =>
          places
            .filter((place) => place.name === name)
            .flatMap(({ width, height }) => [Math.round(width), Math.round(height)]);
        const pagesOf = (...names: string[]): number[] =>
          places.filter(({ name }) => names.includes(name)).map(({ page }) => page);
        const more = MORE_PLACES[kinds[at]?.name ?? ''] ?? [];
        expect(places.map(({ name }) => name).sort()).toEqual([...LETTER_PLACES, ...more].sort());
        expect([size('chu_ky'), size('ky_nhay'), size('dau')]).toEqual([
          [142, 68],
          [34, 17],
          [102, 102],
        ]);
        expect(new Set(pagesOf('chu_ky', 'dau', 'ky_nhay', 'ky_nhay_the_thuc')).size).toBe(1);
        for (const page of pagesOf('ky_nhay_phu_luc')) expect(page).toBeGreaterThan(pagesOf('chu_ky')[0] ?? 0);
        expect(size('so')).toEqual([52, 15]);
        expect(pagesOf('so', 'ngay', 'thang')).toEqual([1, 1, 1]);
      }
    }, 60_000);

    it('refuses an archive that only looks like a letter, and says so', async () => {
      const broken = Buffer.from(DOCX);
      broken.fill(0, 600, 2_000);
      const [first, second] = await makerAt('soffice').convert([broken, DOCX]);
      expect(first?.status).not.toBe('done');
      expect(second?.status).toBe('done');
    }, 60_000);
  });
});
