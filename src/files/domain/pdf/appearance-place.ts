import type { FileState } from './file-state.js';
import { type Box, boxOf, type Matrix, matrixOf, multiply, numbersOf, transformed } from './matrix.js';
import type { PdfDictionary, PdfStream } from './values.js';

/** How what draws a widget comes to stand on its page (ISO 32000-1, 12.5.5): its box is stretched over the widget's. */
export class AppearancePlace {
  readonly toPage: Matrix;

  constructor(state: FileState, appearance: PdfStream, widget: PdfDictionary) {
    const matrix = matrixOf(numbersOf(state, appearance.dictionary.raw('Matrix')));
    const from = transformed(boxOf(state, appearance.dictionary.raw('BBox')), matrix);
    const to = boxOf(state, widget.raw('Rect'));
    const across = ratio(to.right - to.left, from.right - from.left);
    const up = ratio(to.top - to.bottom, from.top - from.bottom);
    const stretch: Matrix = [across, 0, 0, up, to.left - from.left * across, to.bottom - from.bottom * up];
    this.toPage = multiply(matrix, stretch);
  }

  /** How many points of the page a point of the appearance becomes, along its lines and across them. */
  get scales(): readonly [number, number] {
    const [a, b, c, d] = this.toPage;
    return [Math.hypot(a, b), Math.hypot(c, d)];
  }

  /** The same on the whole. */
  get scale(): number {
    const [a, b, c, d] = this.toPage;
    return Math.sqrt(Math.abs(a * d - b * c));
  }

  onPage(box: Box): Box {
    return transformed(box, this.toPage);
  }
}

function ratio(whole: number, part: number): number {
  return part > 0 ? whole / part : 0;
}
