import { decodeContent } from '../../../../files/domain/pdf/content-filters.js';
import type { FileState } from '../../../../files/domain/pdf/file-state.js';
import { PdfMalformed } from '../../../../files/domain/pdf/limits.js';
import type { Box } from '../../../../files/domain/pdf/matrix.js';
import { integerOf, nameOf, PdfArray, type PdfStream } from '../../../../files/domain/pdf/values.js';

const MAX_SAMPLES = 4_000_000;
/** So many samples cost as much as one way from object to object. */
const SAMPLES_A_STEP = 32;
const DEPTHS: ReadonlySet<number> = new Set([1, 2, 4, 8, 16]);

/** How much of a picture is painted, of each part of it: 0 nothing, 1 all. */
export class PictureMask {
  private constructor(
    private readonly width: number,
    private readonly height: number,
    /** Of all samples above and to the left, one row and one column more than there are. */
    private readonly sums: Float64Array,
  ) {}

  /**
   * @param mask a picture of how opaque another is, or a stencil
   * @throws PdfMalformed when its samples cannot be read
   */
  static read(state: FileState, mask: PdfStream, isStencil: boolean): PictureMask {
    const numberAt = (key: string): number => integerOf(state.get(mask.dictionary, key)) ?? 0;
    const [width, height] = [numberAt('Width'), numberAt('Height')];
    const depth = isStencil ? 1 : numberAt('BitsPerComponent');
    const isSound = width > 0 && height > 0 && width * height <= MAX_SAMPLES && DEPTHS.has(depth);
    if (!isSound || (!isStencil && !isPlainMask(state, mask))) throw new PdfMalformed('samples of a mask');
    state.file.budget.walk(Math.ceil((width * height) / SAMPLES_A_STEP));
    const samples = decodeContent(state, mask);
    const rowBytes = Math.ceil((width * depth) / 8);
    if (samples.length < rowBytes * height) throw new PdfMalformed('mask cut short');
    const [first, last] = limitsOf(state, mask, isStencil);
    // A stencil paints where its samples are 0.
    const [from, to] = isStencil ? [1 - first, 1 - last] : [first, last];
    const step = (to - from) / (2 ** depth - 1);
    const opacityAt = (x: number, y: number): number => from + step * sampleAt(samples, y * rowBytes, x, depth);
    return new PictureMask(width, height, sumsOf(width, height, opacityAt));
  }

  /** How much of a part is painted. @param part in shares of the whole, from its lower left corner */
  shareOf({ left, bottom, right, top }: Box): number {
    // Floating point can exceed the whole by a rounding error.
    const [x, y] = [Math.floor(left * this.width), Math.max(0, Math.floor((1 - top) * this.height))];
    const columns = Math.max(1, Math.min(this.width, Math.ceil(right * this.width)) - x);
    const rows = Math.max(1, Math.min(this.height, Math.ceil((1 - bottom) * this.height)) - y);
    return this.sumOf(x, y, columns, rows) / (columns * rows);
  }

  /** The most that is painted of any part of that size. @param across, up as shares of the whole */
  densest(across: number, up: number): number {
    const columns = Math.max(1, Math.min(this.width, Math.round(across * this.width)));
    const rows = Math.max(1, Math.min(this.height, Math.round(up * this.height)));
    let most = 0;
    for (let y = 0; y + rows <= this.height; y += 1) {
      for (let x = 0; x + columns <= this.width; x += 1) most = Math.max(most, this.sumOf(x, y, columns, rows));
    }
    return most / (columns * rows);
  }

  private sumOf(x: number, y: number, columns: number, rows: number): number {
    const step = this.width + 1;
    const at = (column: number, row: number): number => this.sums[row * step + column] ?? 0;
    return at(x + columns, y + rows) - at(x, y + rows) - at(x + columns, y) + at(x, y);
  }
}

/** What a picture is that only says how opaque another is; readers take what has more to it for something else, or for no mask. */
function isPlainMask(state: FileState, { dictionary }: PdfStream): boolean {
  const isPicture = nameOf(state.get(dictionary, 'Subtype')) === 'Image';
  return isPicture && ['ImageMask', 'Mask', 'SMask'].every((key) => !dictionary.entries.has(key));
}

/**
 * What the lowest and the highest sample stand for.
 *
 * @throws PdfMalformed for what readers take in different ways: beyond nothing and all, or in a stencil between them
 */
function limitsOf(state: FileState, mask: PdfStream, isStencil: boolean): readonly [number, number] {
  const list = state.get(mask.dictionary, 'Decode');
  if (list === null) return [0, 1];
  const items = list instanceof PdfArray ? list.items.map((item) => state.resolve(item)) : [];
  const [first, last] = items;
  if (items.length !== 2 || !isShare(first) || !isShare(last)) throw new PdfMalformed('limits of a mask');
  if (isStencil && Math.abs(first - last) !== 1) throw new PdfMalformed('limits of a stencil');
  return [first, last];
}

function isShare(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= 1;
}

function sumsOf(width: number, height: number, opacityAt: (x: number, y: number) => number): Float64Array {
  const step = width + 1;
  const sums = new Float64Array(step * (height + 1));
  for (let y = 0; y < height; y += 1) {
    let row = 0;
    for (let x = 0; x < width; x += 1) {
      row += opacityAt(x, y);
      sums[(y + 1) * step + x + 1] = row + (sums[y * step + x + 1] ?? 0);
    }
  }
  return sums;
}

function sampleAt(samples: Buffer, row: number, x: number, depth: number): number {
  if (depth === 16) return samples.readUInt16BE(row + 2 * x);
  const bit = x * depth;
  return ((samples[row + (bit >> 3)] ?? 0) >> (8 - depth - (bit & 7))) & (2 ** depth - 1);
}
