import {
  AGENCY_NAME,
  LEADER_NAME,
  openTestAuthority,
  type TestAuthority,
} from '../../../../test/support/test-authority/authority.js';
import { FIELD, preparedLetter, sealAsAgency, signAsLeader } from '../../../../test/support/test-authority/letter.js';
import { type Objects, save, streamText } from '../../../../test/support/test-authority/pdf-writer.js';
import {
  pageWith,
  printedLetter,
  sealAlone,
  signedBy,
  WRITTEN,
} from '../../../../test/support/test-authority/written-letter.js';
import { civilDate } from '../../../kernel/civil-date.js';
import { verifyPdf } from '../verification/verify-pdf.js';
import { type LetterExpectation, type LetterProof, proveSignedLetter } from './letter-proof.js';

let house: TestAuthority;
beforeAll(() => {
  house = openTestAuthority();
});

const register = { number: '513', notation: 'SGDĐT-GDTrH', issuedDate: civilDate('2026-03-18') };
const leader = { userCode: 'khanh.dq', name: LEADER_NAME };
const agency = { code: 'H24.3', name: AGENCY_NAME };

type Stands = 'fields' | 'printed';
const expected = (stands: Stands, onPage: 'refuse' | 'report' = 'refuse', change: object = {}): LetterExpectation => ({
  ...{ stage: 'sealed', leader, agency, register: { ...register, stands, onPage, ...change } },
});

function prove(submitted: Buffer, returned: Buffer, expectation: LetterExpectation): LetterProof {
  const now = new Date('2026-06-01T00:00:00Z');
  const verification = verifyPdf(returned, { anchors: [house.root.der], crls: [], now });
  return proveSignedLetter({ submitted, returned, verification, expectation });
}

const lineOf = ({ lines }: LetterProof, wanted: string) => lines.find(({ code }) => code === wanted)!;
const failing = ({ lines }: LetterProof): readonly string[] =>
  lines.filter(({ result }) => result === 'fail').map(({ code }) => code);

const signed = (pdf: Buffer, at?: Date): Buffer =>
  signedBy(pdf, { signer: house.leader, chain: [house.sub], ...(at ? { at } : {}) });
const agencyKey = () => ({ signer: house.agency, chain: [house.sub] });
const OTHER_TEXT = streamText('BT /F1 13 Tf 85 600 Td (to chuc thi lai truoc ngay 26/3/2026) Tj ET');

describe('rule 41: number and date printed before the leader signed', () => {
  const submitted = printedLetter();

  it('hold with both signatures and nothing between them', () => {
    const proof = prove(submitted, sealAlone(signed(submitted), agencyKey()), expected('printed'));
    expect([failing(proof), proof.passed]).toEqual([[], true]);
    expect(lineOf(proof, 'register').detail).toBe('Số 513/SGDĐT-GDTrH, ngày 18 tháng 3.');
    expect(lineOf(proof, 'unchanged').detail).toContain('Số và ngày đã in trước khi ký');
  });

  it('are compared as soon as the leader has signed', () => {
    const proof = prove(submitted, signed(submitted), { ...expected('printed'), stage: 'leaderSigned' });
    expect([lineOf(proof, 'register').result, proof.passed]).toEqual(['pass', true]);
  });

  it.each<[string, object]>([
    ['another number', { number: '514' }],
    ['another notation', { notation: 'SGDĐT-VP' }],
    ['another day', { issuedDate: civilDate('2026-03-19') }],
    ['another year', { issuedDate: civilDate('2027-03-18') }],
  ])('fail on the line of the register for %s', (_what, change) => {
    const proof = prove(submitted, sealAlone(signed(submitted), agencyKey()), expected('printed', 'refuse', change));
    expect([failing(proof), proof.passed]).toEqual([['register'], false]);
  });

  it('fail when the leader signed on another day in Vietnam', () => {
    const nextDay = signed(submitted, new Date('2026-03-18T17:00:00Z'));
    const proof = prove(submitted, sealAlone(nextDay, agencyKey()), expected('printed'));
    expect(failing(proof)).toEqual(['register']);
    expect(lineOf(proof, 'register').detail).toContain('Lãnh đạo ký ngày 19/03/2026');
  });
});

