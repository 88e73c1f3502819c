import type { HeldBytes } from '../../../src/kernel/held-bytes.js';
import { markOf } from './mark-of-file.js';

/** The bytes of a message as they leave, without ever standing whole in memory. */
export interface OutgoingBody {
  /** Of all pieces together: what Content-Length says. */
  readonly length: number;
  pieces(): AsyncIterable<Buffer>;
  /** As it may be kept: in the place of each file its hash. Secrets stand in it still. */
  withHashes(): Promise<Buffer>;
}

/** Text, and bytes that stand in it as base64. */
type Part = Buffer | HeldBytes;

/** Bytes written at a time, whole groups: their base64 is short enough to find its memory again. */
const AT_ONCE = 48 * 1024;
/** Bytes of one base64 group. */
const GROUP = 3;

/** An envelope in which every name gives way to the base64 of its bytes. */
export function filledIn(xml: string, bytesByName: ReadonlyMap<string, HeldBytes>): OutgoingBody {
  const parts: Part[] = [];
  let from = 0;
  for (const [name, bytes] of bytesByName) {
    const at = xml.indexOf(name, from);
    if (at === -1) throw new Error('The name of a file is missing in its message');
    parts.push(Buffer.from(xml.slice(from, at), 'utf8'), bytes);
    from = at + name.length;
  }
  parts.push(Buffer.from(xml.slice(from), 'utf8'));
  const length = parts.reduce((sum, part) => sum + (Buffer.isBuffer(part) ? part.length : base64Length(part.size)), 0);
  return { length, pieces: () => piecesOf(parts), withHashes: () => withHashes(parts) };
}

async function withHashes(parts: readonly Part[]): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for (const part of parts) pieces.push(Buffer.isBuffer(part) ? part : Buffer.from(await markOf(part), 'latin1'));
  return Buffer.concat(pieces);
}

function base64Length(bytes: number): number {
  return Math.ceil(bytes / GROUP) * 4;
}

async function* piecesOf(parts: readonly Part[]): AsyncIterable<Buffer> {
  for (const part of parts) {
    if (Buffer.isBuffer(part)) yield part;
    else yield* base64Of(part.pieces());
  }
}

async function* base64Of(pieces: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  let left = Buffer.alloc(0);
  for await (const piece of pieces) {
    const bytes = left.length === 0 ? piece : Buffer.concat([left, piece]);
    const whole = bytes.length - (bytes.length % GROUP);
    left = Buffer.from(bytes.subarray(whole));
    for (let at = 0; at < whole; at += AT_ONCE) yield written(bytes.subarray(at, Math.min(whole, at + AT_ONCE)));
  }
  if (left.length > 0) yield written(left);
}

function written(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString('base64'), 'latin1');
}
