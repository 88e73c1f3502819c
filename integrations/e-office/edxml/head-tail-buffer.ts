import { MemoryBytes } from '../../../src/kernel/held-bytes.js';
import type { ByteSink } from '../xml/cut-text.js';

/** The signatures of all file types that we know lie within so many bytes of either end. */
const END = 64 * 1024;

/** Keeps the head and the tail of a file, which is enough to detect its type. */
export class HeadTailBuffer implements ByteSink {
  private beginning: Buffer = Buffer.alloc(0);
  private end: Buffer = Buffer.alloc(0);

  write(piece: Buffer): void {
    const room = END - this.beginning.length;
    if (room > 0) this.beginning = Buffer.concat([this.beginning, piece.subarray(0, room)]);
    const later = piece.subarray(Math.max(0, room));
    if (later.length > 0) this.end = Buffer.concat([this.end, later.subarray(-END)]).subarray(-END);
  }

  abandon(): void {
    this.beginning = Buffer.alloc(0);
    this.end = Buffer.alloc(0);
  }

  ends(): MemoryBytes {
    return new MemoryBytes(Buffer.concat([this.beginning, this.end]));
  }
}
