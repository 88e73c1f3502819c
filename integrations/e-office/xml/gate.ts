import { isUtf8 } from 'node:buffer';
import { CutText, SECTION, SECTION_END } from './cut-text.js';
import type { ByteSink } from './cut-text.js';
import { encodingRefused, Utf8Pieces } from './encoding.js';
import { XmlRefused } from './xml-refused.js';

export interface XmlLimits {
  /** Of the input as received. */
  readonly maxBytes: number;
  /** Of what is left for the parser when the texts of `cut` are taken out: it keeps everybody waiting while it reads. */
  readonly maxParsedBytes: number;
  readonly maxDepth: number;
  /** Comments and processing instructions count like elements: each costs the parser a node. */
  readonly maxElements: number;
  /** Local names of the elements whose base64 text is taken out before anything parses. */
  readonly cut: ReadonlySet<string>;
}

export interface GatedXml<Kept> {
  /** UTF-8, without the texts that were cut. */
  readonly bytes: Buffer;
  /** One entry for each element with a name of `cut`, in document order; null where nothing was cut. */
  readonly cuts: readonly (Kept | null)[];
  /** Where in `bytes` each of `cuts` stood. */
  readonly places: readonly number[];
  readonly mislabelled: boolean;
}

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const BANG = 0x21;
const QUESTION = 0x3f;
const COLON = 0x3a;
const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;
const BRACKET = 0x5d;
const EQUALS = 0x3d;

/** Names longer than this are not looked at further: none that is cut is as long. */
const MAX_NAME_LENGTH = 64;
/** Of one element, namespaces included: readers of signatures need a time that grows with their square. */
const MAX_ATTRIBUTES = 100;
/** Returned by a step that cannot tell what it sees before more has come. */
const MORE = -1;

/** What takes the next bytes, and says where the step after it begins. */
type Step = 'passText' | 'passMarkup' | 'passUntil' | 'passTag' | 'beginCut' | 'passCut';

/**
 * What every XML from outside passes before a parser sees it: size, encoding, no DOCTYPE, depth, number of elements, size of the rest.
 *
 * It takes the document piece by piece, and in the same pass the base64 of attachments is set aside, so that a parser meets some
 * kilobytes instead of 50 MiB and nobody holds the whole. Only letters of base64 and white space between a start tag and its end tag, in a
 * CDATA section or not, are taken out. Up to a document's first error this scan and the parser see the same markup, and that first
 * error can never lie in what was taken out; so whatever is wrong with the whole is still wrong with the rest. Where a long text turns out to be
 * no base64, its beginning is left out and a mark put in its place that is no base64 either.
 */
export class XmlGate<Kept extends ByteSink> {
  private readonly encoding = new Utf8Pieces();
  private readonly kept: Buffer[] = [];
  private keptBytes = 0;
  private readonly cuts: (Kept | null)[] = [];
  private readonly places: number[] = [];
  private came = 0;
  private depth = 0;
  private nodes = 0;

  private step: Step = 'passText';
  /** The beginning of something that the last step could not tell; a few bytes. */
  private rest: Buffer = Buffer.alloc(0);
  /** From here on, the bytes at hand are kept; none while a text is being cut. */
  private keepFrom = 0;
  private tag = { name: '', isNamed: false, quote: 0, before: 0, attributes: 0 };
  private closing = '';
  private cutting: CutText<Kept> | null = null;

  constructor(
    private readonly limits: XmlLimits,
    /** Gives the sink for one text. */
    private readonly sink: () => Kept,
  ) {}

  /** @throws XmlRefused */
  push(piece: Buffer): void {
    this.came += piece.length;
    const { maxBytes } = this.limits;
    if (this.came > maxBytes) {
      throw new XmlRefused('too-large', `Tệp XML lớn hơn mức cho phép ${sized(maxBytes)}.`);
    }
    this.scan(this.encoding.push(piece), false);
  }

  /** @throws XmlRefused */
  end(): GatedXml<Kept> {
    this.scan(this.encoding.end(), true);
    if (this.cutting !== null) this.putBack(this.cutting);
    const bytes = Buffer.concat(this.kept);
    if (!isUtf8(bytes)) throw encodingRefused();
    return { bytes, cuts: this.cuts, places: this.places, mislabelled: this.encoding.mislabelled };
  }

  private scan(piece: Buffer, last: boolean): void {
    const bytes = this.rest.length === 0 ? piece : Buffer.concat([this.rest, piece]);
    this.keepFrom = 0;
    let at = 0;
    while (at < bytes.length) {
      const next = this[this.step](bytes, at, last);
      if (next === MORE) break;
      at = next;
    }
    if (this.cutting === null) this.keep(bytes.subarray(this.keepFrom, at));
    this.rest = Buffer.from(bytes.subarray(at));
  }

  private keep(bytes: Buffer): void {
    if (bytes.length === 0) return;
    const { maxParsedBytes } = this.limits;
    this.keptBytes += bytes.length;
    if (this.keptBytes > maxParsedBytes) {
      const limit = sized(maxParsedBytes);
      throw new XmlRefused('too-large', `Phần chữ của tệp XML, không kể tệp đính kèm, lớn hơn mức cho phép ${limit}.`);
    }
    // A copy: a few kept bytes would hold on to the whole piece that they came in.
    this.kept.push(Buffer.from(bytes));
  }

  private passText(bytes: Buffer, at: number): number {
    const found = bytes.indexOf(LT, at);
    if (found === -1) return bytes.length;
    this.step = 'passMarkup';
    return found;
  }

