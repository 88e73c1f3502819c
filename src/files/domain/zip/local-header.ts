import { ZipRefused } from './zip-refused.js';

const LOCAL = 0x04034b50;
const DESCRIPTOR = 0x08074b50;
const LOCAL_LENGTH = 30;
const ZIP64_EXTRA = 0x0001;
const UNICODE_PATH_EXTRA = 0x7075;
/** Bit 3: sizes and checksum stand behind the packed bytes. */
const HAS_DESCRIPTOR = 0x8;
const IN_ZIP64 = 0xffffffff;

/** An entry as the directory announces it. */
interface Announced {
  readonly name: string;
  readonly nameBytes: Buffer;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly header: number;
}

/**
 * Compares the header of a file with the ZIP directory, because readers trust one or the other, and finds where the file's packed bytes lie and where the next
 * header must begin.
 *
 * @throws ZipRefused `zip-headers-differ`, `zip-overlap`, `zip-not-an-archive`
 */
export function readLocalHeader(
  archive: Buffer,
  announced: Announced,
  directoryStart: number,
): { readonly start: number; readonly end: number } {
  const { header, name, nameBytes, packedSize } = announced;
  const isThere = header + LOCAL_LENGTH <= directoryStart && archive.readUInt32LE(header) === LOCAL;
  if (!isThere) throw new ZipRefused('zip-not-an-archive', name);
  const nameStart = header + LOCAL_LENGTH;
  const nameLength = archive.readUInt16LE(header + 26);
  const start = nameStart + nameLength + archive.readUInt16LE(header + 28);
  if (start + packedSize > directoryStart) throw new ZipRefused('zip-overlap', name);
  const extras = archive.subarray(nameStart + nameLength, start);
  const isSame =
    archive.subarray(nameStart, nameStart + nameLength).equals(nameBytes) &&
    archive.readUInt16LE(header + 6) === announced.flags &&
    archive.readUInt16LE(header + 8) === announced.method &&
    hasSameSizes(archive, announced, extras) &&
    findExtra(extras, UNICODE_PATH_EXTRA) === null;
  if (!isSame) throw new ZipRefused('zip-headers-differ', name);
  return { start, end: endOf(archive, announced, start + packedSize) };
}

/** Where a descriptor follows, the header may leave its three numbers empty. */
function hasSameSizes(archive: Buffer, announced: Announced, extras: Buffer): boolean {
  const [crc, packedSize, size] = [14, 18, 22].map((at) => archive.readUInt32LE(announced.header + at));
  const says = (value: number | undefined, truth: number): boolean =>
    value === truth || (value === 0 && (announced.flags & HAS_DESCRIPTOR) !== 0);
  if (packedSize === IN_ZIP64 || size === IN_ZIP64) {
    return says(crc, announced.crc) && hasSameZip64(findExtra(extras, ZIP64_EXTRA), announced);
  }
  return says(crc, announced.crc) && says(packedSize, announced.packedSize) && says(size, announced.size);
}

/** Some writers put the sizes of small files into the extra field of large ones. */
function hasSameZip64(extra: Buffer | null, { flags, packedSize, size }: Announced): boolean {
  if (extra?.length !== 16) return false;
  const [long, short] = [extra.readBigUInt64LE(0), extra.readBigUInt64LE(8)];
  if (long === 0n && short === 0n && (flags & HAS_DESCRIPTOR) !== 0) return true;
  return long === BigInt(size) && short === BigInt(packedSize);
}

function findExtra(extras: Buffer, wanted: number): Buffer | null {
  for (let at = 0; at + 4 <= extras.length; at += 4 + extras.readUInt16LE(at + 2)) {
    if (extras.readUInt16LE(at) === wanted) return extras.subarray(at + 4, at + 4 + extras.readUInt16LE(at + 2));
  }
  return null;
}

/** Behind the packed bytes, or behind the descriptor that repeats what the directory says (with or without its mark). */
function endOf(archive: Buffer, { flags, name, ...announced }: Announced, end: number): number {
  if ((flags & HAS_DESCRIPTOR) === 0) return end;
  const from = end + 4 <= archive.length && archive.readUInt32LE(end) === DESCRIPTOR ? end + 4 : end;
  for (const [length, at] of [
    [12, [0, 4, 8]],
    [20, [0, 4, 12]],
  ] as const) {
    if (from + length > archive.length) continue;
    const [crc, packedSize, size] = at.map((offset) => archive.readUInt32LE(from + offset));
    const isSame = crc === announced.crc && packedSize === announced.packedSize && size === announced.size;
    if (isSame) return from + length;
  }
  throw new ZipRefused('zip-headers-differ', name);
}
