import type { CrossReference, Entry } from './cross-reference.js';
import { decodeStream } from './filters.js';
import { type IndirectObject, parseIndirectObject } from './indirect-object.js';
import { Lexer } from './lexer.js';
import { PDF_LIMITS, PdfMalformed, PdfTooLarge } from './limits.js';
import { parseValue } from './parser.js';
import { ReadingBudget } from './reading-budget.js';
import { readRevisions, type Revision } from './revisions.js';
import { dictionaryOf, integerOf, nameOf, PdfDictionary, PdfReference, PdfStream, type PdfValue } from './values.js';

const FREE: Entry = { kind: 'free' };
/** What an object of an object stream takes in memory, besides its value. */
const HELD_OBJECT_BYTES = 60;
/** A stream's length may be named by an object whose stream's length is named by an object … */
const LENGTH_HOPS = 4;

/** The file with everything already parsed from it, shared by all its saves. */
export class PdfFile {
  readonly revisions: readonly Revision[];
  readonly bytesAfterEnd: number;
  readonly budget = new ReadingBudget();
  private read = 0;
  private readonly parsed = new Map<number, IndirectObject>();
  private readonly unfolded = new Map<PdfStream, ObjectsInStream>();

  /** @throws PdfMalformed, PdfTooLarge */
  constructor(readonly bytes: Buffer) {
    const { revisions, bytesAfterEnd } = readRevisions(bytes, this.budget);
    this.revisions = revisions;
    this.bytesAfterEnd = bytesAfterEnd;
  }

  /** The file as it stood after one save. */
  stateAfter(revision: number): FileState {
    const newest = this.revisions[revision];
    if (!newest) throw new PdfMalformed('no such save');
    return new FileState(this, this.revisions.slice(0, revision + 1).reverse(), newest);
  }

  /** @throws PdfMalformed when the object there is another one */
  objectAt(offset: number, lengthOf: (reference: PdfReference) => PdfValue): IndirectObject {
    const known = this.parsed.get(offset);
    if (known) return known;
    if (offset <= 0 || offset >= this.bytes.length) throw new PdfMalformed('object outside of the file', offset);
    const object = parseIndirectObject(new Lexer(this.bytes, offset, { budget: this.budget }), lengthOf);
    this.read += object.end - offset;
    if (this.read > PDF_LIMITS.rereading * this.bytes.length) throw new PdfTooLarge('objects overlap');
    this.parsed.set(offset, object);
    return object;
  }

  decode(stream: PdfStream): Buffer {
    return decodeStream(stream, this.budget);
  }

  objectsOf(stream: PdfStream): ObjectsInStream {
    const known = this.unfolded.get(stream);
    if (known) return known;
    const objects = unfoldObjectStream(stream, this.decode(stream), this.budget);
    this.unfolded.set(stream, objects);
    return objects;
  }
}

/** What an object stream holds, by number, and at which place of its list. */
type ObjectsInStream = ReadonlyMap<number, { readonly index: number; readonly value: PdfValue }>;

function unfoldObjectStream(stream: PdfStream, content: Buffer, budget: ReadingBudget): ObjectsInStream {
  const { dictionary } = stream;
  const count = integerOf(dictionary.raw('N'));
  const first = integerOf(dictionary.raw('First'));
  if (nameOf(dictionary.raw('Type')) !== 'ObjStm' || count === null || first === null) {
    throw new PdfMalformed('no object stream');
  }
  let read = 0;
  const header = new Lexer(content, 0, { end: Math.min(first, content.length) });
  const objects = new Map<number, { readonly index: number; readonly value: PdfValue }>();
  for (let i = 0; i < count; i += 1) {
    const number = header.unsigned();
    const lexer = new Lexer(content, first + header.unsigned(), { budget });
    budget.hold(HELD_OBJECT_BYTES);
    if (objects.has(number)) throw new PdfMalformed(`object ${number} twice in an object stream`);
    const from = lexer.position;
    objects.set(number, { index: i, value: parseValue(lexer, false) });
    read += lexer.position - from;
    if (read > PDF_LIMITS.rereading * content.length) throw new PdfTooLarge('objects overlap');
  }
  return objects;
}

const highestOf = new WeakMap<CrossReference, number>();

function highestIn(section: CrossReference): number {
  const known = highestOf.get(section);
  if (known !== undefined) return known;
  let highest = 0;
  for (const [number, { kind }] of section.entries) if (kind !== 'free' && number > highest) highest = number;
  highestOf.set(section, highest);
  return highest;
}

