/** What the headers of a picture announce, before anything draws it. */
export interface ImageHeader {
  /** In points of the picture. */
  readonly width: number;
  readonly height: number;
  /** Pictures shown one after the other, or pages. */
  readonly frames: number;
  /** Where the picture ends; what stands behind it belongs to something else. Null where the format does not say. */
  readonly end: number | null;
}

/** Headers that cannot be followed to their end. */
export class ImageBroken extends Error {
  constructor() {
    super('image broken');
    this.name = 'ImageBroken';
  }
}

/** Reads numbers of a picture; a place outside of it means that the picture is cut off. */
export class ImageBytes {
  constructor(
    readonly bytes: Buffer,
    private readonly littleEndian = false,
  ) {}

  get length(): number {
    return this.bytes.length;
  }

  byte(at: number): number {
    this.require(at, 1);
    return this.bytes.readUInt8(at);
  }

  short(at: number): number {
    this.require(at, 2);
    return this.littleEndian ? this.bytes.readUInt16LE(at) : this.bytes.readUInt16BE(at);
  }

  long(at: number): number {
    this.require(at, 4);
    return this.littleEndian ? this.bytes.readUInt32LE(at) : this.bytes.readUInt32BE(at);
  }

  name(at: number): string {
    this.require(at, 4);
    return this.bytes.toString('latin1', at, at + 4);
  }

  /** @throws ImageBroken */
  require(at: number, count: number): void {
    if (at < 0 || at + count > this.bytes.length) throw new ImageBroken();
  }
}
