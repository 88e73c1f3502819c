/** A tag of an XML part; names without their prefix, as the reader of workbooks takes them. */
export interface XmlTag {
  readonly name: string;
  /** An element begins here, ends here, or both at once. */
  readonly kind: 'begin' | 'end' | 'empty';
  /** The values of an attribute as they are written, whatever its prefix; several where it stands twice. */
  readonly values: (attribute: string) => readonly string[];
}

/** Comments, quoted text and instructions, which hold no tags; then a tag with its attributes, in either kind of quotes. */
const SKIPPED = String.raw`<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>|<\?[^]*?\?>`;
const ATTRIBUTES = String.raw`(?:\s+[^\s=<>"'/]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*`;
const NEXT = new RegExp(String.raw`[^<]*(?:${SKIPPED}|<(/?)([^\s<>/"'=]+)(${ATTRIBUTES})\s*(/?)>|$)`, 'guy');
const ATTRIBUTE = /([^\s=<>"'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;

/**
 * The tags of an XML part in their order. Whatever is not plainly markup refuses the whole, a document type among it, so that another reader cannot
 * see a tag where this one sees none.
 *
 * @throws SyntaxError when the text is anything else than tags, comments and text
 */
export function* xmlTags(xml: string): Generator<XmlTag> {
  let read = 0;
  for (const found of xml.matchAll(NEXT)) {
    const [all, before, name, attributes = '', after] = found;
    read = found.index + all.length;
    if (name === undefined) continue;
    const kind = before === '/' ? 'end' : after === '/' ? 'empty' : 'begin';
    yield { name: localName(name), kind, values: (of) => valuesOf(attributes, of) };
  }
  if (read !== xml.length) throw new SyntaxError('Not plain XML.');
}

function valuesOf(attributes: string, wanted: string): readonly string[] {
  return [...attributes.matchAll(ATTRIBUTE)].flatMap(([, name = '', double, single]) =>
    localName(name) === wanted ? [double ?? single ?? ''] : [],
  );
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
