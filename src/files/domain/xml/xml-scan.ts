import { localName, readTag, resolved, type TagAttributes } from './markup.js';
import { Utf8Stream } from './utf8-stream.js';
import { XmlFlaw } from './xml-flaw.js';

export interface XmlScanLimits {
  readonly depth: number;
  /** Elements, comments and processing instructions together: each costs a parser a node. */
  readonly nodes: number;
  readonly attributes: number;
  /** Whether every tag and every reference is proved, or only those that a listener asks for. */
  readonly strict: boolean;
}

/** Who wants to hear what stands in the XML. Names come without their prefix. */
export interface XmlListener {
  /** Whether this element's attributes are wanted, or its text. */
  readonly wants: (name: string) => boolean;
  readonly opened: (name: string, attributes: ReadonlyMap<string, string>) => void;
  /** The text that stood directly in a wanted element, when it ends. */
  readonly closed: (name: string, text: string) => void;
}

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const BANG = 0x21;
const QUESTION = 0x3f;
const QUOTES: ReadonlySet<number> = new Set([0x22, 0x27]);
const MAX_TAG_LENGTH = 1024 * 1024;
const MAX_TEXT_LENGTH = 4 * 1024 * 1024;
const DECLARED = /^\?xml\s[^>]*?encoding\s*=\s*["']([^"']*)["']/u;
const KNOWN_ENCODING = /^utf-?(?:8|16(?:le|be)?)$/iu;
const BLANK = /^[\s\ufeff]*$/u;
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/u;

interface Open {
  readonly name: string;
  readonly wanted: string | null;
  text: string;
}

/**
 * XML read in pieces of any size without keeping it: no DOCTYPE, one root, tags that close in their order, and limits on
 * depth and number. What passes can be handed to a parser; a listener hears of the elements it wants.
 */
export class XmlScan {
  private readonly letters = new Utf8Stream();
  private readonly open: Open[] = [];
  private carried = Buffer.alloc(0);
  private nodes = 0;
  private roots = 0;
  private started = false;

  constructor(
    private readonly limits: XmlScanLimits,
    private readonly listener: XmlListener,
  ) {}

  /** @throws XmlFlaw */
  push(chunk: Buffer): void {
    this.scan(this.letters.next(chunk));
  }

  /** @throws XmlFlaw when the document is cut off or empty */
  end(): void {
    this.scan(this.letters.end());
    if (this.carried.length > 0) this.passText(this.carried);
    if (this.open.length > 0 || this.roots !== 1) throw new XmlFlaw('xml-not-well-formed');
  }

  private scan(piece: Buffer): void {
    const bytes = this.carried.length === 0 ? piece : Buffer.concat([this.carried, piece]);
    let at = 0;
    while (at < bytes.length) {
      const next = bytes[at] === LT ? this.passMarkup(bytes, at) : this.textEnd(bytes, at);
      if (next === null) break;
      at = next;
    }
    this.carried = Buffer.from(bytes.subarray(at));
    if (this.carried.length > MAX_TAG_LENGTH) throw new XmlFlaw('xml-not-well-formed');
  }

  /** Text is read up to the next markup; a reference cut off at the end waits for its rest. */
  private textEnd(bytes: Buffer, at: number): number | null {
    const end = bytes.indexOf(LT, at);
    if (end !== -1) {
      this.passText(bytes.subarray(at, end));
      return end;
    }
    const cut = bytes.lastIndexOf('&');
    const isCut = cut >= at && bytes.length - cut < 16 && bytes.indexOf(';', cut) === -1;
    if (isCut && cut === at) return null;
    this.passText(bytes.subarray(at, isCut ? cut : bytes.length));
    return isCut ? cut : bytes.length;
  }

  private passText(bytes: Buffer): void {
    const inside = this.open.at(-1);
    if (inside && inside.wanted === null && !this.limits.strict) return;
    const text = bytes.toString('utf8');
    if (CONTROL.test(text)) throw new XmlFlaw('xml-not-well-formed');
    if (!inside) {
      if (!BLANK.test(text)) throw new XmlFlaw('xml-not-well-formed');
      return;
    }
    const said = resolved(text);
    if (inside.wanted !== null && inside.text.length < MAX_TEXT_LENGTH) inside.text += said;
  }