/** What a reader sees that is given the file up to one save. */
export class FileState {
  constructor(
    readonly file: PdfFile,
    /** Newest first. */
    private readonly revisions: readonly Revision[],
    readonly revision: Revision,
  ) {}

  get trailer(): PdfDictionary {
    return this.revision.sections[0]?.trailer ?? new PdfDictionary(new Map());
  }

  entry(number: number): Entry {
    let looked = 0;
    for (const { sections } of this.revisions) {
      for (const { entries } of sections) {
        const entry = entries.get(number);
        looked += 1;
        if (entry) return this.found(entry, looked);
      }
    }
    return this.found(FREE, looked);
  }

  /** An old object of a file with many saves is far to seek, and costs so. */
  private found(entry: Entry, looked: number): Entry {
    this.file.budget.walk(1 + (looked >> 3));
    return entry;
  }

  /** The highest number that any save up to this one has used. */
  get highestUsed(): number {
    const sections = this.revisions.flatMap((revision) => revision.sections);
    return sections.reduce((highest, section) => Math.max(highest, highestIn(section)), 0);
  }

  isInUse(number: number): boolean {
    return this.entry(number).kind !== 'free';
  }

  /**
   * The object behind a reference; null when there is none.
   *
   * @throws PdfMalformed when another object stands there, or the generation differs (readers disagree on that)
   */
  follow(reference: PdfReference, hops = 0): PdfValue {
    const entry = this.entry(reference.number);
    if (entry.kind === 'free') return null;
    if (hops > LENGTH_HOPS) throw new PdfMalformed('objects needed to read each other');
    const lengthOf = (length: PdfReference): PdfValue => this.follow(length, hops + 1);
    if (entry.kind === 'inStream') {
      if (reference.generation !== 0) throw new PdfMalformed('generation of a compressed object');
      return this.compressed(reference.number, entry, lengthOf);
    }
    const object = this.file.objectAt(entry.offset, lengthOf);
    const isNamed = object.number === reference.number && object.generation === entry.generation;
    if (!isNamed || object.generation !== reference.generation) {
      throw new PdfMalformed(
        `object ${reference.number} ${reference.generation} is not where it should be`,
        entry.offset,
      );
    }
    return object.value;
  }

  /** Readers look by number or by place: both must lead to the same object. */
  private compressed(
    number: number,
    { stream: container, index }: Extract<Entry, { kind: 'inStream' }>,
    lengthOf: (length: PdfReference) => PdfValue,
  ): PdfValue {
    const entry = this.entry(container);
    if (entry.kind !== 'inFile') throw new PdfMalformed('object stream missing');
    const object = this.file.objectAt(entry.offset, lengthOf);
    if (object.number !== container || !(object.value instanceof PdfStream)) {
      throw new PdfMalformed('object stream is another object', entry.offset);
    }
    const found = this.file.objectsOf(object.value).get(number);
    if (found?.index !== index) throw new PdfMalformed(`object ${number} missing in its place of an object stream`);
    return found.value;
  }

  /** The object of a number, whatever its generation is; null when there is none. @throws PdfMalformed */
  contentOf(number: number): PdfValue {
    const entry = this.entry(number);
    return this.follow(new PdfReference(number, entry.kind === 'inFile' ? entry.generation : 0));
  }

  /** The value itself: a reference is followed, also one to a reference. */
  resolve(value: PdfValue): PdfValue {
    let current = value;
    for (let hops = 0; current instanceof PdfReference; hops += 1) {
      if (hops > LENGTH_HOPS) throw new PdfMalformed('references in a ring');
      current = this.follow(current);
    }
    return current;
  }

  get(dictionary: PdfDictionary, key: string): PdfValue {
    return this.resolve(dictionary.raw(key));
  }

  dictionary(value: PdfValue): PdfDictionary | null {
    return dictionaryOf(this.resolve(value));
  }

  /** @throws PdfMalformed when the file has no catalog */
  get catalog(): PdfDictionary {
    const root = this.trailer.raw('Root');
    if (!(root instanceof PdfReference)) throw new PdfMalformed('no catalog');
    const catalog = this.follow(root);
    if (!(catalog instanceof PdfDictionary)) throw new PdfMalformed('no catalog');
    return catalog;
  }
}
