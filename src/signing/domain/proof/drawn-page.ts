import type { FileState } from '../../../files/domain/pdf/file-state.js';
import type { Box } from '../../../files/domain/pdf/matrix.js';
import { drawPage } from '../../../files/domain/pdf/page-drawing.js';
import type { PdfDictionary } from '../../../files/domain/pdf/values.js';

/** One thing that a page draws. */
export interface Drawn {
  /** Letters, in Unicode; null for lines and pictures. */
  readonly text: string | null;
  readonly colour: string;
  readonly box: Box;
  /** All that can be told of how it looks and where it stands. */
  readonly look: string;
}

/** Everything that a page draws, in the order of drawing; blanks count, for a font may make letters of them. @throws PdfMalformed */
export function drawnOn(state: FileState, page: PdfDictionary): readonly Drawn[] {
  const drawn: Drawn[] = [];
  const shape = (kind: string) => (box: Box) => {
    drawn.push({ text: null, colour: '', box, look: `${kind} ${placeOf(box)}` });
  };
  drawPage(state, page, {
    text: ({ bytes, font, size, colour, box }) => {
      const text = font.textOf(bytes);
      const look = [bytes.toString('hex'), text, font.name, size.toFixed(2), colour, placeOf(box)].join(' ');
      drawn.push({ text, colour, box, look });
    },
    path: shape('path'),
    picture: shape('picture'),
  });
  return drawn;
}

function placeOf({ left, bottom, right, top }: Box): string {
  return [left, bottom, right, top].map((edge) => edge.toFixed(2)).join(' ');
}
