import fontkit from '@pdf-lib/fontkit';
import type { Font } from '@pdf-lib/fontkit';
import { readFileSync } from 'node:fs';

const files = new Map<string, Buffer>();

/** A font that ships with us: the same bytes for every document, so that it is read and parsed once. */
export function fontFile(path: string): Buffer {
  const file = files.get(path) ?? readFileSync(path);
  files.set(path, file);
  return file;
}

/** Fonts that were parsed, by the bytes they were parsed from: two fonts took half of what a letter's fields cost. */
const parsed = new WeakMap<Uint8Array, Font>();

/**
 * fontkit as pdf-lib expects it. This fontkit's subsets only write into a stream, yet carry an `encode` that pdf-lib takes
 * for the newer one without arguments; so pdf-lib is shown the two methods that both understand.
 */
export const subsettingFontkit = {
  create(bytes: Uint8Array): Font {
    const known = parsed.get(bytes);
    if (known) return known;
    const font = fontkit.create(bytes);
    knowCharacters(font);
    parsed.set(bytes, font);
    const createSubset = font.createSubset.bind(font);
    font.createSubset = () => {
      const subset = createSubset();
      return {
        includeGlyph: (glyph) => subset.includeGlyph(glyph),
        encodeStream: () => subset.encodeStream(),
      };
    };
    return font;
  },
};

/**
 * A glyph remembers the characters it was first asked for by. A subset asks by number alone for the parts of a composed letter: the o of an ồ would stand for
 * no character in every later document, and its text could not be read or copied.
 */
function knowCharacters(font: Font): void {
  for (const character of font.characterSet) {
    if (font.hasGlyphForCodePoint(character)) font.glyphForCodePoint(character);
  }
}
