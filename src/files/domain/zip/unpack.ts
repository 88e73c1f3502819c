import { crc32, createInflateRaw } from 'node:zlib';
import type { ZipEntry } from './zip-directory.js';
import { ZipRefused } from './zip-refused.js';

const PIECE = 64 * 1024;

/**
 * The bytes of an entry in pieces, so that nobody holds more of it than he wants: never past the announced size, and
 * proved by the announced checksum at the end.
 *
 * @throws ZipRefused `zip-size-untrue`, `zip-damaged`
 */
export async function* unpackInPieces(archive: Buffer, entry: ZipEntry): AsyncGenerator<Buffer> {
  const { name, start, packedSize, size, crc, method } = entry;
  const packed = archive.subarray(start, start + packedSize);
  let passed = 0;
  let sum = 0;
  for await (const piece of method === 0 ? piecesOf(packed) : inflated(packed, name)) {
    passed += piece.length;
    if (passed > size) throw new ZipRefused('zip-size-untrue', name);
    sum = crc32(piece, sum);
    yield piece;
  }
  if (passed !== size) throw new ZipRefused('zip-size-untrue', name);
  if (sum >>> 0 !== crc) throw new ZipRefused('zip-damaged', name);
}

/** The whole entry. @throws ZipRefused `zip-size-untrue`, `zip-damaged` */
export async function unpackEntry(archive: Buffer, entry: ZipEntry): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of unpackInPieces(archive, entry)) pieces.push(piece);
  return Buffer.concat(pieces);
}

function* piecesOf(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

async function* inflated(packed: Buffer, name: string): AsyncGenerator<Buffer> {
  const inflate = createInflateRaw({ chunkSize: PIECE });
  inflate.end(packed);
  try {
    for await (const piece of inflate) yield piece as Buffer;
  } catch (error) {
    if (error instanceof ZipRefused) throw error;
    throw new ZipRefused('zip-damaged', name);
  } finally {
    inflate.destroy();
  }
  // Bytes behind the end of the packed stream belong to nobody.
  if (inflate.bytesWritten !== packed.length) throw new ZipRefused('zip-size-untrue', name);
}