describe('an edit between the two signatures is refused in both orders', () => {
  const EDITS: readonly (readonly [string, (pdf: Buffer) => Buffer])[] = [
    ['the text of the page is another one', (pdf) => save(pdf, { 5: OTHER_TEXT })],
    ['text is added to the page', (pdf) => save(pdf, { 3: pageWith('[5 0 R 90 0 R]'), 90: OTHER_TEXT })],
    ['a font is another one', (pdf) => save(pdf, { 6: '<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>' })],
    [
      'the look of the leader’s signature is another one',
      (pdf) => save(pdf, { 51: streamText('', '/Subtype /Form /BBox [0 0 9 9]') }),
    ],
    [
      'a note is laid over it',
      (pdf) =>
        save(pdf, {
          3: pageWith('5 0 R', { annots: '/Annots [10 0 R 11 0 R 92 0 R]' }),
          92: '<< /Type /Annot /Subtype /FreeText /Rect [80 590 400 620] >>',
        }),
    ],
    ['the page is smaller', (pdf) => save(pdf, { 3: pageWith('5 0 R').replace('842', '400') })],
  ];
  const ORDERS: readonly (readonly [string, Stands, () => Buffer, (pdf: Buffer) => Buffer])[] = [
    ['sign, then number', 'fields', preparedLetter, (pdf) => sealAsAgency(pdf, agencyKey())],
    ['number, then sign', 'printed', printedLetter, (pdf) => sealAlone(pdf, agencyKey())],
  ];
  const rows = ORDERS.flatMap(([order, stands, letter, seal]) =>
    EDITS.map(([edit, make]) => [order, edit, { stands, letter, seal, make }] as const),
  );

  it.each(rows)('%s: %s', (_order, _edit, { stands, letter, seal, make }) => {
    const submitted = letter();
    for (const onPage of ['refuse', 'report'] as const) {
      const proof = prove(submitted, seal(make(signed(submitted))), expected(stands, onPage));
      expect([failing(proof).includes('unchanged'), proof.passed]).toEqual([true, false]);
    }
  });
});

/** The e-office writes into the page what it should have filled into the fields, and seals. */
const writes = (content: string, page = pageWith('[5 0 R 90 0 R]'), more: Objects = {}) => {
  const letter = signAsLeader(preparedLetter(), agencyLeader());
  return sealAlone(letter, { ...agencyKey(), objects: { 3: page, 90: streamText(content), ...more } });
};
const agencyLeader = () => ({ signer: house.leader, chain: [house.sub] });

