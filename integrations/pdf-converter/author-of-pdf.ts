import { decodePDFRawStream, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRawStream } from '@cantoo/pdf-lib';

const AUTHOR = PDFName.of('Author');
const METADATA = PDFName.of('Metadata');
/** Who made the file or had a hand in it, as XMP names them. */
const MAKERS = /<dc:(creator|contributor|publisher)\b[^>]*?(?:\/>|>[\s\S]*?<\/dc:\1>)/gu;

/**
 * Names the agency as author in place of the account that wrote the file: a letter that leaves says who issues it, and no name that no reviewer has seen.
 *
 * @param author empty: no author is named
 */
export function nameAuthor(document: PDFDocument, author: string): void {
  const { Info } = document.context.trailerInfo;
  const info = document.context.lookup(Info);
  if (info instanceof PDFDict) {
    if (author === '') info.delete(AUTHOR);
    else info.set(AUTHOR, PDFHexString.fromText(author));
  }
  const metadata = document.catalog.lookup(METADATA);
  if (!(metadata instanceof PDFRawStream)) return;
  const text = Buffer.from(decodePDFRawStream(metadata).decode()).toString('utf8');
  let isFirst = true;
  const named = text.replace(MAKERS, (_makers, kind: string) => {
    if (kind !== 'creator' || author === '' || !isFirst) return '';
    isFirst = false;
    return `<dc:creator><rdf:Seq><rdf:li>${escaped(author)}</rdf:li></rdf:Seq></dc:creator>`;
  });
  const stream = document.context.stream(Buffer.from(named, 'utf8'), { Type: 'Metadata', Subtype: 'XML' });
  document.catalog.set(METADATA, document.context.register(stream));
  const old = document.context.getObjectRef(metadata);
  if (old) document.context.delete(old);
}

function escaped(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');
}
