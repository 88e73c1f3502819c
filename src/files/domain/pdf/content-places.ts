import { isRectangle, type Outline, within } from './drawn-path.js';
import type { FileState } from './file-state.js';
import { lightnessOf } from './ink.js';
import { areaOf, type Box, boxOf } from './matrix.js';
import { drawPage, inheritedOf } from './page-drawing.js';
import type { ShownPath } from './page-listener.js';
import { PdfArray, type PdfDictionary } from './values.js';

/** What takes more of its page is a ground. */
const LARGEST_SHARE = 0.3;
/** Lines that part or underline are drawn as areas of this breadth too, in points. */
const THIN = 1.5;
/** From here on a colour is no other than white, and from here on a rectangle is a ground, of 255. */
const WHITE = 250;
const PALE = 190;
const A4: Box = { left: 0, bottom: 0, right: 595, top: 842 };

/**
 * The places of a page where text, a picture or a drawing stands, each as a box: letters that are drawn as outlines say as
 * much as others. Lines, pale rectangles and what takes a third of the page are no content.
 *
 * @throws PdfMalformed when the page is drawn in a way that cannot be followed
 */
export function contentPlaces(state: FileState, page: PdfDictionary): readonly Box[] {
  const boxes: Box[] = [];
  const sheet = sheetOf(state, page);
  const isSmall = (box: Box): boolean => areaOf(box) < LARGEST_SHARE * areaOf(sheet);
  drawPage(state, page, {
    text: ({ box, isBlank }) => {
      if (!isBlank) boxes.push(box);
    },
    path: (_box, shown) => {
      for (const box of drawnPlaces(shown)) if (isSmall(box)) boxes.push(box);
    },
    picture: (box, source) => {
      const shown = within(box, sheet);
      if (source !== 'shading') boxes.push(box);
      else if (isSmall(shown)) boxes.push(shown);
    },
  });
  return boxes;
}

function sheetOf(state: FileState, page: PdfDictionary): Box {
  const box = inheritedOf(state, page, 'MediaBox');
  return box instanceof PdfArray ? boxOf(state, box) : A4;
}

/** Where a path draws something, line by line: all the letters of a page may be one path. */
function drawnPlaces({ path, matrix, isFilled, ink, clip }: ShownPath): readonly Box[] {
  const lightness = ink.isPlain ? lightnessOf(ink.colour) : 0;
  if (!isFilled || lightness > WHITE) return [];
  const isGround = ({ points }: Outline): boolean => lightness > PALE && isRectangle(points);
  return path
    .outlines(matrix)
    .filter((outline) => !isGround(outline))
    .map(({ box }) => within(box, clip.box))
    .filter(({ left, bottom, right, top }) => right - left > THIN && top - bottom > THIN);
}
