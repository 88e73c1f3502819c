import { createHash } from 'node:crypto';
import { readMediaType } from './media-type.js';
import { boundaryOf, MultipartScanner } from './multipart-scanner.js';
import type { PartHeaders } from './multipart-scanner.js';

/** One part of a message in parts. */
export interface MimePart {
  readonly headers: PartHeaders;
  readonly content: Buffer;
}

const CRLF = '\r\n';

/**
 * Reads a message in parts that stands whole in memory.
 *
 * @param contentType of the message; names the boundary
 * @throws MimeRefused
 */
export function readMultipart(body: Buffer, contentType: string): readonly MimePart[] {
  const parts: { readonly headers: PartHeaders; readonly pieces: Buffer[] }[] = [];
  const scanner = new MultipartScanner(boundaryOf(readMediaType(contentType)), (headers) => {
    const pieces: Buffer[] = [];
    parts.push({ headers, pieces });
    return { write: (piece) => pieces.push(piece) };
  });
  scanner.push(body);
  scanner.end();
  return parts.map(({ headers, pieces }) => ({ headers, content: Buffer.concat(pieces) }));
}

/**
 * A message in parts, the same bytes for the same parts. The boundary is drawn from a hash over all of them, so that nothing in a part can hold it.
 *
 * @param parts heads with names as they are to stand; the first is the root
 * @returns body and content type; `type` is the root's
 */
export function writeMultipart(
  parts: readonly MimePart[],
  { type, start }: { readonly type: string; readonly start: string },
): { readonly body: Buffer; readonly contentType: string } {
  const hash = createHash('sha256');
  for (const { content } of parts) hash.update(content);
  const boundary = `HoiAm_${hash.digest('hex').slice(0, 40)}`;
  const pieces = parts.flatMap(({ headers, content }) => {
    const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}${CRLF}`);
    return [Buffer.from(`--${boundary}${CRLF}${head.join('')}${CRLF}`, 'latin1'), content, Buffer.from(CRLF)];
  });
  return {
    body: Buffer.concat([...pieces, Buffer.from(`--${boundary}--${CRLF}`)]),
    contentType: `multipart/related; type="${type}"; boundary="${boundary}"; start="<${start}>"`,
  };
}
