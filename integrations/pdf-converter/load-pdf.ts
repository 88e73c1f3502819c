import { PDFDocument, PDFName, PDFNumber, PDFRawStream } from '@cantoo/pdf-lib';

const LENGTH = PDFName.of('Length');
const CARRIAGE_RETURN = Buffer.from('\r');

/**
 * A PDF to be changed, with every stream whole. Where the length of a stream stands in an object of its own, as LibreOffice writes it, pdf-lib
 * looks for the end itself and takes a carriage return that is the last byte for part of the line break before `endstream`. What was compressed
 * then lacks the end of its checksum, and one page in 256 is one that strict readers refuse.
 */
export async function loadPdf(pdf: Uint8Array): Promise<PDFDocument> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const { context } = document;
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream)) continue;
    const { dict, contents } = object;
    const length = context.lookup(dict.get(LENGTH));
    const isCut = length instanceof PDFNumber && length.asNumber() === contents.length + 1;
    if (isCut) context.assign(ref, PDFRawStream.of(dict, Buffer.concat([contents, CARRIAGE_RETURN])));
  }
  return document;
}