  private passMarkup(bytes: Buffer, at: number, last: boolean): number {
    if (bytes.length - at < SECTION.length && !last) return MORE;
    if (bytes[at + 1] === SLASH) {
      this.depth -= 1;
      return this.until('>', at + 2);
    }
    this.countNode();
    if (bytes[at + 1] === BANG) return this.passDeclaration(bytes, at);
    if (bytes[at + 1] === QUESTION) return this.until('?>', at + 2);
    this.tag = { name: '', isNamed: false, quote: 0, before: 0, attributes: 0 };
    this.step = 'passTag';
    return at + 1;
  }

  private passDeclaration(bytes: Buffer, at: number): number {
    if (startsWith(bytes, '<!--', at)) return this.until('-->', at + 4);
    if (startsWith(bytes, SECTION, at)) return this.until(SECTION_END, at + SECTION.length);
    throw new XmlRefused('doctype', 'Tệp XML có khai báo DOCTYPE, không được phép.');
  }

  private countNode(): void {
    this.nodes += 1;
    if (this.nodes > this.limits.maxElements) {
      throw new XmlRefused('too-many-elements', `Tệp XML có quá ${this.limits.maxElements} phần tử.`);
    }
  }

  private until(closing: string, at: number): number {
    this.closing = closing;
    this.step = 'passUntil';
    return at;
  }

  private passUntil(bytes: Buffer, at: number, last: boolean): number {
    const found = bytes.indexOf(this.closing, at, 'latin1');
    if (found !== -1) {
      this.step = 'passText';
      return found + this.closing.length;
    }
    const next = last ? bytes.length : bytes.length - this.closing.length + 1;
    return next > at ? next : MORE;
  }

  /** To the `>` that closes the tag; a `>` inside a quoted value does not. */
  private passTag(bytes: Buffer, at: number): number {
    const { tag } = this;
    for (let i = at; i < bytes.length; i += 1) {
      const byte = bytes[i] ?? GT;
      if (!tag.isNamed) nameBy(tag, byte);
      if (tag.quote !== 0) {
        if (byte === tag.quote) tag.quote = 0;
      } else if (byte === GT) return this.open(i + 1);
      else if (byte === DOUBLE_QUOTE || byte === SINGLE_QUOTE) tag.quote = byte;
      else if (byte === EQUALS) countAttribute(tag);
      tag.before = byte;
    }
    return bytes.length;
  }

  /** @param at behind the start tag */
  private open(at: number): number {
    const isEmpty = this.tag.before === SLASH;
    if (!isEmpty) this.depth += 1;
    if (this.depth > this.limits.maxDepth) {
      throw new XmlRefused('too-deep', `Tệp XML lồng nhau sâu quá ${this.limits.maxDepth} tầng.`);
    }
    const isCut = this.limits.cut.has(this.tag.name);
    if (isCut && isEmpty) this.note(null);
    this.step = isCut && !isEmpty ? 'beginCut' : 'passText';
    return at;
  }

  private beginCut(bytes: Buffer, at: number, last: boolean): number {
    if (bytes[at] === LT && bytes.length - at < SECTION.length && !last) return MORE;
    const inSection = startsWith(bytes, SECTION, at);
    this.keep(bytes.subarray(this.keepFrom, at));
    this.cutting = new CutText(this.sink(), inSection);
    this.step = 'passCut';
    return inSection ? at + SECTION.length : at;
  }

  private passCut(bytes: Buffer, at: number, last: boolean): number {
    const cutting = this.cutting;
    if (cutting === null) return at;
    const found = bytes.indexOf(cutting.inSection ? BRACKET : LT, at);
    const to = found === -1 ? bytes.length : found;
    if (to === at) return this.passEndOfCut(cutting, bytes, { at, last });
    return cutting.push(bytes.subarray(at, to)) ? to : this.putBack(cutting, at);
  }

  private passEndOfCut(
    cutting: CutText<Kept>,
    bytes: Buffer,
    { at, last }: { readonly at: number; readonly last: boolean },
  ): number {
    const ending = cutting.inSection ? `${SECTION_END}</` : '</';
    if (bytes.length - at < ending.length && !last) return MORE;
    if (!startsWith(bytes, ending, at) || !cutting.end()) return this.putBack(cutting, at);
    this.note(cutting.sink);
    return this.endCut(at + ending.length - '</'.length);
  }

  /** It is no base64: the parser sees it. */
  private putBack(cutting: CutText<Kept>, at = 0): number {
    this.note(null);
    this.keep(cutting.putBack());
    this.endCut(at);
    if (!cutting.inSection) return at;
    this.countNode();
    return this.until(SECTION_END, at);
  }

  private note(cut: Kept | null): void {
    this.cuts.push(cut);
    this.places.push(this.keptBytes);
  }

  private endCut(at: number): number {
    this.cutting = null;
    this.keepFrom = at;
    this.step = 'passText';
    return at;
  }
}

function countAttribute(tag: { attributes: number }): void {
  tag.attributes += 1;
  if (tag.attributes > MAX_ATTRIBUTES) {
    throw new XmlRefused('too-many-elements', `Tệp XML có phần tử mang quá ${MAX_ATTRIBUTES} thuộc tính.`);
  }
}

function nameBy(tag: { name: string; isNamed: boolean }, byte: number): void {
  if (byte === GT || byte === SLASH || byte <= 0x20) tag.isNamed = true;
  else if (byte === COLON) tag.name = '';
  else if (tag.name.length < MAX_NAME_LENGTH) tag.name += String.fromCharCode(byte);
}

function startsWith(bytes: Buffer, text: string, at: number): boolean {
  return bytes.toString('latin1', at, at + text.length) === text;
}

function sized(bytes: number): string {
  const kibibytes = Math.floor(bytes / 1024);
  return kibibytes < 1024 ? `${kibibytes} KiB` : `${Math.floor(kibibytes / 1024)} MiB`;
}
