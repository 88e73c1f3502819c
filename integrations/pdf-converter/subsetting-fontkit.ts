import fontkit from '@pdf-lib/fontkit';
import type { Font } from '@pdf-lib/fontkit';

/**
 * fontkit as pdf-lib expects it. This fontkit's subsets only write into a stream, yet carry an `encode` that pdf-lib takes
 * for the newer one without arguments; so pdf-lib is shown the two methods that both understand.
 */
export const subsettingFontkit = {
  create(bytes: Uint8Array): Font {
    const font = fontkit.create(bytes);
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
