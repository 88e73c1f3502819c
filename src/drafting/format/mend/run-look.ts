import { attributeOf, childOf, type XmlElement, type XmlTree } from '../../../files/domain/xml/xml-tree.js';

/** Properties of a run up to its colour, in the order that the standard prescribes (ECMA-376, 17.3.2.28). */
const ORDER: readonly string[] = [
  'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color',
].flatMap((names) => names.split(' ').map((name) => `w:${name}`));

const TIMES = 'Times New Roman';
const BLACK = '000000';

/** Times New Roman for all letters of a run; whatever its styles and the theme say. */
export function setTimes(tree: XmlTree, run: XmlElement): void {
  const fonts = propertyOf(tree, run, 'w:rFonts');
  without(fonts, ['w:asciiTheme', 'w:hAnsiTheme', 'w:cstheme']);
  for (const letters of ['w:ascii', 'w:hAnsi', 'w:cs']) tree.set(fonts, letters, TIMES);
}

export function setBlack(tree: XmlTree, run: XmlElement): void {
  const colour = propertyOf(tree, run, 'w:color');
  without(colour, ['w:themeColor', 'w:themeTint', 'w:themeShade']);
  tree.set(colour, 'w:val', BLACK);
}

function propertyOf(tree: XmlTree, run: XmlElement, name: string): XmlElement {
  const properties = childOf(run, 'w:rPr') ?? placed(run, tree.element('w:rPr'), 0);
  const known = childOf(properties, name);
  if (known) return known;
  const own = ORDER.indexOf(name);
  const before = properties.children.findIndex((child) => {
    const place = typeof child === 'string' ? -1 : ORDER.indexOf(child.name);
    return typeof child !== 'string' && (place === -1 || place > own);
  });
  return placed(properties, tree.element(name), before === -1 ? properties.children.length : before);
}

function placed(parent: XmlElement, child: XmlElement, at: number): XmlElement {
  parent.children.splice(at, 0, child);
  return child;
}

function without(element: XmlElement, names: readonly string[]): void {
  for (const name of names) {
    if (attributeOf(element, name) === undefined) continue;
    const at = element.attributes.findIndex((attribute) => attribute.name === name);
    element.attributes.splice(at, 1);
  }
}
