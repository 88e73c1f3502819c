import { isUtf8 } from 'node:buffer';
import { XmlFlaw } from './xml-flaw.js';

/** Bytes of the longest letter of UTF-8, less one: so much of a letter may wait for its rest. */
const MAX_REST_LENGTH = 3;

/**
 * Turns what comes in pieces into UTF-8, each piece ending with a whole letter: UTF-8 itself is only proved, UTF-16 is rewritten.
 * Which of the two it is, the first bytes say (XML 1.0, appendix F).
 */
export class Utf8Stream {
  private wide: TextDecoder | null = null;
  private begun = false;
  private rest = Buffer.alloc(0);

  /** @throws XmlFlaw `xml-encoding` */
  next(chunk: Buffer): Buffer {
    const bytes = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk]);
    this.rest = Buffer.alloc(0);
    if (!this.begun) {
      if (bytes.length < 4) {
        this.rest = Buffer.from(bytes);
        return Buffer.alloc(0);
      }
      return this.begin(bytes);
    }
    return this.decode(bytes);
  }

  /** What waited for more. @throws XmlFlaw `xml-encoding` when it is half a letter */
  end(): Buffer {
    const last = this.begun ? this.rest : this.begin(this.rest);
    if (this.wide) return this.rewrite(Buffer.alloc(0), false);
    if (!isUtf8(last)) throw new XmlFlaw('xml-encoding');
    return last;
  }

  get isWide(): boolean {
    return this.wide !== null;
  }

  private begin(bytes: Buffer): Buffer {
    this.begun = true;
    const first = bytes.length < 2 ? 0 : bytes.readUInt16BE(0);
    if (first === 0xfffe || first === 0x3c00) this.wide = new TextDecoder('utf-16le', { fatal: true });
    if (first === 0xfeff || first === 0x003c) this.wide = new TextDecoder('utf-16be', { fatal: true });
    const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    return this.decode(marked ? bytes.subarray(3) : bytes);
  }

  private decode(bytes: Buffer): Buffer {
    if (this.wide) return this.rewrite(bytes, true);
    const whole = wholeLetters(bytes);
    this.rest = Buffer.from(bytes.subarray(whole));
    const letters = bytes.subarray(0, whole);
    if (!isUtf8(letters)) throw new XmlFlaw('xml-encoding');
    return letters;
  }

  private rewrite(bytes: Buffer, stream: boolean): Buffer {
    try {
      return Buffer.from(this.wide?.decode(bytes, { stream }) ?? '', 'utf8');
    } catch {
      throw new XmlFlaw('xml-encoding');
    }
  }
}

/** How many bytes make whole letters; a letter cut off at the end is left out. */
function wholeLetters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(MAX_REST_LENGTH, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) return lengthOf(byte) > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

function lengthOf(first: number): number {
  if (first >= 0xf0) return 4;
  return first >= 0xe0 ? 3 : 2;
}