  /** @returns where to go on; null when the markup is not whole yet */
  private passMarkup(bytes: Buffer, at: number): number | null {
    const kind = bytes[at + 1];
    if (kind === undefined) return null;
    if (kind === BANG) return this.passDeclaration(bytes, at);
    if (kind === QUESTION) return this.passInstruction(bytes, at);
    const end = endOfTag(bytes, at + 1);
    if (end === null) return null;
    if (kind === SLASH) this.close(bytes.toString('utf8', at + 2, end).trimEnd());
    else this.start(bytes, at + 1, end);
    return end + 1;
  }

  private passDeclaration(bytes: Buffer, at: number): number | null {
    const head = bytes.toString('latin1', at, at + 9);
    if (head.startsWith('<!--')) {
      this.count();
      return after(bytes, '-->', at + 4);
    }
    if (head === '<![CDATA[') return this.passCharacters(bytes, at + 9);
    if ('<![CDATA['.startsWith(head) || '<!--'.startsWith(head)) return null;
    throw new XmlFlaw('xml-doctype');
  }

  private passCharacters(bytes: Buffer, at: number): number | null {
    const end = bytes.indexOf(']]>', at);
    if (end === -1) return null;
    const inside = this.open.at(-1);
    if (!inside) throw new XmlFlaw('xml-not-well-formed');
    if (inside.wanted !== null) inside.text += bytes.toString('utf8', at, end);
    return end + 3;
  }

  private passInstruction(bytes: Buffer, at: number): number | null {
    const end = after(bytes, '?>', at + 2);
    if (end === null) return null;
    this.count();
    const declared = DECLARED.exec(bytes.toString('latin1', at + 1, Math.min(end, at + 256)))?.[1];
    if (declared !== undefined && (this.started || !KNOWN_ENCODING.test(declared))) throw new XmlFlaw('xml-encoding');
    this.started = true;
    return end;
  }

  private start(bytes: Buffer, from: number, end: number): void {
    this.started = true;
    this.count();
    const isEmpty = bytes[end - 1] === SLASH;
    const tag = bytes.toString('utf8', from, isEmpty ? end - 1 : end);
    const name = nameOf(tag);
    const wanted = this.wanted(tag, name);
    if (this.open.length === 0) this.roots += 1;
    if (this.roots > 1) throw new XmlFlaw('xml-not-well-formed');
    this.open.push({ name, wanted, text: '' });
    if (this.open.length > this.limits.depth) throw new XmlFlaw('xml-too-deep');
    if (isEmpty) this.close(name);
  }

  private wanted(tag: string, name: string): string | null {
    const local = localName(name);
    const isWanted = this.listener.wants(local);
    const read: TagAttributes | null = isWanted || this.limits.strict ? readTag(tag, this.limits.attributes) : null;
    if (isWanted && read) this.listener.opened(local, read.attributes);
    return isWanted ? local : null;
  }

  private close(name: string): void {
    const closed = this.open.pop();
    if (closed?.name !== name) throw new XmlFlaw('xml-not-well-formed');
    if (closed.wanted !== null) this.listener.closed(closed.wanted, closed.text);
  }

  private count(): void {
    this.nodes += 1;
    if (this.nodes > this.limits.nodes) throw new XmlFlaw('xml-too-many-elements');
  }
}

function nameOf(tag: string): string {
  for (let at = 0; at < tag.length; at += 1) if (tag.charCodeAt(at) <= 0x20) return tag.slice(0, at);
  return tag;
}

/** Where the `>` stands that closes the tag; a `>` inside a quoted value does not. Null when it has not come yet. */
function endOfTag(bytes: Buffer, from: number): number | null {
  const length = bytes.length;
  let quote = 0;
  for (let at = from; at < length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (quote !== 0) {
      if (byte === quote) quote = 0;
    } else if (byte === GT) return at;
    else if (byte === LT) throw new XmlFlaw('xml-not-well-formed');
    else if (QUOTES.has(byte)) quote = byte;
  }
  return null;
}

function after(bytes: Buffer, closing: string, from: number): number | null {
  const found = bytes.indexOf(closing, from, 'latin1');
  return found === -1 ? null : found + closing.length;
}
