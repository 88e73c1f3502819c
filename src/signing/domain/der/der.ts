/** What ASN.1 structures are made of, read without trusting them: DER, and the indefinite lengths of BER that CMS allows. */

import type { KnownWords } from '../../../kernel/known-words.js';

export class DerMalformed extends Error {
  constructor(detail: string) {
    super(detail);
    this.name = 'DerMalformed';
  }
}

const MAX_DEPTH = 48;
/** Elements of one structure that are kept as such: a signature with chain, timestamps and evidence has some thousands. */
const MAX_NODES = 100_000;

export const TAG = {
  boolean: 1,
  integer: 2,
  bitString: 3,
  octetString: 4,
  null: 5,
  oid: 6,
  enumerated: 10,
  utf8String: 12,
  sequence: 16,
  set: 17,
  printableString: 19,
  teletexString: 20,
  ia5String: 22,
  utcTime: 23,
  generalizedTime: 24,
  universalString: 28,
  bmpString: 30,
} as const;

export type TagClass = 'universal' | 'application' | 'context' | 'private';
const CLASSES: readonly TagClass[] = ['universal', 'application', 'context', 'private'];

const CONSTRUCTED = 0x20;
/** Tags of 31 and above do not occur in what we read. */
const HIGH_TAG = 0x1f;
/** A length that is not told; above it, the number of bytes that tell it. */
const OPEN_LENGTH = 0x80;
/** The class of context tags, as it stands in an identifier. */
const CONTEXT = 0x80;

interface Within {
  readonly depth: number;
  /** How many more elements of the whole structure may be kept. */
  readonly room: { left: number };
}

/** One element; its children are parsed when asked for. */
export class DerNode {
  /** Whether its length is left open, as BER allows. */
  readonly isIndefinite: boolean;
  /** Where the element ends in the bytes that it was read from. */
  readonly end: number;
  private readonly identifier: number;
  private readonly contentStart: number;
  private readonly contentEnd: number;
  private parsed: readonly DerNode[] | null = null;

  /** @param limit where it must have ended @throws DerMalformed when no element stands at `start` */
  constructor(
    private readonly source: Buffer,
    private readonly start: number,
    limit: number,
    private readonly within: Within,
  ) {
    if (within.depth > MAX_DEPTH) throw new DerMalformed('nested too deeply');
    this.identifier = byteAt(source, start, limit);
    if (this.tag === HIGH_TAG) throw new DerMalformed('tag not known here');
    const first = byteAt(source, start + 1, limit);
    const isLong = first > OPEN_LENGTH;
    this.isIndefinite = first === OPEN_LENGTH;
    this.contentStart = start + 2 + (isLong ? first - OPEN_LENGTH : 0);
    if (this.isIndefinite) {
      this.contentEnd = this.endOfIndefinite(limit);
      this.end = this.contentEnd + 2;
    } else {
      this.contentEnd = this.contentStart + (isLong ? this.longLength(limit) : first);
      this.end = this.contentEnd;
    }
    if (this.end > limit) throw new DerMalformed('element longer than what holds it');
  }

  private longLength(limit: number): number {
    const from = this.start + 2;
    const size = this.contentStart - from;
    if (size > 4 || this.contentStart > limit) throw new DerMalformed('length too long');
    return this.source.readUIntBE(from, size);
  }

  private endOfIndefinite(limit: number): number {
    if (!this.isConstructed) throw new DerMalformed('indefinite length of a plain value');
    const within = this.oneDeeper();
    for (let at = this.contentStart; ; at = new DerNode(this.source, at, limit, within).end) {
      if (at + 2 > limit) throw new DerMalformed('indefinite length without end');
      if (this.source[at] === 0 && this.source[at + 1] === 0) return at;
    }
  }

  private oneDeeper(): Within {
    return { depth: this.within.depth + 1, room: this.within.room };
  }

  get tagClass(): TagClass {
    return CLASSES[this.identifier >> 6] ?? 'private';
  }

  get tag(): number {
    return this.identifier & HIGH_TAG;
  }

  get isConstructed(): boolean {
    return (this.identifier & CONSTRUCTED) !== 0;
  }

  /** The whole element as written, header included. */
  get bytes(): Buffer {
    return this.source.subarray(this.start, this.end);
  }

  get content(): Buffer {
    return this.source.subarray(this.contentStart, this.contentEnd);
  }

  /** What the content stands for among words that come again and again. */
  contentAmong<T>(words: KnownWords<T>): T {
    return words.of(this.source, this.contentStart, this.contentEnd);
  }

  get children(): readonly DerNode[] {
    this.parsed ??= this.parseChildren();
    return this.parsed;
  }

  private parseChildren(): DerNode[] {
    this.requireConstructed();
    const children: DerNode[] = [];
    const within = this.oneDeeper();
    for (let at = this.contentStart; at < this.contentEnd;) {
      const child = new DerNode(this.source, at, this.contentEnd, within);
      within.room.left -= 1;
      if (within.room.left < 0) throw new DerMalformed('too many elements');
      children.push(child);
      at = child.end;
    }
    return children;
  }

  /** The children one after another, none of them kept: for lists too long to stand in memory as elements. */
  *passing(): Generator<DerNode> {
    this.requireConstructed();
    for (let at = this.contentStart; at < this.contentEnd;) {
      const child = new DerNode(this.source, at, this.contentEnd, {
        depth: this.within.depth + 1,
        room: { left: MAX_NODES },
      });
      yield child;
      at = child.end;
    }
  }

  private requireConstructed(): void {
    if (!this.isConstructed) throw new DerMalformed('no elements inside a plain value');
  }

  is(tag: number): boolean {
    return (this.identifier & ~CONSTRUCTED) === tag;
  }

  isContext(tag: number): boolean {
    return (this.identifier & ~CONSTRUCTED) === (CONTEXT | tag);
  }
}

function byteAt(source: Buffer, at: number, limit: number): number {
  const byte = at < limit ? source[at] : undefined;
  if (byte === undefined) throw new DerMalformed('element expected');
  return byte;
}

/** @throws DerMalformed when the bytes do not begin with one element; what follows it is left alone */
export function readDer(bytes: Buffer): DerNode {
  return new DerNode(bytes, 0, bytes.length, { depth: 0, room: { left: MAX_NODES } });
}

/** @throws DerMalformed when the bytes are not exactly one element */
export function readWholeDer(bytes: Buffer): DerNode {
  const node = readDer(bytes);
  if (node.end !== bytes.length) throw new DerMalformed('bytes after the element');
  return node;
}
