import { preparedLetter, sealAsAgency } from '../../../../test/support/test-authority/letter.js';
import { expected, failing, lineOf, OrdersOfActs } from '../../../../test/support/test-authority/orders-of-acts.js';
import { save, streamText } from '../../../../test/support/test-authority/pdf-writer.js';
import { pageWith, printedLetter, sealAlone } from '../../../../test/support/test-authority/written-letter.js';
import { civilDate } from '../../../kernel/civil-date.js';

const OTHER_TEXT = streamText('BT /F1 13 Tf 85 600 Td (to chuc thi lai truoc ngay 26/3/2026) Tj ET');

let orders: OrdersOfActs;
beforeAll(() => {
  orders = new OrdersOfActs();
});

type Stands = 'fields' | 'printed';

describe('rule 41: number and date printed before the leader signed', () => {
  const submitted = printedLetter();

  it('hold with both signatures and nothing between them', () => {
    const proof = orders.prove(submitted, sealAlone(orders.signed(submitted), orders.agencyKey), expected('printed'));
    expect([failing(proof), proof.passed]).toEqual([[], true]);
    expect(lineOf(proof, 'register')?.detail).toBe('Số 513/SGDĐT-GDTrH, ngày 18 tháng 3.');
    expect(lineOf(proof, 'unchanged')?.detail).toContain('Số và ngày đã in trước khi ký');
  });

  it('are compared as soon as the leader has signed', () => {
    const proof = orders.prove(submitted, orders.signed(submitted), { ...expected('printed'), stage: 'leaderSigned' });
    expect([lineOf(proof, 'register')?.result, proof.passed]).toEqual(['pass', true]);
  });

  it.each<[string, object]>([
    ['another number', { number: '514' }],
    ['another notation', { notation: 'SGDĐT-VP' }],
    ['another day', { issuedDate: civilDate('2026-03-19') }],
    ['another year', { issuedDate: civilDate('2027-03-18') }],
  ])('fail on the line of the register for %s', (_what, change) => {
    const proof = orders.prove(
      submitted,
      sealAlone(orders.signed(submitted), orders.agencyKey),
      expected('printed', 'refuse', change),
    );
    expect([failing(proof), proof.passed]).toEqual([['register'], false]);
  });

  it('fail when the leader signed on another day in Vietnam', () => {
    const nextDay = orders.signed(submitted, new Date('2026-03-18T17:00:00Z'));
    const sealedThen = sealAlone(nextDay, { ...orders.agencyKey, at: new Date('2026-03-18T17:05:00Z') });
    const proof = orders.prove(submitted, sealedThen, expected('printed'));
    expect(failing(proof)).toEqual(['register']);
    expect(lineOf(proof, 'register')?.detail).toContain('Lãnh đạo ký ngày 19/03/2026');
  });
});

describe('number and date are filled under the seal', () => {
  const submitted = preparedLetter();
  const sealedWith = (wish: object): Buffer => sealAsAgency(orders.signed(submitted), { ...orders.agencyKey, ...wish });

  it('and locked by it: the letter holds', () => {
    const proof = orders.prove(submitted, sealedWith({}), expected('fields'));
    expect([failing(proof), proof.passed]).toEqual([[], true]);
  });

  it('and left open: others may send such a letter, we do not', () => {
    const returned = sealedWith({ entries: '' });
    const proof = orders.prove(submitted, returned, expected('fields'));
    expect([failing(proof), proof.passed]).toEqual([['unchanged'], false]);
    expect(lineOf(proof, 'unchanged')?.detail).toContain('Trường được điền cùng lần ký sau, không khóa. (so)');
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
    ['sign, then number', 'fields', preparedLetter, (pdf) => sealAsAgency(pdf, orders.agencyKey)],
    ['number, then sign', 'printed', printedLetter, (pdf) => sealAlone(pdf, orders.agencyKey)],
  ];
  const rows = ORDERS.flatMap(([order, stands, letter, seal]) =>
    EDITS.map(([edit, make]) => [order, edit, { stands, letter, seal, make }] as const),
  );

  it.each(rows)('%s: %s', (_order, _edit, { stands, letter, seal, make }) => {
    const submitted = letter();
    for (const onPage of ['refuse', 'report'] as const) {
      const proof = orders.prove(submitted, seal(make(orders.signed(submitted))), expected(stands, onPage));
      expect([failing(proof).includes('unchanged'), proof.passed]).toEqual([true, false]);
    }
  });
});
