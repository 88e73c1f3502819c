import { isPhone } from './phone.js';

describe('a telephone number', () => {
  it.each([
    ['has digits alone', '02253842123', true],
    ['may be set in groups', '0225 3842 123', true],
    ['may have points, hyphens and brackets between its digits', '(0225) 3842.123 - 12', true],
    ['may have its extension in brackets', '0225 3842 123 (12)', true],
    ['may begin with a plus sign', '+84 225 3842 123', true],
    ['may have only three digits', '113', true],
    ['has three digits at least', '12', false],
    ['has fifteen digits at most', '1234567890123456', false],
    ['is not made of signs alone', '------', false],
    ['has no letters', '0225 3842 123 máy lẻ 12', false],
  ])('%s: %s', (_rule, text, expected) => {
    expect(isPhone(text)).toBe(expected);
  });
});
