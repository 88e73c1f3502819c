import fontkit from '@pdf-lib/fontkit';
import { readFileSync } from 'node:fs';
import { textWidth } from './letter-widths.js';

const font = fontkit.create(readFileSync('integrations/pdf-converter/fonts/LiberationSerif-Regular.ttf'));

/** What the font itself says. */
function advance(letter: string): number {
  return font.glyphForCodePoint(letter.codePointAt(0) ?? 0).advanceWidth;
}

describe('the width of printed letters', () => {
  const vowels = Array.from('aăâeêioôơuưyAĂÂEÊIOÔƠUƯY');
  const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
  const others = Array.from({ length: 95 }, (_, at) => String.fromCodePoint(at + 0x20)).concat(
    Array.from('đĐ“”‘’–…«»\u00a0'),
  );

  it('is that of the font for every letter of Vietnamese', () => {
    const letters = [...others, ...vowels.flatMap((vowel) => tones.map((tone) => (vowel + tone).normalize('NFC')))];
    expect(letters.map((letter) => [letter, textWidth(letter, 2048)])).toEqual(
      letters.map((letter) => [letter, advance(letter)]),
    );
  });

  it('is never too small for a letter that nobody measured', () => {
    expect(textWidth('漢', 10)).toBe(10);
  });
});
