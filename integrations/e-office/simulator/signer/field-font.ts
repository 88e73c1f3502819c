import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib';
import { SigningRefused } from './signing-refused.js';

interface Letter {
  readonly code: number;
  /** Thousandths of an em. */
  readonly width: number;
}

/**
 * The embedded font that the form itself offers for a field. Its letters were in the file when the leader signed, so no later
 * font can give a digit another face.
 */
export class FieldFont {
  private constructor(
    /** As the field's default appearance names it. */
    readonly name: string,
    readonly ref: PDFRef,
    /** Points. */
    readonly size: number,
    private readonly letters: ReadonlyMap<string, Letter>,
  ) {}

  /** @throws SigningRefused `field-missing` when the form offers no embedded font for the field */
  static of(form: PDFDict, field: PDFDict): FieldFont {
    const wanted = String(field.lookup(PDFName.of('DA')));
    const [, name = '', size = '0'] = /\/(\S+) ([\d.]+) Tf/u.exec(wanted) ?? [];
    const fonts = form.lookupMaybe(PDFName.of('DR'), PDFDict)?.lookupMaybe(PDFName.of('Font'), PDFDict);
    const ref = fonts?.get(PDFName.of(name));
    if (!(ref instanceof PDFRef)) throw new SigningRefused('field-missing', `DR/${name}`);
    return new FieldFont(name, ref, Number(size), lettersOf(form.context.lookup(ref, PDFDict)));
  }

  /** The text in the font's own codes. @throws SigningRefused `font-lacks-character` */
  encode(text: string): PDFHexString {
    const codes = this.find(text).map(({ code }) => code.toString(16).padStart(4, '0'));
    return PDFHexString.of(codes.join(''));
  }

  /** Points. @throws SigningRefused `font-lacks-character` */
  widthOf(text: string): number {
    return (this.find(text).reduce((sum, { width }) => sum + width, 0) * this.size) / 1000;
  }

  private find(text: string): Letter[] {
    return Array.from(text, (character) => {
      const letter = this.letters.get(character);
      if (!letter) throw new SigningRefused('font-lacks-character', character);
      return letter;
    });
  }
}

/** The letters of an embedded Type 0 font, by its own map to Unicode. */
function lettersOf(font: PDFDict): ReadonlyMap<string, Letter> {
  const toUnicode = font.lookup(PDFName.of('ToUnicode'));
  if (!(toUnicode instanceof PDFRawStream)) throw new SigningRefused('field-missing', 'ToUnicode');
  const widths = widthsOf(font);
  const map = Buffer.from(decodePDFRawStream(toUnicode).decode()).toString('latin1');
  const pairs = map.matchAll(/^<([0-9a-f]{4})> <([0-9a-f]{4})>$/gimu);
  return new Map(
    Array.from(pairs, ([, hexCode = '', character = '']) => {
      const code = Number.parseInt(hexCode, 16);
      return [String.fromCharCode(Number.parseInt(character, 16)), { code, width: widths.get(code) ?? 1000 }];
    }),
  );
}

/** Reads /W of the descendant font in its form `first [width …]`; a width not listed is 1000. */
function widthsOf(font: PDFDict): ReadonlyMap<number, number> {
  const descendant = font.lookup(PDFName.of('DescendantFonts'), PDFArray).lookup(0, PDFDict);
  const list = descendant.lookup(PDFName.of('W'), PDFArray);
  const widths = new Map<number, number>();
  for (let index = 0; index + 1 < list.size(); index += 2) {
    const first = list.lookup(index, PDFNumber).asNumber();
    const run = list.lookup(index + 1, PDFArray).asArray();
    for (const [offset, width] of run.entries()) {
      if (width instanceof PDFNumber) widths.set(first + offset, width.asNumber());
    }
  }
  return widths;
}
