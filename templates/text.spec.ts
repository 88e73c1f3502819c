import fc from 'fast-check';
import { checkProperty } from '../test/support/check-property.js';
import { paragraphsOf, printable } from './text.js';

const anything = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.stringMatching(/^[\u0000-\u0020a\u0301\u200b\u2028\ufeff\ud800\udc00đ]*$/),
  fc.constantFrom('Ủy ban'.normalize('NFD'), 'a\r\nb\rc', 'Ðường', '\u2028', 'x\ud800'),
);

describe('text that a page may carry', () => {
  it('holds no control character, no invisible mark, no half character, and is composed', () => {
    checkProperty(
      fc.property(anything, (text) => {
        const clean = printable(text);
        expect(clean).not.toMatch(
          /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]|\p{Surrogate}/u,
        );
        expect(clean.normalize('NFC')).toBe(clean);
        expect(printable(clean)).toBe(clean);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['Hải  Phòng ', ['Hải Phòng']],
    ['một\r\n\r\n hai\u00a0ba', ['một', 'hai ba']],
    ['a\u2028b', ['a', 'b']],
    ['Ðỗ', ['Đỗ']],
  ])('%j is %j in paragraphs', (text, paragraphs) => {
    expect(paragraphsOf(text)).toEqual(paragraphs);
  });
});
