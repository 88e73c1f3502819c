import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PizZip from 'pizzip';
import { TemplateRenderer } from '../../src/drafting/rendering/template-renderer.js';
import { KINDS, sampleOf, templateFile } from '../../templates/catalogue.js';
import { KEPT_LIMITS, KeptOffice, type KeptLimits } from './kept-office.js';
import { isAsked, letterWithPicture, officeIn, pipesOf, programsIn, seen, until } from './kept-office.fixture.js';
import { DOCX, LONG_MS, pdfMaker } from './pdf-maker.fixture.js';

const LETTER_PLACES = ['so', 'ngay', 'thang', 'chu_ky', 'dau', 'ky_nhay', 'ky_nhay_the_thuc'];
const MORE_PLACES: Readonly<Record<string, readonly string[]>> = {
  'bien-ban': ['chu_ky_thu_ky'],
  'ke-hoach': ['ky_nhay_phu_luc'],
  'to-trinh-khen-thuong': ['ky_nhay_phu_luc'],
  'quyet-dinh-khen-thuong': ['ky_nhay_phu_luc'],
};

describe('LibreOffice that stays', () => {
  let folder: string;
  const toStop: (() => Promise<void>)[] = [];
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'kept-office-'));
  });
  afterEach(() => Promise.all(toStop.splice(0).map((stop) => stop())));
  afterAll(() => rmSync(folder, { recursive: true }));

  function office(limits: KeptLimits) {
    const home = mkdtempSync(join(folder, 'home-'));
    const kept = new KeptOffice('soffice', limits);
    toStop.push(() => kept.stop());
    const convert = async (timeoutMs = LONG_MS): Promise<string> => (await kept.convert(DOCX, home, timeoutMs)).kind;
    return { home, kept, convert };
  }

  describe('of one application', () => {
    let shared: ReturnType<typeof pdfMaker>;
    let end: (() => Promise<void>) | undefined;
    const made = new Map<string, Buffer>();
    beforeAll(() => {
      shared = pdfMaker({ folder, toStop }, { soffice: 'soffice', kept: { files: KINDS.length } });
      end = toStop.pop();
    });
    afterAll(() => end?.());

    it(
      'makes of every kind of document the same pages as a process of its own, whatever it was asked before',
      async () => {
        const renderer = new TemplateRenderer();
        const letters = await Promise.all(
          KINDS.map(async ({ name }) => (await renderer.render(name, sampleOf(name))).docx),
        );
        await renderer.onModuleDestroy();
        const [alone, kept] = await Promise.all([
          shared.made.convert(letters, 'outside'),
          shared.made.convert(letters.toReversed(), 'app'),
        ]);
        expect(shared.notKept).toEqual([]);
        for (const [at, { name }] of KINDS.entries()) {
          const [one, other] = [alone[at], kept.at(-1 - at)];
          if (one?.status !== 'done' || other?.status !== 'done') throw new Error(name);
          const [[pictures, pages], [samePictures, samePages]] = await Promise.all([
            seen(one.pdf, folder),
            seen(other.pdf, folder),
          ]);
          expect(pages.length).toBeGreaterThan(0);
          expect(samePages).toEqual(pages);
          expect(samePictures.equals(pictures)).toBe(true);
          made.set(name, other.pdf);
        }
      },
      LONG_MS,
    );

    it.each(KINDS.filter(({ isSigned }) => isSigned).map(({ name }) => name))(
      'leaves every place where the template keeps it: %s',
      async (name) => {
        const { places } = await shared.made.prepare(made.get(name) ?? Buffer.alloc(0));
        const size = (of: string): number[] =>
          places
            .filter((place) => place.name === of)
            .flatMap(({ width, height }) => [Math.round(width), Math.round(height)]);
        const pagesOf = (...names: string[]): number[] =>
          places.filter((place) => names.includes(place.name)).map(({ page }) => page);
        const more = MORE_PLACES[name] ?? [];
        expect(places.map((place) => place.name).sort()).toEqual([...LETTER_PLACES, ...more].sort());
        expect([size('chu_ky'), size('ky_nhay'), size('dau'), size('so')]).toEqual([
          [142, 68],
          [34, 17],
          [102, 102],
          [52, 15],
        ]);
        expect(new Set(pagesOf('chu_ky', 'dau', 'ky_nhay', 'ky_nhay_the_thuc')).size).toBe(1);
        for (const page of pagesOf('ky_nhay_phu_luc')) expect(page).toBeGreaterThan(pagesOf('chu_ky')[0] ?? 0);
        expect(pagesOf('so', 'ngay', 'thang')).toEqual([1, 1, 1]);
      },
    );

    it('fetches no picture that a letter refers to, and is renewed after so many letters', async () => {
      const first = officeIn(shared.work);
      let asked = 0;
      const server = createServer((_request, response) => {
        asked += 1;
        response.end();
      }).listen(0, '127.0.0.1');
      await once(server, 'listening');
      const letter = letterWithPicture(DOCX, `http://127.0.0.1:${(server.address() as AddressInfo).port}/a.png`);
      const [made] = await shared.made.convert([letter], 'app');
      server.close();
      expect([made?.status, asked, shared.notKept]).toEqual(['done', 0, []]);
      expect(officeIn(shared.work)).not.toBe(first);
    });

    it(
      'costs a letter one try when it is killed in the middle of it, and another serves the next',
      async () => {
        expect(await shared.statuses()).toEqual(['done']);
        const first = officeIn(shared.work);
        // Stopped, it cannot have answered by the time it is killed.
        process.kill(first, 'SIGSTOP');
        const letter = shared.statuses();
        await until(() => isAsked(shared.work));
        process.kill(first, 'SIGKILL');
        expect(await letter).toEqual(['done']);
        expect(shared.notKept).toHaveLength(1);

        expect(await shared.statuses()).toEqual(['done']);
        expect(officeIn(shared.work)).not.toBe(first);
        expect(shared.notKept).toHaveLength(1);
      },
      LONG_MS,
    );

    it(
      'never sees what comes from outside',
      async () => {
        process.kill(officeIn(shared.work), 'SIGSTOP');
        const [made] = await shared.made.convert([DOCX], 'outside');
        expect(made?.status).toBe('done');
        process.kill(officeIn(shared.work), 'SIGCONT');
      },
      LONG_MS,
    );

    it(
      'has a letter that it cannot read refused by a process of its own',
      async () => {
        const zip = new PizZip(DOCX);
        zip.file('word/document.xml', '<w:document');
        const broken = zip.generate({ type: 'nodebuffer' });
        expect((await shared.made.convert([broken], 'app'))[0]?.status).toBe('refused');
        expect(shared.notKept.at(-1)).toBe('not opened');
      },
      LONG_MS,
    );
  });

  it(
    'can be asked by its own process alone, ends without a trace when it is asked no more, and is killed whole at the deadline of a file that hangs',
    async () => {
      const limits = { ...KEPT_LIMITS };
      const { home, convert } = office(limits);
      expect(await convert()).toBe('done');
      const pipes = [...new Set(pipesOf(officeIn(home)))];
      // The one that is left is LibreOffice's own, for a second start with the same profile.
      expect([pipes.length, pipes.filter(existsSync).length]).toEqual([2, 1]);
      limits.idleMs = 1;
      expect(await convert()).toBe('done');
      await until(() => programsIn(home).length === 0);
      expect(pipes.filter(existsSync)).toEqual([]);

      limits.idleMs = LONG_MS;
      expect(await convert()).toBe('done');
      process.kill(officeIn(home), 'SIGSTOP');
      expect(await convert(100)).toBe('failed');
      await until(() => programsIn(home).length === 0);
      expect(readdirSync(home)).toEqual([]);
    },
    LONG_MS,
  );

  it(
    'ends with the process that asks it, also while it hangs on a file',
    async () => {
      const home = mkdtempSync(join(folder, 'home-'));
      const file = templateFile('cong-van-tra-loi');
      const asking = `import { readFileSync } from 'node:fs';
import { KeptOffice, KEPT_LIMITS } from ${JSON.stringify(join(import.meta.dirname, 'kept-office.ts'))};
const kept = new KeptOffice('soffice', KEPT_LIMITS);
const docx = readFileSync(${JSON.stringify(file)});
console.log((await kept.convert(docx, ${JSON.stringify(home)}, ${LONG_MS})).kind);
process.stdin.once('data', () => void kept.convert(docx, ${JSON.stringify(home)}, ${LONG_MS}));`;
      const hooks = join(import.meta.dirname, '../../test/support/typescript-threads.mjs');
      const parent = spawn(process.execPath, ['--import', hooks, '--input-type=module', '-e', asking], {
        stdio: ['pipe', 'pipe', 'ignore'],
      });
      const [told] = (await once(parent.stdout, 'data')) as [Buffer];
      expect(told.toString().trim()).toBe('done');
      process.kill(officeIn(home), 'SIGSTOP');
      parent.stdin.write('\n');
      await until(() => isAsked(home));
      parent.kill('SIGKILL');
      await until(() => programsIn(home).length === 0);
    },
    LONG_MS,
  );
});
