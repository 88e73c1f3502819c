import type { FileState } from './file-state.js';
import { PDF_LIMITS, PdfTooLarge } from './limits.js';
import { PdfArray, PdfDictionary, PdfReference, PdfStream, type PdfValue } from './values.js';

/** How the objects of one state hang together. */
export interface ObjectUses {
  /** By object number: the keys under which others refer to it, one for each time. */
  readonly keysOf: ReadonlyMap<number, readonly string[]>;
  /** Numbers that are referred to although nothing stands behind them: a later save could fill them. */
  readonly dangling: ReadonlySet<number>;
}

/**
 * Walks everything a reader can reach from the trailer.
 *
 * @throws PdfMalformed when something reachable cannot be read, PdfTooLarge
 */
export function walkObjects(state: FileState): ObjectUses {
  const walk = new ObjectWalk(state);
  walk.run();
  return walk;
}

class ObjectWalk implements ObjectUses {
  readonly keysOf = new Map<number, string[]>();
  readonly dangling = new Set<number>();
  private readonly pending: { readonly value: PdfValue; readonly key: string }[] = [];

  constructor(private readonly state: FileState) {}

  run(): void {
    this.pending.push({ value: this.state.trailer, key: '' });
    let walked = 0;
    for (let next = this.pending.pop(); next; next = this.pending.pop()) {
      walked += 1;
      if (walked > PDF_LIMITS.walkedValues) throw new PdfTooLarge('too many values');
      this.visit(next.value, next.key);
    }
  }

  private visit(value: PdfValue, key: string): void {
    if (value instanceof PdfReference) {
      this.follow(value, key);
    } else if (value instanceof PdfArray) {
      for (const item of value.items) this.pending.push({ value: item, key });
    } else {
      this.visitEntries(value instanceof PdfStream ? value.dictionary : value);
    }
  }

  private visitEntries(value: PdfValue): void {
    if (!(value instanceof PdfDictionary)) return;
    for (const [key, item] of value.entries) {
      if (!isStructural(value, key)) this.pending.push({ value: item, key });
    }
  }

  private follow(reference: PdfReference, key: string): void {
    const known = this.keysOf.get(reference.number);
    if (known) {
      known.push(key);
      return;
    }
    this.keysOf.set(reference.number, [key]);
    if (!this.state.isInUse(reference.number)) this.dangling.add(reference.number);
    this.pending.push({ value: this.state.follow(reference), key });
  }
}

/** Trailer keys that point by byte place, not by object. */
function isStructural(dictionary: PdfDictionary, key: string): boolean {
  return (key === 'Prev' || key === 'XRefStm') && dictionary.entries.has('Root');
}
