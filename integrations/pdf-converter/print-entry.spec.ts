import { PDFArray, PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { PdfFile } from '../../src/files/domain/pdf/file-state.js';
import { readForm } from '../../src/files/domain/pdf/form-fields.js';
import { drawPage } from '../../src/files/domain/pdf/page-drawing.js';
import { pagesOf } from '../../src/files/domain/pdf/pages.js';
import { letterWithPlaces } from './letter-with-places.fixture.js';
import { preparePdf } from './prepare-pdf.js';
import { printEntry } from './print-entry.js';

const ENTRY = { so: '513', ngay: '18', thang: '3' };

const prepared = async (): Promise<Buffer> => (await preparePdf(await letterWithPlaces())).pdf;

interface Shown {
  readonly text: string;
  readonly left: number;
  readonly font: string;
}

function shownIn(pdf: Buffer): readonly Shown[] {
  const file = new PdfFile(pdf);
  const state = file.stateAfter(file.revisions.length - 1);
  const shown: Shown[] = [];
  for (const { dictionary } of pagesOf(state)) {
    drawPage(state, dictionary, {
      text: ({ bytes, font, box }) =>
        shown.push({ text: font.textOf(bytes), left: Math.round(box.left), font: font.name.replace(/^.*\+/u, '') }),
      path: () => undefined,
    });
  }
  return shown;
}

function fieldNames(pdf: Buffer): readonly string[] {
  const file = new PdfFile(pdf);
  return (readForm(file.stateAfter(file.revisions.length - 1))?.fields ?? []).map(({ name }) => name);
}

describe('number and date printed before signing', () => {
  it('stand on the page, each in the middle of its place, upright and in italics', async () => {
    const printed = await printEntry(await prepared(), ENTRY);

    expect(shownIn(printed).slice(-3)).toEqual([
      { text: '513', left: 162, font: 'LiberationSerif' },
      { text: '18', left: 423, font: 'LiberationSerif-Italic' },
      { text: '3', left: 475, font: 'LiberationSerif-Italic' },
    ]);
  });

  it('leave what the page said before as it was', async () => {
    const before = await prepared();
    expect(shownIn(await printEntry(before, ENTRY)).slice(0, -3)).toEqual(shownIn(before));
  });

  it('need no fields any more, nor a lock on them; the places for signature and seal stay', async () => {
    const printed = await printEntry(await prepared(), ENTRY);

    expect(fieldNames(printed)).toEqual(['ChuKyLanhDao', 'DauCoQuan']);
    const { catalog, context } = await PDFDocument.load(printed, { updateMetadata: false });
    const form = catalog.lookup(PDFName.of('AcroForm'), PDFDict);
    expect([form.has(PDFName.of('DR')), form.has(PDFName.of('DA'))]).toEqual([false, false]);
    const fields = form.lookup(PDFName.of('Fields'), PDFArray).asArray();
    for (const field of fields) expect(context.lookup(field, PDFDict).has(PDFName.of('Lock'))).toBe(false);
  });

  it('give the same bytes each time, whatever was printed between', async () => {
    const before = await prepared();
    const first = await printEntry(before, ENTRY);
    await printEntry(before, { so: '9876', ngay: '21', thang: '12' });
    expect(first.equals(await printEntry(before, ENTRY))).toBe(true);
  });

  it('are not printed twice', async () => {
    const printed = await printEntry(await prepared(), ENTRY);
    await expect(printEntry(printed, ENTRY)).rejects.toMatchObject({ code: 'pdf-place-missing' });
  });
});
