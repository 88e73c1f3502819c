/** What ASN.1 structures are made of, read without trusting them: DER, and the indefinite lengths of BER that CMS allows. */

export class DerMalformed extends Error {
  constructor(detail: string) {
    super(detail);
    this.name = 'DerMalformed';
  }
}

const DEEPEST = 48;
/** Elements of one structure that are kept as such: a signature with chain, timestamps and evidence has some thousands. */
const MOST_NODES = 100_000;

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
  utcTime: 23,
  generalizedTime: 24,
  universalString: 28,
  bmpString: 30,
} as const;

export type TagClass = 'universal' | 'application' | 'context' | 'private';
const CLASSES: readonly TagClass[] = ['universal', 'application', 'context', 'private'];

interface Header {
  readonly tagClass: TagClass;
  readonly isConstructed: boolean;
  readonly tag: number;
  readonly contentStart: number;
  /** Null for an indefinite length. */
  readonly length: number | null;
}

interface Within {
  readonly depth: number;
  /** How many more elements of the whole structure may be kept. */
  readonly room: { left: number };
}

/** One element; its children are parsed when asked for. */
export class DerNode {
  private parsed: readonly DerNode[] | null = null;

  constructor(
    private readonly source: Buffer,
    private readonly header: Header,
    private readonly place: { readonly start: number; readonly contentEnd: number; readonly end: number },
    private readonly within: Within,
  ) {}

  get tagClass(): TagClass {
    return this.header.tagClass;
  }

  get tag(): number {
    return this.header.tag;
  }

  get isConstructed(): boolean {
    return this.header.isConstructed;
  }

  get isIndefinite(): boolean {
    return this.header.length === null;
  }

  /** The whole element as written, header included. */
  get bytes(): Buffer {
    return this.source.subarray(this.place.start, this.place.end);
  }

  get content(): Buffer {
    return this.source.subarray(this.header.contentStart, this.place.contentEnd);
  }

  /** Where the element ends in the bytes that it was read from. */
  get end(): number {
    return this.place.end;
  }

  get children(): readonly DerNode[] {
    this.parsed ??= this.parseChildren();
    return this.parsed;
  }

  private parseChildren(): DerNode[] {
    const children: DerNode[] = [];
    const { room } = this.within;
    for (const child of this.elements(room)) {
      room.left -= 1;
      if (room.left < 0) throw new DerMalformed('too many elements');
      children.push(child);
    }
    return children;
  }

  /** The children one after another, none of them kept: for lists too long to stand in memory as elements. */
  passing(): Generator<DerNode> {
    return this.elements(null);
  }

  private *elements(room: Within['room'] | null): Generator<DerNode> {
    if (!this.isConstructed) throw new DerMalformed('no elements inside a plain value');
    for (let at = this.header.contentStart; at < this.place.contentEnd;) {
      const child = readAt(this.source, at, this.place.contentEnd, {
        depth: this.within.depth + 1,
        room: room ?? { left: MOST_NODES },
      });
      yield child;
      at = child.end;
    }
  }

  is(tag: number): boolean {
    return this.tagClass === 'universal' && this.tag === tag;
  }

  isContext(tag: number): boolean {
    return this.tagClass === 'context' && this.tag === tag;
  }
}

/** @throws DerMalformed when the bytes do not begin with one element; what follows it is left alone */
export function readDer(bytes: Buffer): DerNode {
  return readAt(bytes, 0, bytes.length, { depth: 0, room: { left: MOST_NODES } });
}

/** @throws DerMalformed when the bytes are not exactly one element */
export function readWholeDer(bytes: Buffer): DerNode {
  const node = readDer(bytes);
  if (node.end !== bytes.length) throw new DerMalformed('bytes after the element');
  return node;
}

function readAt(source: Buffer, start: number, limit: number, { depth, room }: Within): DerNode {
  if (depth > DEEPEST) throw new DerMalformed('nested too deeply');
  const header = readHeader(source, start, limit);
  if (header.length !== null) {
    const end = header.contentStart + header.length;
    if (end > limit) throw new DerMalformed('element longer than what holds it');
    return new DerNode(source, header, { start, contentEnd: end, end }, { depth, room });
  }
  if (!header.isConstructed) throw new DerMalformed('indefinite length of a plain value');
  for (let at = header.contentStart; ;) {
    if (at + 2 > limit) throw new DerMalformed('indefinite length without end');
    if (source[at] === 0 && source[at + 1] === 0) {
      return new DerNode(source, header, { start, contentEnd: at, end: at + 2 }, { depth, room });
    }
    at = readAt(source, at, limit, { depth: depth + 1, room }).end;
  }
}

function readHeader(source: Buffer, start: number, limit: number): Header {
  const identifier = start < limit ? source[start] : undefined;
  if (identifier === undefined) throw new DerMalformed('element expected');
  const tag = identifier & 0x1f;
  // Tags of 31 and above do not occur in what we read.
  if (tag === 0x1f) throw new DerMalformed('tag not known here');
  const { length, size } = readLength(source, start + 1, limit);
  return {
    tagClass: CLASSES[identifier >> 6] ?? 'private',
    isConstructed: (identifier & 0x20) !== 0,
    tag,
    contentStart: start + 1 + size,
    length,
  };
}

function readLength(source: Buffer, at: number, limit: number): { length: number | null; size: number } {
  const first = at < limit ? source[at] : undefined;
  if (first === undefined) throw new DerMalformed('length expected');
  if (first < 0x80) return { length: first, size: 1 };
  if (first === 0x80) return { length: null, size: 1 };
  const bytes = first & 0x7f;
  if (bytes > 4 || at + 1 + bytes > limit) throw new DerMalformed('length too long');
  return { length: source.readUIntBE(at + 1, bytes), size: 1 + bytes };
}
