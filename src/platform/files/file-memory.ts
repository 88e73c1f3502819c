import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { FileDamaged } from './file-errors.js';

/** Read and hashed in pieces that stay in the processor's cache. */
const PIECE = 256 * 1024;
/** More than this is given back after each file: few files need it, and each thread has its own. */
const MAX_KEPT_BYTES = 32 * 1024 * 1024;
/**
 * A file is copied in half the time into memory that begins on a cache line. The C library asks the system for so large a piece by itself, which then
 * begins on a page, behind its own 16 bytes.
 */
const CACHE_LINE = 64;
const BEFORE_LARGE_MEMORY = 16;

/**
 * Memory into which files are read whole, one after another. Fresh memory for each would cost more than reading: its pages are handed out one by one.
 * Reading does not yield, so it belongs into threads and commands.
 */
export class FileMemory {
  private memory: Buffer | null = null;

  /** @returns the file's bytes, which stand until the next file is read @throws what the operating system says of a file that cannot be read */
  read(path: string): Buffer {
    return this.readWhole(path, () => undefined);
  }

  /** The same; null for a file that cannot be read. */
  tryRead(path: string): Buffer | null {
    try {
      return this.read(path);
    } catch {
      return null;
    }
  }

  /** The same for a file that is named by its content. @throws FileDamaged when the bytes do not hash to `sha256` */
  readNamed(path: string, sha256: string): Buffer {
    const hash = createHash('sha256');
    const content = this.readWhole(path, (piece) => hash.update(piece));
    if (hash.digest('hex') !== sha256) throw new FileDamaged(sha256);
    return content;
  }

  private readWhole(path: string, heed: (piece: Buffer) => unknown): Buffer {
    const file = openSync(path, 'r');
    try {
      const stats = fstatSync(file);
      // What comes through a pipe tells its size by ending.
      if (!stats.isFile()) return heeded(readFileSync(file), heed);
      const { size } = stats;
      const memory = this.reserve(size);
      let length = 0;
      for (let read = -1; read !== 0 && length < size; length += read) {
        read = readSync(file, memory, length, Math.min(PIECE, size - length), null);
        heed(memory.subarray(length, length + read));
      }
      return memory.subarray(0, length);
    } finally {
      closeSync(file);
    }
  }

  private reserve(bytes: number): Buffer {
    if (bytes > MAX_KEPT_BYTES) return onCacheLine(bytes);
    // The system gives only what has been written to: a thread that reads small files takes little.
    this.memory ??= onCacheLine(MAX_KEPT_BYTES);
    return this.memory;
  }
}

function onCacheLine(bytes: number): Buffer {
  const skipped = CACHE_LINE - BEFORE_LARGE_MEMORY;
  return Buffer.allocUnsafeSlow(skipped + bytes).subarray(skipped);
}

function heeded(content: Buffer, heed: (piece: Buffer) => unknown): Buffer {
  heed(content);
  return content;
}
