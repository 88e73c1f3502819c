import type { FileState } from '../../../../files/domain/pdf/file-state.js';
import { type Box, boxOf, matrixOf, numbersOf, transformed } from '../../../../files/domain/pdf/matrix.js';
import type { PdfDictionary, PdfStream } from '../../../../files/domain/pdf/values.js';

/** How what draws a widget comes to stand on its page (ISO 32000-1, 12.5.5): its box is stretched over the widget's. */
export class LookPlace {
  private readonly from: Box;
  private readonly to: Box;
  private readonly matrix;

  constructor(state: FileState, look: PdfStream, widget: PdfDictionary) {
    this.matrix = matrixOf(numbersOf(state, look.dictionary.raw('Matrix')));
    this.from = transformed(boxOf(state, look.dictionary.raw('BBox')), this.matrix);
    this.to = boxOf(state, widget.raw('Rect'));
  }

  /** How many points of the page a point of the look becomes, on the whole. */
  get scale(): number {
    const [a, b, c, d] = this.matrix;
    return Math.sqrt(Math.abs((a * d - b * c) * this.across * this.up));
  }

  onPage(box: Box): Box {
    const { left, bottom, right, top } = transformed(box, this.matrix);
    return {
      left: this.to.left + (left - this.from.left) * this.across,
      bottom: this.to.bottom + (bottom - this.from.bottom) * this.up,
      right: this.to.left + (right - this.from.left) * this.across,
      top: this.to.bottom + (top - this.from.bottom) * this.up,
    };
  }

  private get across(): number {
    return ratio(this.to.right - this.to.left, this.from.right - this.from.left);
  }

  private get up(): number {
    return ratio(this.to.top - this.to.bottom, this.from.top - this.from.bottom);
  }
}

function ratio(whole: number, part: number): number {
  return part > 0 ? whole / part : 0;
}
