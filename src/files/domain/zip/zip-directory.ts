/** One file of an archive, as the archive's directory announces it. Sizes in bytes. */
export interface ZipEntry {
  readonly name: string;
  /** 0 = stored, 8 = deflated. */
  readonly method: 0 | 8;
  readonly packedSize: number;
  readonly size: number;
  /** Where its own header begins, and where its packed bytes do. */
  readonly header: number;
  readonly start: number;
}

/** Why an archive is not opened. */
export type ZipProblem =
  | 'zip-not-an-archive'
  | 'zip-too-many-entries'
  | 'zip-name-unsafe'
  | 'zip-name-twice'
  | 'zip-encrypted'
  | 'zip-method-unknown'
  | 'zip-link'
  | 'zip-overlap'
  | 'zip-too-large'
  | 'zip-ratio';

export class ZipRefused extends Error {
  constructor(
    readonly problem: ZipProblem,
    readonly entry: string | null = null,
  ) {
    super(entry === null ? problem : `${problem}: ${entry}`);
    this.name = 'ZipRefused';
  }
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
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const DIRECTORY_LENGTH = 46;
const LOCAL_LENGTH = 30;
const MAX_COMMENT = 0xffff;
/** Bits 0 and 6: encrypted, strongly encrypted. */
const ENCRYPTED = 0x41;
const MADE_BY_UNIX = 3;
const FILE_TYPE = 0o170000;
const SYMBOLIC_LINK = 0o120000;

/**
 * Reads the directory of an archive and refuses whatever a document has no need of, before anything is unpacked.
 * What the directory announces is believed by nobody: whoever unpacks stops at the announced size.
 *
 * @throws ZipRefused naming the problem and the entry
 */
export function readZipDirectory(archive: Buffer, limits: ZipLimits = ZIP_LIMITS): readonly ZipEntry[] {
  const end = findEnd(archive);
  const count = archive.readUInt16LE(end + 10);
  if (count !== archive.readUInt16LE(end + 8)) throw new ZipRefused('zip-not-an-archive');
  if (count > limits.maxEntries) throw new ZipRefused('zip-too-many-entries');

  const entries: ZipEntry[] = [];
  let offset = archive.readUInt32LE(end + 16);
  const directoryStart = offset;
  for (let index = 0; index < count; index += 1) {
    if (offset + DIRECTORY_LENGTH > end || archive.readUInt32LE(offset) !== DIRECTORY) {
      throw new ZipRefused('zip-not-an-archive');
    }
    entries.push(readEntry(archive, offset, directoryStart));
    offset += DIRECTORY_LENGTH + [28, 30, 32].reduce((sum, at) => sum + archive.readUInt16LE(offset + at), 0);
  }
  if (offset !== end) throw new ZipRefused('zip-not-an-archive');

  requireDistinct(entries);
  requireApart(entries);
  requireModest(entries, archive.length, limits);
  return entries;
}

function findEnd(archive: Buffer): number {
  const first = Math.max(0, archive.length - END_LENGTH - MAX_COMMENT);
  for (let at = archive.length - END_LENGTH; at >= first; at -= 1) {
    const closes =
      archive.readUInt32LE(at) === END && at + END_LENGTH + archive.readUInt16LE(at + 20) === archive.length;
    if (closes && archive.readUInt32LE(at + 4) === 0) return at;
  }
  throw new ZipRefused('zip-not-an-archive');
}

function readEntry(archive: Buffer, at: number, directoryStart: number): ZipEntry {
  const nameLength = archive.readUInt16LE(at + 28);
  const nameBytes = archive.subarray(at + DIRECTORY_LENGTH, at + DIRECTORY_LENGTH + nameLength);
  const name = requireSafeName(nameBytes.toString('utf8'));
  requirePlainFile(archive, at, name);
  const method = archive.readUInt16LE(at + 10);
  if (method !== 0 && method !== 8) throw new ZipRefused('zip-method-unknown', name);

  const header = archive.readUInt32LE(at + 42);
  const start = requireLocalHeader(archive, header, nameBytes, directoryStart);
  const packedSize = archive.readUInt32LE(at + 20);
  if (start + packedSize > directoryStart) throw new ZipRefused('zip-overlap', name);
  return { name, method, packedSize, size: archive.readUInt32LE(at + 24), header, start };
}

function requirePlainFile(archive: Buffer, at: number, name: string): void {
  if ((archive.readUInt16LE(at + 8) & ENCRYPTED) !== 0) throw new ZipRefused('zip-encrypted', name);
  const unixMode = archive.readUInt32LE(at + 38) >>> 16;
  const isLink = (unixMode & FILE_TYPE) === SYMBOLIC_LINK;
  if (isLink && archive.readUInt8(at + 5) === MADE_BY_UNIX) throw new ZipRefused('zip-link', name);
}

/** A reader that trusts the header before the file must see the same file. Returns where the packed bytes begin. */
function requireLocalHeader(archive: Buffer, local: number, name: Buffer, directoryStart: number): number {
  const isThere = local + LOCAL_LENGTH <= directoryStart && archive.readUInt32LE(local) === LOCAL;
  const nameStart = local + LOCAL_LENGTH;
  const isSame = isThere && archive.subarray(nameStart, nameStart + archive.readUInt16LE(local + 26)).equals(name);
  if (!isSame) throw new ZipRefused('zip-not-an-archive', name.toString('utf8'));
  return nameStart + name.length + archive.readUInt16LE(local + 28);
}

function requireSafeName(name: string): string {
  const climbs = name.split('/').includes('..');
  if (name === '' || climbs || name.startsWith('/') || /[\\:\u0000-\u001f\ufffd]/u.test(name)) {
    throw new ZipRefused('zip-name-unsafe', name);
  }
  return name;
}

/** Office programs ignore case in names, so two names that differ by case are one. */
function requireDistinct(entries: readonly ZipEntry[]): void {
  const seen = new Set<string>();
  for (const { name } of entries) {
    const key = name.toLowerCase();
    if (seen.has(key)) throw new ZipRefused('zip-name-twice', name);
    seen.add(key);
  }
}

function requireApart(entries: readonly ZipEntry[]): void {
  let free = 0;
  for (const { name, header, start, packedSize } of [...entries].sort((a, b) => a.header - b.header)) {
    if (header < free) throw new ZipRefused('zip-overlap', name);
    free = start + packedSize;
  }
}

function requireModest(entries: readonly ZipEntry[], packed: number, limits: ZipLimits): void {
  const unpacked = entries.reduce((sum, { size }) => sum + size, 0);
  if (unpacked > limits.maxUnpacked) throw new ZipRefused('zip-too-large');
  if (unpacked > limits.ratioFrom && unpacked > packed * limits.maxRatio) throw new ZipRefused('zip-ratio');
}
