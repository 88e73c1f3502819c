import { decodeContent } from './content-filters.js';
import type { FileState } from './file-state.js';
import { readFontWidths, UNKNOWN_FONT, type FontWidths } from './font-widths.js';
import { dictionaryOf, integerOf, nameOf, PdfArray, PdfDictionary, PdfStream, type PdfValue } from './values.js';

/** A font as a page uses it. */
export interface PdfFont extends FontWidths {
  /** `BAAAAA+LiberationSerif-Bold`; empty where it is not said. */
  readonly name: string;
  /** The letters that a string shows, as far as the font says. */
  readonly textOf: (bytes: Buffer) => string;
  /** Whether its letters may be drawings of any kind (Type 3), or are ornaments. */
  readonly isDrawn: boolean;
  /** Whether it comes with a program, which may draw anything for any code. */
  readonly hasProgram: boolean;
  /** Whether it maps a code to one digit and shows another: programs read the one, people the other. */
  readonly misreads: (bytes: Buffer) => boolean;
}

export const UNKNOWN: PdfFont = {
  ...UNKNOWN_FONT,
  name: '',
  textOf: (bytes) => bytes.toString('latin1'),
  isDrawn: false,
  hasProgram: false,
  misreads: () => false,
};

/** One whose name is not among the fonts: some readers show nothing of it, others write with a font of their own. */
export const MISSING: PdfFont = { ...UNKNOWN, textOf: () => '' };

const ORNAMENTS = /(?:ding|web|wing)[ -]?(?:bats|dings)/iu;

const MAX_LETTERS = 70_000;

export function readFont(state: FileState, value: PdfValue): PdfFont {
  const font = dictionaryOf(value);
  if (!font) return UNKNOWN;
  const kind = nameOf(state.get(font, 'Subtype'));
  const name = nameOf(state.get(font, 'BaseFont')) ?? '';
  const isWide = kind === 'Type0';
  const letters = lettersOf(state, font);
  const one = (code: number): string => letters.get(code) ?? (isWide ? '' : String.fromCharCode(code));
  const widths = readFontWidths(state, value);
  const isBlankDrawn = kind === 'Type3' || !isBlankNamed(state, font);
  return {
    ...widths,
    name,
    isBlank: isBlankDrawn ? () => false : widths.isBlank,
    isDrawn: kind === 'Type3' || ORNAMENTS.test(name),
    hasProgram: isWide || hasProgram(state, font),
    misreads: isWide ? () => false : misreadingOf(state, font, letters),
    textOf: (bytes) => (isWide ? pairsOf(bytes) : [...bytes]).map(one).join(''),
  };
}

const DIGIT = /^\d$/u;

function misreadingOf(
  state: FileState,
  font: PdfDictionary,
  letters: ReadonlyMap<number, string>,
): PdfFont['misreads'] {
  const encoded = encodingOf(state, font);
  return (bytes) =>
    bytes.some((code) => {
      const [shown, read] = [encoded(code), letters.get(code) ?? String.fromCharCode(code)];
      return shown !== null && shown !== read && (DIGIT.test(shown) || DIGIT.test(read));
    });
}

/** The letters of the font's encoding, whatever it maps them to; null where only its own program knows. */
function encodingOf(state: FileState, font: PdfDictionary): (code: number) => string | null {
  const encoding = state.get(font, 'Encoding');
  const named = encoding instanceof PdfDictionary ? namedLetters(state, encoding) : new Map<number, string>();
  const isUsual = !hasOwnCodes(state, font);
  const isLatin = (code: number): boolean => isUsual && code > FIRST_LATIN && code < LAST_LATIN;
  return (code) => named.get(code) ?? (isLatin(code) ? String.fromCharCode(code) : null);
}

const [FIRST_LATIN, LAST_LATIN] = [0x20, 0x7f];
const SYMBOLIC = 4;

/** Whether the font comes with a program that may number its letters as it likes. */
function hasOwnCodes(state: FileState, font: PdfDictionary): boolean {
  const descriptor = state.dictionary(font.raw('FontDescriptor'));
  return hasProgram(state, font) && ((integerOf(descriptor?.raw('Flags') ?? null) ?? SYMBOLIC) & SYMBOLIC) !== 0;
}

function hasProgram(state: FileState, font: PdfDictionary): boolean {
  const descriptor = state.dictionary(font.raw('FontDescriptor'));
  return ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor?.entries.has(key));
}

const BLANK_CODE = 0x20;
const BLANK_NAMES: ReadonlySet<string> = new Set(['space', 'nbspace', 'nonbreakingspace', 'uni0020', 'uni00A0']);

/** Whether the code of the blank still means one, whatever other codes were renamed. */
function isBlankNamed(state: FileState, font: PdfDictionary): boolean {
  const encoding = state.get(font, 'Encoding');
  const differences = encoding instanceof PdfDictionary ? state.get(encoding, 'Differences') : null;
  if (isReadApart(differences)) return false;
  let code = 0;
  let isNamed = true;
  for (const item of differences instanceof PdfArray ? differences.items : []) {
    if (typeof item === 'number') code = item;
    else {
      if (code === BLANK_CODE) isNamed = BLANK_NAMES.has(nameOf(state.resolve(item)) ?? '');
      code += 1;
    }
  }
  return isNamed;
}

