import type { FileState } from './file-state.js';
import type { Box } from './matrix.js';
import { drawPage } from './page-drawing.js';
import type { PdfDictionary } from './values.js';

/**
 * The places of a page where text or a picture stands, each as a box; lines and grounds are no content.
 *
 * @throws PdfMalformed when the page is drawn in a way that cannot be followed
 */
export function contentPlaces(state: FileState, page: PdfDictionary): readonly Box[] {
  const boxes: Box[] = [];
  drawPage(state, page, {
    text: ({ box, isBlank }) => {
      if (!isBlank) boxes.push(box);
    },
    path: () => undefined,
    picture: (box) => boxes.push(box),
  });
  return boxes;
}
