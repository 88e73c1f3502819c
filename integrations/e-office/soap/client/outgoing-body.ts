import type { HeldBytes } from '../../../../src/kernel/held-bytes.js';
import { markOf } from '../mark-of-file.js';

/** The bytes of a message as they leave, without ever standing whole in memory. */
export interface OutgoingBody {
  /** Of all pieces together: what Content-Length says. */
  readonly length: number;
  pieces(): AsyncIterable<Buffer>;
  /** As it may be kept: in the place of each file its hash. Secrets stand in it still. */
  withHashes(): Promise<Buffer>;
}

/** Text, and bytes that stand in it. */
type Part = Buffer | HeldBytes;

/** Bytes written at a time, whole groups: their base64 is short enough to find its memory again. */
const AT_ONCE = 48 * 1024;
/** Bytes of one base64 group. */
const GROUP = 3;

/** An envelope in which every name gives way to the base64 of its bytes. */
export function filledIn(xml: string, bytesByName: ReadonlyMap<string, HeldBytes>): OutgoingBody {
  const bytes = [...bytesByName.values()];
  const parts = taken(xml, [...bytesByName.keys()]).flatMap((text, index): Part[] => {
    const after = bytes[index];
    return [Buffer.from(text, 'utf8'), ...(after === undefined ? [] : [after])];
  });
  const length = parts.reduce((sum, part) => sum + (Buffer.isBuffer(part) ? part.length : base64Length(part.size)), 0);
  return { length, pieces: () => piecesOf(parts, base64Of), withHashes: () => withHashes(parts) };
}

/** Text and bytes one behind the other. */
export function asTheyAre(parts: readonly Part[]): OutgoingBody {
  const length = parts.reduce((sum, part) => sum + (Buffer.isBuffer(part) ? part.length : part.size), 0);
  return { length, pieces: () => piecesOf(parts, copiesOf), withHashes: () => withHashes(parts) };
}

/** The texts before, between and behind names that stand in this order. @throws Error when one is missing */
export function taken(xml: string, names: readonly string[]): readonly string[] {
  const texts: string[] = [];
  let from = 0;
  for (const name of names) {
    const at = xml.indexOf(name, from);
    if (at === -1) throw new Error('The name of a file is missing in its message');
    texts.push(xml.slice(from, at));
    from = at + name.length;
  }
  return [...texts, xml.slice(from)];
}

async function withHashes(parts: readonly Part[]): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for (const part of parts) pieces.push(Buffer.isBuffer(part) ? part : Buffer.from(await markOf(part), 'latin1'));
  return Buffer.concat(pieces);
}

function base64Length(bytes: number): number {
  return Math.ceil(bytes / GROUP) * 4;
}

type Coding = (pieces: AsyncIterable<Buffer>) => AsyncIterable<Buffer>;

async function* piecesOf(parts: readonly Part[], coding: Coding): AsyncIterable<Buffer> {
  for (const part of parts) {
    if (Buffer.isBuffer(part)) yield part;
    else yield* coding(part.pieces());
  }
}

/** A piece stands only until the next one is asked for, and a connection may hold several. */
async function* copiesOf(pieces: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  for await (const piece of pieces) yield Buffer.from(piece);
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
