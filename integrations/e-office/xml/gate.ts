import { Base64Text } from './base64-text.js';
import { toUtf8 } from './encoding.js';
import { XmlRefused } from './xml-refused.js';

export interface XmlLimits {
  /** Of the input as it came. */
  readonly maxBytes: number;
  /** Of what is left for the parser when the texts of `cut` are taken out: it keeps everybody waiting while it reads. */
  readonly maxParsedBytes: number;
  readonly maxDepth: number;
  /** Comments and processing instructions count like elements: each costs the parser a node. */
  readonly maxElements: number;
  /** Local names of the elements whose base64 text is taken out before anything parses. */
  readonly cut: ReadonlySet<string>;
}

export interface GatedXml {
  /** UTF-8, without the texts that were cut. */
  readonly bytes: Buffer;
  /** One entry for each element with a name of `cut`, in document order; null where nothing was cut. */
  readonly cuts: readonly (Base64Text | null)[];
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
const SECTION = '<![CDATA[';
const SECTION_END = ']]>';

/**
 * What every XML from outside passes before a parser sees it: size, encoding, no DOCTYPE, depth, number of elements, size of the rest.
 *
 * In the same pass the base64 of attachments is set aside, so that a parser meets some kilobytes instead of 50 MiB.
 * Only letters of base64 and white space between a start tag and its end tag, in a CDATA section or not, are taken out. Up to a document's first
 * error this scan and the parser see the same markup, and that first error can never lie in what was taken out; so
 * whatever is wrong with the whole is still wrong with the rest.
 *
 * @throws XmlRefused
 */
export function passGate(source: Buffer, limits: XmlLimits): GatedXml {
  if (source.length > limits.maxBytes) {
    throw new XmlRefused('too-large', `Tệp XML lớn hơn mức cho phép ${mebibytes(limits.maxBytes)} MiB.`);
  }
  const { bytes, mislabelled } = toUtf8(source);
  return { ...new MarkupScan(bytes, limits).run(), mislabelled };
}

class MarkupScan {
  private readonly kept: Buffer[] = [];
  private readonly cuts: (Base64Text | null)[] = [];
  private keptTo = 0;
  private depth = 0;
  private nodes = 0;

  constructor(
    private readonly bytes: Buffer,
    private readonly limits: XmlLimits,
  ) {}

  run(): Pick<GatedXml, 'bytes' | 'cuts'> {
    for (let at = this.bytes.indexOf(LT); at !== -1; at = this.bytes.indexOf(LT, at)) at = this.pass(at);
    this.kept.push(this.bytes.subarray(this.keptTo));
    this.requireShort();
    return { bytes: this.kept.length === 1 ? this.bytes : Buffer.concat(this.kept), cuts: this.cuts };
  }

  private requireShort(): void {
    const { maxParsedBytes } = this.limits;
    const left = this.kept.reduce((sum, { length }) => sum + length, 0);
    if (left <= maxParsedBytes) return;
    const limit = `${mebibytes(maxParsedBytes)} MiB`;
    throw new XmlRefused('too-large', `Phần chữ của tệp XML, không kể tệp đính kèm, lớn hơn mức cho phép ${limit}.`);
  }

  /** @returns where to look for the next markup */
  private pass(at: number): number {
    if (this.bytes[at + 1] === SLASH) {
      this.depth -= 1;
      return this.after('>', at + 2);
    }
    this.nodes += 1;
    if (this.nodes > this.limits.maxElements) {
      throw new XmlRefused('too-many-elements', `Tệp XML có quá ${this.limits.maxElements} phần tử.`);
    }
    switch (this.bytes[at + 1] ?? GT) {
      case BANG:
        return this.passDeclaration(at);
      case QUESTION:
        return this.after('?>', at + 2);
      default:
        return this.passStartTag(at);
    }
  }

  private passDeclaration(at: number): number {
    if (this.startsWith('<!--', at)) return this.after('-->', at + 4);
    if (this.startsWith(SECTION, at)) return this.after(SECTION_END, at + SECTION.length);
    throw new XmlRefused('doctype', 'Tệp XML có khai báo DOCTYPE, không được phép.');
  }

  private passStartTag(at: number): number {
    const end = this.endOfTag(at);
    const empty = this.bytes[end - 2] === SLASH;
    if (!empty) this.depth += 1;
    if (this.depth > this.limits.maxDepth) {
      throw new XmlRefused('too-deep', `Tệp XML lồng nhau sâu quá ${this.limits.maxDepth} tầng.`);
    }
    if (!this.limits.cut.has(this.localName(at, end))) return end;
    return this.cutText(end, empty);
  }

  private cutText(start: number, empty: boolean): number {
    const section = !empty && this.startsWith(SECTION, start);
    const from = section ? start + SECTION.length : start;
    const to = empty ? -1 : section ? this.bytes.indexOf(SECTION_END, from, 'latin1') : this.bytes.indexOf(LT, from);
    const next = section && to !== -1 ? to + SECTION_END.length : to;
    const closes = next !== -1 && this.startsWith('</', next);
    const text = closes ? Base64Text.of(this.bytes.subarray(from, to)) : null;
    this.cuts.push(text);
    if (text === null) return start;
    this.kept.push(this.bytes.subarray(this.keptTo, start));
    this.keptTo = next;
    return next;
  }

  private localName(at: number, end: number): string {
    let from = at + 1;
    let to = from;
    for (; to < end && !endsName(this.bytes[to]); to += 1) if (this.bytes[to] === COLON) from = to + 1;
    return this.bytes.toString('latin1', from, to);
  }

  /** Behind the `>` that closes the tag; a `>` inside a quoted value does not. */
  private endOfTag(at: number): number {
    let quote = 0;
    for (let i = at + 1; i < this.bytes.length; i += 1) {
      const byte = this.bytes[i];
      if (quote !== 0) {
        if (byte === quote) quote = 0;
      } else if (byte === GT) return i + 1;
      else if (byte === DOUBLE_QUOTE || byte === SINGLE_QUOTE) quote = byte;
    }
    return this.bytes.length;
  }

  private after(closing: string, from: number): number {
    const found = this.bytes.indexOf(closing, from, 'latin1');
    return found === -1 ? this.bytes.length : found + closing.length;
  }

  private startsWith(text: string, at: number): boolean {
    return this.bytes.toString('latin1', at, at + text.length) === text;
  }
}

function endsName(byte: number | undefined): boolean {
  return byte === GT || byte === SLASH || byte === undefined || byte <= 0x20;
}

function mebibytes(bytes: number): number {
  return Math.floor(bytes / (1024 * 1024));
}
