import { attributeOf, childOf, childrenOf, type XmlElement, type XmlTree } from '../../../files/domain/xml/xml-tree.js';
import type { TextLook } from '../../domain/format/page/page-model.js';
import { isOn } from './measures.js';
import { fontsOf, type ThemeFonts } from './theme-fonts.js';

interface Style {
  readonly id: string;
  readonly kind: string;
  readonly basedOn: string | undefined;
  readonly element: XmlElement;
}

/** Chains longer than this are rings. */
const MAX_CHAIN_LENGTH = 32;

/** Toggles that cancel each other out between a paragraph's style and a run's (ECMA-376, part 1, 17.7.3). */
type Toggle = 'w:b' | 'w:i' | 'w:caps';

/** What styles, defaults and the theme say of letters and paragraphs. */
export class Styles {
  private readonly byId = new Map<string, Style>();
  private readonly defaults = new Map<string, string>();
  private readonly documentDefaults: XmlElement | undefined;

  constructor(
    tree: XmlTree | undefined,
    private readonly theme: ThemeFonts,
  ) {
    const elements = tree ? childrenOf(tree.root) : [];
    this.documentDefaults = elements.find(({ name }) => name === 'w:docDefaults');
    for (const element of elements.filter(({ name }) => name === 'w:style')) {
      const id = attributeOf(element, 'w:styleId') ?? '';
      const kind = attributeOf(element, 'w:type') ?? 'paragraph';
      const isDefault = ['1', 'true', 'on'].includes(attributeOf(element, 'w:default') ?? '');
      if (isDefault) this.defaults.set(kind, id);
      this.byId.set(id, { id, kind, basedOn: attributeOf(childOf(element, 'w:basedOn'), 'w:val'), element });
    }
  }

  /** Properties of a paragraph from the weakest to the strongest: document, table, style and what it is based on. */
  paragraphLayers(styleId: string | undefined, tableStyle: string | undefined): readonly XmlElement[] {
    const document = childOf(childOf(this.documentDefaults, 'w:pPrDefault'), 'w:pPr');
    const table = this.chain(tableStyle, 'table').map(({ element }) => childOf(element, 'w:pPr'));
    const own = this.chain(this.known(styleId), 'paragraph').map(({ element }) => childOf(element, 'w:pPr'));
    return [document, ...table, ...own].filter((layer) => layer !== undefined);
  }

  /** Names the style whose equals leave the room between them away. */
  nameOf(styleId: string | undefined): string {
    return this.known(styleId) ?? '';
  }

  /** What letters look like where these styles and these direct properties meet, strongest last. */
  look(given: {
    readonly paragraphStyle: string | undefined;
    readonly tableStyle: string | undefined;
    readonly direct: XmlElement | undefined;
  }): TextLook & { readonly hidden: boolean } {
    const own = given.direct;
    const runStyle = attributeOf(childOf(own, 'w:rStyle'), 'w:val');
    const document = childOf(childOf(this.documentDefaults, 'w:rPrDefault'), 'w:rPr');
    const paragraph = [
      ...this.runLayers(given.tableStyle, 'table'),
      ...this.runLayers(this.known(given.paragraphStyle), 'paragraph'),
    ];
    const run = this.runLayers(runStyle, 'character');
    const layers = [document, ...paragraph, ...run, own].filter((layer) => layer !== undefined);
    const toggled = (toggle: Toggle): boolean =>
      isOn(childOf(own, toggle)) ??
      (stated(paragraph, toggle) !== stated(run, toggle) || (isOn(childOf(document, toggle)) ?? false));
    return { ...lookOf(layers, this.theme), bold: toggled('w:b'), italic: toggled('w:i'), caps: toggled('w:caps') };
  }

  private known(styleId: string | undefined): string | undefined {
    return styleId !== undefined && this.byId.has(styleId) ? styleId : this.defaults.get('paragraph');
  }

  private runLayers(styleId: string | undefined, kind: string): readonly XmlElement[] {
    return this.chain(styleId, kind)
      .map(({ element }) => childOf(element, 'w:rPr'))
      .filter((layer) => layer !== undefined);
  }

  /** A style behind everything that it is based on. */
  private chain(styleId: string | undefined, kind: string): readonly Style[] {
    const chain: Style[] = [];
    for (let id = styleId; id !== undefined && chain.length < MAX_CHAIN_LENGTH;) {
      const style = this.byId.get(id);
      if (style?.kind !== kind) break;
      chain.unshift(style);
      id = style.basedOn;
    }
    return chain;
  }
}

/** What the strongest layer that speaks of a toggle says. */
function stated(layers: readonly XmlElement[], toggle: Toggle): boolean {
  return layers.map((layer) => isOn(childOf(layer, toggle))).findLast((value) => value !== undefined) ?? false;
}

/** Word's own size where nothing says one, in points. */
const USUAL_SIZE = 10;

function lookOf(
  layers: readonly XmlElement[],
  theme: ThemeFonts,
): Omit<TextLook, 'bold' | 'italic' | 'caps'> & { readonly hidden: boolean } {
  const last = (name: string): XmlElement | undefined =>
    layers.map((layer) => childOf(layer, name)).findLast((element) => element !== undefined);
  const half = Number(attributeOf(last('w:sz'), 'w:val'));
  const underline = attributeOf(last('w:u'), 'w:val') ?? 'none';
  return {
    ...fontsOf(layers, theme),
    size: Number.isFinite(half) ? half / 2 : USUAL_SIZE,
    underline: underline !== 'none',
    colour: colourOf(last('w:color')),
    hidden: isOn(last('w:vanish')) ?? false,
  };
}

function colourOf(element: XmlElement | undefined): string | null {
  const value = attributeOf(element, 'w:val')?.toUpperCase();
  const theme = attributeOf(element, 'w:themeColor');
  if (theme === 'text1' || theme === 'dark1') return null;
  return value === undefined || value === 'AUTO' ? null : value;
}
