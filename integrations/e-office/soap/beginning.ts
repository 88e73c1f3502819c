import { EVIDENCE_BYTES } from './redact-secrets.js';

/** The first 64 KiB of what comes in pieces, and how much came. */
export class Beginning {
  private readonly pieces: Buffer[] = [];
  private length = 0;
  private came = 0;

  get bytes(): Buffer {
    return Buffer.concat(this.pieces);
  }

  /** Of all that came. */
  get size(): number {
    return this.came;
  }

  add(piece: Buffer): void {
    this.came += piece.length;
    if (this.length >= EVIDENCE_BYTES) return;
    // A copy: the sender reuses the memory of this piece for the next one.
    const part = Buffer.from(piece.subarray(0, EVIDENCE_BYTES - this.length));
    this.pieces.push(part);
    this.length += part.length;
  }
}
