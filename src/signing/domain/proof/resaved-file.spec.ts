import {
  entryField,
  FIELD,
  leaderField,
  preparedLetter,
  sealAsAgency,
  signAsLeader,
} from '../../../../test/support/test-authority/letter.js';
import { expected, failing, lineOf, OrdersOfActs } from '../../../../test/support/test-authority/orders-of-acts.js';
import { save } from '../../../../test/support/test-authority/pdf-writer.js';
import { CHANGED, SAME } from '../../../../test/support/test-authority/resaved-letters.js';
import {
  image,
  pixels,
  richLetter,
  richObjects,
  signedAtOnce,
  writtenAnew,
} from '../../../../test/support/test-authority/rich-letter.js';
import { printedLetter, sealAlone } from '../../../../test/support/test-authority/written-letter.js';
import type { ProofLine } from './letter-proof.js';

const NOTE = 'Hệ thống quản lý văn bản đã lưu lại tệp trước khi ký; nội dung từng trang giống bản đã trình';

let orders: OrdersOfActs;
beforeAll(() => {
  orders = new OrdersOfActs();
});

const rich = richLetter();
const LEADER_SIGNED = { ...expected('fields'), stage: 'leaderSigned' as const };

/** The line of a letter that was rewritten and then signed in a save of its own. */
function lineFor(anew: Buffer, submitted = rich): ProofLine | undefined {
  return lineOf(orders.prove(submitted, orders.signed(anew), LEADER_SIGNED), 'submittedFile');
}

describe('rule 41: the submitted letter written anew before the leader signed', () => {
  it('passes with a note, with other numbers, packing, compression, dates and /ID, up to the seal', () => {
    const signed = signAsLeader(writtenAnew(richObjects()), {
      ...orders.leaderKey,
      objects: { 110: leaderField('/V 50 0 R /AP << /N 51 0 R >>').replace('3 0 R', '103 0 R'), 10: 'null' },
    });
    const line = lineOf(orders.prove(rich, signed, LEADER_SIGNED), 'submittedFile');
    expect(line).toMatchObject({ result: 'pass' });
    expect(line?.detail).toContain(NOTE);
  });

  it('goes on to the seal with number and date', () => {
    const anew = preparedLetter({}, { asStream: true, packed: [1, 2, 4, 6] });
    const proof = orders.prove(
      preparedLetter(),
      sealAsAgency(orders.signed(anew), orders.agencyKey),
      expected('fields'),
    );
    expect([failing(proof), proof.passed]).toEqual([[], true]);
    expect(lineOf(proof, 'submittedFile')?.detail).toContain(NOTE);
  });

  it('passes where number and date were printed before', () => {
    const anew = save(printedLetter(), { 12: '<< /Producer (E-office) >>' });
    const proof = orders.prove(printedLetter(), sealAlone(orders.signed(anew), orders.agencyKey), expected('printed'));
    expect([failing(proof), proof.passed]).toEqual([[], true]);
    expect(lineOf(proof, 'submittedFile')?.detail).toContain(NOTE);
  });

  it('passes where it was written and signed at once', () => {
    const line = lineOf(
      orders.prove(rich, signedAtOnce(richObjects(), orders.leaderKey), LEADER_SIGNED),
      'submittedFile',
    );
    expect([line?.result, line?.detail]).toEqual(['pass', expect.stringContaining(NOTE)]);
  });

  it.each(SAME)('passes when %s', (_what, change) => {
    const line = lineFor(richLetter(change));
    expect([line?.result, line?.detail]).toEqual(['pass', expect.stringContaining(NOTE)]);
  });
});

describe('rule 41: a letter that was written anew with a change fails, and is told where', () => {
  it.each(CHANGED)('%s', (_what, place, change) => {
    const line = lineFor(richLetter(change));
    expect([line?.result, line?.detail]).toEqual(['fail', expect.stringContaining(place)]);
  });

  it.each(CHANGED.filter(([, , change]) => !(FIELD.leader in change)))('%s, signed at once', (_what, place, change) => {
    const returned = signedAtOnce({ ...richObjects(), ...change }, orders.leaderKey);
    const line = lineOf(orders.prove(rich, returned, LEADER_SIGNED), 'submittedFile');
    expect([line?.result, line?.detail]).toEqual(['fail', expect.stringContaining(place)]);
  });

  it('is refused whole, and names the byte too', () => {
    const proof = orders.prove(rich, orders.signed(richLetter({ 25: image(pixels(2)) })), LEADER_SIGNED);
    expect([failing(proof), proof.passed]).toEqual([['submittedFile'], false]);
    expect(lineOf(proof, 'submittedFile')?.detail).toMatch(
      /^Tệp trả về khác bản gửi từ byte thứ [\d.]+\. Chỗ khác ở trang 1: hình\. SHA-256/u,
    );
  });

  it('fails where the save of the leader fills number and date in', () => {
    const signed = signAsLeader(preparedLetter({}, { asStream: true }), {
      ...orders.leaderKey,
      objects: { [FIELD.so]: entryField('so', '/V (513)') },
    });
    const line = lineOf(orders.prove(preparedLetter(), signed, LEADER_SIGNED), 'submittedFile');
    expect([line?.result, line?.detail]).toEqual(['fail', expect.stringContaining('không chỉ là chữ ký của lãnh đạo')]);
  });

  it('fails where another field was signed before the leader’s', () => {
    const sealedFirst = sealAlone(preparedLetter({}, { asStream: true }), orders.agencyKey);
    const line = lineOf(orders.prove(preparedLetter(), orders.signed(sealedFirst), LEADER_SIGNED), 'submittedFile');
    expect(line?.result).toBe('fail');
  });
});
