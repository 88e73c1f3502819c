import { localName, readTag, resolved } from './markup.js';
import { XmlFlaw } from './xml-flaw.js';

/** One element of XML that can be changed and written again; what nobody changes is written as it was. */
export interface XmlElement {
  /** With the prefix that its namespace usually has (`w:p`), whatever prefix the file uses. */
  readonly name: string;
  /** As the file writes it. */
  readonly tag: string;
  readonly attributes: XmlAttribute[];
  readonly children: XmlContent[];
}

export interface XmlAttribute {
  readonly name: string;
  readonly tag: string;
  value: string;
}

export type XmlContent = XmlElement | string;

/** Usual prefixes by namespace. */
export type UsualPrefixes = ReadonlyMap<string, string>;

interface Scope {
  readonly element: XmlElement;
  /** Namespaces by the prefixes of the file. */
  readonly namespaces: ReadonlyMap<string, string>;
}

const MAX_ATTRIBUTES = 256;
const MAX_DEPTH = 64;

/** A document that passed the inspection, as a tree. */
export class XmlTree {
  private constructor(
    readonly root: XmlElement,
    private readonly head: string,
    private readonly prefixes: ReadonlyMap<string, string>,
  ) {}

  /** @throws XmlFlaw */
  static read(source: string, usual: UsualPrefixes): XmlTree {
    const builder = new TreeBuilder(source.replace(/^\ufeff/u, ''), usual);
    const root = builder.build();
    return new XmlTree(root, builder.head, builder.prefixes);
  }

  /** A new element under the prefix that the file uses for its namespace. */
  element(name: string, attributes: Readonly<Record<string, string>> = {}, children: XmlContent[] = []): XmlElement {
    const named = Object.entries(attributes).map(([key, value]) => ({ name: key, tag: this.tagOf(key), value }));
    return { name, tag: this.tagOf(name), attributes: named, children };
  }

  /** Changes an attribute, or adds it. */
  set(element: XmlElement, name: string, value: string): void {
    const known = element.attributes.find((attribute) => attribute.name === name);
    if (known) known.value = value;
    else element.attributes.push({ name, tag: this.tagOf(name), value });
  }

  write(): string {
    return this.head + written(this.root);
  }

  private tagOf(name: string): string {
    const [prefix, local] = name.includes(':') ? name.split(':', 2) : ['', name];
    const own = this.prefixes.get(prefix ?? '') ?? prefix ?? '';
    return own === '' ? (local ?? name) : `${own}:${local ?? ''}`;
  }
}

/** The value of an attribute by its usual name. */
export function attributeOf(element: XmlElement | undefined, name: string): string | undefined {
  return element?.attributes.find((attribute) => attribute.name === name)?.value;
}

export function childrenOf(element: XmlElement): readonly XmlElement[] {
  return element.children.filter((child) => typeof child !== 'string');
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child): child is XmlElement => typeof child !== 'string' && child.name === name);
}

/** Every element below, in the order of the document. */
export function* descendantsOf(element: XmlElement): Generator<XmlElement> {
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    yield child;
    yield* descendantsOf(child);
  }
}

/** The text in it and below. */
export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

class TreeBuilder {
  head = '';
  /** The file's prefixes by the usual ones. */
  readonly prefixes = new Map<string, string>();
  private readonly open: Scope[] = [];
  private root: XmlElement | null = null;

  constructor(
    private readonly source: string,
    private readonly usual: UsualPrefixes,
  ) {}

  build(): XmlElement {
    for (let at = 0; at < this.source.length;) at = this.next(at);
    if (!this.root || this.open.length > 0) throw new XmlFlaw('xml-not-well-formed');
    return this.root;
  }

  private next(at: number): number {
    if (this.source[at] !== '<') {
      const end = this.until('<', at, this.source.length);
      this.addText(resolved(this.source.slice(at, end)));
      return end;
    }
    if (this.source.startsWith('<!--', at)) return this.behind('-->', at);
    if (this.source.startsWith('<![CDATA[', at)) {
      const end = this.behind(']]>', at);
      this.addText(this.source.slice(at + 9, end - 3));
      return end;
    }
    if (this.source.startsWith('<!', at)) throw new XmlFlaw('xml-doctype');
    if (this.source.startsWith('<?', at)) return this.instruction(at);
    return this.source[at + 1] === '/' ? this.close(at) : this.start(at);
  }

