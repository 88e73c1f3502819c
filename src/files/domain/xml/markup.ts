import { XmlFlaw } from './xml-flaw.js';

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const REFERENCE = /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|([A-Za-z_][\w.-]*));/gu;
const NAME = /^[\p{L}_:][\p{L}\p{M}\p{N}_:.·-]*$/u;
const ATTRIBUTE = /\s+([^\s=<>"'/]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/uy;

/**
 * Text with its references resolved: the five that XML knows, and letters by number.
 *
 * @throws XmlFlaw `xml-entity` for any other, for it could only come from a DOCTYPE
 */
export function resolved(text: string): string {
  if (!text.includes('&')) return text;
  const replaced = text.replace(REFERENCE, (_, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) {
      const letter = Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
      if (letter === undefined) throw new XmlFlaw('xml-entity');
      return letter === '&' ? AMPERSAND : letter;
    }
    return letterOf(hex === undefined ? Number(decimal) : parseInt(hex, 16));
  });
  if (replaced.includes('&')) throw new XmlFlaw('xml-entity');
  return replaced.replaceAll(AMPERSAND, '&');
}

/** Stands for a resolved ampersand, so that a bare one is told from it. */
const AMPERSAND = '\u0000';

function letterOf(code: number): string {
  const isLetter =
    code === 9 || code === 10 || code === 13 || (code >= 0x20 && code <= 0x10ffff && (code & 0xf800) !== 0xd800);
  if (!isLetter) throw new XmlFlaw('xml-entity');
  return code === 0x26 ? AMPERSAND : String.fromCodePoint(code);
}

export interface TagAttributes {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

/**
 * Name and attributes of a start tag, references resolved.
 *
 * @param tag from its name to before its `>` or `/>`
 * @throws XmlFlaw `xml-not-well-formed` for what no parser may take, `xml-too-many-attributes`, `xml-entity`
 */
export function readTag(tag: string, mostAttributes: number): TagAttributes {
  const name = requireName(/^[^\s]+/u.exec(tag)?.[0] ?? '');
  const attributes = new Map<string, string>();
  let end = name.length;
  ATTRIBUTE.lastIndex = end;
  for (let match = ATTRIBUTE.exec(tag); match; match = ATTRIBUTE.exec(tag)) {
    const [, key = '', double, single = ''] = match;
    if (attributes.has(requireName(key))) throw new XmlFlaw('xml-not-well-formed');
    if (attributes.size >= mostAttributes) throw new XmlFlaw('xml-too-many-attributes');
    attributes.set(key, resolved(double ?? single));
    end = ATTRIBUTE.lastIndex;
  }
  if (tag.slice(end).trim() !== '') throw new XmlFlaw('xml-not-well-formed');
  return { name, attributes };
}

function requireName(name: string): string {
  if (!NAME.test(name)) throw new XmlFlaw('xml-not-well-formed');
  return name;
}

/** The part of a name behind its prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
