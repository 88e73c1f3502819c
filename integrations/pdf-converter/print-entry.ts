import { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFRef, PDFStream, PDFString } from '@cantoo/pdf-lib';
import type { PDFContext, PDFDocument, PDFFont, PDFObject } from '@cantoo/pdf-lib';
import type { PrintedEntry } from '../../src/drafting/ports/pdf-maker.port.js';
import { DomainError } from '../../src/kernel/domain-error.js';
import { embedEntryFonts, FONT_SIZE, FILLED_AT_SEALING } from './entry-fonts.js';
import { loadPdf } from './load-pdf.js';

/** How far the letters' base line stands above the foot of their line, in ems: Liberation Serif's descent. */
const DESCENT = 0.216;

type Entry = (typeof FILLED_AT_SEALING)[number];

interface Field {
  readonly ref: PDFRef;
  readonly dictionary: PDFDict;
}

/**
 * Prints number, day and month where a prepared letter keeps empty fields for them: text of the page from then on, in the face and at
 * the place that the fields had. Those fields are gone after it, and with them the seal's lock upon them; everything else stays.
 * Equal input gives equal bytes.
 *
 * @throws DomainError `pdf-place-missing` naming the field that a letter lacks
 *
 * Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 3 và khoản 4.
 */
export async function printEntry(pdf: Buffer, entry: PrintedEntry): Promise<Buffer> {
  const document = await loadPdf(pdf);
  const fields = fieldsOf(document);
  const found = FILLED_AT_SEALING.map((known) => ({ ...known, field: requireField(fields, known.name) }));
  dropEntryFields(
    document,
    found.map(({ field }) => field.ref),
  );
  const fonts = await embedEntryFonts(document, Object.values(entry).join(''));
  for (const { field, ...known } of found) {
    print(document, { ...known, field, text: entry[known.name], font: fonts[known.font] });
    document.context.delete(field.ref);
  }
  const options = { useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false };
  return Buffer.from(await document.save(options));
}

function formOf({ catalog }: PDFDocument): PDFDict | undefined {
  return catalog.lookupMaybe(PDFName.of('AcroForm'), PDFDict);
}

function fieldsOf(document: PDFDocument): ReadonlyMap<string, Field> {
  const list = formOf(document)?.lookupMaybe(PDFName.of('Fields'), PDFArray)?.asArray() ?? [];
  const fields = new Map<string, Field>();
  for (const ref of list) {
    const dictionary = document.context.lookup(ref);
    if (!(ref instanceof PDFRef) || !(dictionary instanceof PDFDict)) continue;
    const name = dictionary.lookup(PDFName.of('T'));
    if (name instanceof PDFString || name instanceof PDFHexString) fields.set(name.decodeText(), { ref, dictionary });
  }
  return fields;
}

function requireField(fields: ReadonlyMap<string, Field>, name: Entry['name']): Field {
  const field = fields.get(name);
  if (!field) throw new DomainError('pdf-place-missing', { place: name, found: 0 });
  return field;
}

/** Out of the form, with their fonts and the lock that the seal would put on them. */
function dropEntryFields(document: PDFDocument, dropped: readonly PDFRef[]): void {
  const { context } = document;
  const form = formOf(document);
  if (!form) return;
  const fields = form.lookup(PDFName.of('Fields'), PDFArray);
  for (const ref of dropped) {
    fields.remove(fields.indexOf(ref) ?? -1);
    const looks = context.lookup(ref, PDFDict).lookup(PDFName.of('AP'), PDFDict);
    takeOut(context, looks, 'N');
  }
  dropFonts(context, form);
  for (const { dictionary } of fieldsOf(document).values()) takeOut(context, dictionary, 'Lock');
}

function dropFonts(context: PDFContext, form: PDFDict): void {
  const fonts = form.lookupMaybe(PDFName.of('DR'), PDFDict)?.lookupMaybe(PDFName.of('Font'), PDFDict);
  for (const font of fonts?.values() ?? []) deleteFont(context, font);
  form.delete(PDFName.of('DR'));
  form.delete(PDFName.of('DA'));
}

/** The entry, with the object that it refers to. */
function takeOut(context: PDFContext, dictionary: PDFDict, key: string): void {
  const value = dictionary.get(PDFName.of(key));
  if (value instanceof PDFRef) context.delete(value);
  dictionary.delete(PDFName.of(key));
}

