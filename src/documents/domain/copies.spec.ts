import { copiesFor, printedCopies, recipientsWithCopies, requireCopies } from './copies.js';

const recipients = ['Sở Nội vụ', 'Các phòng thuộc Sở'];

describe('the copies of a letter', () => {
  it('are one for each recipient, until the registry enters another number', () => {
    expect([printedCopies({ recipients, copies: null }), recipientsWithCopies({ recipients, copies: null })]).toEqual([
      ...['02', 'Sở Nội vụ; Các phòng thuộc Sở'],
    ]);
    expect(copiesFor({ copies: null }, 1)).toBe(1);
  });

  it('stand beside each recipient who gets another number, and are added up', () => {
    const line = { recipients, copies: [1, 12] };
    expect([printedCopies(line), recipientsWithCopies(line)]).toEqual([
      ...['13', 'Sở Nội vụ; Các phòng thuộc Sở (12 bản)'],
    ]);
    expect(recipientsWithCopies({ recipients, copies: [2, 0] })).toBe(
      'Sở Nội vụ (02 bản); Các phòng thuộc Sở (không gửi bản giấy)',
    );
  });

  it('are none where nobody gets one', () => {
    expect([printedCopies({ recipients: [], copies: null }), printedCopies({ recipients, copies: [0, 0] })]).toEqual([
      '',
      '',
    ]);
  });

  it.each([
    ['part of a copy', [1, 1.5], 'copies.1'],
    ['less than none', [-1, 1], 'copies.0'],
    ['no number', [1, Number.NaN], 'copies.1'],
    ['more than anybody prints', [1, 10_000], 'copies.1'],
  ])('are refused as %s', (_case, given, field) => {
    expect(() => requireCopies(given, { recipients })).toThrow(
      expect.objectContaining({
        code: 'input-invalid',
        details: expect.objectContaining({ field }) as unknown,
      }) as Error,
    );
  });

  it('are refused for recipients that have changed meanwhile', () => {
    for (const given of [[1], [1, 1, 1]])
      expect(() => requireCopies(given, { recipients })).toThrow(
        expect.objectContaining({ code: 'changed-meanwhile' }) as Error,
      );
  });
});
