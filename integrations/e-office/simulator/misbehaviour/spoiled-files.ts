import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import type { PDFDict } from '@cantoo/pdf-lib';
import { append, firstPage } from '../signer/first-page.js';
import type { Misbehaviour } from './catalogue.js';

const PRINTED = 4;

/** What becomes of a file after it was honestly signed. */
export const SPOILED_FILES: Partial<Readonly<Record<Misbehaviour, (signed: Buffer) => Buffer | Promise<Buffer>>>> = {
  alteredAfter,
  appendedPage,
  shadowHide,
  shadowReplace,
  truncated: (signed) => signed.subarray(0, Math.floor((signed.length * 2) / 3)),
  notPdf: () => Buffer.from('<!doctype html><title>502 Bad Gateway</title><p>Máy chủ bận.</p>\n'),
  emptyFile: () => Buffer.alloc(0),
};

/** Draws text into the first page of an unsigned file, which is rewritten as a whole. */
export async function withOtherWords(pdf: Buffer): Promise<Buffer> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  document.getPage(0).drawText('Noi dung da sua truoc khi ky', { x: 90, y: 520, size: 13 });
  return Buffer.from(await document.save({ useObjectStreams: false, updateFieldAppearances: false }));
}

/** One digit of the page's size: every length stays, and nothing but the signature tells. */
function alteredAfter(signed: Buffer): Buffer {
  const [found = ''] = /\/MediaBox ?\[ ?[\d. ]*?[1-8]/u.exec(signed.toString('latin1')) ?? [];
  if (found === '') throw new RangeError('No page says its size');
  const at = signed.indexOf(found, 0, 'latin1') + found.length - 1;
  const altered = Buffer.from(signed);
  altered[at] = (altered[at] ?? 0) + 1;
  return altered;
}

function appendedPage(signed: Buffer): Promise<Buffer> {
  return savedOver(signed, (document) => {
    document.addPage([595, 842]).drawText('Trang chen them sau khi ky', { x: 90, y: 700, size: 14 });
  });
}

/** A white sheet laid over the middle of the page, as a stamp. */
function shadowHide(signed: Buffer): Promise<Buffer> {
  return savedOver(signed, (document, page) => {
    const { context } = document;
    const sheet = context.stream('1 g 0 0 500 200 re f', { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 500, 200] });
    const stamp = context.obj({
      Type: 'Annot',
      Subtype: 'Stamp',
      F: PRINTED,
      Rect: [50, 480, 550, 680],
      AP: { N: context.register(sheet) },
    });
    append(page, 'Annots', context.register(stamp));
  });
}

function shadowReplace(signed: Buffer): Promise<Buffer> {
  return savedOver(signed, (document, page) => {
    const { context } = document;
    const font = context.obj({ Type: 'Font', Subtype: 'Type1', BaseFont: 'Times-Roman' });
    const words = context.stream('BT /Khac 14 Tf 90 700 Td (Noi dung khac thay vao sau khi ky) Tj ET');
    page.set(PDFName.of('Contents'), context.register(words));
    page.set(PDFName.of('Resources'), context.obj({ Font: { Khac: font } }));
  });
}

async function savedOver(signed: Buffer, change: (document: PDFDocument, page: PDFDict) => void): Promise<Buffer> {
  const document = await PDFDocument.load(signed, { forIncrementalUpdate: true, updateMetadata: false });
  change(document, firstPage(document.catalog.Pages()));
  return Buffer.from(await document.commit({ useObjectStreams: false }));
}
