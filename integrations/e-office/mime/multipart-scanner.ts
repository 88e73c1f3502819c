import type { MediaType } from './media-type.js';

/** Header fields of one part by name in lower case. */
export type PartHeaders = Readonly<Record<string, string>>;

/** Where the content of one part goes. */
export interface PartSink {
  /** @param piece does not change any more */
  write(piece: Buffer): void;
}

/** Bytes that are no whole message in parts. The sentence, in Vietnamese, says what, never with content. */
export class MimeRefused extends Error {}

const MAX_PARTS = 200;
const MAX_HEAD_LENGTH = 8192;
const CRLF = '\r\n';
const CLOSING = '--';
const [SPACE, TAB] = [0x20, 0x09];
/** Of a line of mail (RFC 5322). */
const MAX_PADDING_LENGTH = 998;
const HEAD_END = Buffer.from(CRLF + CRLF);
/** What a boundary may be made of (RFC 2046): at most 70 characters, the last no space. */
const BOUNDARY = /^[\w'()+,./:=? -]{0,69}[\w'()+,./:=?-]$/u;

/** @throws MimeRefused when the content type names no boundary, or an invalid one */
export function boundaryOf({ parameters }: MediaType): string {
  const boundary = parameters.get('boundary') ?? '';
  if (!BOUNDARY.test(boundary)) throw new MimeRefused('Kiểu nội dung không nêu ranh giới (boundary) đúng quy cách.');
  return boundary;
}

/**
 * Takes a message in parts (RFC 2046, RFC 2387) while it comes, in pieces cut anywhere: every part ended by its boundary, the last by the closing one. What stands before the first
 * and behind the last is passed over, as the standard says.
 */
export class MultipartScanner {
  private readonly delimiter: Buffer;
  /** What could not be told yet. The first boundary may stand at the very beginning. */
  private rest: Buffer = Buffer.from(CRLF);
  private at: 'content' | 'head' | 'end' = 'content';
  private sink: PartSink | null = null;
  private parts = 0;

  /** @param open gives the place of the part that begins */
  constructor(
    boundary: string,
    private readonly open: (headers: PartHeaders) => PartSink,
  ) {
    this.delimiter = Buffer.from(`${CRLF}--${boundary}`, 'latin1');
  }

  /** @throws MimeRefused when a head has no end, or there are more parts than anybody needs; and what `open` throws */
  push(piece: Buffer): void {
    // Always a copy: the sender of the piece may reuse its memory.
    const bytes = Buffer.concat([this.rest, piece]);
    let from = 0;
    for (let to = -1; to !== from && this.at !== 'end';) {
      to = from;
      from = this.at === 'head' ? this.passHead(bytes, from) : this.passContent(bytes, from);
    }
    this.rest = this.at === 'end' ? Buffer.alloc(0) : Buffer.from(bytes.subarray(from));
  }

  /** @throws MimeRefused when the closing boundary has not come */
  end(): void {
    if (this.at === 'end') return;
    throw new MimeRefused('Thiếu ranh giới kết thúc: thông điệp bị cắt, hoặc ranh giới là một chuỗi khác.');
  }

  /** @returns where it goes on; the same place when more must come first */
  private passContent(bytes: Buffer, from: number): number {
    const found = bytes.indexOf(this.delimiter, from);
    if (found === -1) return this.write(bytes, from, bytes.length - this.delimiter.length + 1);
    const after = found + this.delimiter.length;
    const line = endOfLine(bytes, after);
    if (line === 'unsure') return this.write(bytes, from, found);
    if (line === 'content') return this.write(bytes, from, after);
    this.write(bytes, from, found);
    this.at = line.opens;
    return line.to;
  }

  private write(bytes: Buffer, from: number, to: number): number {
    if (to <= from) return from;
    this.sink?.write(bytes.subarray(from, to));
    return to;
  }

  private passHead(bytes: Buffer, from: number): number {
    const start = bytes.toString('latin1', from, from + CRLF.length);
    if (start === CRLF) return this.begin('', from + CRLF.length);
    const end = bytes.indexOf(HEAD_END, from);
    if ((end === -1 ? bytes.length : end) - from > MAX_HEAD_LENGTH) {
      throw new MimeRefused('Phần đầu của một phần không có kết thúc.');
    }
    return end === -1 ? from : this.begin(bytes.toString('latin1', from, end), end + HEAD_END.length);
  }

  private begin(head: string, from: number): number {
    this.parts += 1;
    if (this.parts > MAX_PARTS) throw new MimeRefused(`Thông điệp có quá ${String(MAX_PARTS)} phần.`);
    this.sink = this.open(fieldsOf(head));
    this.at = 'content';
    return from;
  }
}

/** What follows a boundary makes it one: two hyphens, or the end of the line, before which there may be blanks that mean nothing (RFC 2046, 5.1.1). */
function endOfLine(
  bytes: Buffer,
  from: number,
): { readonly opens: 'head' | 'end'; readonly to: number } | 'content' | 'unsure' {
  let at = from;
  while (at - from < MAX_PADDING_LENGTH && (bytes[at] === SPACE || bytes[at] === TAB)) at += 1;
  const to = at + CRLF.length;
  const follows = bytes.toString('latin1', at, to);
  if (follows === CRLF) return { opens: 'head', to };
  if (at > from) return CRLF.startsWith(follows) ? 'unsure' : 'content';
  if (follows === CLOSING) return { opens: 'end', to };
  return CRLF.startsWith(follows) || CLOSING.startsWith(follows) ? 'unsure' : 'content';
}

function fieldsOf(head: string): PartHeaders {
  const lines = head.replace(/\r\n[ \t]+/gu, ' ').split(CRLF);
  const fields = lines.flatMap((line): [string, string][] => {
    const colon = line.indexOf(':');
    return colon < 1 ? [] : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]];
  });
  return Object.fromEntries(fields);
}

/** The identity of a part without its angle brackets; empty when it has none. */
export function contentIdOf(headers: PartHeaders): string {
  return (headers['content-id'] ?? '').replace(/^<(.*)>$/u, '$1');
}
