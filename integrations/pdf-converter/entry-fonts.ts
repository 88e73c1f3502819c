import type { PDFDocument, PDFFont } from '@cantoo/pdf-lib';
import { join } from 'node:path';
import { fontFile, subsettingFontkit } from './subsetting-fontkit.js';

/** Size of number and date. Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục V, ô số 3 và 4. */
export const FONT_SIZE = 13;

/** What stands in a letter by the registry's hand, and in which face. */
export const FILLED_AT_SEALING = [
  { name: 'so', title: 'Số văn bản', font: 'LiberationSerif' },
  { name: 'ngay', title: 'Ngày ban hành', font: 'LiberationSerif-Italic' },
  { name: 'thang', title: 'Tháng ban hành', font: 'LiberationSerif-Italic' },
] as const;

type EntryFont = (typeof FILLED_AT_SEALING)[number]['font'];

/**
 * Subsets with fixed names instead of random tags, so that equal letters stay equal files.
 *
 * @param characters all that will be written with them
 */
export async function embedEntryFonts(
  document: PDFDocument,
  characters: string,
): Promise<Readonly<Record<EntryFont, PDFFont>>> {
  document.registerFontkit(subsettingFontkit);
  const embed = async (file: string, name: string): Promise<PDFFont> => {
    const font = await document.embedFont(fontFile(join(import.meta.dirname, 'fonts', file)), {
      subset: true,
      customName: name,
    });
    font.encodeText(characters);
    return font;
  };
  return {
    LiberationSerif: await embed('LiberationSerif-Regular.ttf', 'HOIAMR+LiberationSerif'),
    'LiberationSerif-Italic': await embed('LiberationSerif-Italic.ttf', 'HOIAMI+LiberationSerif-Italic'),
  };
}
