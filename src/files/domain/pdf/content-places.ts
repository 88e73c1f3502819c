import { isRectangle, type Outline, within } from './drawn-path.js';
import type { FileState } from './file-state.js';
import { lightnessOf } from './ink.js';
import { areaOf, type Box, boxOf, largestScaleOf, wider } from './matrix.js';
import { drawPage } from './page-drawing.js';
import { inheritedOf } from './page-resources.js';
import type { ShownPath } from './page-listener.js';
import { boxAround } from './path-points.js';
import { PdfArray, type PdfDictionary } from './values.js';

/** What takes more of its page is a ground. */
const MAX_SHARE = 0.3;
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
  const isSmall = (box: Box): boolean => areaOf(box) < MAX_SHARE * areaOf(sheet);
  let isDark = false;
  drawPage(state, page, {
    text: ({ box, reach, isBlank, font }) => {
      // A guess that is too large would leave no room beside short words.
      if (!isBlank) boxes.push(font.isGuessed && font.bytesEach === 1 ? box : reach);
    },
    path: (_box, shown) => {
      const { isPattern, isMasked, isLinePlain } = shown.ink;
      const mayBeWords = isPattern || isMasked || (shown.isStroked && !isLinePlain && breadthOf(shown) > BROAD);
      for (const box of drawnPlaces(shown, isDark)) {
        if (isSmall(box) || mayBeWords) boxes.push(box);
        else isDark = true;
      }
    },
    picture: (box, source, ink) => {
      const shown = within(box, sheet);
      if (source !== 'shading' || ink.isMasked) boxes.push(box);
      else if (isSmall(shown)) boxes.push(shown);
      else isDark = true;
    },
  });
  return boxes;
}

function sheetOf(state: FileState, page: PdfDictionary): Box {
  const box = inheritedOf(state, page, 'MediaBox');
  return box instanceof PdfArray ? boxOf(state, box) : A4;
}

/** Where a path draws something, line by line: all the letters of a page may be one path. @param isDark whether white is seen on the ground */
function drawnPlaces(shown: ShownPath, isDark: boolean): readonly Box[] {
  const outlines = shown.path.outlines(shown.matrix);
  return [
    ...(shown.isFilled ? filledPlaces(shown, outlines, isDark) : []),
    ...(shown.isStroked ? strokedPlaces(shown, outlines, isDark) : []),
  ];
}

function filledPlaces({ ink, clip }: ShownPath, outlines: readonly Outline[], isDark: boolean): readonly Box[] {
  const lightness = ink.isPlain ? lightnessOf(ink.colour) : 0;
  if (lightness > WHITE && !isDark) return [];
  const isGround = ({ points }: Outline): boolean => lightness > PALE && isRectangle(points);
  return outlines
    .filter((outline) => !isGround(outline))
    .map(({ box }) => within(box, clip.box))
    .filter(({ left, bottom, right, top }) => right - left > THIN && top - bottom > THIN);
}

/** Lines that part, frame or underline run along the page and are longer than any stroke of a letter, in points. */
const MAX_STROKE_LENGTH = 12;

/** Letters may be drawn in lines too. */
function strokedPlaces(shown: ShownPath, outlines: readonly Outline[], isDark: boolean): readonly Box[] {
  const { ink, clip } = shown;
  const lightness = ink.isLinePlain ? lightnessOf(ink.lineColour) : 0;
  if (lightness > WHITE && !isDark) return [];
  const breadth = breadthOf(shown);
  if (breadth > BROAD && lightness <= PALE) {
    return outlines.map(({ box }) => within(wider(box, breadth / 2), clip.box));
  }
  return outlines.flatMap((outline) => strokesOf(outline)).map((box) => within(box, clip.box));
}

function strokesOf({ points, box }: Outline): readonly Box[] {
  const isShort = Math.max(box.right - box.left, box.top - box.bottom) < MAX_STROKE_LENGTH;
  if (isShort) return [thickened(box)];
  return points.slice(1).flatMap(([toX, toY], at) => {
    const [x, y] = points[at] ?? [toX, toY];
    const isRule = Math.abs(toX - x) < ALONG || Math.abs(toY - y) < ALONG;
    return isRule
      ? []
      : [
          thickened(
            boxAround([
              [x, y],
              [toX, toY],
            ]),
          ),
        ];
  });
}

/** So little, in points, a line may lean that runs along the page. */
const ALONG = 0.1;

function thickened(box: Box): Box {
  return wider(box, THIN);
}

/** Lines as broad as that, in points, are areas: letters may stand out on them, or be what they are drawn with. */
const BROAD = 3;

function breadthOf({ ink, matrix }: ShownPath): number {
  return ink.lineWidth * largestScaleOf(matrix);
}