/** The font that the preparation embedded for the fields alone, whole. */
function deleteFont(context: PDFContext, font: PDFObject): void {
  const parts = ['DescendantFonts', 'FontDescriptor', 'FontFile2', 'ToUnicode', 'CIDToGIDMap'].map((key) =>
    PDFName.of(key),
  );
  const object = context.lookup(font);
  const dictionary = object instanceof PDFStream ? object.dict : object;
  if (dictionary instanceof PDFArray) for (const item of dictionary.asArray()) deleteFont(context, item);
  if (dictionary instanceof PDFDict) {
    for (const [key, value] of dictionary.entries()) if (parts.includes(key)) deleteFont(context, value);
  }
  if (font instanceof PDFRef) context.delete(font);
}

interface Printing {
  readonly field: Field;
  readonly text: string;
  readonly font: PDFFont;
  readonly name: Entry['name'];
}

function print({ context, catalog }: PDFDocument, { field, text, font, name }: Printing): void {
  const { ref, dictionary } = field;
  const pageRef = dictionary.get(PDFName.of('P'));
  if (!(pageRef instanceof PDFRef)) throw new DomainError('pdf-place-missing', { place: name, found: 0 });
  const page = context.lookup(pageRef, PDFDict);
  const annotations = page.lookup(PDFName.of('Annots'), PDFArray);
  annotations.remove(annotations.asArray().indexOf(ref));

  const { x, y, width } = dictionary.lookup(PDFName.of('Rect'), PDFArray).asRectangle();
  const left = x + (width - font.widthOfTextAtSize(text, FONT_SIZE)) / 2;
  const resource = `HoiAm-${name}`;
  const mark = markOf(tagged(context, catalog, { page, field }));
  const operators = `${mark} q BT 0 g /${resource} ${String(FONT_SIZE)} Tf ${left.toFixed(3)} ${(y + DESCENT * FONT_SIZE).toFixed(3)} Td ${String(font.encodeText(text))} Tj ET Q EMC`;
  addToPage(context, page, { operators, resource, font });
}

function addToPage(
  context: PDFContext,
  page: PDFDict,
  { operators, resource, font }: { readonly operators: string; readonly resource: string; readonly font: PDFFont },
): void {
  const before = page.get(PDFName.of('Contents'));
  const list = before instanceof PDFRef ? context.lookup(before) : before;
  const contents = list instanceof PDFArray ? list.asArray() : before === undefined ? [] : [before];
  const stream = (text: string): PDFRef => context.register(context.stream(text));
  page.set(PDFName.of('Contents'), context.obj([stream('q\n'), ...contents, stream(`\nQ\n${operators}\n`)]));
  const resources = page.lookupMaybe(PDFName.of('Resources'), PDFDict) ?? context.obj({});
  page.set(PDFName.of('Resources'), page.get(PDFName.of('Resources')) ?? resources);
  const fonts = resources.lookupMaybe(PDFName.of('Font'), PDFDict) ?? context.obj({});
  fonts.set(PDFName.of(resource), font.ref);
  if (!resources.has(PDFName.of('Font'))) resources.set(PDFName.of('Font'), fonts);
}

/** The place of the text among what a reader for the blind reads; null where the document says nothing of it. */
function tagged(
  context: PDFContext,
  catalog: PDFDict,
  { page, field }: { readonly page: PDFDict; readonly field: Field },
): number | null {
  const tree = catalog
    .lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict)
    ?.lookupMaybe(PDFName.of('ParentTree'), PDFDict);
  const numbers = tree?.lookupMaybe(PDFName.of('Nums'), PDFArray);
  const elementRef = numbered(numbers, field.dictionary.lookupMaybe(PDFName.of('StructParent'), PDFNumber));
  const list = numbers && numbered(numbers, page.lookupMaybe(PDFName.of('StructParents'), PDFNumber));
  const element = elementRef && context.lookup(elementRef);
  const marked = list && context.lookup(list);
  if (!(element instanceof PDFDict) || !(marked instanceof PDFArray) || !elementRef) return null;
  const mark = marked.size();
  marked.push(elementRef);
  element.set(PDFName.of('S'), PDFName.of('Span'));
  element.set(PDFName.of('K'), PDFNumber.of(mark));
  return mark;
}

/** What a number tree holds under a number. */
function numbered(numbers: PDFArray | undefined, key: PDFNumber | undefined): PDFObject | undefined {
  const items = numbers?.asArray() ?? [];
  const at = items.findIndex(
    (item, place) => place % 2 === 0 && item instanceof PDFNumber && item.asNumber() === key?.asNumber(),
  );
  return at < 0 ? undefined : items[at + 1];
}

function markOf(mark: number | null): string {
  return mark === null ? '/Artifact BMC' : `/Span <</MCID ${String(mark)}>> BDC`;
}
