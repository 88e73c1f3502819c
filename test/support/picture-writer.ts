import { crc32, deflateSync } from 'node:zlib';

interface PngWish {
  readonly width?: number;
  readonly height?: number;
  /** Further chunks before the picture. */
  readonly chunks?: readonly (readonly [string, Buffer])[];
}

/** A PNG whose header says what is asked; the picture itself is a few bytes. */
export function pngOf({ width = 8, height = 8, chunks = [] }: PngWish = {}): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.writeUInt8(8, 8);
  const all = [
    ['IHDR', header],
    ...chunks,
    ['IDAT', deflateSync(Buffer.alloc(72))],
    ['IEND', Buffer.alloc(0)],
  ] as const;
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    ...all.map(([kind, content]) => chunk(kind, content)),
  ]);
}

function chunk(kind: string, content: Buffer): Buffer {
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  checksum.writeUInt32BE(crc32(content, crc32(kind)));
  return Buffer.concat([length, Buffer.from(kind), content, checksum]);
}

/** A JPEG by its segments alone. */
export function jpegOf(width = 8, height = 8, { comment = '', end = true } = {}): Buffer {
  const frame = Buffer.from([0xff, 0xc0, 0, 11, 8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0]);
  const words = Buffer.concat([Buffer.from([0xff, 0xfe, 0, comment.length + 2]), Buffer.from(comment)]);
  const scan = Buffer.from([0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0x34, 0xff, 0x00, 0x56]);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), words, frame, scan, Buffer.from(end ? [0xff, 0xd9] : [])]);
}

export function gifOf(width = 8, height = 8, frames = 1): Buffer {
  const head = Buffer.concat([Buffer.from('GIF89a'), short(width), short(height), Buffer.from([0, 0, 0])]);
  const frame = Buffer.concat([
    Buffer.from([0x2c, 0, 0, 0, 0]),
    short(width),
    short(height),
    Buffer.from([0, 2, 1, 0, 0]),
  ]);
  return Buffer.concat([head, ...Array.from({ length: frames }, () => frame), Buffer.from([0x3b])]);
}

export function bmpOf(width = 8, height = 8): Buffer {
  const bytes = Buffer.alloc(64);
  bytes.write('BM');
  bytes.writeUInt32LE(bytes.length, 2);
  bytes.writeUInt32LE(54, 10);
  bytes.writeUInt32LE(40, 14);
  bytes.writeInt32LE(width, 18);
  bytes.writeInt32LE(height, 22);
  return bytes;
}

export function webpOf(width = 8, height = 8): Buffer {
  const chunkBody = Buffer.alloc(10);
  chunkBody.writeUIntLE(width - 1, 4, 3);
  chunkBody.writeUIntLE(height - 1, 7, 3);
  const body = Buffer.concat([Buffer.from('WEBPVP8X'), Buffer.from([10, 0, 0, 0]), chunkBody]);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(body.length);
  return Buffer.concat([Buffer.from('RIFF'), size, body]);
}

/** @param next where the next directory stands; 8 is the first one again */
export function tiffOf(width = 8, height = 8, next = 0): Buffer {
  const bytes = Buffer.alloc(8 + 2 + 24 + 4);
  bytes.write('II*\0', 'latin1');
  bytes.writeUInt32LE(8, 4);
  bytes.writeUInt16LE(2, 8);
  for (const [at, tag, value] of [
    [10, 256, width],
    [22, 257, height],
  ] as const) {
    bytes.writeUInt16LE(tag, at);
    bytes.writeUInt16LE(4, at + 2);
    bytes.writeUInt32LE(1, at + 4);
    bytes.writeUInt32LE(value, at + 8);
  }
  bytes.writeUInt32LE(next, 34);
  return bytes;
}

export function heicOf(width = 8, height = 8): Buffer {
  const size = Buffer.alloc(12);
  size.writeUInt32BE(width, 4);
  size.writeUInt32BE(height, 8);
  const meta = box('meta', Buffer.concat([Buffer.alloc(4), box('iprp', box('ipco', box('ispe', size)))]));
  return Buffer.concat([
    box('ftyp', Buffer.from('heic\0\0\0\0mif1heic', 'latin1')),
    meta,
    box('mdat', Buffer.alloc(4)),
  ]);
}

function box(kind: string, content: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length + 8);
  return Buffer.concat([length, Buffer.from(kind), content]);
}

function short(number: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(number);
  return bytes;
}
