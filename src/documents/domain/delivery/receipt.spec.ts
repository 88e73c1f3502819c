import { RECEIPT_LENGTH, withReceipt } from './receipt.js';

describe('one receipt after another', () => {
  it.each([
    ['the first stands alone', null, 'A, 18/03/2026', 'A, 18/03/2026'],
    ['nothing before it is as none', '', 'A, 18/03/2026', 'A, 18/03/2026'],
    ['the second stands behind the first', 'A, 18/03/2026', 'B, 19/03/2026', 'A, 18/03/2026; B, 19/03/2026'],
  ])('%s', (_rule, before, receipt, expected) => {
    expect(withReceipt(before, receipt)).toBe(expected);
  });

  it('keeps the last with its day where there is no room for all', () => {
    const both = withReceipt(`Gửi qua bưu điện 19/03/2026, ${'x'.repeat(400)}`, 'ký nhận 22/03/2026');
    expect(both).toMatch(/^Gửi qua bưu điện 19\/03\/2026, x+…; ký nhận 22\/03\/2026$/u);
    expect(both).toHaveLength(RECEIPT_LENGTH);
    expect(withReceipt('A', 'x'.repeat(500))).toHaveLength(RECEIPT_LENGTH);
  });
});
