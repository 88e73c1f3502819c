import {
  AGENCY_NAME,
  openTestAuthority,
  type TestAuthority,
} from '../../../../test/support/test-authority/authority.js';
import { SEALED_AT } from '../../../../test/support/test-authority/letter.js';
import { newPdf, type Objects, streamText } from '../../../../test/support/test-authority/pdf-writer.js';
import { cmsContents, signSave } from '../../../../test/support/test-authority/signing.js';
import { verifyPdf } from '../verification/verify-pdf.js';
import { proveSealedFile, type SealedFileLine } from './sealed-file-proof.js';

const TEXT = 'So: 513/GDTrH';
const SHOWN = `${TEXT}; 2026-03-18T10:00:00+07:00`;
const CATALOG = '/Type /Catalog /Pages 2 0 R';
const PAGE = '/Type /Page /Parent 2 0 R';

/** The agency's signature on an annex, as an e-office may make it. */
interface Sealing {
  /** Further entries of the first page, as its turn. */
  readonly page?: string;
  /** Which page bears it. */
  readonly on?: 'first' | 'second';
  readonly rect?: string;
  /** Further entries of the place, as its flags. */
  readonly place?: string;
  readonly content?: string;
  /** Further entries of what draws it. */
  readonly look?: string;
  readonly box?: string;
  readonly font?: string;
  /** What else is saved with it. */
  readonly more?: Objects;
}

const WORDS = `BT /F1 10 Tf 4 4 Td (${SHOWN}) Tj ET`;

let authority: TestAuthority;
beforeAll(() => {
  authority = openTestAuthority();
});

function annex(page: string): Buffer {
  return newPdf({
    1: `<< ${CATALOG} >>`,
    2: '<< /Type /Pages /Kids [3 0 R 13 0 R] /Count 2 /MediaBox [0 0 595 842] >>',
    3: `<< ${PAGE} ${page} >>`,
    12: '<< /Producer (Test) >>',
    13: `<< ${PAGE} >>`,
  });
}

function sealed(submitted: Buffer, wish: Sealing): Buffer {
  const { page = '', on = 'first', rect = '345 810 565 826', place = '/F 132', content = WORDS } = wish;
  const { look = '', box = '0 0 220 16', font = 'Times-Roman', more = {} } = wish;
  return signSave(submitted, {
    object: 60,
    at: SEALED_AT,
    objects: {
      1: `<< ${CATALOG} /AcroForm 4 0 R >>`,
      ...(on === 'first' ? { 3: `<< ${PAGE} ${page} /Annots [10 0 R] >>` } : { 13: `<< ${PAGE} /Annots [10 0 R] >>` }),
      4: '<< /Fields [10 0 R] /SigFlags 3 >>',
      6: `<< /Type /Font /Subtype /Type1 /BaseFont /${font} >>`,
      10: `<< /Type /Annot /Subtype /Widget /FT /Sig /T (ChuKyCoQuan) /Rect [${rect}] ${place} /V 60 0 R /AP << /N 64 0 R >> >>`,
      64: streamText(
        content,
        `/Subtype /Form /BBox [${box}] /Resources << /Font << /F1 6 0 R >> /ExtGState << /G << /ca 0 >> >> >> ${look}`,
      ),
      ...more,
    },
    contents: cmsContents({ signer: authority.agency, chain: [authority.sub], signingTime: SEALED_AT }),
  });
}

function linesOf(wish: Sealing): readonly SealedFileLine[] {
  const submitted = annex(wish.page ?? '');
  const returned = sealed(submitted, wish);
  const now = new Date('2026-06-01T00:00:00Z');
  const verification = verifyPdf(returned, { anchors: [authority.root.der], crls: [], now });
  const agency = { code: 'H24.3', name: AGENCY_NAME };
  return proveSealedFile({ submitted, returned, verification, agency, text: TEXT }).lines;
}

function textLine(wish: Sealing): SealedFileLine | undefined {
  const lines = linesOf(wish);
  expect(lines.slice(0, -1)).toMatchObject([{ result: 'pass' }, { result: 'pass' }, { result: 'pass' }]);
  return lines.at(-1);
}

const [HIDDEN, NOT_FIRST, NOT_CORNER] = [
  'Dòng chữ bị ẩn hoặc bị che; người mở tệp không nhìn thấy.',
  'Dòng chữ không nằm ở trang 1.',
  'Dòng chữ không nằm ở góc trên bên phải của trang 1.',
];

