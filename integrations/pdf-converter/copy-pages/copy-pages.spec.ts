import { degrees, PDFDocument, PDFName, StandardFonts } from '@cantoo/pdf-lib';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import qrcode from 'qrcode-generator';
import type { CopiedPages } from '../../../src/copies/ports/copy-pages.port.js';
import { letterWithPlaces } from '../letter-with-places.fixture.js';
import { preparePdf } from '../prepare-pdf.js';
import { PdfLibCopyPages } from './pdf-lib-copy-pages.js';

const run = promisify(execFile);
const MADE_AT = new Date('2026-03-18T02:15:30Z');
const MARK = {
  address: 'https://hoi-am.example/tra-cuu/k3f7h9xw2mpq4rs5tv6y7z8abc',
  lines: ['BẢN GIẤY CHUYỂN ĐỔI TỪ VĂN BẢN ĐIỆN TỬ', 'Mã: k3f7h-9xw2m', 'Người chuyển đổi: Ngô Thị Thư'],
};

let directory: string;
let copies: PdfLibCopyPages;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'copy-pages-'));
  copies = new PdfLibCopyPages();
});
afterAll(async () => {
  await copies.onApplicationShutdown();
  await rm(directory, { recursive: true });
});

function done(copied: CopiedPages): Buffer {
  if (copied.status !== 'done') throw new Error(copied.refusal);
  return copied.pdf;
}

async function textOf(pdf: Buffer): Promise<string> {
  const path = join(directory, 'a.pdf');
  await writeFile(path, pdf);
  return (await run('pdftotext', ['-layout', path, '-'])).stdout;
}

async function pagesOf(texts: readonly string[], turn = 0): Promise<Buffer> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.TimesRoman);
  for (const text of texts) {
    const page = document.addPage([595.3, 841.9]);
    page.drawText(text, { x: 85, y: 10, size: 12, font });
    page.setRotation(degrees(turn));
  }
  return Buffer.from(await document.save());
}

describe('rule 50: the pages of a printed copy', () => {
  it('keep what they say and carry the mark, on each of them', async () => {
    const text = await textOf(done(await copies.marked(await pagesOf(['mot', 'hai']), MARK, MADE_AT)));
    const pages = text.split('\f');
    for (const [at, said] of ['mot', 'hai'].entries()) {
      expect(pages[at]).toContain(said);
      for (const line of MARK.lines) expect(pages[at]).toContain(line);
      expect(pages[at]).toContain(`Trang ${at + 1}/2`);
    }
  });

  it('show what stands in form fields, which are fields no longer', async () => {
    const prepared = await PDFDocument.load((await preparePdf(await letterWithPlaces())).pdf);
    prepared.getForm().getTextField('so').setText('513');
    const filled = Buffer.from(await prepared.save());
    const copy = done(await copies.marked(filled, MARK, MADE_AT));
    expect(await textOf(copy)).toContain('513');
    const read = await PDFDocument.load(copy);
    expect(read.catalog.has(PDFName.of('AcroForm'))).toBe(false);
    expect(read.getPage(0).node.Annots()?.size() ?? 0).toBe(0);
  });

  it('stand upright where they were turned', async () => {
    const copy = await PDFDocument.load(done(await copies.marked(await pagesOf(['ngang'], 90), MARK, MADE_AT)));
    expect(copy.getPage(0).getSize()).toEqual({ width: 841.9, height: 595.3 });
  });

  it('have a code that leads to the address, as a reader sees it', async () => {
    const path = join(directory, 'qr');
    await writeFile(`${path}.pdf`, done(await copies.marked(await pagesOf(['qr']), MARK, MADE_AT)));
    await run('pdftoppm', ['-gray', '-singlefile', '-r', '144', `${path}.pdf`, path]);
    const [header = ''] = /^P5\s+\d+\s+\d+\s+255\s/u.exec((await readFile(`${path}.pgm`)).toString('latin1')) ?? [];
    const [width = 0, height = 0] = (header.match(/\d+/gu) ?? []).slice(1).map(Number);
    const pixels = (await readFile(`${path}.pgm`)).subarray(header.length);
    const code = qrcode(0, 'M');
    code.addData(MARK.address, 'Byte');
    code.make();
    const count = code.getModuleCount();
    const mm = 144 / 25.4;
    const module = (20 * mm) / (count + 8);
    const [left, top] = [width - 32 * mm, height - 24 * mm];
    const isDark = (row: number, column: number): boolean => {
      const [x, y] = [left + (column + 4.5) * module, top + (row + 4.5) * module];
      return (pixels[Math.floor(y) * width + Math.floor(x)] ?? 255) < 128;
    };
    const shape = (dark: (row: number, column: number) => boolean): string =>
      Array.from({ length: count }, (_row, row) =>
        Array.from({ length: count }, (_column, column) => (dark(row, column) ? '#' : '.')).join(''),
      ).join('\n');
    expect(shape(isDark)).toBe(shape((row, column) => code.isDark(row, column)));
  });

  it('come to the same bytes each time', async () => {
    const given = await pagesOf(['mot']);
    const [first, second] = [await copies.marked(given, MARK, MADE_AT), await copies.marked(given, MARK, MADE_AT)];
    expect(done(first).equals(done(second))).toBe(true);
  });
});

describe('chosen pages', () => {
  it('come alone, in the order asked for, and bear no mark', async () => {
    const text = await textOf(done(await copies.chosen(await pagesOf(['mot', 'hai', 'ba']), [3, 1], MADE_AT)));
    expect(text.split('\f').map((page) => page.trim())).toEqual(['ba', 'mot', '']);
  });

  it('are refused where the file has no such page', async () => {
    expect(await copies.chosen(await pagesOf(['mot']), [2], MADE_AT)).toEqual({
      status: 'refused',
      refusal: 'noSuchPage',
    });
  });
});

describe('a file whose pages are not taken', () => {
  it.each([
    ['is no PDF', () => Promise.resolve(Buffer.from('%PDF-1.7 nothing')), 'broken'],
    ['is too large', () => Promise.resolve(Buffer.alloc(20 * 1024 * 1024 + 1)), 'tooLarge'],
    ['has too many pages', () => pagesOf(Array.from({ length: 201 }, () => 'a')), 'tooLarge'],
  ])('%s', async (_rule, make, refusal) => {
    expect(await copies.marked(await make(), MARK, MADE_AT)).toEqual({ status: 'refused', refusal });
  });

  it('takes too long', async () => {
    const hasty = new PdfLibCopyPages(1);
    expect(await hasty.marked(await pagesOf(Array.from({ length: 200 }, () => 'a')), MARK, MADE_AT)).toEqual({
      status: 'refused',
      refusal: 'timeout',
    });
    await hasty.onApplicationShutdown();
  });
});
