import { type CmsWish, signCms } from './cms.js';
import { type Objects, save, type SaveWish } from './pdf-writer.js';

const RESERVED = 12_000;

export interface SignWish {
  /** Number of the signature dictionary. */
  readonly object?: number;
  /** The other objects of the save, as the field with its `/V`. */
  readonly objects: Objects;
  readonly subFilter?: string;
  readonly entries?: string;
  readonly type?: string;
  readonly at?: Date;
  readonly save?: SaveWish;
  /** What goes into `/Contents`, from the signed bytes. */
  readonly contents: (signed: Buffer) => Buffer;
  /** Changes the finished byte range before it is written, and thus what is signed. */
  readonly range?: (range: readonly number[]) => readonly number[];
  readonly writtenNumber?: (number: number) => string;
  /** Writes the dictionary otherwise, before its place in the file is fixed. */
  readonly dictionary?: (written: string) => string;
  /** Digits of the place that is kept for the contents, and how they are written. */
  readonly reserved?: number;
  readonly hex?: (hex: string) => string;
}

function pdfDate(at: Date): string {
  return `(D:${at.toISOString().replace(/[-:T]/gu, '').slice(0, 14)}+00'00')`;
}

/** A save that signs: dictionary, byte range and contents filled in as a signing tool does. */
export function signSave(pdf: Buffer, wish: SignWish): Buffer {
  const number = wish.object ?? 50;
  const placeholder = '/ByteRange [0 0000000000 0000000000 0000000000]';
  const date = wish.at ? `/M ${pdfDate(wish.at)}` : '';
  const reserved = wish.reserved ?? RESERVED;
  const plainDictionary =
    `<< /Type /${wish.type ?? 'Sig'} /Filter /Adobe.PPKLite /SubFilter /${wish.subFilter ?? 'ETSI.CAdES.detached'} ` +
    `${date} ${wish.entries ?? ''} ${placeholder} /Contents <${'0'.repeat(reserved)}> >>`;
  const dictionary = wish.dictionary?.(plainDictionary) ?? plainDictionary;
  const signedFile = save(pdf, { ...wish.objects, [number]: dictionary }, wish.save);
  const rangeAt = signedFile.indexOf(placeholder, pdf.length);
  const gapStart = signedFile.indexOf('<0000', rangeAt);
  const gapEnd = gapStart + reserved + 2;
  const plain = [0, gapStart, gapEnd, signedFile.length - gapEnd];
  const range = wish.range?.(plain) ?? plain;
  const numbers = range.map((one) => wish.writtenNumber?.(one) ?? String(one));
  const written = `/ByteRange [${numbers.join(' ')}]`.padEnd(placeholder.length);
  signedFile.write(written, rangeAt, 'latin1');
  const [first = 0, firstLength = 0, second = 0, secondLength = 0] = range;
  const signed = Buffer.concat([
    signedFile.subarray(first, first + firstLength),
    signedFile.subarray(second, second + secondLength),
  ]);
  const hex = wish.contents(signed).toString('hex');
  signedFile.write(wish.hex?.(hex) ?? hex, gapStart + 1, 'latin1');
  return signedFile;
}

/** Contents that are a CMS of this kind. */
export function cmsContents(wish: CmsWish): (signed: Buffer) => Buffer {
  return (signed) => signCms(signed, wish);
}
