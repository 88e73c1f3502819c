import { deflateSync } from 'node:zlib';
import { PDFRawStream } from '@cantoo/pdf-lib';
import { loadPdf } from './load-pdf.js';

/** Drawing whose compressed form ends with the byte. */
function packedEnding(last: number): Buffer {
  for (let x = 0; ; x += 1) {
    const packed = deflateSync(`0 0 m 9${'9'.repeat(x)} 9 l S`);
    if (packed.at(-1) === last) return packed;
  }
}

/** A page as LibreOffice writes it: how long its drawing is stands in an object behind it. */
function pageDrawnBy(packed: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(`%PDF-1.7
1 0 obj
<</Type/Catalog/Pages 2 0 R>>
endobj
2 0 obj
<</Type/Pages/Kids[3 0 R]/Count 1>>
endobj
3 0 obj
<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>
endobj
4 0 obj
<</Length 5 0 R/Filter/FlateDecode>>
stream
`),
    packed,
    Buffer.from(`
endstream
endobj
5 0 obj
${packed.length}
endobj
trailer
<</Size 6/Root 1 0 R>>
startxref
0
%%EOF
`),
  ]);
}

describe('a PDF that is read to be changed', () => {
  it.each([10, 13, 32, 101])('has its streams whole where the last byte is %i', async (last) => {
    const packed = packedEnding(last);
    const { context } = await loadPdf(pageDrawnBy(packed));
    const streams = context.enumerateIndirectObjects().flatMap(([, one]) => (one instanceof PDFRawStream ? [one] : []));
    expect(streams.map(({ contents }) => Buffer.from(contents))).toEqual([packed]);
  });
});