  private instruction(at: number): number {
    const end = this.behind('?>', at);
    if (!this.root) this.head += this.source.slice(at, end);
    return end;
  }

  private addText(text: string): void {
    const inside = this.open.at(-1);
    if (inside) inside.element.children.push(text);
    else if (text.trim() !== '') throw new XmlFlaw('xml-not-well-formed');
  }

  private close(at: number): number {
    const end = this.behind('>', at);
    const closed = this.open.pop();
    if (closed?.element.tag !== this.source.slice(at + 2, end - 1).trimEnd()) throw new XmlFlaw('xml-not-well-formed');
    return end;
  }

  private start(at: number): number {
    const end = this.endOfTag(at + 1);
    const isEmpty = this.source[end - 1] === '/';
    const { name, attributes } = readTag(this.source.slice(at + 1, isEmpty ? end - 1 : end), MAX_ATTRIBUTES);
    const scope = this.scopeOf(name, attributes);
    const outer = this.open.at(-1);
    if (outer) outer.element.children.push(scope.element);
    else if (this.root) throw new XmlFlaw('xml-not-well-formed');
    else this.root = scope.element;
    if (!isEmpty) this.open.push(scope);
    if (this.open.length > MAX_DEPTH) throw new XmlFlaw('xml-too-deep');
    return end + 1;
  }

  private scopeOf(tag: string, written: ReadonlyMap<string, string>): Scope {
    const namespaces = this.declared(written);
    const attributes = [...written].map(([key, value]) => ({
      name: key.includes(':') ? this.usualName(key, namespaces) : key,
      tag: key,
      value,
    }));
    const element = { name: this.usualName(tag, namespaces), tag, attributes, children: [] };
    return { element, namespaces };
  }

  private declared(attributes: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
    const outer = this.open.at(-1)?.namespaces ?? new Map<string, string>();
    const own = [...attributes].filter(([key]) => key === 'xmlns' || key.startsWith('xmlns:'));
    if (own.length === 0) return outer;
    const all = new Map(outer);
    for (const [key, namespace] of own) {
      const prefix = key === 'xmlns' ? '' : key.slice('xmlns:'.length);
      all.set(prefix, namespace);
      const usual = this.usual.get(namespace);
      if (usual !== undefined && !this.prefixes.has(usual)) this.prefixes.set(usual, prefix);
    }
    return all;
  }

  private usualName(tag: string, namespaces: ReadonlyMap<string, string>): string {
    const prefix = tag.includes(':') ? tag.slice(0, tag.indexOf(':')) : '';
    const usual = this.usual.get(namespaces.get(prefix) ?? '');
    if (usual === undefined) return tag;
    return usual === '' ? localName(tag) : `${usual}:${localName(tag)}`;
  }

  private endOfTag(from: number): number {
    let quote = '';
    for (let at = from; at < this.source.length; at += 1) {
      const letter = this.source[at] ?? '';
      if (quote !== '') quote = letter === quote ? '' : quote;
      else if (letter === '>') return at;
      else if (letter === '"' || letter === "'") quote = letter;
    }
    throw new XmlFlaw('xml-not-well-formed');
  }

  private until(text: string, from: number, otherwise: number): number {
    const found = this.source.indexOf(text, from);
    return found === -1 ? otherwise : found;
  }

  private behind(text: string, from: number): number {
    const found = this.source.indexOf(text, from);
    if (found === -1) throw new XmlFlaw('xml-not-well-formed');
    return found + text.length;
  }
}

function written(content: XmlContent): string {
  if (typeof content === 'string') return escapedText(content);
  const attributes = content.attributes.map(({ tag, value }) => ` ${tag}="${escapedValue(value)}"`).join('');
  if (content.children.length === 0) return `<${content.tag}${attributes}/>`;
  return `<${content.tag}${attributes}>${content.children.map(written).join('')}</${content.tag}>`;
}

function escapedText(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;').replace(/\r/gu, '&#13;');
}

function escapedValue(text: string): string {
  return escapedText(text).replace(/"/gu, '&quot;').replace(/\n/gu, '&#10;').replace(/\t/gu, '&#9;');
}