describe('rule 45: the text of the agency’s signature on a copy or an annex', () => {
  it.each<[string, Sealing]>([
    ['in the corner', {}],
    ['lower and more to the left, still in the corner', { rect: '310 600 530 616' }],
    ['drawn larger and scaled to size 10', { box: '0 0 440 32', content: WORDS.replace('10 Tf 4', '20 Tf 8') }],
    ['in Times New Roman, embedded', { font: 'ABCDEF+TimesNewRomanPSMT' }],
    ['in Liberation Serif, embedded', { font: 'ABCDEF+LiberationSerif' }],
    ['on white paint and in a frame', { content: `1 g 0 0 220 16 re f 0 g ${WORDS} 0 0 220 16 re S` }],
    ['in the black of print', { content: `0.7 0.6 0.6 0.95 k ${WORDS}` }],
    [
      'turned with a page that is turned',
      { page: '/Rotate 90', rect: '16 600 32 820', look: '/Matrix [0 1 -1 0 0 0]' },
    ],
    ['in the corner of what is shown of a page', { page: '/CropBox [0 0 300 400]', rect: '75 380 295 396' }],
  ])('passes %s', (_rule, wish) => {
    expect(textLine(wish)).toMatchObject({ result: 'pass', detail: SHOWN });
  });

  it.each<[string, Sealing, string]>([
    ['is hidden by a flag', { place: '/F 134' }, HIDDEN],
    ['is kept off the screen by a flag', { place: '/F 164' }, HIDDEN],
    ['stands in a layer', { look: '/OC << /Type /OCG >>' }, HIDDEN],
    ['has a place without extent', { rect: '565 826 565 826' }, HIDDEN],
    ['is written without ink', { content: `3 Tr ${WORDS}` }, HIDDEN],
    ['is see-through', { content: `/G gs ${WORDS}` }, HIDDEN],
    ['is painted over', { content: `${WORDS} 1 g 0 0 220 16 re f` }, HIDDEN],
    ['is cut off', { content: WORDS.replace('4 4 Td', '4 40 Td') }, HIDDEN],
    ['stands on another page', { on: 'second' }, NOT_FIRST],
    ['stands at the left', { rect: '10 810 230 826' }, NOT_CORNER],
    ['stands at the foot', { rect: '345 10 565 26' }, NOT_CORNER],
    ['stands beside the page', { rect: '800 810 1020 826' }, NOT_CORNER],
    ['stands at the foot of a wide place', { rect: '345 500 565 826', box: '0 0 220 326' }, NOT_CORNER],
    ['lies where a turned page has its foot', { page: '/Rotate 90' }, NOT_CORNER],
    ['is in another face', { font: 'Helvetica' }, 'Phông chữ Helvetica, phải là Times New Roman.'],
    ['is scaled to 1 pt', { rect: '543 824.4 565 826' }, 'Cỡ chữ 1 đến 1, phải là 10.'],
    [
      'is scaled by its matrix',
      { rect: '455 818 565 826', look: '/Matrix [2 0 0 2 0 0]' },
      'Cỡ chữ 5 đến 5, phải là 10.',
    ],
    ['is squeezed', { rect: '543 810 565 826' }, 'Cỡ chữ 1 đến 10, phải là 10.'],
    ['is white', { content: `1 g ${WORDS}` }, 'Chữ không phải màu đen.'],
    ['is red', { content: `1 0 0 rg ${WORDS}` }, 'Chữ không phải màu đen.'],
  ])('fails when it %s', (_rule, wish, detail) => {
    expect(textLine(wish)).toMatchObject({ result: 'fail', detail });
  });
});

describe('a copy or an annex of which more than the signature was saved', () => {
  it.each<[string, Objects]>([
    ['another content of a page', { 13: `<< ${PAGE} /Contents 70 0 R >>`, 70: streamText('BT (khac) Tj ET') }],
    ['another turn of the page', { 3: `<< ${PAGE} /Rotate 180 /Annots [10 0 R] >>` }],
    [
      'a note over the page',
      { 3: `<< ${PAGE} /Annots [10 0 R 71 0 R] >>`, 71: '<< /Type /Annot /Subtype /FreeText /Rect [0 0 99 99] >>' },
    ],
  ])('is not the file that was sent, by %s', (_what, more) => {
    expect(linesOf({ more })[0]).toMatchObject({ result: 'fail', detail: 'Ngoài chữ ký, nội dung tệp cũng bị đổi.' });
  });
});
