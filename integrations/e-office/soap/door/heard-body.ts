import { Beginning } from '../beginning.js';
import { SoapRefusal } from './soap-refusal.js';

export interface Patience {
  /** For the whole body, in milliseconds; each MiB that has come gives a second more. */
  readonly patienceMs: number;
  /** After so many bytes nothing more is read. */
  readonly maxBytes: number;
}

const MEBIBYTE = 2 ** 20;
const PER_MEBIBYTE_MS = 1000;

/** The body of a call as it comes in: its beginning is remembered, and nobody waits for it without end. */
export class HeardBody {
  private readonly source: AsyncIterator<Buffer>;
  private readonly began = performance.now();
  private readonly first = new Beginning();
  private isOver = false;
  private isWhole = false;

  constructor(
    body: Buffer | AsyncIterable<Buffer>,
    private readonly patience: Patience,
  ) {
    this.source = (Buffer.isBuffer(body) ? once(body) : body)[Symbol.asyncIterator]();
  }

  /** The first 64 KiB of what has come. */
  get beginning(): Buffer {
    return this.first.bytes;
  }

  /** Bytes that have come. */
  get size(): number {
    return this.first.size;
  }

  /** Milliseconds since it began to come. */
  get ms(): number {
    return Math.round(performance.now() - this.began);
  }

  /** @throws SoapRefusal `EO-BUSY` when it takes too long or breaks off */
  async *pieces(): AsyncIterable<Buffer> {
    for (let piece = await this.next(); piece !== null; piece = await this.next()) yield piece;
  }

  /** Reads what is left and forgets it. @returns whether that was all of it */
  async toItsEnd(): Promise<boolean> {
    try {
      while (this.size <= this.patience.maxBytes) if ((await this.next()) === null) break;
    } catch {
      this.isOver = true;
    }
    return this.isWhole;
  }

  private async next(): Promise<Buffer | null> {
    if (this.isOver) return null;
    const result = await this.inTime(this.source.next());
    if (result.done === true) {
      this.isOver = true;
      this.isWhole = true;
      return null;
    }
    this.first.add(result.value);
    return result.value;
  }

  private async inTime<T>(coming: Promise<T>): Promise<T> {
    const allowed = this.patience.patienceMs + Math.floor(this.size / MEBIBYTE) * PER_MEBIBYTE_MS;
    let timer: NodeJS.Timeout | undefined;
    const tooSlow = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error('Too slow')), this.began + allowed - performance.now());
    });
    try {
      return await Promise.race([coming, tooSlow]);
    } catch (cause) {
      this.isOver = true;
      throw new SoapRefusal('EO-BUSY', 'Thông điệp đến quá chậm hoặc đứt giữa chừng, hãy gửi lại.', { cause });
    } finally {
      clearTimeout(timer);
    }
  }
}

async function* once(body: Buffer): AsyncIterable<Buffer> {
  yield await Promise.resolve(body);
}
