import { createHash } from 'node:crypto';
import { open, unlink } from 'node:fs/promises';
import { HeldBytes, PIECE } from '../../kernel/held-bytes.js';

interface Stretch {
  readonly offset: number;
  readonly size: number;
}

/** Bytes in a file, or a stretch of them. */
export class FileBytes extends HeldBytes {
  private constructor(
    readonly path: string,
    private readonly stretch: Stretch,
    private readonly known: { readonly sha256?: string; readonly isOurs: boolean },
  ) {
    super();
  }

  /** A file that goes when it is released. */
  static temporary(path: string, size: number, sha256: string): FileBytes {
    return new FileBytes(path, { offset: 0, size }, { sha256, isOurs: true });
  }

  /** A file that somebody else keeps: released, it stays. */
  static kept(path: string, size: number, sha256: string): FileBytes {
    return new FileBytes(path, { offset: 0, size }, { sha256, isOurs: false });
  }

  /** Kept nowhere else: it may be taken over. */
  get isTemporary(): boolean {
    return this.known.isOurs;
  }

  override get size(): number {
    return this.stretch.size;
  }

  override async sha256(): Promise<string> {
    if (this.known.sha256 !== undefined) return this.known.sha256;
    const hash = createHash('sha256');
    for await (const piece of this.pieces()) hash.update(piece);
    return hash.digest('hex');
  }

  override async read(): Promise<Buffer> {
    const whole = Buffer.allocUnsafeSlow(this.size);
    let at = 0;
    for await (const piece of this.pieces()) at += piece.copy(whole, at);
    return whole;
  }

  /** @throws RangeError when the file is shorter than it was */
  override async *pieces(): AsyncIterable<Buffer> {
    const { offset, size } = this.stretch;
    const file = await open(this.path, 'r');
    try {
      const memory = Buffer.allocUnsafeSlow(Math.min(PIECE, size));
      for (let done = 0; done < size;) {
        const wanted = Math.min(PIECE, size - done);
        const got = await filled(file, memory.subarray(0, wanted), offset + done);
        if (got < wanted) throw new RangeError('A file became shorter while it was read');
        yield memory.subarray(0, wanted);
        done += wanted;
      }
    } finally {
      await file.close();
    }
  }

  override slice(offset: number, length = this.size): FileBytes {
    const from = Math.min(offset, this.size);
    const size = Math.min(length, this.size - from);
    return new FileBytes(this.path, { offset: this.stretch.offset + from, size }, { isOurs: false });
  }

  override async release(): Promise<void> {
    if (this.known.isOurs) await unlink(this.path).catch(() => undefined);
  }
}

type Readable = Pick<Awaited<ReturnType<typeof open>>, 'read'>;

/** A system may read less than was asked for. @returns how many bytes there were */
async function filled(file: Readable, memory: Buffer, position: number): Promise<number> {
  let at = 0;
  while (at < memory.length) {
    const { bytesRead } = await file.read(memory, at, memory.length - at, position + at);
    if (bytesRead === 0) break;
    at += bytesRead;
  }
  return at;
}
