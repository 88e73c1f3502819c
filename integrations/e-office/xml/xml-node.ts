import { XmlCData, XmlElement, XmlText } from 'libxml2-wasm';
import type { HeldBytes } from '../../../src/kernel/held-bytes.js';
import type { IncludedParts } from './included-parts.js';

/** One element of a document that was read, free of the parser's memory. Attributes go by local name. */
export interface XmlNode {
  /** Local name; prefixes mean nothing to us. */
  readonly name: string;
  readonly namespace: string;
  /** By local name; of two that differ by namespace alone, the last. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Those of a namespace, as `{namespace}name`: for what a namespace gives its meaning. */
  readonly qualified: ReadonlyMap<string, string>;
  readonly children: readonly XmlNode[];
  /** Its own text, CDATA included, without that of its children. */
  readonly text: string;
  /** The bytes that stood in it as base64 and that the gate set aside, or in a part that it names; `text` is empty then. */
  readonly bytes: HeldBytes | null;
}

/** Copies a parsed document out of the parser, putting back what the gate cut, by order of appearance, and what came in parts beside it. */
export class NodeBuilder {
  private next = 0;

  constructor(
    private readonly cut: ReadonlySet<string>,
    private readonly cuts: readonly (HeldBytes | null)[],
    private readonly parts: IncludedParts | null = null,
  ) {}

  build(element: XmlElement): XmlNode {
    const { name } = element;
    const bytes = this.cut.has(name) ? this.bytesOf(element) : null;
    const children: XmlNode[] = [];
    const text: string[] = [];
    for (let child = element.firstChild; child !== null; child = child.next) {
      if (child instanceof XmlElement) children.push(this.build(child));
      else if (child instanceof XmlText || child instanceof XmlCData) text.push(child.content);
    }
    const { attrs, namespaceUri: namespace } = element;
    const attributes = new Map(attrs.map((attribute) => [attribute.name, attribute.value]));
    return { name, namespace, attributes, qualified: qualifiedOf(attrs), children, text: text.join(''), bytes };
  }

  private bytesOf(element: XmlElement): HeldBytes | null {
    return this.cuts[this.next++] ?? this.parts?.takeFrom(element) ?? null;
  }
}

const NONE: ReadonlyMap<string, string> = new Map();

/** Few elements have any, and a message has very many elements. */
function qualifiedOf(attributes: XmlElement['attrs']): ReadonlyMap<string, string> {
  const own = attributes.filter(({ namespaceUri }) => namespaceUri !== '');
  return own.length === 0 ? NONE : new Map(own.map((one) => [`{${one.namespaceUri}}${one.name}`, one.value]));
}
