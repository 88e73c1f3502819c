import {
  beginText,
  endText,
  moveText,
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFString,
  popGraphicsState,
  pushGraphicsState,
  setFillingGrayscaleColor,
  setFontAndSize,
  showText,
} from '@cantoo/pdf-lib';
import type { PDFFont, PDFObject, PDFOperator } from '@cantoo/pdf-lib';
import { join } from 'node:path';
import { isoInVietnam } from '../../../../src/kernel/civil-date.js';
import { fontFile, subsettingFontkit } from '../../../pdf-converter/subsetting-fontkit.js';
import type { SigningIdentity } from '../authority/identity.js';
import { type Box, type Drawing, show } from './appearance.js';
import { append, firstPage } from './first-page.js';
import { Increment } from './increment.js';
import { SigningRefused } from './signing-refused.js';

/** The field that a copy or an annex gets for the agency's signature. */
export const FILE_SEAL_FIELD = 'ChuKyCoQuan';

const FONT = join(import.meta.dirname, '../../../pdf-converter/fonts/LiberationSerif-Regular.ttf');
const SIZE = 10;
const LINE = 12;
const MAX_WIDTH = 260;
const FROM_EDGE = 28;
const PRINTED_AND_LOCKED = 4 + 128;
const SIGNATURES_AND_APPEND_ONLY = 1 + 2;

export interface FileSealing {
  readonly identity: SigningIdentity;
  /** `Sao y; Sở Giáo dục và Đào tạo`, `Số: 123/SGDĐT-VP`: stands before the time. */
  readonly text: string;
  readonly at: Date;
}

/**
 * Puts the agency's signature on a file that nobody has signed, with its text and the time at the top right of page 1, as people see it, and no image, as one
 * increment.
 *
 * @throws SigningRefused `already-signed`, `field-missing` when the file has no page
 *
 * Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 8 điểm d; phần II (bản sao sang định dạng điện tử).
 */
export async function sealFile(pdf: Buffer, { identity, text, at }: FileSealing): Promise<Buffer> {
  const increment = await Increment.openUnsigned(pdf);
  const { document } = increment;
  const page = firstPage(document.catalog.Pages());
  document.registerFontkit(subsettingFontkit);
  const customName = 'HOIAMS+LiberationSerif';
  const font = await document.embedFont(fontFile(FONT), { subset: true, customName });
  const lines = linesOf(`${text}; ${isoInVietnam(at)}`, font);
  const box = {
    width: Math.max(...lines.map((line) => font.widthOfTextAtSize(line, SIZE))),
    height: lines.length * LINE,
  };
  const field = addField(increment, page, box);
  show(field, box, { ...drawingOf(lines, font, box), matrix: AGAINST[quartersOf(page)] ?? AGAINST[0] });
  await font.embed();
  return increment.sign(field, { identity, at });
}

/** Broken after a `;` where a line would be too wide. */
function linesOf(text: string, font: PDFFont): readonly string[] {
  const lines: string[] = [];
  for (const part of text.split(/(?<=;) /u)) {
    const longer = lines.length === 0 ? part : `${lines.at(-1) ?? ''} ${part}`;
    if (lines.length > 0 && font.widthOfTextAtSize(longer, SIZE) <= MAX_WIDTH) lines[lines.length - 1] = longer;
    else lines.push(part);
  }
  return lines;
}

function drawingOf(lines: readonly string[], font: PDFFont, box: Box): Drawing {
  const operators: PDFOperator[] = [pushGraphicsState(), setFillingGrayscaleColor(0)];
  for (const [at, line] of lines.entries()) {
    const x = box.width - font.widthOfTextAtSize(line, SIZE);
    operators.push(
      beginText(),
      setFontAndSize('Chu', SIZE),
      moveText(x, box.height - LINE * at - SIZE + 1),
      showText(font.encodeText(line)),
      endText(),
    );
  }
  return { operators: [...operators, popGraphicsState()], resources: { Font: { Chu: font.ref } } };
}

function addField({ document, form }: Increment, page: PDFDict, box: Box): PDFDict {
  const { context } = document;
  const field = context.obj({
    Type: 'Annot',
    Subtype: 'Widget',
    FT: 'Sig',
    T: PDFString.of(FILE_SEAL_FIELD),
    F: PRINTED_AND_LOCKED,
    Rect: [...cornerOf(page, box)],
  });
  const page0 = context.getObjectRef(page);
  if (page0) field.set(PDFName.of('P'), page0);
  const ref = context.register(field);
  append(page, 'Annots', ref);
  append(form, 'Fields', ref);
  form.set(PDFName.of('SigFlags'), context.obj(SIGNATURES_AND_APPEND_ONLY));
  return field;
}

/** How a text is turned that stands upright on a page turned clockwise by so many quarters. */
const AGAINST = [
  [1, 0, 0, 1, 0, 0],
  [0, 1, -1, 0, 0, 0],
  [-1, 0, 0, -1, 0, 0],
  [0, -1, 1, 0, 0, 0],
] as const;

/** The top right of a page as it is shown, in the page's own measures. */
function cornerOf(page: PDFDict, { width, height }: Box): readonly [number, number, number, number] {
  const [left, bottom, right, top] = boxOf(page);
  const quarters = quartersOf(page);
  const across = quarters % 2 === 0 ? right - left : top - bottom;
  const end = across - Math.max(0, across - FROM_EDGE - width);
  const [near, far] = [end - width, end];
  const [high, low] = [FROM_EDGE / 2, FROM_EDGE / 2 + height];
  const corners = [
    [right - far, top - low, right - near, top - high],
    [left + high, top - far, left + low, top - near],
    [left + near, bottom + high, left + far, bottom + low],
    [right - low, bottom + near, right - high, bottom + far],
  ] as const;
  return corners[quarters] ?? corners[0];
}

/** As the page is shown; inherited where the page does not say. */
function boxOf(page: PDFDict): readonly [number, number, number, number] {
  const box = inherited(page, 'CropBox') ?? inherited(page, 'MediaBox');
  if (!(box instanceof PDFArray)) throw new SigningRefused('field-missing', 'MediaBox');
  const { x, y, width, height } = box.asRectangle();
  return [x, y, x + width, y + height];
}

/** How often the page is turned clockwise by a quarter when it is shown: 0 to 3. */
function quartersOf(page: PDFDict): number {
  const turn = inherited(page, 'Rotate');
  const degrees = turn instanceof PDFNumber ? turn.asNumber() : 0;
  return Math.round((((degrees % 360) + 360) % 360) / 90) % 4;
}

function inherited(page: PDFDict, key: string): PDFObject | undefined {
  for (let node: PDFDict | undefined = page; node; node = node.lookupMaybe(PDFName.of('Parent'), PDFDict)) {
    const value = node.lookup(PDFName.of(key));
    if (value) return value;
  }
  return undefined;
}
