import {
  attributeOf,
  childOf,
  descendantsOf,
  type XmlElement,
  type XmlTree,
} from '../../../files/domain/xml/xml-tree.js';

/** The fonts that a document's theme stands for: `major` for headings, `minor` for text. */
export interface ThemeFonts {
  readonly major: string | undefined;
  readonly minor: string | undefined;
}

/** Word's own font where nothing says one. */
const USUAL_FONT = 'Times New Roman';

export function readThemeFonts(tree: XmlTree | undefined): ThemeFonts {
  const latin = (name: string): string | undefined => {
    for (const element of tree ? descendantsOf(tree.root) : []) {
      if (element.name === name) return attributeOf(childOf(element, 'a:latin'), 'typeface');
    }
    return undefined;
  };
  return { major: latin('a:majorFont'), minor: latin('a:minorFont') };
}

/** The fonts that the strongest layers name, for letters of ASCII and for all others. */
export function fontsOf(
  layers: readonly XmlElement[],
  theme: ThemeFonts,
): { readonly font: string; readonly otherFont: string } {
  return { font: fontFor('ascii', layers, theme), otherFont: fontFor('hAnsi', layers, theme) };
}

/** In one element a font of the theme goes before one by name. */
function fontFor(letters: 'ascii' | 'hAnsi', layers: readonly XmlElement[], theme: ThemeFonts): string {
  for (const layer of layers.toReversed()) {
    const fonts = childOf(layer, 'w:rFonts');
    const themed = attributeOf(fonts, `w:${letters}Theme`);
    const named = themed === undefined ? attributeOf(fonts, `w:${letters}`) : themeFont(themed, theme);
    if (named !== undefined && named !== '') return named;
  }
  return USUAL_FONT;
}

function themeFont(name: string, theme: ThemeFonts): string | undefined {
  return name.startsWith('major') ? theme.major : theme.minor;
}
