import { crc32, deflateRawSync } from 'node:zlib';

/** One file of an archive as it is to be written, truly or not. */
export interface WrittenEntry {
  readonly name: string | Buffer;
  readonly content: string | Buffer;
  readonly stored?: boolean;
  readonly flags?: number;
  readonly method?: number;
  readonly crc?: number;
  readonly size?: number;
  /** What the header before the file says, where it differs from the directory. */
  readonly local?: {
    readonly name?: string;
    readonly size?: number;
    readonly method?: number;
    readonly flags?: number;
  };
  readonly extra?: Buffer;
  readonly unixMode?: number;
  /** Bytes put behind the packed ones. */
  readonly behind?: Buffer;
  /** Where the directory says that the header is; no header is written of its own. */
  readonly at?: number;
}

export interface WrittenArchive {
  readonly before?: Buffer;
  readonly beforeDirectory?: Buffer;
  readonly comment?: string;
  readonly behind?: Buffer;
}

/** An archive byte by byte, so that every lie can be told. */
export function zipOf(entries: readonly WrittenEntry[], archive: WrittenArchive = {}): Buffer {
  const {
    before = Buffer.alloc(0),
    beforeDirectory = Buffer.alloc(0),
    comment = '',
    behind = Buffer.alloc(0),
  } = archive;
  const files: Buffer[] = [before];
  const offsets: number[] = [];
  let offset = before.length;
  for (const entry of entries) {
    const file = entry.at === undefined ? fileOf(entry) : Buffer.alloc(0);
    offsets.push(offset);
    files.push(file);
    offset += file.length;
  }
  files.push(beforeDirectory);
  offset += beforeDirectory.length;
  const directory = Buffer.concat(entries.map((entry, index) => rowOf(entry, entry.at ?? offsets[index] ?? 0)));
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...files, directory, end, Buffer.from(comment), behind]);
}

function partsOf(entry: WrittenEntry) {
  const content = Buffer.from(entry.content);
  const packed = entry.stored ? content : deflateRawSync(content, { level: 9 });
  return {
    name: Buffer.from(entry.name),
    packed: entry.behind ? Buffer.concat([packed, entry.behind]) : packed,
    flags: entry.flags ?? 0,
    method: entry.method ?? (entry.stored ? 0 : 8),
    crc: entry.crc ?? crc32(content),
    size: entry.size ?? content.length,
    extra: entry.extra ?? Buffer.alloc(0),
  };
}

function fileOf(entry: WrittenEntry): Buffer {
  const { name, packed, flags, method, crc, size, extra } = partsOf(entry);
  const shown = entry.local?.name === undefined ? name : Buffer.from(entry.local.name);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(entry.local?.flags ?? flags, 6);
  header.writeUInt16LE(entry.local?.method ?? method, 8);
  header.writeUInt32LE(crc, 14);
  header.writeUInt32LE(packed.length, 18);
  header.writeUInt32LE(entry.local?.size ?? size, 22);
  header.writeUInt16LE(shown.length, 26);
  header.writeUInt16LE(extra.length, 28);
  return Buffer.concat([header, shown, extra, packed]);
}

function rowOf(entry: WrittenEntry, offset: number): Buffer {
  const { name, packed, flags, method, crc, size } = partsOf(entry);
  const row = Buffer.alloc(46);
  row.writeUInt32LE(0x02014b50, 0);
  row.writeUInt8(3, 5);
  row.writeUInt16LE(20, 6);
  row.writeUInt16LE(flags, 8);
  row.writeUInt16LE(method, 10);
  row.writeUInt32LE(crc, 16);
  row.writeUInt32LE(packed.length, 20);
  row.writeUInt32LE(size, 24);
  row.writeUInt16LE(name.length, 28);
  row.writeUInt32LE(((entry.unixMode ?? 0o100644) << 16) >>> 0, 38);
  row.writeUInt32LE(offset, 42);
  return Buffer.concat([row, name]);
}
