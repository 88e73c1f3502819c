import { isSameValue } from './equality.js';
import type { FileState } from './file-state.js';
import { type StoredContent, storedContent, STORAGE_KEYS, unfoldedContent } from './stored-content.js';
import { nameOf, PdfArray, PdfDictionary, PdfReference, PdfStream, type PdfValue } from './values.js';
import { wholePagesOf } from './whole-pages.js';

/**
 * Where two documents part. `pages`: in how many there are · `sheet`: in size or rotation of a page · `look`: in a graphics state, colour, pattern or shading.
 */
export type DifferenceKind =
  | 'document'
  | 'pages'
  | 'page'
  | 'sheet'
  | 'content'
  | 'resources'
  | 'font'
  | 'picture'
  | 'look'
  | 'layers'
  | 'annotation'
  | 'form'
  | 'actions'
  | 'structure';

export interface DocumentDifference {
  /** Counted from 1; null for what belongs to no page. */
  readonly page: number | null;
  readonly kind: DifferenceKind;
}

/** Keys that need not agree, by the dictionary of the first document that they stand in. */
export type FreeKeys = ReadonlyMap<PdfDictionary, ReadonlySet<string>>;

/**
 * Where a document that was rewritten is not the one it was made from; null where it is.
 *
 * Both are walked side by side, all that a reader can reach from the catalog: objects may bear other numbers, be packed or compressed in another
 * way and stand under the page itself in place of what it inherits from. What says nothing of the content (`/Info`, `/ID`, the catalog's
 * `/Metadata` and `/Version`) is not looked at. Everything else is to be equal, so that what is not known here is a difference when it differs.
 *
 * @param one the document that is trusted
 * @throws PdfMalformed, PdfTooLarge
 */
export function documentDifference(
  one: FileState,
  other: FileState,
  free: FreeKeys = new Map(),
): DocumentDifference | null {
  return new ParallelWalk(one, other, free).run();
}

interface Pair {
  readonly a: PdfValue;
  readonly b: PdfValue;
  readonly where: DocumentDifference;
}

const DOCUMENT: DocumentDifference = { page: null, kind: 'document' };
const NOT_CONTENT: ReadonlySet<string> = new Set(['Pages', 'Metadata', 'Version']);
const NO_KEYS: ReadonlySet<string> = new Set();
const CONTENTS: ReadonlySet<string> = new Set(['Contents']);

/** What lies behind a key, from the place where the key stands. */
const BEHIND: Partial<Readonly<Record<DifferenceKind, Readonly<Record<string, DifferenceKind>>>>> = {
  document: {
    AcroForm: 'form',
    OCProperties: 'layers',
    StructTreeRoot: 'structure',
    MarkInfo: 'structure',
    Names: 'actions',
    OpenAction: 'actions',
    AA: 'actions',
  },
  page: {
    MediaBox: 'sheet',
    CropBox: 'sheet',
    BleedBox: 'sheet',
    TrimBox: 'sheet',
    ArtBox: 'sheet',
    Rotate: 'sheet',
    UserUnit: 'sheet',
    Contents: 'content',
    Resources: 'resources',
    Annots: 'annotation',
    AA: 'actions',
  },
  resources: {
    Font: 'font',
    XObject: 'picture',
    Properties: 'layers',
    ExtGState: 'look',
    ColorSpace: 'look',
    Pattern: 'look',
    Shading: 'look',
  },
};

function behind(where: DocumentDifference, key: string): DocumentDifference {
  const kind = BEHIND[where.kind]?.[key];
  return kind === undefined ? where : { page: where.page, kind };
}

/** Objects that a writer may keep once or twice: their identity does not matter. */
const VALUE_TYPES: ReadonlySet<string> = new Set(['Font', 'FontDescriptor', 'ExtGState', 'Encoding']);
const OF_VALUES: ReadonlySet<DifferenceKind> = new Set(['resources', 'font']);
/** What a pair of objects takes in memory once it was met, and while it waits. */
const HELD_BYTES = { met: 100, waiting: 60 } as const;

