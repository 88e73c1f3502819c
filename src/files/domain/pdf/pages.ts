import type { FileState } from './file-state.js';
import { PDF_LIMITS, PdfTooLarge } from './limits.js';
import { type Box, boxOf } from './matrix.js';
import { integerOf, nameOf, PdfArray, type PdfDictionary } from './values.js';

export interface PdfPage {
  readonly dictionary: PdfDictionary;
  /** In points, as the page is shown. */
  readonly box: Box;
  readonly isTurned: boolean;
}

const DEEPEST = 64;

/** The pages of a file in their order. @throws PdfMalformed, PdfTooLarge */
export function pagesOf(state: FileState): readonly PdfPage[] {
  const pages: PdfPage[] = [];
  const root = state.dictionary(state.catalog.raw('Pages'));
  if (root) collect(state, [root], pages);
  return pages;
}

/** @param path a node behind all that it inherits from */
function collect(state: FileState, path: readonly PdfDictionary[], pages: PdfPage[]): void {
  const node = path.at(-1);
  if (!node || path.length > DEEPEST || pages.length > PDF_LIMITS.pages) throw new PdfTooLarge('too many pages');
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
  return { dictionary, box: boxOf(state, inherited('MediaBox')), isTurned: Math.abs(turn) % 180 === 90 };
}
