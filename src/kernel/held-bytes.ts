import { createHash } from 'node:crypto';

/** Handed on at a time; a multiple of three, so that base64 needs no padding between pieces. */
export const PIECE = 192 * 1024;

/** Bytes that somebody holds: in memory while they are few, else in a file that goes when it is released. */
export abstract class HeldBytes {
  abstract readonly size: number;

  /** Of all its bytes, lower-case hexadecimal. */
  abstract sha256(): Promise<string>;

  /** Whole and in memory: for callers that cannot work on pieces. */
  abstract read(): Promise<Buffer>;

  /** In order; a piece stands until the next one is asked for. */
  abstract pieces(): AsyncIterable<Buffer>;

  /** The bytes from `offset`, at most `length` of them. They stand as long as the whole does. */
  abstract slice(offset: number, length?: number): HeldBytes;

  /** Gives the place back: nobody reads these bytes any more. Safe to repeat, and after somebody took the file over. */
  abstract release(): Promise<void>;
}

/** Bytes in memory. */
export class MemoryBytes extends HeldBytes {
  constructor(readonly content: Buffer) {
    super();
  }

  override get size(): number {
    return this.content.length;
  }

  override sha256(): Promise<string> {
    return Promise.resolve(createHash('sha256').update(this.content).digest('hex'));
  }

  override read(): Promise<Buffer> {
    return Promise.resolve(this.content);
  }

  override async *pieces(): AsyncIterable<Buffer> {
    for (let at = 0; at < this.size; at += PIECE) yield await Promise.resolve(this.content.subarray(at, at + PIECE));
  }

  override slice(offset: number, length?: number): MemoryBytes {
    return new MemoryBytes(this.content.subarray(offset, length === undefined ? undefined : offset + length));
  }

  override release(): Promise<void> {
    return Promise.resolve();
  }
}
