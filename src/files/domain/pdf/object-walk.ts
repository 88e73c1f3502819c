import type { FileState } from './file-state.js';
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
  readonly keysOf = new Map<number, readonly string[]>();
  /** Nearly every object is referred to once: those under one key share their list. */
  private readonly once = new Map<string, readonly string[]>();
  private readonly several = new Map<number, string[]>();
  readonly dangling = new Set<number>();
  private readonly pending: { readonly value: PdfValue; readonly key: string }[] = [];

  constructor(private readonly state: FileState) {}

  run(): void {
    this.pending.push({ value: this.state.trailer, key: '' });
    for (let next = this.pending.pop(); next; next = this.pending.pop()) {
      this.visit(next.value, next.key);
    }
  }

  private visit(value: PdfValue, key: string): void {
    if (value instanceof PdfReference) {
      this.follow(value, key);
    } else if (value instanceof PdfArray) {
      for (const item of value.items) this.take(item, key);
    } else {
      this.visitEntries(value instanceof PdfStream ? value.dictionary : value);
    }
  }

  private visitEntries(value: PdfValue): void {
    if (!(value instanceof PdfDictionary)) return;
    for (const [key, item] of value.entries) {
      if (!isStructural(value, key)) this.take(item, key);
    }
  }

  /** Only what leads on waits its turn: an array of a million numbers, or of ways to one object, is passed at once. */
  private take(value: PdfValue, key: string): void {
    this.state.file.budget.walk(1);
    if (value instanceof PdfReference) this.follow(value, key);
    else if (value instanceof PdfArray || value instanceof PdfDictionary) this.pending.push({ value, key });
  }

  private alone(key: string): readonly string[] {
    const known = this.once.get(key) ?? [key];
    this.once.set(key, known);
    return known;
  }

  private follow(reference: PdfReference, key: string): void {
    const known = this.keysOf.get(reference.number);
    if (known) {
      const several = this.several.get(reference.number) ?? [...known];
      several.push(key);
      this.several.set(reference.number, several);
      this.keysOf.set(reference.number, several);
      return;
    }
    this.keysOf.set(reference.number, this.alone(key));
    if (!this.state.isInUse(reference.number)) this.dangling.add(reference.number);
    this.pending.push({ value: this.state.follow(reference), key });
  }
}

/** Trailer keys that point by byte place, not by object. */
function isStructural(dictionary: PdfDictionary, key: string): boolean {
  return (key === 'Prev' || key === 'XRefStm') && dictionary.entries.has('Root');
}
