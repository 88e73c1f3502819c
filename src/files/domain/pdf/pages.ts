import type { FileState } from './file-state.js';
import { PDF_LIMITS, PdfTooLarge } from './limits.js';
import { type Box, boxOf, IDENTITY, type Matrix, multiply } from './matrix.js';
import { integerOf, nameOf, PdfArray, type PdfDictionary } from './values.js';

export interface PdfPage {
  readonly dictionary: PdfDictionary;
  /** In points, as the page is shown. */
  readonly box: Box;
  readonly isTurned: boolean;
  /** What of it is shown, in its own measures. */
  readonly visible: Box;
  /** How often it is turned clockwise by a quarter when it is shown: 0 to 3. */
  readonly quarters: number;
}

const MAX_DEPTH = 64;

/** The pages of a file in their order. @throws PdfMalformed, PdfTooLarge */
export function pagesOf(state: FileState): readonly PdfPage[] {
  const pages: PdfPage[] = [];
  const root = state.dictionary(state.catalog.raw('Pages'));
  if (root) collect(state, [root], pages);
  return pages;
}

/** A page, then the nodes above it, of which it may inherit what it does not say itself. @throws PdfMalformed */
export function withNodesAbove(state: FileState, page: PdfDictionary): readonly PdfDictionary[] {
  const nodes: PdfDictionary[] = [];
  for (let node: PdfDictionary | null = page; node && nodes.length < MAX_DEPTH && !nodes.includes(node);) {
    nodes.push(node);
    node = state.dictionary(node.raw('Parent'));
  }
  return nodes;
}

/** @param path a node behind all that it inherits from */
function collect(state: FileState, path: readonly PdfDictionary[], pages: PdfPage[]): void {
  const node = path.at(-1);
  if (!node || path.length > MAX_DEPTH || pages.length > PDF_LIMITS.pages) throw new PdfTooLarge('too many pages');
  const kids = state.get(node, 'Kids');
  if (nameOf(state.get(node, 'Type')) === 'Page' || !(kids instanceof PdfArray)) {
    pages.push(pageOf(state, path, node));
    return;
  }
  for (const kid of kids.items) {
    const child = state.dictionary(kid);
    if (child && !path.includes(child)) collect(state, [...path, child], pages);
  }
}

function pageOf(state: FileState, path: readonly PdfDictionary[], dictionary: PdfDictionary): PdfPage {
  const inherited = (key: string) =>
    path.map((node) => state.get(node, key)).findLast((value) => value !== null) ?? null;
  const turn = integerOf(inherited('Rotate')) ?? 0;
  const box = boxOf(state, inherited('MediaBox'));
  const crop = inherited('CropBox');
  return {
    dictionary,
    box,
    isTurned: Math.abs(turn) % 180 === 90,
    visible: crop === null ? box : common(box, boxOf(state, crop)),
    quarters: Math.round((((turn % 360) + 360) % 360) / 90) % 4,
  };
}

function common(a: Box, b: Box): Box {
  return {
    left: Math.max(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
    top: Math.min(a.top, b.top),
  };
}

/** A square of one point, turned clockwise by quarters. */
const TURNS: readonly Matrix[] = [IDENTITY, [0, -1, 1, 0, 0, 1], [-1, 0, 0, -1, 1, 1], [0, 1, -1, 0, 1, 0]];

/** From the measures of a page to parts of it as people see it: 0 at its left edge and its foot, 1 at its right edge and its top. */
export function partsOf({ visible: { left, bottom, right, top }, quarters }: PdfPage): Matrix {
  const [width, height] = [right - left, top - bottom];
  return multiply([1 / width, 0, 0, 1 / height, -left / width, -bottom / height], TURNS[quarters] ?? IDENTITY);
}
