/** A name such as `/Type`, without its slash and with `#xx` resolved. */
export class PdfName {
  constructor(readonly value: string) {}
}

/** A string in its bytes. `start` and `end` are its place in the file with its brackets, or -1 inside an object stream. */
export class PdfString {
  constructor(
    /** Its bytes; most of the zero bytes may be left out that fill up a string of hex digits, as the place of a signature is. */
    readonly front: Buffer,
    readonly start: number,
    readonly end: number,
    /** How many hex digits it is written with and nothing else; 0 when it is written in another way. */
    readonly pureDigits = 0,
  ) {}

  /** All its bytes. */
  get bytes(): Buffer {
    const length = Math.ceil(this.pureDigits / 2);
    return length > this.front.length ? Buffer.concat([this.front], length) : this.front;
  }
}

export class PdfReference {
  constructor(
    readonly number: number,
    readonly generation: number,
  ) {}
}

const NO_PLACES: ReadonlySet<number> = new Set();
const NO_KEYS: ReadonlySet<string> = new Set();

export class PdfArray {
  constructor(
    readonly items: readonly PdfValue[],
    /** Whether a number in it, at any depth, is written with a point, as `0.0`; readers that want integers take such in different ways. */
    readonly hasReals = false,
    /** The places of those that are its own items. */
    readonly reals: ReadonlySet<number> = NO_PLACES,
  ) {}
}

export class PdfDictionary {
  constructor(
    readonly entries: ReadonlyMap<string, PdfValue>,
    /** Keys of numbers that are written with a point. */
    readonly reals: ReadonlySet<string> = NO_KEYS,
  ) {}

  /** The value as written: a reference is not followed; an absent key is null, as the standard has it. */
  raw(key: string): PdfValue {
    return this.entries.get(key) ?? null;
  }
}

/** A stream with its data as stored, still compressed. */
export class PdfStream {
  constructor(
    readonly dictionary: PdfDictionary,
    readonly data: Buffer,
  ) {}
}

export type PdfValue =
  | null
  | boolean
  | number
  | PdfName
  | PdfString
  | PdfReference
  | PdfArray
  | PdfDictionary
  | PdfStream;

export const EMPTY_DICTIONARY = new PdfDictionary(new Map());

export function nameOf(value: PdfValue): string | null {
  return value instanceof PdfName ? value.value : null;
}

export function integerOf(value: PdfValue): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : null;
}

/** The dictionary of a dictionary or of a stream. */
export function dictionaryOf(value: PdfValue): PdfDictionary | null {
  if (value instanceof PdfDictionary) return value;
  return value instanceof PdfStream ? value.dictionary : null;
}

const BYTE_ORDER_MARK_UTF16 = 0xfeff;

/** The text of a string: UTF-16BE or UTF-8 when marked, else taken as Latin-1. NFC. */
export function textOf(value: PdfValue): string | null {
  if (!(value instanceof PdfString)) return null;
  const { bytes } = value;
  if (bytes.length >= 2 && bytes.readUInt16BE(0) === BYTE_ORDER_MARK_UTF16) {
    const swapped = Buffer.from(bytes.subarray(2, bytes.length - (bytes.length % 2)));
    return swapped.swap16().toString('utf16le').normalize('NFC');
  }
  if (bytes.length >= 3 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    return bytes.subarray(3).toString('utf8').normalize('NFC');
  }
  // Latin-1 has no letters in pieces.
  return bytes.toString('latin1');
}

const PDF_DATE = /^(?:D:)?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:Z|([+-])(\d\d)'?(\d\d)?'?)?/u;

/** The instant of a PDF date such as `D:20260318092641+07'00'`; without a zone it is read as UTC. Null when unreadable. */
export function dateOf(value: PdfValue): Date | null {
  const match = PDF_DATE.exec(textOf(value) ?? '');
  if (!match) return null;
  const part = (index: number, otherwise: string): string => match[index] ?? otherwise;
  const day = `${part(1, '')}-${part(2, '01')}-${part(3, '01')}`;
  const local = Date.parse(`${day}T${part(4, '00')}:${part(5, '00')}:${part(6, '00')}Z`);
  if (Number.isNaN(local)) return null;
  const offset = (Number(part(8, '0')) * 60 + Number(part(9, '0'))) * 60_000;
  return new Date(match[7] === '-' ? local + offset : local - offset);
}
