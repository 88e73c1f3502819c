import type { FileState } from '../../../../files/domain/pdf/file-state.js';
import {
  integerOf,
  PdfArray,
  PdfDictionary,
  PdfReference,
  type PdfValue,
} from '../../../../files/domain/pdf/values.js';

/** A tree of numbers, laid out in one list. */
export interface ParentTree {
  readonly lines: ReadonlyMap<number, PdfValue>;
  /** The objects that the tree itself is made of. */
  readonly parts: readonly PdfReference[];
}

const OF_A_NODE: ReadonlySet<string> = new Set(['Type', 'Kids', 'Nums', 'Limits']);

/** @returns null for a tree that not every reader reads alike: a number that stands twice, a ring, another key */
export function readParentTree(state: FileState, root: PdfValue): ParentTree | null {
  const lines = new Map<number, PdfValue>();
  const parts = new Map<number, PdfReference>();
  const pending: PdfValue[] = [root];
  const listOf = (raw: PdfValue): readonly PdfValue[] => {
    if (raw instanceof PdfReference) parts.set(raw.number, raw);
    const list = state.resolve(raw);
    return list instanceof PdfArray ? list.items : [];
  };
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    state.file.budget.walk(1);
    if (next instanceof PdfReference) {
      if (parts.has(next.number)) return null;
      parts.set(next.number, next);
    }
    const node = state.resolve(next);
    if (!(node instanceof PdfDictionary) || [...node.entries.keys()].some((key) => !OF_A_NODE.has(key))) return null;
    pending.push(...listOf(node.raw('Kids')));
    if (!takeLines(lines, listOf(node.raw('Nums')))) return null;
  }
  return { lines, parts: [...parts.values()] };
}

function takeLines(lines: Map<number, PdfValue>, items: readonly PdfValue[]): boolean {
  for (let at = 0; at < items.length; at += 2) {
    const key = integerOf(items[at] ?? null);
    if (key === null || lines.has(key)) return false;
    lines.set(key, items[at + 1] ?? null);
  }
  return true;
}
