import { requireEvidence } from './answer.js';

const REASON = 'Kết quả xác minh qua điện thoại.';

describe('rule 11: a result is evidenced', () => {
  it.each([
    ['by files, whatever reason was typed', 'files' as const, 'x', null],
    ['by a reason of twenty characters', null, '12345678901234567890', '12345678901234567890'],
    ['by a reason again where only a reason was given before', 'reason' as const, REASON, REASON],
  ])('%s', (_how, evidence, reason, expected) => {
    expect(requireEvidence(evidence, reason)).toBe(expected);
  });

  it.each([
    ['nothing', ''],
    ['blanks', ' \n\t '],
    ['nineteen characters', '1234567890123456789'],
    ['nineteen characters and blanks', '  1234567890123456789  '],
    ['a thousand and one', 'x'.repeat(1001)],
  ])('is refused with %s instead', (_what, reason) => {
    for (const evidence of [null, 'reason'] as const) {
      expect(() => requireEvidence(evidence, reason)).toThrow(/input-invalid .*noEvidenceReason/u);
    }
  });
});
