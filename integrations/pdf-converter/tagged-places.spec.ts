import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFRef, PDFString } from '@cantoo/pdf-lib';
import { letterWithPlaces } from './letter-with-places.fixture.js';
import { preparePdf } from './prepare-pdf.js';

const key = PDFName.of.bind(PDFName);

async function opened(pdf: Buffer): Promise<PDFDocument> {
  return PDFDocument.load(pdf, { updateMetadata: false });
}

/** Each link under an element of the structure, behind a piece of the page, as LibreOffice exports it. */
async function taggedLetter(): Promise<Buffer> {
  const document = await opened(await letterWithPlaces());
  const { context, catalog } = document;
  const [page] = document.getPages();
  const links = page?.node.Annots()?.asArray() ?? [];
  const root = context.nextRef();
  const elements = links.map((link, at) => {
    context.lookup(link, PDFDict).set(key('StructParent'), PDFNumber.of(at));
    const kids = [PDFNumber.of(at), { Type: 'OBJR', Obj: link }];
    return context.register(context.obj({ Type: 'StructElem', S: 'Link', P: root, K: kids }));
  });
  const numbers = context.register(context.obj({ Nums: elements.flatMap((ref, at) => [PDFNumber.of(at), ref]) }));
  context.assign(root, context.obj({ Type: 'StructTreeRoot', K: elements, ParentTree: numbers }));
  catalog.set(key('StructTreeRoot'), root);
  return Buffer.from(await document.save({ useObjectStreams: false }));
}

/** Every way to the object: the keys from the nearest object that has a number. */
function waysTo(document: PDFDocument, target: PDFRef): readonly string[] {
  const ways: string[] = [];
  const look = (value: unknown, way: string): void => {
    if (value === target) ways.push(way);
    else if (value instanceof PDFDict)
      for (const [name, item] of value.entries()) look(item, `${way}${name.asString()}`);
    else if (value instanceof PDFArray) for (const item of value.asArray()) look(item, `${way}/*`);
  };
  for (const [, object] of document.context.enumerateIndirectObjects()) look(object, '');
  return ways.sort();
}

describe('the places of a tagged letter', () => {
  it('are reached as fields, on their page, and each alone under an element of its own', async () => {
    const document = await opened((await preparePdf(await taggedLetter())).pdf);
    const form = document.catalog.lookup(key('AcroForm'), PDFDict);
    const fields = form.lookup(key('Fields'), PDFArray).asArray();
    const ways = fields.map((ref) => {
      const name = document.context.lookup(ref, PDFDict).lookup(key('T'), PDFString).asString();
      return [name, ref instanceof PDFRef ? waysTo(document, ref) : []];
    });

    const own = ['/Annots/*', '/Fields/*', '/K/Obj'];
    expect(ways).toEqual([
      ...['so', 'ngay', 'thang', 'ChuKyLanhDao'].map((name) => [name, own]),
      ['DauCoQuan', ['/Annots/*', '/Fields/*']],
    ]);
  });

  it('are found in the structure by their number', async () => {
    const document = await opened((await preparePdf(await taggedLetter())).pdf);
    const root = document.catalog.lookup(key('StructTreeRoot'), PDFDict);
    const numbers = root.lookup(key('ParentTree'), PDFDict).lookup(key('Nums'), PDFArray);
    const form = document.catalog.lookup(key('AcroForm'), PDFDict);
    const [number] = form.lookup(key('Fields'), PDFArray).asArray();
    const field = document.context.lookup(number, PDFDict);
    const line = field.lookup(key('StructParent'), PDFNumber).asNumber();
    const element = numbers.lookup(2 * line + 1, PDFDict);

    expect(element.lookup(key('S'))).toBe(key('Form'));
    expect(element.lookup(key('K'), PDFDict).get(key('Obj'))).toBe(number);
    expect(element.lookup(key('P'), PDFDict).lookup(key('S'))).toBe(key('Span'));
  });
});
