import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import type { PDFContext, PDFFont, PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Place } from '../../src/drafting/ports/pdf-maker.port.js';
import { DomainError } from '../../src/kernel/domain-error.js';
import { placeLinksOf, removeLink, replaceLink } from './place-links.js';
import type { PlaceLink } from './place-links.js';
import { subsettingFontkit } from './subsetting-fontkit.js';

const POINTS_PER_MM = 72 / 25.4;

/** The seal in its true size; its centre stands here along the signature's width, so that it covers the signature's left part. */
const SEAL_SIDE = 36 * POINTS_PER_MM;
const SEAL_CENTRE = 0.28;

/** Size of number and date. Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục V, ô số 3 và 4. */
const FONT_SIZE = 13;

/** Bits of an annotation's /F and of AcroForm's /SigFlags (ISO 32000-2, tables 167 and 225). */
const PRINTED = 4;
const PRINTED_AND_LOCKED = 4 + 128;
const SIGNATURES_AND_APPEND_ONLY = 1 + 2;

/** Everything that a number, a day or a month is written with. */
const CHARACTERS = '0123456789';

const FILLED_AT_SEALING = [
  { name: 'so', title: 'Số văn bản', font: 'LiberationSerif' },
  { name: 'ngay', title: 'Ngày ban hành', font: 'LiberationSerif-Italic' },
  { name: 'thang', title: 'Tháng ban hành', font: 'LiberationSerif-Italic' },
] as const;

/**
 * Turns the placeholder links of a converted letter into empty form fields, so that later increments fill them without
 * touching the page: text fields `so`, `ngay`, `thang` and signature fields `ChuKyLanhDao`, `DauCoQuan`. The seal's field
 * carries the lock on number and date, and the form carries the digits' font, so the leader's signature covers both.
 * The place of the initials (`ky_nhay`) may be missing; its link is taken out. Equal input gives equal bytes.
 *
 * @returns places in PDF points, in page order
 * @throws DomainError `pdf-place-missing` naming the place that does not occur exactly once
 */
export async function preparePdf(pdf: Buffer): Promise<{ readonly pdf: Buffer; readonly places: readonly Place[] }> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const links = placeLinksOf(document);
  const signature = requireOne(links, 'chu_ky');
  const texts = FILLED_AT_SEALING.map((field) => ({ ...field, link: requireOne(links, field.name) }));
  const initials = atMostOne(links, 'ky_nhay');

  const fonts = await embedFonts(document);
  const { context } = document;
  for (const { link, ...field } of texts) {
    replaceLink(context, link, textField(context, link, field));
  }
  replaceLink(
    context,
    signature,
    signatureField(context, signature, { name: 'ChuKyLanhDao', title: 'Chữ ký lãnh đạo' }),
  );
  const seal = addSealField(context, signature);
  if (initials) removeLink(context, initials);

  addForm(document, [...texts.map(({ link }) => link.ref), signature.ref, seal], fonts);
  const bytes = await document.save({
    useObjectStreams: false,
    addDefaultPage: false,
    updateFieldAppearances: false,
  });
  return { pdf: Buffer.from(bytes), places: links.map(placeOf) };
}

function requireOne(links: readonly PlaceLink[], name: Place['name']): PlaceLink {
  const found = atMostOne(links, name);
  if (!found) throw new DomainError('pdf-place-missing', { place: name, found: 0 });
  return found;
}

function atMostOne(links: readonly PlaceLink[], name: Place['name']): PlaceLink | undefined {
  const found = links.filter((link) => link.name === name);
  if (found.length > 1) throw new DomainError('pdf-place-missing', { place: name, found: found.length });
  return found[0];
}

function placeOf({ name, page, x, y, width, height }: PlaceLink): Place {
  return { name, page, x, y, width, height };
}

