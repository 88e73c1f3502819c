import { XmlRefused } from './xml-refused.js';

type Form = 'utf-8' | 'utf-16le' | 'utf-16be';

const DECLARED = /^<\?xml\s[^>]*?encoding\s*=\s*["']([^"']*)["']/u;
const KNOWN = /^utf-?(?:8|16(?:le|be)?)$/iu;

/** A declaration stands within so many bytes. */
const BEGINNING = 512;

/**
 * XML in UTF-8 or UTF-16 as UTF-8 without byte order mark, piece by piece; the very bytes that came, when they were UTF-8 already.
 * Whether those are valid UTF-8 is checked by the caller.
 */
export class Utf8Pieces {
  /** The declaration names another encoding than the bytes have (a habit of .NET string writers). */
  mislabelled = false;
  private waiting: Buffer | null = Buffer.alloc(0);
  private decoder: TextDecoder | null = null;

  /** @throws XmlRefused `encoding` when the bytes are neither UTF-8 nor UTF-16, or the declaration names something else */
  push(piece: Buffer): Buffer {
    if (this.waiting === null) return this.decode(piece, false);
    this.waiting = Buffer.concat([this.waiting, piece]);
    return this.waiting.length < BEGINNING ? Buffer.alloc(0) : this.begin(this.waiting, false);
  }

  /** @throws XmlRefused `encoding` */
  end(): Buffer {
    return this.waiting === null ? this.decode(Buffer.alloc(0), true) : this.begin(this.waiting, true);
  }

  private begin(beginning: Buffer, last: boolean): Buffer {
    this.waiting = null;
    const form = formOf(beginning);
    this.decoder = form === 'utf-8' ? null : new TextDecoder(form, { fatal: true });
    const bytes = this.decode(form === 'utf-8' ? withoutMark(beginning) : beginning, last);
    const declared = DECLARED.exec(bytes.toString('latin1', 0, 256))?.[1];
    if (declared === undefined) return bytes;
    if (!KNOWN.test(declared)) throw encodingRefused();
    this.mislabelled = declared.includes('16') !== (form !== 'utf-8');
    return bytes;
  }

  private decode(piece: Buffer, last: boolean): Buffer {
    if (this.decoder === null) return piece;
    try {
      return Buffer.from(this.decoder.decode(piece, { stream: !last }), 'utf8');
    } catch {
      throw encodingRefused();
    }
  }
}

/** By byte order mark, else by the zero beside the first `<` (XML 1.0, appendix F). */
function formOf(source: Buffer): Form {
  switch (source.length < 2 ? 0 : source.readUInt16BE(0)) {
    case 0xff_fe:
    case 0x3c_00:
      return 'utf-16le';
    case 0xfe_ff:
    case 0x00_3c:
      return 'utf-16be';
    default:
      return 'utf-8';
  }
}

function withoutMark(bytes: Buffer): Buffer {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

export function encodingRefused(): XmlRefused {
  return new XmlRefused('encoding', 'Tệp XML không dùng bảng mã UTF-8 hoặc UTF-16 đúng quy cách.');
}
