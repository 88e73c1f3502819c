import { createHash } from 'node:crypto';

/** One part of a message in parts (RFC 2046, RFC 2387). Header fields by name in lower case. */
export interface MimePart {
  readonly headers: Readonly<Record<string, string>>;
  readonly content: Buffer;
}

/** Bytes that are no whole message in parts. Says what, never with content. */
export class MimeRefused extends Error {}

const MOST_PARTS = 200;
const LONGEST_HEAD = 8192;
const CRLF = '\r\n';

/**
 * Reads a whole message in parts: every part ended by its boundary, the last by the closing one. What stands before the first and behind the last is
 * passed over, as the standard says.
 *
 * @param contentType of the message; names the boundary
 * @throws MimeRefused when a boundary is missing, a head has no end, or there are more parts than anybody needs
 */
export function readMultipart(body: Buffer, contentType: string): readonly MimePart[] {
  const boundary = /;\s*boundary\s*=\s*(?:"([^"]{1,70})"|([^;\s"]{1,70}))/iu.exec(contentType);
  const delimiter = `--${boundary?.[1] ?? boundary?.[2] ?? ''}`;
  if (delimiter === '--') throw new MimeRefused('No boundary is named');
  const parts: MimePart[] = [];
  let at = delimiterFrom(body, delimiter, 0);
  while (!isClosing(body, at)) {
    const from = at.after;
    at = delimiterFrom(body, delimiter, from);
    parts.push(partOf(body.subarray(from, at.before)));
    if (parts.length > MOST_PARTS) throw new MimeRefused('Too many parts');
  }
  return parts;
}

interface Delimiter {
  /** Where what stands before it ends: its line break belongs to it. */
  readonly before: number;
  readonly after: number;
}

/** The next delimiter that begins a line. */
function delimiterFrom(body: Buffer, delimiter: string, from: number): Delimiter {
  for (let at = body.indexOf(delimiter, from, 'latin1'); at !== -1; at = body.indexOf(delimiter, at + 1, 'latin1')) {
    const before = at >= 2 && body.toString('latin1', at - 2, at) === CRLF ? at - 2 : at;
    const after = at + delimiter.length;
    const follows = body.toString('latin1', after, after + 2);
    if ((before < at || at === 0) && (follows === CRLF || follows === '--')) {
      return { before: Math.max(before, from), after: follows === CRLF ? after + 2 : after };
    }
  }
  throw new MimeRefused('A boundary is missing: the message is cut off, or its boundary is another');
}

function isClosing(body: Buffer, { after }: Delimiter): boolean {
  return body.toString('latin1', after - 2, after) !== CRLF && body.toString('latin1', after, after + 2) === '--';
}

function partOf(bytes: Buffer): MimePart {
  const bare = bytes.toString('latin1', 0, 2) === CRLF;
  const end = bare ? 0 : bytes.indexOf(CRLF + CRLF, 0, 'latin1');
  if (end === -1 || end > LONGEST_HEAD) throw new MimeRefused('The head of a part has no end');
  const lines = bytes
    .toString('latin1', 0, end)
    .replace(/\r\n[ \t]+/gu, ' ')
    .split(CRLF);
  const fields = lines.flatMap((line): [string, string][] => {
    const colon = line.indexOf(':');
    return colon < 1 ? [] : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]];
  });
  return { headers: Object.fromEntries(fields), content: bytes.subarray(end + (bare ? 2 : 4)) };
}

/** The identity of a part without its angle brackets; empty when it has none. */
export function contentIdOf({ headers }: MimePart): string {
  return (headers['content-id'] ?? '').replace(/^<(.*)>$/u, '$1');
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
