import { drawObject, fill, rectangle, rgb, setFillingGrayscaleColor } from '@cantoo/pdf-lib';
import { concatTransformationMatrix, popGraphicsState, pushGraphicsState } from '@cantoo/pdf-lib';
import type { PDFDocument, PDFFont, PDFOperator, PDFPage, PDFRef } from '@cantoo/pdf-lib';
import qrcode from 'qrcode-generator';
import type { ConversionMark } from '../../../src/copies/ports/copy-pages.port.js';

const MM = 72 / 25.4;
/** The free strip at the foot of a page, and what stands in it. */
export const STRIP_HEIGHT = 25 * MM;
const QR_SIDE = 20 * MM;
const EDGE = 12 * MM;
const BOTTOM = 4 * MM;
const GAP = 3 * MM;
const MAX_SIZE = 8;
const LINE_HEIGHT = 1.22;
/** Modules around a QR code that stay white. Source: ISO/IEC 18004, 9.1. */
const QUIET = 4;

/** Writes the mark at the foot of pages; the QR code is drawn once and used on each. */
export class MarkStrip {
  private readonly qr: PDFRef;

  constructor(
    document: PDFDocument,
    private readonly font: PDFFont,
    private readonly mark: ConversionMark,
  ) {
    const drawn = qrDrawing(mark.address);
    this.qr = document.context.register(
      document.context.formXObject(drawn.operators, {
        BBox: [0, 0, drawn.side, drawn.side],
        Matrix: scaled(drawn.side),
      }),
    );
  }

  draw(page: PDFPage, place: { readonly page: number; readonly of: number }): void {
    const right = page.getWidth() - EDGE;
    const width = right - QR_SIDE - GAP - EDGE;
    const lines = this.mark.lines.map((line, at) => (at === 0 ? `${line}. Trang ${place.page}/${place.of}` : line));
    const longest = Math.max(...lines.map((line) => this.font.widthOfTextAtSize(line, MAX_SIZE)));
    const size = Math.min(MAX_SIZE, (MAX_SIZE * width) / longest);
    const top = BOTTOM + QR_SIDE;
    page.drawLine({
      start: { x: EDGE, y: top + 1 },
      end: { x: right, y: top + 1 },
      thickness: 0.5,
      color: rgb(0, 0, 0),
    });
    for (const [at, line] of lines.entries()) {
      const y = top - 2 - size - at * LINE_HEIGHT * Math.max(size, MAX_SIZE * 0.85);
      page.drawText(line, { font: this.font, size, x: EDGE, y, color: rgb(0, 0, 0) });
    }
    const name = page.node.newXObject('MaQr', this.qr);
    page.pushOperators(
      pushGraphicsState(),
      concatTransformationMatrix(1, 0, 0, 1, right - QR_SIDE, BOTTOM),
      drawObject(name),
      popGraphicsState(),
    );
  }
}

function scaled(side: number): number[] {
  return [QR_SIDE / side, 0, 0, QR_SIDE / side, 0, 0];
}

/** Dark modules as rectangles of one unit's height, those beside each other joined, on white. */
function qrDrawing(text: string): { readonly operators: PDFOperator[]; readonly side: number } {
  const code = qrcode(0, 'M');
  code.addData(text, 'Byte');
  code.make();
  const count = code.getModuleCount();
  const side = count + 2 * QUIET;
  const operators = [setFillingGrayscaleColor(1), rectangle(0, 0, side, side), fill(), setFillingGrayscaleColor(0)];
  for (let row = 0; row < count; row += 1) {
    for (const { from, length } of runs(count, (column) => code.isDark(row, column))) {
      operators.push(rectangle(QUIET + from, side - QUIET - row - 1, length, 1));
    }
  }
  return { operators: [...operators, fill()], side };
}

function runs(count: number, isDark: (column: number) => boolean): readonly { from: number; length: number }[] {
  const found: { from: number; length: number }[] = [];
  for (let column = 0; column < count; column += 1) {
    if (!isDark(column)) continue;
    const last = found.at(-1);
    if (last && last.from + last.length === column) last.length += 1;
    else found.push({ from: column, length: 1 });
  }
  return found;
}
