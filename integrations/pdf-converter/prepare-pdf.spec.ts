import { PDFArray, PDFDict, PDFDocument, PDFName, PDFPageLeaf, PDFStream, PDFString } from '@cantoo/pdf-lib';
import { ALL_PLACES, letterWithPlaces } from './letter-with-places.fixture.js';
import { preparePdf } from './prepare-pdf.js';

async function opened(pdf: Buffer): Promise<PDFDocument> {
  return PDFDocument.load(pdf, { updateMetadata: false });
}

function form(document: PDFDocument): PDFDict {
  return document.catalog.lookup(PDFName.of('AcroForm'), PDFDict);
}

function appearanceOf(field: PDFDict): PDFStream {
  return field.lookup(PDFName.of('AP'), PDFDict).lookup(PDFName.of('N'), PDFStream);
}

function fieldsOf(document: PDFDocument): ReadonlyMap<string, PDFDict> {
  const fields = form(document).lookup(PDFName.of('Fields'), PDFArray);
  return new Map(
    fields.asArray().map((ref) => {
      const field = document.context.lookup(ref, PDFDict);
      return [field.lookup(PDFName.of('T'), PDFString).asString(), field];
    }),
  );
}

function annotationsOf(document: PDFDocument): readonly PDFDict[] {
  const found: PDFDict[] = [];
  document.catalog.Pages().traverse((page) => {
    if (!(page instanceof PDFPageLeaf)) return;
    for (const ref of page.Annots()?.asArray() ?? []) found.push(document.context.lookup(ref, PDFDict));
  });
  return found;
}

describe('the places of a letter become form fields', () => {
  it('names every place with its page and its rectangle', async () => {
    const { places } = await preparePdf(await letterWithPlaces());

    expect(places.map(({ name }) => name)).toEqual([...ALL_PLACES, 'dau']);
    expect(places[0]).toEqual({ name: 'so', page: 1, x: 146, y: 740, width: 52, height: 15 });
  });

  it.each([
    ['so', '/LiberationSerif 13 Tf 0 g', [146, 740, 198, 755]],
    ['ngay', '/LiberationSerif-Italic 13 Tf 0 g', [423, 725, 436, 740]],
    ['thang', '/LiberationSerif-Italic 13 Tf 0 g', [472, 725, 485, 740]],
  ])('%s is an empty centred text field in an embedded font', async (name, appearance, rectangle) => {
    const document = await opened((await preparePdf(await letterWithPlaces())).pdf);
    const field = fieldsOf(document).get(name)!;

    expect(field.lookup(PDFName.of('V'), PDFString).asString()).toBe('');
    expect(field.lookup(PDFName.of('DA'), PDFString).asString()).toBe(appearance);
    expect(field.lookup(PDFName.of('Q'))!.toString()).toBe('1');
    expect(String(field.lookup(PDFName.of('Rect')))).toBe(`[ ${rectangle.join(' ')} ]`);
    expect(appearanceOf(field).getContentsSize()).toBeLessThan(12);
    const font = form(document).lookup(PDFName.of('DR'), PDFDict).lookup(PDFName.of('Font'), PDFDict);
    const digits = font.lookup(PDFName.of(appearance.slice(1, appearance.indexOf(' '))), PDFDict);
    expect(
      digits.lookup(PDFName.of('DescendantFonts'), PDFArray).lookup(0, PDFDict).has(PDFName.of('FontDescriptor')),
    ).toBe(true);
  });

  it('puts an empty signature field where the leader signs', async () => {
    const document = await opened((await preparePdf(await letterWithPlaces())).pdf);
    const field = fieldsOf(document).get('ChuKyLanhDao')!;

    expect(String(field.get(PDFName.of('FT')))).toBe('/Sig');
    expect(field.has(PDFName.of('V'))).toBe(false);
    expect(String(field.lookup(PDFName.of('Rect')))).toBe('[ 359.7 373.3 501.4 441.3 ]');
  });

  it('lays a seal of 36 mm over the left part of the signature, with its lock on number and date', async () => {
    const document = await opened((await preparePdf(await letterWithPlaces())).pdf);
    const field = fieldsOf(document).get('DauCoQuan')!;
    const { x, y, width, height } = field.lookup(PDFName.of('Rect'), PDFArray).asRectangle();

    expect([width, height].map((side) => ((side * 25.4) / 72).toFixed(3))).toEqual(['36.000', '36.000']);
    expect(x + width / 2).toBeCloseTo(359.7 + 0.28 * 141.7, 3);
    expect(y + height / 2).toBeCloseTo((373.3 + 441.3) / 2, 3);
    const lock = field.lookup(PDFName.of('Lock'), PDFDict);
    expect(String(lock.get(PDFName.of('Action')))).toBe('/Include');
    expect(String(lock.get(PDFName.of('Fields')))).toBe('[ (so) (ngay) (thang) ]');
    expect(annotationsOf(document).at(-1)).toBe(field);
  });

  it('names the seal where its field lies', async () => {
    const { pdf, places } = await preparePdf(await letterWithPlaces());
    const field = fieldsOf(await opened(pdf)).get('DauCoQuan')!;
    const rectangle = field.lookup(PDFName.of('Rect'), PDFArray).asRectangle();
    for (const side of ['x', 'y', 'width', 'height'] as const) {
      expect(places.at(-1)![side]).toBeCloseTo(rectangle[side], 6);
    }
  });

  it('gives who took the minutes a signature field of their own, and names every place of initials', async () => {
    const names = [...ALL_PLACES, 'chu_ky_thu_ky', 'ky_nhay_the_thuc', 'ky_nhay_phu_luc'] as const;
    const { pdf, places } = await preparePdf(await letterWithPlaces(names));
    const document = await opened(pdf);

    expect(places.map(({ name }) => name)).toEqual([...names, 'dau']);
    expect([...fieldsOf(document).keys()]).toEqual(['so', 'ngay', 'thang', 'ChuKyLanhDao', 'ChuKyThuKy', 'DauCoQuan']);
    expect(String(fieldsOf(document).get('ChuKyThuKy')!.lookup(PDFName.of('Rect')))).toBe('[ 120 373.3 261.7 441.3 ]');
    expect(annotationsOf(document).filter((one) => one.get(PDFName.of('Subtype')) === PDFName.of('Link'))).toHaveLength(
      1,
    );
  });

  it('takes the placeholder links out and leaves other links alone', async () => {
    const document = await opened((await preparePdf(await letterWithPlaces())).pdf);
    const links = annotationsOf(document).filter(
      (annotation) => annotation.get(PDFName.of('Subtype')) === PDFName.of('Link'),
    );

    expect(links.map((link) => String(link.lookup(PDFName.of('A'), PDFDict).get(PDFName.of('URI'))))).toEqual([
      '(https://haiphong.gov.vn/)',
    ]);
  });

  it('gives equal bytes for equal letters', async () => {
    const letter = await letterWithPlaces();
    expect((await preparePdf(letter)).pdf.equals((await preparePdf(letter)).pdf)).toBe(true);
  });
});

