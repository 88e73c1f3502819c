import { PDFDocument } from '@cantoo/pdf-lib';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PdfFile } from '../../src/files/domain/pdf/file-state.js';
import { drawPage } from '../../src/files/domain/pdf/page-drawing.js';
import { pagesOf } from '../../src/files/domain/pdf/pages.js';
import { subsettingFontkit } from './subsetting-fontkit.js';

const FONTS = ['LiberationSerif-Regular.ttf', 'LiberationSerif-Italic.ttf'];

/** What a reader finds in a document that shows the text. */
async function readBack(font: Buffer, text: string): Promise<string> {
  const document = await PDFDocument.create();
  document.registerFontkit(subsettingFontkit);
  const embedded = await document.embedFont(font, { subset: true });
  document.addPage().drawText(text, { font: embedded });
  const file = new PdfFile(Buffer.from(await document.save()));
  const state = file.stateAfter(file.revisions.length - 1);
  let shown = '';
  for (const { dictionary } of pagesOf(state)) {
    drawPage(state, dictionary, {
      text: ({ bytes, font: its }) => {
        shown += its.textOf(bytes);
      },
      path: () => undefined,
    });
  }
  return shown;
}

describe('a font that many documents share', () => {
  it.each(FONTS)('gives every document its text, whatever letters the documents before showed: %s', async (name) => {
    const font = readFileSync(join(import.meta.dirname, 'fonts', name));
    expect(await readBack(font, 'ồĐỨỶẳ')).toBe('ồĐỨỶẳ');
    expect(await readBack(font, 'Sao y; Đào tạo UY')).toBe('Sao y; Đào tạo UY');
  });
});
