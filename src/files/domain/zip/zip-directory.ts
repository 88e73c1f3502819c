import { readEntryName, requireDistinctNames } from './entry-name.js';
import { readLocalHeader } from './local-header.js';
import { ZipRefused } from './zip-refused.js';

/** One file of an archive, as the archive's directory announces it. Sizes in bytes. */
export interface ZipEntry {
  readonly name: string;
  /** 0 = stored, 8 = deflated. */
  readonly method: 0 | 8;
  readonly packedSize: number;
  readonly size: number;
  readonly crc: number;
  /** Where its own header begins, where its packed bytes do, and where the next thing must. */
  readonly header: number;
  readonly start: number;
  readonly end: number;
}

export interface ZipLimits {
  readonly maxEntries: number;
  readonly maxUnpacked: number;
  /** Unpacked bytes for each packed one; small archives of text, below `ratioFrom` unpacked, may exceed it. */
  readonly maxRatio: number;
  readonly ratioFrom: number;
}

const MEGABYTE = 1_000_000;

export const ZIP_LIMITS: ZipLimits = {
  maxEntries: 1000,
  maxUnpacked: 100 * MEGABYTE,
  maxRatio: 10,
  ratioFrom: MEGABYTE,
};

const END = 0x06054b50;
const DIRECTORY = 0x02014b50;
const END_LENGTH = 22;
const DIRECTORY_LENGTH = 46;
const MAX_COMMENT = 0xffff;
const IN_ZIP64 = 0xffffffff;
/** Bits 0, 6 and 13: encrypted, strongly encrypted, directory encrypted. */
const ENCRYPTED = 0x2041;
const MADE_BY_UNIX = 3;
const FILE_TYPE = 0o170000;
const PLAIN_FILE = 0o100000;
const FOLDER = 0o040000;

/**
 * Reads the directory of an archive and refuses whatever a document has no need of, before anything is unpacked: names
 * that leave their folder, links, locked files, two readings of the same bytes, bytes that belong to no file, more than
 * the limits. The announced sizes are not trusted: unpacking stops at the announced size.
 *
 * @throws ZipRefused naming the problem and the entry
 */
export function readZipDirectory(archive: Buffer, limits: ZipLimits = ZIP_LIMITS): readonly ZipEntry[] {
  const end = findEnd(archive);
  const count = archive.readUInt16LE(end + 10);
  const directoryStart = archive.readUInt32LE(end + 16);
  if (directoryStart === IN_ZIP64 || count === 0xffff) throw new ZipRefused('zip-64');
  if (count === 0 || count !== archive.readUInt16LE(end + 8)) throw new ZipRefused('zip-not-an-archive');
  if (count > limits.maxEntries) throw new ZipRefused('zip-too-many-entries');

  const entries = readEntries(archive, count, { directoryStart, end });
  requireDistinctNames(entries.map(({ name }) => name));
  requireContiguous(entries, directoryStart);
  requireModest(entries, archive.length, limits);
  return entries;
}

/** The directory fills the room up to the end of the archive, no more and no less. */
function readEntries(
  archive: Buffer,
  count: number,
  { directoryStart, end }: { readonly directoryStart: number; readonly end: number },
): readonly ZipEntry[] {
  const entries: ZipEntry[] = [];
  let offset = directoryStart;
  for (let index = 0; index < count; index += 1) {
    if (offset + DIRECTORY_LENGTH > end || archive.readUInt32LE(offset) !== DIRECTORY) {
      throw new ZipRefused('zip-not-an-archive');
    }
    entries.push(readEntry(archive, offset, directoryStart));
    offset += DIRECTORY_LENGTH + [28, 30, 32].reduce((sum, at) => sum + archive.readUInt16LE(offset + at), 0);
  }
  if (offset !== end || archive.readUInt32LE(end + 12) !== end - directoryStart) {
    throw new ZipRefused(isZip64(archive, end) ? 'zip-64' : 'zip-not-an-archive');
  }
  return entries;
}

