import { civilDate } from '../../../../src/kernel/civil-date.js';
import { MemoryBytes } from '../../../../src/kernel/held-bytes.js';
import { clean } from '../../../../src/kernel/vietnamese.js';
import type { XmlNode } from '../../xml/xml-node.js';
import type { Element, Elements, RecordField, Scalar } from '../shape.js';

/** A value that the schema lets pass and we cannot hold: a number too great, a year beyond our calendar. */
export class NotReadable extends Error {
  constructor(readonly path: string) {
    super(`${path}: not a value that can be held`);
    this.name = 'NotReadable';
  }
}

/**
 * Reads a message that has passed the XSD: every element is there, in order, and of its type.
 * @throws NotReadable
 */
export function readMessage<T>(shape: RecordField<T>, node: XmlNode): T {
  // The XSD has judged the node and the compiler holds each table to its type: together they make this a T.
  return readElements(shape.kind, node, node.name) as T;
}

function readElements(elements: Elements, node: XmlNode, path: string): Record<string, unknown> {
  const found = new Map<string, XmlNode[]>();
  for (const child of node.children) {
    const same = found.get(child.name);
    if (same) same.push(child);
    else found.set(child.name, [child]);
  }
  const value: Record<string, unknown> = {};
  for (const [name, element] of elements) {
    const read = readRepeated(element, found.get(name) ?? [], `${path}/${name}`);
    if (read !== undefined) value[name] = read;
  }
  return value;
}

function readRepeated(element: Element, nodes: readonly XmlNode[], path: string): unknown {
  const values = nodes.map((node) => readElement(element, node, path));
  if (element.occurs === 'many') return values;
  if (element.occurs === 'some') return values.length === 0 ? undefined : values;
  if (element.occurs === 'one' && values.length === 0) throw new NotReadable(path);
  return values[0];
}

function readElement({ kind }: Element, node: XmlNode, path: string): unknown {
  return typeof kind === 'string' ? READ[kind](node, path) : readElements(kind, node, path);
}

const READ: Readonly<Record<Scalar, (node: XmlNode, path: string) => unknown>> = {
  text: (node) => clean(node.text),
  exact: (node) => node.text,
  token: (node) => collapsed(node.text),
  whole: (node, path) => {
    const value = Number(collapsed(node.text));
    if (!Number.isSafeInteger(value)) throw new NotReadable(path);
    return value;
  },
  flag: (node) => ['true', '1'].includes(collapsed(node.text)),
  instant: (node, path) => readInstant(node.text) ?? fail(path),
  day: (node, path) => {
    try {
      // `xs:date` may end with a zone; a day of the calendar has none.
      return civilDate(collapsed(node.text).slice(0, 10));
    } catch {
      throw new NotReadable(path);
    }
  },
  binary: (node) => node.bytes ?? new MemoryBytes(Buffer.from(node.text, 'base64')),
};

const ZONE = /(?:Z|[+-]\d{2}:\d{2})$/u;

/** An `xs:dateTime`; without a zone it speaks of Việt Nam, as the contract says. @returns null when it is no instant we can hold */
export function readInstant(text: string): Date | null {
  const written = collapsed(text);
  const time = Date.parse(ZONE.test(written) ? written : `${written}+07:00`);
  return Number.isNaN(time) ? null : new Date(time);
}

function collapsed(text: string): string {
  return text.replace(/[ \t\r\n]+/gu, ' ').trim();
}

function fail(path: string): never {
  throw new NotReadable(path);
}
