import { XmlCData, XmlElement, XmlText } from 'libxml2-wasm';
import type { HeldBytes } from '../../../src/kernel/held-bytes.js';
import type { IncludedParts } from './included-parts.js';

/** One element of a document that was read, free of the parser's memory. Attributes go by local name. */
export interface XmlNode {
  /** Local name; prefixes mean nothing to us. */
  readonly name: string;
  readonly namespace: string;
  readonly attributes: ReadonlyMap<string, string>;
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
    const attributes = new Map(element.attrs.map((attribute) => [attribute.name, attribute.value]));
    return { name, namespace: element.namespaceUri, attributes, children, text: text.join(''), bytes };
  }

  private bytesOf(element: XmlElement): HeldBytes | null {
    return this.cuts[this.next++] ?? this.parts?.takeFrom(element) ?? null;
  }
}