/** Whether an end of an archive stands in these bytes, wherever it begins: what reads from the end would open it. */
export function endsAsArchive(bytes: Buffer): boolean {
  const first = Math.max(0, bytes.length - END_LENGTH - MAX_COMMENT);
  for (let at = bytes.lastIndexOf('PK\x05\x06', bytes.length, 'latin1'); at >= first;) {
    if (at + END_LENGTH <= bytes.length && bytes.readUInt16LE(at + 10) > 0) {
      const size = bytes.readUInt32LE(at + 12);
      if (size <= at && bytes.readUInt32LE(at - size) === DIRECTORY) return true;
    }
    if (at === 0) return false;
    at = bytes.lastIndexOf('PK\x05\x06', at - 1, 'latin1');
  }
  return false;
}

function findEnd(archive: Buffer): number {
  const first = Math.max(0, archive.length - END_LENGTH - MAX_COMMENT);
  for (let at = archive.length - END_LENGTH; at >= first; at -= 1) {
    const closes =
      archive.readUInt32LE(at) === END && at + END_LENGTH + archive.readUInt16LE(at + 20) === archive.length;
    if (!closes || archive.readUInt32LE(at + 4) !== 0) continue;
    // A comment could hold another end, which another reader would find first.
    if (at + END_LENGTH !== archive.length) throw new ZipRefused('zip-comment');
    return at;
  }
  throw new ZipRefused('zip-not-an-archive');
}

function isZip64(archive: Buffer, end: number): boolean {
  return end >= 20 && archive.readUInt32LE(end - 20) === 0x07064b50;
}

function readEntry(archive: Buffer, at: number, directoryStart: number): ZipEntry {
  const nameLength = archive.readUInt16LE(at + 28);
  const nameBytes = archive.subarray(at + DIRECTORY_LENGTH, at + DIRECTORY_LENGTH + nameLength);
  const name = readEntryName(nameBytes);
  requirePlainFile(archive, at, name);
  const method = archive.readUInt16LE(at + 10);
  if (method !== 0 && method !== 8) throw new ZipRefused('zip-method-unknown', name);

  const entry = {
    name,
    method,
    crc: archive.readUInt32LE(at + 16),
    packedSize: archive.readUInt32LE(at + 20),
    size: archive.readUInt32LE(at + 24),
    header: archive.readUInt32LE(at + 42),
  } as const;
  if ([entry.packedSize, entry.size, entry.header].includes(IN_ZIP64)) throw new ZipRefused('zip-64', name);
  if (method === 0 && entry.packedSize !== entry.size) throw new ZipRefused('zip-size-untrue', name);
  const announced = { ...entry, nameBytes, flags: archive.readUInt16LE(at + 8) };
  return { ...entry, ...readLocalHeader(archive, announced, directoryStart) };
}

function requirePlainFile(archive: Buffer, at: number, name: string): void {
  if ((archive.readUInt16LE(at + 8) & ENCRYPTED) !== 0) throw new ZipRefused('zip-encrypted', name);
  if (archive.readUInt16LE(at + 34) !== 0) throw new ZipRefused('zip-not-an-archive', name);
  if (name.endsWith('/') && archive.readUInt32LE(at + 24) !== 0) throw new ZipRefused('zip-size-untrue', name);
  const kind = (archive.readUInt32LE(at + 38) >>> 16) & FILE_TYPE;
  const isSpecial = kind !== 0 && kind !== PLAIN_FILE && kind !== FOLDER;
  if (isSpecial && archive.readUInt8(at + 5) === MADE_BY_UNIX) throw new ZipRefused('zip-link', name);
}

/** Every byte from the first to the directory belongs to exactly one file. */
function requireContiguous(entries: readonly ZipEntry[], directoryStart: number): void {
  let free = 0;
  for (const { name, header, end } of [...entries].sort((a, b) => a.header - b.header)) {
    if (header < free) throw new ZipRefused('zip-overlap', name);
    if (header > free) throw new ZipRefused('zip-data-between', name);
    free = end;
  }
  if (free !== directoryStart) throw new ZipRefused(free === 0 ? 'zip-not-an-archive' : 'zip-data-between');
}

function requireModest(entries: readonly ZipEntry[], packed: number, limits: ZipLimits): void {
  const unpacked = entries.reduce((sum, { size }) => sum + size, 0);
  if (unpacked > limits.maxUnpacked) throw new ZipRefused('zip-too-large');
  if (unpacked > limits.ratioFrom && unpacked > packed * limits.maxRatio) throw new ZipRefused('zip-ratio');
}
