const SLOTS = 1024;
/** Longer runs of bytes are made again each time. */
const MAX_LENGTH = 40;

interface Known<T> {
  readonly bytes: Buffer;
  readonly made: T;
}

/**
 * What short runs of bytes stand for, found again instead of made again: the same few hundred words fill every file of one format.
 *
 * The table has a fixed size; words that meet in one slot take turns. What is made must be a value that nobody changes.
 */
export class KnownWords<T> {
  private readonly slots: (Known<T> | undefined)[] = Array.from({ length: SLOTS }, () => undefined);

  constructor(private readonly make: (bytes: Buffer) => T) {}

  /** What the bytes from `from` to before `end` stand for. */
  of(bytes: Buffer, from: number, end: number): T {
    if (end - from > MAX_LENGTH) return this.make(bytes.subarray(from, end));
    const slot = slotOf(bytes, from, end);
    const known = this.slots[slot];
    if (known && isAt(known.bytes, bytes, from, end)) return known.made;
    const word = Buffer.from(bytes.subarray(from, end));
    const made = this.make(word);
    this.slots[slot] = { bytes: word, made };
    return made;
  }
}

function slotOf(bytes: Buffer, from: number, end: number): number {
  let mixed = end - from;
  for (let at = from; at < end; at += 1) mixed = Math.imul(mixed, 31) + (bytes[at] ?? 0);
  return (mixed ^ (mixed >>> 10)) & (SLOTS - 1);
}

function isAt(word: Buffer, bytes: Buffer, from: number, end: number): boolean {
  if (word.length !== end - from) return false;
  for (let at = 0; at < word.length; at += 1) if (word[at] !== bytes[from + at]) return false;
  return true;
}
