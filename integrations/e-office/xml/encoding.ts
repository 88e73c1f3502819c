import { isUtf8 } from 'node:buffer';
import { XmlRefused } from './xml-refused.js';

export interface Utf8Xml {
  /** UTF-8 without byte order mark; the very bytes that came, when they were UTF-8 already. */
  readonly bytes: Buffer;
  /** The declaration names another encoding than the bytes have (a habit of .NET string writers). */
  readonly mislabelled: boolean;
}

type Form = 'utf-8' | 'utf-16le' | 'utf-16be';

const DECLARED = /^<\?xml\s[^>]*?encoding\s*=\s*["']([^"']*)["']/u;
const KNOWN = /^utf-?(?:8|16(?:le|be)?)$/iu;

/** @throws XmlRefused `encoding` when the bytes are neither UTF-8 nor UTF-16, or the declaration names something else */
export function toUtf8(source: Buffer): Utf8Xml {
  const form = formOf(source);
  const bytes = withoutMark(form === 'utf-8' ? source : transcode(source, form));
  if (!isUtf8(bytes)) throw refused();
  const declared = DECLARED.exec(bytes.toString('latin1', 0, 256))?.[1];
  if (declared === undefined) return { bytes, mislabelled: false };
  if (!KNOWN.test(declared)) throw refused();
  return { bytes, mislabelled: declared.includes('16') !== (form !== 'utf-8') };
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

function transcode(source: Buffer, form: Form): Buffer {
  try {
    return Buffer.from(new TextDecoder(form, { fatal: true }).decode(source), 'utf8');
  } catch {
    throw refused();
  }
}

function withoutMark(bytes: Buffer): Buffer {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

function refused(): XmlRefused {
  return new XmlRefused('encoding', 'Tệp XML không dùng bảng mã UTF-8 hoặc UTF-16 đúng quy cách.');
}