function pairsOf(bytes: Buffer): readonly number[] {
  const codes: number[] = [];
  for (let at = 0; at + 1 < bytes.length; at += 2) codes.push(bytes.readUInt16BE(at));
  return codes;
}

/** Letters by their codes: what the font maps to Unicode, else what its encoding names. */
function lettersOf(state: FileState, font: PdfDictionary): ReadonlyMap<number, string> {
  const mapping = state.get(font, 'ToUnicode');
  if (mapping instanceof PdfStream) return readMapping(decodeContent(state, mapping).toString('latin1'));
  const encoding = state.get(font, 'Encoding');
  if (nameOf(encoding) === EXPERT) return UNREADABLE;
  return encoding instanceof PdfDictionary ? namedLetters(state, encoding) : new Map<number, string>();
}

/** Has other signs in the places of the usual ones, if any. */
const EXPERT = 'MacExpertEncoding';
/** Codes of one byte of which nobody knows what all readers show for them. */
const UNREADABLE: ReadonlyMap<number, string> = new Map(Array.from({ length: 256 }, (_, code) => [code, '']));

/** Readers that want an integer for a code pass over one with a point, and name the letters behind it by other codes. */
function isReadApart(differences: PdfValue): boolean {
  return differences instanceof PdfArray && differences.reals.size > 0;
}

const HEX = '<\\s*([0-9A-Fa-f\\s]*)>';
const SECTION = /begin(bfchar|bfrange)([\s\S]*?)endbf(?:char|range)/gu;
const PAIR = new RegExp(`${HEX}\\s*${HEX}`, 'gu');
const RANGE = new RegExp(`${HEX}\\s*${HEX}\\s*(?:${HEX}|\\[([^\\]]*)\\])`, 'gu');

/** The lines of a ToUnicode map that matter (ISO 32000-1, 9.10.3). */
function readMapping(text: string): ReadonlyMap<number, string> {
  const letters = new Map<number, string>();
  for (const [, kind, lines = ''] of text.matchAll(SECTION)) {
    if (kind === 'bfchar') {
      for (const [, code = '', letter = ''] of lines.matchAll(PAIR)) put(letters, parseInt(code, 16), unicode(letter));
    } else for (const match of lines.matchAll(RANGE)) putRange(letters, match);
  }
  return letters;
}

function put(letters: Map<number, string>, code: number, letter: string): void {
  if (letters.size < MAX_LETTERS) letters.set(code, letter);
}

function putRange(letters: Map<number, string>, [, from = '', to = '', first, list = '']: RegExpMatchArray): void {
  const [low, high] = [parseInt(from, 16), parseInt(to, 16)];
  const listed = [...list.matchAll(new RegExp(HEX, 'gu'))].map(([, letter = '']) => unicode(letter));
  const start = unicode(first ?? '');
  for (let code = low; code <= high && code - low < MAX_LETTERS; code += 1) {
    const last = (start.codePointAt(start.length - 1) ?? 0) + code - low;
    put(
      letters,
      code,
      first === undefined ? (listed[code - low] ?? '') : start.slice(0, -1) + String.fromCodePoint(last),
    );
  }
}

function unicode(hex: string): string {
  const bytes = Buffer.from(hex.replace(/\s/gu, '').padEnd(4, '0'), 'hex');
  return bytes.length % 2 === 0 ? bytes.swap16().toString('utf16le') : '';
}

/** Names of letters as fonts without a map give them: `/uni1ED9`, and the plain Latin ones. */
function namedLetters(state: FileState, encoding: PdfDictionary): ReadonlyMap<number, string> {
  const differences = state.get(encoding, 'Differences');
  if (isReadApart(differences) || nameOf(state.get(encoding, 'BaseEncoding')) === EXPERT) return UNREADABLE;
  const letters = new Map<number, string>();
  let code = 0;
  for (const item of differences instanceof PdfArray ? differences.items : []) {
    if (typeof item === 'number') code = item;
    else {
      const letter = letterNamed(nameOf(item) ?? '');
      if (letter !== null) letters.set(code, letter);
      code += 1;
    }
  }
  return letters;
}

function letterNamed(name: string): string | null {
  const coded = /^(?:uni|u)([0-9A-Fa-f]{4,6})$/u.exec(name)?.[1];
  if (coded !== undefined) return String.fromCodePoint(parseInt(coded, 16));
  return /^[A-Za-z]$/u.test(name) ? name : (LATIN_NAMES[name] ?? null);
}

const LATIN_NAMES: Readonly<Record<string, string>> = {
  space: ' ',
  hyphen: '-',
  period: '.',
  comma: ',',
  slash: '/',
  colon: ':',
  semicolon: ';',
  parenleft: '(',
  parenright: ')',
  zero: '0',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
};
