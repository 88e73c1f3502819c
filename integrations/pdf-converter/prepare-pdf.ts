import { PDFArray, PDFDict, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import type { PDFContext, PDFDocument, PDFFont, PDFObject, PDFRef } from '@cantoo/pdf-lib';
import type { Place, PlaceName } from '../../src/drafting/ports/pdf-maker.port.js';
import { DomainError } from '../../src/kernel/domain-error.js';
import { nameAuthor } from './author-of-pdf.js';
import { embedEntryFonts, FILLED_AT_SEALING, FONT_SIZE } from './entry-fonts.js';
import { loadPdf } from './load-pdf.js';
import { placeLinksOf, removeLink, replaceLink } from './place-links.js';
import type { PlaceLink } from './place-links.js';

const POINTS_PER_MM = 72 / 25.4;

/** The seal in its true size; its centre stands here along the signature's width, so that it covers the signature's left part. */
const SEAL_SIDE = 36 * POINTS_PER_MM;
const SEAL_CENTRE = 0.28;

/** Bits of an annotation's /F and of AcroForm's /SigFlags (ISO 32000-2, tables 167 and 225). */
const PRINTED = 4;
const PRINTED_AND_LOCKED = 4 + 128;
const SIGNATURES_AND_APPEND_ONLY = 1 + 2;

/** Everything that a number, a day or a month is written with. */
const CHARACTERS = '0123456789';

/** Signed by somebody besides the leader; in few documents only. */
const SIGNED_BESIDES = [{ name: 'ChuKyThuKy', title: 'Chữ ký thư ký', place: 'chu_ky_thu_ky' }] as const;

const INITIALS = ['ky_nhay', 'ky_nhay_the_thuc', 'ky_nhay_phu_luc'] as const;

/**
 * Turns the placeholder links of a converted letter into empty form fields, so that later increments fill them without
 * touching the page: text fields `so`, `ngay`, `thang` and signature fields `ChuKyLanhDao`, `DauCoQuan`, in minutes also `ChuKyThuKy`.
 * The seal's field carries the lock on number and date, and the form carries the digits' font, so the leader's signature covers both.
 * Links at the places of initials, which may be missing, are taken out. Equal input gives equal bytes.
 *
 * @param issuer named as the author in place of the account that wrote the file; empty: no author is named
 * @returns places in PDF points, in page order, the seal's last
 * @throws DomainError `pdf-place-missing` naming the place that does not occur exactly once
 */
export async function preparePdf(
  pdf: Buffer,
  issuer = '',
): Promise<{ readonly pdf: Buffer; readonly places: readonly Place[] }> {
  const document = await loadPdf(pdf);
  const { context } = document;
  nameAuthor(document, issuer);
  const links = placeLinksOf(document);
  const signature = requireOne(links, 'chu_ky');
  const texts = FILLED_AT_SEALING.map((field) => ({ ...field, link: requireOne(links, field.name) }));
  const besides = SIGNED_BESIDES.flatMap((field) => found(links, field));
  const initials = INITIALS.flatMap((place) => found(links, { place }));

  const fonts = await embedEntryFonts(document, CHARACTERS);
  for (const { link, ...field } of texts) replaceLink(context, link, textField(context, link, field));
  const signed = [{ link: signature, name: 'ChuKyLanhDao', title: 'Chữ ký lãnh đạo' }, ...besides];
  for (const { link, ...field } of signed) replaceLink(context, link, signatureField(context, link, field));
  const spot = sealSpot(signature);
  const seal = addSealField(context, spot);
  for (const { link } of initials) removeLink(context, link);

  addForm(document, [...[...texts, ...signed].map(({ link }) => link.ref), seal], fonts);
  const bytes = await document.save({
    useObjectStreams: false,
    addDefaultPage: false,
    updateFieldAppearances: false,
  });
  return { pdf: Buffer.from(bytes), places: [...links.map(placeOf), placeOf(spot)] };
}

function requireOne(links: readonly PlaceLink[], name: PlaceName): PlaceLink {
  const link = atMostOne(links, name);
  if (!link) throw new DomainError('pdf-place-missing', { place: name, found: 0 });
  return link;
}

function atMostOne(links: readonly PlaceLink[], name: PlaceName): PlaceLink | undefined {
  const all = links.filter((link) => link.name === name);
  if (all.length > 1) throw new DomainError('pdf-place-missing', { place: name, found: all.length });
  return all[0];
}

/** What is known of a place that a document may have, with its link where it has it. */
function found<Known extends { readonly place: PlaceName }>(
  links: readonly PlaceLink[],
  known: Known,
): readonly (Known & { readonly link: PlaceLink })[] {
  const link = atMostOne(links, known.place);
  return link ? [{ ...known, link }] : [];
}

function placeOf({ name, page, x, y, width, height }: Place): Place {
  return { name, page, x, y, width, height };
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

function sealSpot(signature: PlaceLink): Spot & Place {
  return {
    name: 'dau',
    page: signature.page,
    pageRef: signature.pageRef,
    structParent: undefined,
    x: signature.x + SEAL_CENTRE * signature.width - SEAL_SIDE / 2,
    y: signature.y + signature.height / 2 - SEAL_SIDE / 2,
    width: SEAL_SIDE,
    height: SEAL_SIDE,
  };
}

/** The seal lies over the signature, hence after it among the page's annotations. */
function addSealField(context: PDFContext, spot: Spot): PDFRef {
  const field = signatureField(context, spot, { name: 'DauCoQuan', title: 'Chữ ký số của cơ quan' });
  const lock = context.obj({
    Type: 'SigFieldLock',
    Action: 'Include',
    Fields: FILLED_AT_SEALING.map(({ name }) => PDFString.of(name)),
  });
  field.set(PDFName.of('Lock'), context.register(lock));
  const ref = context.register(field);
  context.lookup(spot.pageRef, PDFDict).lookup(PDFName.of('Annots'), PDFArray).push(ref);
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
