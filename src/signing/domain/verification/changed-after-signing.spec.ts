import { openTestAuthority, type TestAuthority } from '../../../../test/support/test-authority/authority.js';
import {
  entryField,
  leaderField,
  letterObjects,
  PAGE,
  preparedLetter,
  sealAsAgency,
  signAsLeader,
} from '../../../../test/support/test-authority/letter.js';
import { lastCrossReference, save, streamText } from '../../../../test/support/test-authority/pdf-writer.js';
import { type Verification, verifyPdf } from './verify-pdf.js';

let house: TestAuthority;
beforeAll(() => {
  house = openTestAuthority();
});

const judge = (pdf: Buffer): Verification =>
  verifyPdf(pdf, { anchors: [house.root.der], crls: [], now: new Date('2026-06-01T00:00:00Z') });
const codes = ({ reasons }: Verification): string[] =>
  reasons.map(({ code }) => code).filter((code) => code !== 'revocation-not-declared');

const signed = (prepared = preparedLetter(), entries = ''): Buffer =>
  signAsLeader(prepared, { signer: house.leader, chain: [house.sub], entries });

const letter = letterObjects();
const OTHER_TEXT = streamText('BT /F1 13 Tf 85 600 Td (to chuc thi lai truoc ngay 25/4/2026) Tj ET');
const ANNOTATIONS = '/Annots [7 0 R 8 0 R 9 0 R 10 0 R 11 0 R';

type Row = readonly [rule: string, code: string, make: () => Buffer];

describe('incremental saving after signing', () => {
  const rows: readonly Row[] = [
    ['the page content is overwritten', 'object-changed', () => save(signed(), { 5: OTHER_TEXT })],
    [
      'the page points to new content',
      'page-changed',
      () => save(signed(), { 3: `${PAGE.replace('5 0 R', '90 0 R')} ${ANNOTATIONS}] >>`, 90: OTHER_TEXT }),
    ],
    [
      'the page gets another size',
      'page-changed',
      () => save(signed(), { 3: `${PAGE.replace('842', '400')} ${ANNOTATIONS}] >>` }),
    ],
    [
      'a page is appended',
      'object-changed',
      () => save(signed(), { 2: '<< /Type /Pages /Kids [3 0 R 90 0 R] /Count 2 >>', 90: `${PAGE} >>` }),
    ],
    [
      'the catalog shows other pages',
      'catalog-changed',
      () =>
        save(signed(), {
          1: '<< /Type /Catalog /Pages 90 0 R /AcroForm 4 0 R >>',
          90: '<< /Type /Pages /Kids [91 0 R] /Count 1 >>',
          91: `${PAGE} >>`,
        }),
    ],
    [
      'two catalogs named',
      'file-malformed',
      () => save(signed(), { 90: letter[1]! }, { trailer: '/Root 90 0 R' }).subarray(0),
    ],
    [
      'an open action',
      'catalog-changed',
      () =>
        save(signed(), {
          1: '<< /Type /Catalog /Pages 2 0 R /AcroForm 4 0 R /OpenAction << /S /JavaScript /JS (x) >> >>',
        }),
    ],
    [
      'layers',
      'catalog-changed',
      () =>
        save(signed(), {
          1: '<< /Type /Catalog /Pages 2 0 R /AcroForm 4 0 R /OCProperties << /OCGs [] /D << >> >> >>',
        }),
    ],
    [
      'names',
      'catalog-changed',
      () => save(signed(), { 1: '<< /Type /Catalog /Pages 2 0 R /AcroForm 4 0 R /Names << >> >>' }),
    ],
    [
      'outlines',
      'catalog-changed',
      () => save(signed(), { 1: '<< /Type /Catalog /Pages 2 0 R /AcroForm 4 0 R /Outlines << >> >>' }),
    ],
    ['a font is replaced', 'object-changed', () => save(signed(), { 6: '<< /Type /Font /Subtype /Type3 >>' })],
    [
      'the title of the document is changed',
      'document-information-changed',
      () => save(signed(), { 12: '<< /Producer (Test) /Title (Khac) >>' }),
    ],
    [
      'metadata that is no XMP',
      'metadata-changed',
      () =>
        save(signed(), {
          1: '<< /Type /Catalog /Pages 2 0 R /AcroForm 4 0 R /Metadata 90 0 R >>',
          90: streamText('x'),
        }),
    ],
    ['a save that does nothing', 'increment-without-purpose', () => save(signed(), { 90: '<< >>' })],
    ['an object is freed', 'object-removed', () => save(signed(), {}, { freed: [5] })],
    [
      'the signature itself is overwritten',
      'byte-range-not-around-contents',
      () => {
        const pdf = signed();
        const at = pdf.indexOf('50 0 obj');
        const dictionary = pdf.toString('latin1', at + 9, pdf.indexOf('endobj', at));
        return save(pdf, { 50: dictionary });
      },
    ],
    ['text is appended behind the end', 'bytes-after-end', () => Buffer.concat([signed(), Buffer.from('% more')])],
    ['an end of line is appended', 'bytes-after-end', () => Buffer.concat([signed(), Buffer.from('\n')])],
    [
      'a save without cross-reference',
      'bytes-after-end',
      () => Buffer.concat([signed(), Buffer.from(`5 0 obj\n${OTHER_TEXT}\nendobj\n%%EOF\n`)]),
    ],
  ];
  it.each(rows)('%s', (_rule, code, make) => {
    const result = judge(make());
    expect(result.accept).toBe(false);
    expect(codes(result)).toContain(code);
  });
});