type Container = PdfArray | PdfDictionary | PdfStream;

class ParallelWalk {
  private readonly waiting: Pair[] = [];
  private reached = 0;
  private readonly met = new Map<Container, Set<Container>>();
  private readonly taken = new Set<Container>();

  constructor(
    private readonly one: FileState,
    private readonly other: FileState,
    private readonly free: FreeKeys,
  ) {}

  run(): DocumentDifference | null {
    if (this.one.trailer.raw('Encrypt') !== null || this.other.trailer.raw('Encrypt') !== null) return DOCUMENT;
    return this.pagesDiffer() ?? this.catalogsDiffer();
  }

  private pagesDiffer(): DocumentDifference | null {
    const [ours, theirs] = [wholePagesOf(this.one), wholePagesOf(this.other)];
    if (ours.length !== theirs.length) return { page: null, kind: 'pages' };
    for (const [at, { dictionary }] of ours.entries()) {
      const counterpart = theirs[at]?.dictionary;
      if (counterpart) this.bind(dictionary, counterpart);
    }
    for (const [at, { whole }] of ours.entries()) {
      const counterpart = theirs[at]?.whole ?? whole;
      const page = at + 1;
      if (!this.isSameDrawing(whole.raw('Contents'), counterpart.raw('Contents'), { page, kind: 'content' }))
        return { page, kind: 'content' };
      this.takeEntries(whole, counterpart, { page, kind: 'page' }, CONTENTS);
    }
    return this.waitingDiffer();
  }

  private catalogsDiffer(): DocumentDifference | null {
    this.takeEntries(this.one.catalog, this.other.catalog, DOCUMENT, NOT_CONTENT);
    return this.waitingDiffer();
  }

  private waitingDiffer(): DocumentDifference | null {
    for (; this.reached < this.waiting.length; this.reached += 1) {
      const pair = this.waiting[this.reached];
      if (pair && !this.isSame(pair)) return pair.where;
    }
    return null;
  }

  /** Pieces of one page's content may be joined, not parted: between two pieces a word of it could be torn. */
  private isSameDrawing(a: PdfValue, b: PdfValue, where: DocumentDifference): boolean {
    const [ours, theirs] = [streamsOf(this.one, a), streamsOf(this.other, b)];
    if (ours === null || theirs === null) return false;
    if (ours.length === theirs.length) {
      return ours.every((stream, at) => this.isSameStream(stream, theirs[at] ?? stream, where));
    }
    const [joined] = theirs;
    return theirs.length === 1 && joined !== undefined && this.areJoined(ours, joined);
  }

  private areJoined(ours: readonly PdfStream[], joined: PdfStream): boolean {
    if ([...joined.dictionary.entries.keys()].some((key) => !STORAGE_KEYS.has(key))) return false;
    const pieces = ours.map((stream) => unfoldedContent(this.one, storedContent(this.one, stream)));
    const whole = unfoldedContent(this.other, storedContent(this.other, joined));
    if ([...pieces, whole].some(({ filters }) => filters.length > 0)) return false;
    return endedLine(whole.data).equals(Buffer.concat(pieces.map(({ data }) => endedLine(data))));
  }

  /** Only what leads on, or differs, waits its turn. */
  private take(pair: Pair): void {
    const { budget } = this.other.file;
    budget.walk(1);
    if (!leadsOn(pair.a) && !leadsOn(pair.b) && isSameValue(pair.a, pair.b)) return;
    budget.hold(HELD_BYTES.waiting);
    this.waiting.push(pair);
  }

  private takeEntries(a: PdfDictionary, b: PdfDictionary, where: DocumentDifference, leftOut = NO_KEYS): void {
    const free = this.free.get(a) ?? NO_KEYS;
    for (const key of new Set([...a.entries.keys(), ...b.entries.keys()])) {
      if (!leftOut.has(key) && !free.has(key)) {
        this.take({ a: a.raw(key), b: b.raw(key), where: behind(where, key) });
      }
    }
  }