describe('number and date written into the page after the leader signed', () => {
  const taken = (returned: Buffer, submitted = preparedLetter()): LetterProof =>
    prove(submitted, returned, expected('fields', 'report'));

  it('are taken and said where the house takes them', () => {
    const proof = taken(writes(WRITTEN));
    expect([failing(proof), proof.passed]).toEqual([[], true]);
    expect(lineOf(proof, 'unchanged').detail).toBe(
      'Có thay đổi sau khi ký: số 513, ngày 18 tháng 3 được viết vào trang, đúng chỗ đã chừa. Ngoài ra không gì đổi.',
    );
    expect(lineOf(proof, 'register').detail).toBe('Số 513/SGDĐT-GDTrH, ngày 18 tháng 3.');
  });

  it('are refused and said where it does not', () => {
    const proof = prove(preparedLetter(), writes(WRITTEN), expected('fields', 'refuse'));
    expect([failing(proof), proof.passed]).toEqual([['unchanged'], false]);
    expect(lineOf(proof, 'unchanged').detail).toContain('Có thay đổi sau khi ký: số 513');
    expect(lineOf(proof, 'unchanged').detail).toContain('Cơ quan không nhận cách viết này.');
  });

  const RESOURCES = pageWith('5 0 R', { resources: '/Resources 21 0 R' });
  const shared = (): Buffer => preparedLetter({ 3: RESOURCES, 21: '<< /Font 22 0 R >>', 22: '<< /F1 6 0 R >>' });
  const OWN_FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>';

  it.each<[string, Buffer, (signed: Buffer) => Buffer]>([
    [
      'between saved states, as tools that stamp do',
      preparedLetter(),
      (pdf) =>
        sealAlone(pdf, {
          ...agencyKey(),
          objects: { 3: pageWith('[91 0 R 5 0 R 90 0 R]'), 90: streamText(`Q ${WRITTEN}`), 91: streamText('q') },
        }),
    ],
    [
      'in a save of their own, under a seal that covers it',
      preparedLetter(),
      (pdf) => sealAlone(save(pdf, { 3: pageWith('[5 0 R 90 0 R]'), 90: streamText(WRITTEN) }), agencyKey()),
    ],
    [
      'with a font that is added where the page keeps its own',
      shared(),
      (pdf) =>
        sealAlone(pdf, {
          ...agencyKey(),
          objects: {
            3: pageWith('[5 0 R 90 0 R]', { resources: '/Resources 21 0 R' }),
            22: '<< /F1 6 0 R /F9 92 0 R >>',
            90: streamText(WRITTEN.replaceAll('/F1', '/F9')),
            92: OWN_FONT,
          },
        }),
    ],
  ])('may be written %s', (_how, submitted, write) => {
    const proof = taken(write(signAsLeader(submitted, agencyLeader())), submitted);
    expect([failing(proof), proof.passed]).toEqual([[], true]);
  });

  const BAD: readonly (readonly [string, () => Buffer])[] = [
    ['text stands outside its places', () => writes(`${WRITTEN} BT /F1 13 Tf 85 500 Td (va thu them) Tj ET`)],
    ['text runs out of its place', () => writes(WRITTEN.replace('513', '513 va thu them moi thang'))],
    ['a place is left empty', () => writes(WRITTEN.replace('(3)', '()'))],
    ['a white field covers the old text', () => writes(`1 g 80 590 300 20 re f ${WRITTEN}`)],
    ['the letters are white', () => writes(WRITTEN.replace('0 g', '1 g'))],
    ['the letters are invisible', () => writes(WRITTEN.replace('0 g', '3 Tr'))],
    ['the letters are stretched', () => writes(WRITTEN.replace('0 g', '300 Tz'))],
    ['the letters can be switched off', () => writes(`/OC /MC0 BDC ${WRITTEN} EMC`)],
    ['the page is clipped after it', () => writes(`${WRITTEN} 0 0 1 1 re W n`)],
    ['a look is set that nobody follows', () => writes(`/GS1 gs ${WRITTEN}`)],
    ['a picture is drawn', () => writes(`${WRITTEN} /Im1 Do`)],
    [
      'the old text is clipped away',
      () => writes(WRITTEN, pageWith('[91 0 R 5 0 R 90 0 R]'), { 91: streamText('0 0 9 9 re W n') }),
    ],
    [
      'the old text is moved',
      () => writes(WRITTEN, pageWith('[91 0 R 5 0 R 90 0 R]'), { 91: streamText('1 0 0 1 0 -300 cm') }),
    ],
    [
      'the old text is swallowed by what stands before it',
      () => writes(WRITTEN, pageWith('[91 0 R 5 0 R 90 0 R]'), { 91: streamText('q (') }),
    ],
    [
      'the old text is drawn anew elsewhere',
      () =>
        writes(`BT /F1 13 Tf 85 500 Td (to chuc thi lai truoc ngay 25/3/2026) Tj ET ${WRITTEN}`, pageWith('90 0 R')),
    ],
    ['the old text is drawn twice', () => writes(WRITTEN, pageWith('[5 0 R 5 0 R 90 0 R]'))],
    ['the old content is another one', () => writes(WRITTEN, undefined, { 5: OTHER_TEXT })],
    [
      'the old font is another one',
      () => writes(WRITTEN, undefined, { 6: '<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>' }),
    ],
    [
      'the name of the old font stands for another one',
      () =>
        writes(WRITTEN, pageWith('[5 0 R 90 0 R]', { resources: '/Resources << /Font << /F1 92 0 R >> >>' }), {
          92: '<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>',
        }),
    ],
    [
      'resources of another kind come along',
      () =>
        writes(
          WRITTEN,
          pageWith('[5 0 R 90 0 R]', {
            resources: '/Resources << /Font << /F1 6 0 R >> /ExtGState << /GS1 92 0 R >> >>',
          }),
          {
            92: '<< /ca 0 >>',
          },
        ),
    ],
    [
      'a note is laid over the page',
      () =>
        writes(WRITTEN, pageWith('[5 0 R 90 0 R]', { annots: '/Annots [7 0 R 8 0 R 9 0 R 10 0 R 11 0 R 92 0 R]' }), {
          92: '<< /Type /Annot /Subtype /FreeText /Rect [80 590 400 620] >>',
        }),
    ],
    ['the page is turned', () => writes(WRITTEN, pageWith('[5 0 R 90 0 R] /Rotate 180'))],
    [
      'a prepared field is filled besides',
      () =>
        writes(WRITTEN, undefined, {
          [FIELD.so]:
            '<< /Type /Annot /Subtype /Widget /FT /Tx /T (so) /Rect [80 740 120 756] /F 4 /P 3 0 R /DA (/F1 13 Tf 0 g) /V (513) >>',
        }),
    ],
    [
      'it is not sealed',
      () =>
        save(signAsLeader(preparedLetter(), agencyLeader()), {
          3: pageWith('[5 0 R 90 0 R]'),
          90: streamText(WRITTEN),
        }),
    ],
    [
      'it is written after the seal',
      () =>
        save(sealAlone(signAsLeader(preparedLetter(), agencyLeader()), agencyKey()), {
          3: pageWith('[5 0 R 90 0 R]'),
          90: streamText(WRITTEN),
        }),
    ],
  ];
  it.each(BAD)('are refused when %s', (_what, make) => {
    const proof = taken(make());
    expect([failing(proof).includes('unchanged') || failing(proof).includes('coverage'), proof.passed]).toEqual([
      true,
      false,
    ]);
    expect(lineOf(proof, 'unchanged').detail).not.toContain('đúng chỗ đã chừa');
  });

  it('are refused when they are not those of the register', () => {
    const proof = taken(writes(WRITTEN.replace('513', '514')));
    expect([failing(proof), proof.passed]).toEqual([['register'], false]);
  });

  it('are refused when another page changes with the first', () => {
    const page = (contents: string): string => pageWith(contents, { annots: '' });
    const submitted = preparedLetter({
      2: '<< /Type /Pages /Kids [3 0 R 30 0 R] /Count 2 >>',
      30: page('31 0 R'),
      31: streamText('BT /F1 13 Tf 85 600 Td (trang hai) Tj ET'),
    });
    const objects = { 3: pageWith('[5 0 R 90 0 R]'), 90: streamText(WRITTEN), 93: OTHER_TEXT };
    const letter = signAsLeader(submitted, agencyLeader());
    const honest = sealAlone(letter, { ...agencyKey(), objects });
    const hostile = sealAlone(letter, { ...agencyKey(), objects: { ...objects, 30: page('[31 0 R 93 0 R]') } });
    expect([taken(honest, submitted).passed, taken(hostile, submitted).passed]).toEqual([true, false]);
  });
});