/** Subsets with fixed names instead of random tags, so that equal letters stay equal files. */
async function embedFonts(document: PDFDocument): Promise<Readonly<Record<string, PDFFont>>> {
  document.registerFontkit(subsettingFontkit);
  const embed = async (file: string, name: string): Promise<PDFFont> => {
    const bytes = await readFile(join(import.meta.dirname, 'fonts', file));
    const font = await document.embedFont(bytes, { subset: true, customName: name });
    font.encodeText(CHARACTERS);
    return font;
  };
  return {
    LiberationSerif: await embed('LiberationSerif-Regular.ttf', 'HOIAMR+LiberationSerif'),
    'LiberationSerif-Italic': await embed('LiberationSerif-Italic.ttf', 'HOIAMI+LiberationSerif-Italic'),
  };
}

type Spot = Pick<PlaceLink, 'x' | 'y' | 'width' | 'height' | 'pageRef' | 'structParent'>;

function textField(context: PDFContext, at: Spot, field: (typeof FILLED_AT_SEALING)[number]): PDFDict {
  return emptyField(context, at, {
    FT: 'Tx',
    T: PDFString.of(field.name),
    TU: PDFHexString.fromText(field.title),
    V: PDFString.of(''),
    DA: PDFString.of(`/${field.font} ${FONT_SIZE} Tf 0 g`),
    Q: 1,
    F: PRINTED,
  });
}

function signatureField(context: PDFContext, at: Spot, field: Readonly<Record<'name' | 'title', string>>): PDFDict {
  return emptyField(context, at, {
    FT: 'Sig',
    T: PDFString.of(field.name),
    TU: PDFHexString.fromText(field.title),
    F: PRINTED_AND_LOCKED,
  });
}

/** A field and its widget in one object, with an appearance that shows nothing. */
function emptyField(context: PDFContext, at: Spot, entries: Record<string, string | number | PDFObject>): PDFDict {
  const nothing = context.formXObject([], { BBox: [0, 0, at.width, at.height] });
  return context.obj({
    Type: 'Annot',
    Subtype: 'Widget',
    Rect: [at.x, at.y, at.x + at.width, at.y + at.height],
    P: at.pageRef,
    AP: { N: context.register(nothing) },
    ...(at.structParent === undefined ? {} : { StructParent: at.structParent }),
    ...entries,
  });
}

/** The seal lies over the signature, hence after it among the page's annotations. */
function addSealField(context: PDFContext, signature: PlaceLink): PDFRef {
  const spot = {
    pageRef: signature.pageRef,
    structParent: undefined,
    x: signature.x + SEAL_CENTRE * signature.width - SEAL_SIDE / 2,
    y: signature.y + signature.height / 2 - SEAL_SIDE / 2,
    width: SEAL_SIDE,
    height: SEAL_SIDE,
  };
  const field = signatureField(context, spot, { name: 'DauCoQuan', title: 'Chữ ký số của cơ quan' });
  const lock = context.obj({
    Type: 'SigFieldLock',
    Action: 'Include',
    Fields: FILLED_AT_SEALING.map(({ name }) => PDFString.of(name)),
  });
  field.set(PDFName.of('Lock'), context.register(lock));
  const ref = context.register(field);
  context.lookup(signature.pageRef, PDFDict).lookup(PDFName.of('Annots'), PDFArray).push(ref);
  return ref;
}

/** The font of number and date stands in the form's resources, where the leader's signature covers it too. */
function addForm(document: PDFDocument, fields: readonly PDFRef[], fonts: Readonly<Record<string, PDFFont>>): void {
  const form = document.context.obj({
    Fields: [...fields],
    SigFlags: SIGNATURES_AND_APPEND_ONLY,
    DR: { Font: Object.fromEntries(Object.entries(fonts).map(([name, { ref }]) => [name, ref])) },
    DA: PDFString.of(`/LiberationSerif ${FONT_SIZE} Tf 0 g`),
  });
  document.catalog.set(PDFName.of('AcroForm'), document.context.register(form));
}
