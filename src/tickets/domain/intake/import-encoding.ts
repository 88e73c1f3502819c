import { atOnce, type Steps } from '../../../kernel/turns.js';

/** How a file of text was written. */
export type TextEncoding = 'UTF-8' | 'UTF-16' | 'Windows-1258';

export type DecodedText =
  | { readonly ok: true; readonly text: string; readonly encoding: TextEncoding }
  | { readonly ok: false; readonly flaw: string };

const NEW_LINE = 0x0a;
const SAVE_AS_UTF8 = 'Mở tệp trong Excel, lưu lại dạng “CSV UTF-8” rồi chọn lại.';

/**
 * The text of a file: UTF-8 with or without mark, UTF-16, or Windows-1258 where nothing in it is UTF-8. A file of two encodings is refused with its
 * line, for one of the two would be read as other letters.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  return atOnce(decodingSteps(bytes));
}

/** As `decodeText`, with a break after each line. */
export function* decodingSteps(bytes: Uint8Array): Steps<DecodedText> {
  const wide = wideEncoding(bytes);
  if (wide !== null) return decoded(wide, bytes, 'UTF-16');
  if (bytes.includes(0)) return { ok: false, flaw: `Tệp không phải văn bản. ${SAVE_AS_UTF8}` };
  const kinds: ReturnType<typeof kindOf>[] = [];
  for (const line of linesOf(bytes)) {
    kinds.push(kindOf(line));
    yield;
  }
  const foreign = kinds.indexOf('other');
  if (foreign === -1) return decoded('utf-8', bytes, 'UTF-8');
  if (kinds.includes('utf-8')) {
    const flaw = `Dòng ${String(foreign + 1)} viết bằng bảng mã khác các dòng còn lại. ${SAVE_AS_UTF8}`;
    return { ok: false, flaw };
  }
  return decoded('windows-1258', bytes, 'Windows-1258');
}

/** UTF-16 by its mark, or by the empty halves of its first letters. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const beginning = [...bytes.subarray(0, 4)];
  const mark = beginning.slice(0, 2).join(' ');
  const halves = beginning.map((byte) => (byte === 0 ? '0' : 'x')).join('');
  if (mark === '255 254' || halves === 'x0x0') return 'utf-16le';
  return mark === '254 255' || halves === '0x0x' ? 'utf-16be' : null;
}

function decoded(label: string, bytes: Uint8Array, encoding: TextEncoding): DecodedText {
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes);
    const line = text.slice(0, text.indexOf('\ufffd') + 1).split('\n').length;
    if (!text.includes('\ufffd')) return { ok: true, text, encoding };
    return {
      ok: false,
      flaw: `Dòng ${String(line)} có chữ đã hỏng từ trước. Lấy lại tệp gốc rồi lưu dạng “CSV UTF-8”.`,
    };
  } catch {
    return { ok: false, flaw: `Không nhận ra bảng mã của tệp. ${SAVE_AS_UTF8}` };
  }
}

function linesOf(bytes: Uint8Array): readonly Uint8Array[] {
  const lines: Uint8Array[] = [];
  let start = 0;
  for (let end = bytes.indexOf(NEW_LINE); end !== -1; end = bytes.indexOf(NEW_LINE, start)) {
    lines.push(bytes.subarray(start, end));
    start = end + 1;
  }
  return [...lines, bytes.subarray(start)];
}

function kindOf(line: Uint8Array): 'ascii' | 'utf-8' | 'other' {
  if (line.every((byte) => byte < 0x80)) return 'ascii';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(line);
    return 'utf-8';
  } catch {
    return 'other';
  }
}
