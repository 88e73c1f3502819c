import { PDFArray, PDFDict, PDFName, PDFRef } from '@cantoo/pdf-lib';
import type { PDFObject } from '@cantoo/pdf-lib';
import { FieldFont } from './field-font.js';
import { firstPage } from './first-page.js';
import type { Increment } from './increment.js';

/** A text that stands in the middle of a field's place. */
export interface TextInPlace {
  readonly field: PDFDict;
  readonly text: string;
  /** From the foot of the place to the letters' base line, in points for each point of their size. */
  readonly descent: number;
}

/**
 * Writes texts into the first page where fields were prepared for them, and leaves the fields empty: as tools do that stamp pages and know no
 * forms. What the page said before stays whole, between saved states.
 *
 * @throws SigningRefused `field-missing`, `font-lacks-character`
 */
export function writeOnPage({ document, form }: Increment, texts: readonly TextInPlace[]): void {
  const { context } = document;
  const page = firstPage(document.catalog.Pages());
  const written = texts.map(({ field, text, descent }) => {
    const font = FieldFont.of(form, field);
    const { x, y, width } = field.lookup(PDFName.of('Rect'), PDFArray).asRectangle();
    const left = x + (width - font.widthOf(text)) / 2;
    const place = `${left.toFixed(3)} ${(y + descent * font.size).toFixed(3)}`;
    addFont(page, font);
    return `BT 0 g /${font.name} ${String(font.size)} Tf ${place} Td ${String(font.encode(text))} Tj ET`;
  });
  const stream = (content: string): PDFRef => context.register(context.stream(content));
  page.set(PDFName.of('Contents'), context.obj([stream('q'), ...contentsOf(page), stream(`Q\n${written.join('\n')}`)]));
}

function contentsOf(page: PDFDict): readonly PDFObject[] {
  const raw = page.get(PDFName.of('Contents'));
  const list = raw instanceof PDFRef ? page.context.lookup(raw) : raw;
  if (list instanceof PDFArray) return list.asArray();
  return raw === undefined ? [] : [raw];
}

function addFont(page: PDFDict, { name, ref }: FieldFont): void {
  const { context } = page;
  const resources = page.lookup(PDFName.of('Resources'), PDFDict);
  const fonts = resources.lookupMaybe(PDFName.of('Font'), PDFDict) ?? context.obj({});
  fonts.set(PDFName.of(name), ref);
  if (!resources.has(PDFName.of('Font'))) resources.set(PDFName.of('Font'), fonts);
}