describe('shadows: content prepared before signing', () => {
  const covered = (): Buffer =>
    preparedLetter({
      3: `${PAGE.replace('5 0 R', '[5 0 R 20 0 R]')} ${ANNOTATIONS}] >>`,
      20: streamText('1 g 0 0 595 842 re f'),
    });
  const rows: readonly Row[] = [
    ['hide: the cover is taken off', 'object-changed', () => save(signed(covered()), { 20: streamText('') })],
    ['hide: the cover is freed', 'object-removed', () => save(signed(covered()), {}, { freed: [20] })],
    [
      'replace: a font under the same name',
      'object-changed',
      () => save(signed(), { 6: '<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>' }),
    ],
    [
      'replace: the look of a field without its value',
      'field-changed',
      () =>
        save(signed(preparedLetter({ 7: entryField('so', '/V (1) /AP << /N 20 0 R >>'), 20: streamText('') })), {
          7: entryField('so', '/V (1) /AP << /N 21 0 R >>'),
          21: streamText(''),
        }),
    ],
    [
      'hide and replace: a hidden page is switched to',
      'object-changed',
      () => {
        const hidden = preparedLetter({ 20: `${PAGE.replace('5 0 R', '21 0 R')} >>`, 21: OTHER_TEXT });
        return save(signed(hidden), { 2: '<< /Type /Pages /Kids [20 0 R] /Count 1 >>' });
      },
    ],
    [
      'hide and replace: the entry alone leads to the hidden object',
      'increment-malformed',
      () => {
        const hidden = preparedLetter({ 20: OTHER_TEXT });
        const pdf = signed(hidden);
        return save(pdf, {}, { offsets: { 5: pdf.indexOf('20 0 obj') } });
      },
    ],
    [
      'a hole in the content is filled',
      'object-placed-behind-reference',
      () =>
        save(signed(preparedLetter({ 3: `${PAGE.replace('5 0 R', '[5 0 R 99 0 R]')} ${ANNOTATIONS}] >>` })), {
          99: OTHER_TEXT,
        }),
    ],
    [
      'the store of evidence is also the content of the page',
      'object-changed',
      () =>
        save(
          signed(
            preparedLetter({
              1: '<< /Type /Catalog /Pages 2 0 R /AcroForm 4 0 R /DSS << /Certs 20 0 R >> >>',
              3: `${PAGE.replace('5 0 R', '20 0 R')} ${ANNOTATIONS}] >>`,
              20: '[5 0 R]',
            }),
          ),
          { 20: '[5 0 R 90 0 R]', 90: OTHER_TEXT },
        ),
    ],
    [
      'the length of the content is an object, and grows',
      'object-changed',
      () => save(signed(preparedLetter({ 5: `<< /Length 20 0 R >>\nstream\nBT ET\nendstream`, 20: '5' })), { 20: '2' }),
    ],
    [
      'objects of no cross-reference',
      'increment-malformed',
      () =>
        sealAsAgency(signed(), {
          signer: house.agency,
          chain: [house.sub],
          save: { hidden: `5 0 obj\n${OTHER_TEXT}\nendobj\n` },
        }),
    ],
    [
      'a save that skips the signed one',
      'signature-stray',
      () => {
        const prepared = preparedLetter();
        return save(
          signed(prepared),
          { 10: leaderField('/V 50 0 R'), 5: OTHER_TEXT },
          { prev: lastCrossReference(prepared) },
        );
      },
    ],
  ];
  it.each(rows)('%s', (_rule, code, make) => {
    const result = judge(make());
    expect(result.accept).toBe(false);
    expect(codes(result)).toContain(code);
  });
});
