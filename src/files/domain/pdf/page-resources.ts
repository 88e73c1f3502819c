import type { FileState } from './file-state.js';
import { EMPTY_DICTIONARY, PdfDictionary, type PdfValue } from './values.js';

/** A tree of pages is no deeper. */
const MAX_NODES = 64;

/** What the names in a page's content stand for. */
export function resourcesOf(state: FileState, page: PdfDictionary): PdfDictionary {
  const resources = inheritedOf(state, page, 'Resources');
  return resources instanceof PdfDictionary ? resources : EMPTY_DICTIONARY;
}

/** What a page says itself, or else the nearest node above it. */
export function inheritedOf(state: FileState, page: PdfDictionary, key: string): PdfValue {
  let node: PdfDictionary | null = page;
  for (let hops = 0; node && hops < MAX_NODES; hops += 1) {
    const value = state.get(node, key);
    if (value !== null) return value;
    node = state.dictionary(node.raw('Parent'));
  }
  return null;
}