  private isSame({ a, b, where }: Pair): boolean {
    const [x, y] = [this.one.resolve(a), this.other.resolve(b)];
    if (!isContainer(x) || !isContainer(y)) return isSameValue(x, y);
    if (this.met.get(x)?.has(y)) return true;
    const isNamed = a instanceof PdfReference;
    if (!isNamed && !(b instanceof PdfReference)) return this.isSameContainer(x, y, where);
    return this.isPartner(x, y, isNamed && hasIdentity(this.one, x, where)) && this.isSameContainer(x, y, where);
  }

  private isPartner(x: Container, y: Container, isOneObject: boolean): boolean {
    if (isOneObject && (this.met.has(x) || this.taken.has(y))) return false;
    this.bind(x, y, isOneObject);
    return true;
  }

  private isSameContainer(x: Container, y: Container, where: DocumentDifference): boolean {
    if (x instanceof PdfArray) return y instanceof PdfArray && this.isSameList(x, y, where);
    if (x instanceof PdfStream) return y instanceof PdfStream && this.isSameStream(x, y, where);
    if (!(y instanceof PdfDictionary)) return false;
    this.takeEntries(x, y, where);
    return true;
  }

  /** From now on `y` stands for `x`, and for nothing else where that is asked for. */
  private bind(x: Container, y: Container, isOneObject = true): void {
    this.other.file.budget.hold(HELD_BYTES.met);
    const known = this.met.get(x) ?? new Set();
    this.met.set(x, known.add(y));
    if (isOneObject) this.taken.add(y);
  }

  private isSameList({ items: ours }: PdfArray, { items: theirs }: PdfArray, where: DocumentDifference): boolean {
    if (ours.length !== theirs.length) return false;
    for (const [at, a] of ours.entries()) this.take({ a, b: theirs[at] ?? null, where });
    return true;
  }

  private isSameStream(x: PdfStream, y: PdfStream, where: DocumentDifference): boolean {
    this.takeEntries(x.dictionary, y.dictionary, where, STORAGE_KEYS);
    const [ours, theirs] = [storedContent(this.one, x), storedContent(this.other, y)];
    if (this.isSameContent(ours, theirs, where)) return true;
    return this.isSameContent(unfoldedContent(this.one, ours), unfoldedContent(this.other, theirs), where);
  }

  private isSameContent(ours: StoredContent, theirs: StoredContent, where: DocumentDifference): boolean {
    const areFilters = ours.filters.every((filter, at) => filter === theirs.filters[at]);
    if (!areFilters || ours.filters.length !== theirs.filters.length || !ours.data.equals(theirs.data)) return false;
    for (const [at, a] of ours.parameters.entries()) this.take({ a, b: theirs.parameters[at] ?? null, where });
    return true;
  }
}

function leadsOn(value: PdfValue): boolean {
  return value instanceof PdfReference || isContainer(value);
}

function isContainer(value: PdfValue): value is Container {
  return value instanceof PdfArray || value instanceof PdfDictionary || value instanceof PdfStream;
}

/** Whether something may ask for this very object: fields, annotations, layers, pages and all that is not known here. */
function hasIdentity(state: FileState, value: Container, { kind }: DocumentDifference): boolean {
  if (!(value instanceof PdfDictionary) || OF_VALUES.has(kind)) return false;
  return !VALUE_TYPES.has(nameOf(state.get(value, 'Type')) ?? '');
}

/** The streams that draw a page; null when something else stands there. */
function streamsOf(state: FileState, value: PdfValue): readonly PdfStream[] | null {
  const content = state.resolve(value);
  if (content === null) return [];
  const list = content instanceof PdfArray ? content.items.map((item) => state.resolve(item)) : [content];
  return list.every((item) => item instanceof PdfStream) ? list : null;
}

const LINE_FEED = 0x0a;

function endedLine(data: Buffer): Buffer {
  return data.at(-1) === LINE_FEED ? data : Buffer.concat([data, Buffer.from([LINE_FEED])]);
}
