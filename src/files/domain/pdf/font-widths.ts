import type { FileState } from './file-state.js';
import { numbersOf } from './matrix.js';
import { integerOf, nameOf, PdfArray, PdfDictionary, PdfStream, type PdfValue } from './values.js';

/** How wide strings are in one font, in thousandths of its size. */
export interface FontWidths {
  readonly widthOf: (bytes: Buffer) => number;
  /** How many bytes stand for one letter. */
  readonly bytesEach: 1 | 2;
  /** Whether a string shows nothing but blanks. */
  readonly isBlank: (bytes: Buffer) => boolean;
  /** Whether the widths are guesses, as the font does not say them, or the length of a letter in bytes is one. */
  readonly isGuessed: boolean;
  /** Whether letters stand one below the other. */
  readonly isVertical: boolean;
  /** Whether its codes are mapped by a stream, which may say in many ways that its letters run down. */
  readonly isMapped: boolean;
}

/** Where a font says nothing, its letters are taken as half as wide as high. */
const USUAL = 500;

export const UNKNOWN_FONT: FontWidths = {
  bytesEach: 1,
  widthOf: (bytes) => bytes.length * USUAL,
  isBlank: (bytes) => bytes.every((byte) => byte === 0x20),
  isGuessed: true,
  isVertical: false,
  isMapped: false,
};

export function readFontWidths(state: FileState, value: PdfValue): FontWidths {
  const font = state.dictionary(value);
  if (!font) return UNKNOWN_FONT;
  return nameOf(state.get(font, 'Subtype')) === 'Type0' ? compositeWidths(state, font) : simpleWidths(state, font);
}

function simpleWidths(state: FileState, font: PdfDictionary): FontWidths {
  const widths = numbersOf(state, font.raw('Widths'));
  const first = integerOf(state.get(font, 'FirstChar')) ?? 0;
  if (widths.length === 0) return UNKNOWN_FONT;
  return {
    bytesEach: 1,
    widthOf: (bytes) => bytes.reduce((sum, byte) => sum + (widths[byte - first] ?? USUAL), 0),
    isBlank: UNKNOWN_FONT.isBlank,
    isGuessed: false,
    isVertical: false,
    isMapped: false,
  };
}

/** Fonts of two bytes a letter; which code is the blank is unknown. */
function compositeWidths(state: FileState, font: PdfDictionary): FontWidths {
  const descendants = state.get(font, 'DescendantFonts');
  const descendant = state.dictionary(descendants instanceof PdfArray ? (descendants.items[0] ?? null) : null);
  const usual = (descendant ? integerOf(state.get(descendant, 'DW')) : null) ?? 1000;
  const widths = descendant ? listedWidths(state, descendant.raw('W')) : new Map<number, number>();
  const encoding = state.get(font, 'Encoding');
  const isMap = encoding instanceof PdfStream;
  const coding = nameOf(encoding) ?? '';
  return {
    bytesEach: 2,
    widthOf: (bytes) => {
      let sum = 0;
      for (let at = 0; at + 1 < bytes.length; at += 2) sum += widths.get(bytes.readUInt16BE(at)) ?? usual;
      return sum;
    },
    isBlank: () => false,
    isGuessed: !/^Identity-[HV]$/u.test(coding),
    isMapped: isMap,
    isVertical: /(?:^|-)V$/u.test(coding) || (isMap && integerOf(state.get(encoding.dictionary, 'WMode')) === 1),
  };
}

const MAX_CODES = 70_000;

/** `c [w1 w2 …]` and `first last w`. */
function listedWidths(state: FileState, value: PdfValue): ReadonlyMap<number, number> {
  const list = state.resolve(value);
  const items = (list instanceof PdfArray ? list.items : []).map((item) => state.resolve(item));
  const widths = new Map<number, number>();
  for (let at = 0; at + 1 < items.length && widths.size < MAX_CODES;) {
    const [first = null, second = null, third = null] = items.slice(at, at + 3);
    const isList = second instanceof PdfArray;
    const run = isList ? numbersOf(state, second) : sameWidths(integerOf(first), integerOf(second), third);
    run.forEach((width, index) => widths.set((integerOf(first) ?? 0) + index, width));
    at += isList ? 2 : 3;
  }
  return widths;
}

function sameWidths(first: number | null, last: number | null, width: PdfValue): number[] {
  const count = Math.max(0, Math.min((last ?? 0) - (first ?? 0) + 1, MAX_CODES));
  return Array.from({ length: count }, () => (typeof width === 'number' ? width : 0));
}