describe('the author of a letter', () => {
  const TYPIST = 'Trần Thị Kín';

  /** As a converter leaves it: what the file of Word says of who made it stands in two places. */
  async function typed(): Promise<Buffer> {
    const document = await opened(await letterWithPlaces());
    document.setTitle('V/v học thêm');
    document.setAuthor(TYPIST);
    const list = `<rdf:Seq>\n<rdf:li>${TYPIST}</rdf:li></rdf:Seq>`;
    const xmp = `<rdf:RDF><dc:title>V/v học thêm</dc:title><dc:creator>${list}</dc:creator><dc:contributor>${list}</dc:contributor></rdf:RDF>`;
    const stream = document.context.stream(Buffer.from(xmp), { Type: 'Metadata', Subtype: 'XML' });
    document.catalog.set(PDFName.of('Metadata'), document.context.register(stream));
    return Buffer.from(await document.save({ useObjectStreams: false }));
  }

  it.each([
    ['is the agency that issues it', 'Sở Giáo dục & Đào tạo', 'Sở Giáo dục & Đào tạo', 'Sở Giáo dục &amp; Đào tạo'],
    ['is not named where no agency is known', '', undefined, undefined],
  ])('%s, never the account that wrote the file', async (_what, issuer, author, creator) => {
    const { pdf } = await preparePdf(await typed(), issuer);
    const document = await opened(pdf);
    const metadata = document.catalog.lookup(PDFName.of('Metadata'), PDFStream).getContentsString();
    const xmp = Buffer.from(metadata, 'latin1').toString('utf8');

    expect([document.getAuthor(), document.getTitle()]).toEqual([author, 'V/v học thêm']);
    expect(/<dc:creator><rdf:Seq><rdf:li>(.*)<\/rdf:li>/u.exec(xmp)?.[1]).toBe(creator);
    expect([xmp.includes('V/v học thêm'), xmp.includes(TYPIST)]).toEqual([true, false]);
    // No earlier object of it stays in the file either.
    expect(pdf.includes(Buffer.from(TYPIST))).toBe(false);
  });
});

describe('a letter without its places is refused', () => {
  it.each(['so', 'ngay', 'thang', 'chu_ky'] as const)('%s is missing', async (place) => {
    const letter = await letterWithPlaces(ALL_PLACES.filter((name) => name !== place));
    await expect(preparePdf(letter)).rejects.toMatchObject({ code: 'pdf-place-missing', details: { place, found: 0 } });
  });

  it.each(['so', 'chu_ky', 'ky_nhay'] as const)('%s stands there twice', async (place) => {
    const letter = await letterWithPlaces([...ALL_PLACES, place]);
    await expect(preparePdf(letter)).rejects.toMatchObject({ code: 'pdf-place-missing', details: { place, found: 2 } });
  });

  it('but a letter without initials is fine', async () => {
    const { places } = await preparePdf(await letterWithPlaces(['so', 'ngay', 'thang', 'chu_ky']));
    expect(places.map(({ name }) => name)).toEqual(['so', 'ngay', 'thang', 'chu_ky', 'dau']);
  });
});
