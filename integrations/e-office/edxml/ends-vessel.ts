import { MemoryBytes } from '../../../src/kernel/held-bytes.js';
import type { Vessel } from '../xml/cut-text.js';

/** What tells the type of a file stands within so many bytes of its beginning or its end. */
const END = 64 * 1024;

/** Keeps a short file whole, of a long one the beginning and the end: enough to say what it is. */
export class EndsVessel implements Vessel {
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
