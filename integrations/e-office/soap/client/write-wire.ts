import { randomBytes } from 'node:crypto';
import { HeldBytes, MemoryBytes } from '../../../../src/kernel/held-bytes.js';
import { NAMESPACE } from '../contract.js';
import type { Element, Elements, RecordField, Scalar } from '../shape.js';

/**
 * XML as text in which long bytes are only named. The names are valid base64 and cannot be guessed, so that checks
 * look at kilobytes and no text of a message can pose as one of them.
 */
export interface WireXml {
  readonly xml: string;
  readonly bytesByName: ReadonlyMap<string, HeldBytes>;
}

/** A value that XML or the contract cannot carry. Says where, never what. */
export class NotWritable extends Error {
  constructor(
    readonly path: string,
    reason: string,
  ) {
    super(`${path}: ${reason}`);
    this.name = 'NotWritable';
  }
}

/** What XML 1.0 forbids: control characters, lone surrogates, U+FFFE and U+FFFF. */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;
const REFERENCES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };

/** Below this, base64 stands in the text itself. */
const LONG = 1024;

/**
 * Text between two tags. Everything special is escaped, whatever the text looks like.
 * @throws NotWritable for a character that XML 1.0 forbids
 */
export function escapeText(value: string, path: string): string {
  if (FORBIDDEN.test(value)) throw new NotWritable(path, 'a character that XML does not allow');
  return value.replace(/[&<>\r]/gu, (character) => REFERENCES[character] ?? character);
}

/** How the elements of a contract stand on the wire. */
export interface WireForm {
  readonly namespace: string;
  /** Whether the elements inside a message are of its namespace too, or of none. */
  readonly qualified: boolean;
}

const OUR_FORM: WireForm = { namespace: NAMESPACE, qualified: true };

/**
 * One message of the contract, elements in the order of the schema whatever the order of the object's keys.
 * @throws NotWritable when a value is missing or of the wrong kind, or holds what XML forbids
 */
export function writeMessage<T>(
  name: string,
  shape: RecordField<T>,
  value: T,
  { namespace, qualified }: WireForm = OUR_FORM,
): WireXml {
  const writer = new Writer(qualified ? 'e:' : '');
  writer.elements(shape.kind, value, name);
  return {
    xml: `<e:${name} xmlns:e="${namespace}">${writer.parts.join('')}</e:${name}>`,
    bytesByName: writer.bytesByName,
  };
}

class Writer {
  readonly parts: string[] = [];
  readonly bytesByName = new Map<string, HeldBytes>();

  constructor(private readonly prefix: string) {}

  elements(elements: Elements, value: unknown, path: string): void {
    if (!isRecord(value)) throw new NotWritable(path, 'not an object');
    for (const [name, element] of elements) this.repeated(name, element, value[name], `${path}/${name}`);
  }

  private repeated(name: string, element: Element, value: unknown, path: string): void {
    if (value === undefined && element.occurs !== 'one') return;
    if (element.occurs === 'one' || element.occurs === 'optional') {
      this.element(name, element, value, path);
      return;
    }
    if (!Array.isArray(value)) throw new NotWritable(path, 'not a list');
    for (const item of value) this.element(name, element, item, path);
  }

  private element(name: string, { kind }: Element, value: unknown, path: string): void {
    this.parts.push(`<${this.prefix}${name}>`);
    if (typeof kind === 'string') this.parts.push(this.scalar(kind, value, path));
    else this.elements(kind, value, path);
    this.parts.push(`</${this.prefix}${name}>`);
  }

  private scalar(kind: Scalar, value: unknown, path: string): string {
    const written = kind === 'binary' && value instanceof HeldBytes ? this.binary(value) : WRITE[kind](value, path);
    if (written === null) throw new NotWritable(path, `not a value of kind ${kind}`);
    return written;
  }

  private binary(bytes: HeldBytes): string {
    if (bytes instanceof MemoryBytes && bytes.size < LONG) return bytes.content.toString('base64');
    const name = randomBytes(24).toString('base64');
    this.bytesByName.set(name, bytes);
    return name;
  }
}

const written = (value: unknown, path: string): string | null =>
  typeof value === 'string' ? escapeText(value, path) : null;

const WRITE: Readonly<Record<Scalar, (value: unknown, path: string) => string | null>> = {
  text: written,
  exact: written,
  token: written,
  day: written,
  whole: (value) => (Number.isSafeInteger(value) ? String(value) : null),
  flag: (value) => (typeof value === 'boolean' ? String(value) : null),
  instant: (value) => (value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString() : null),
  binary: () => null,
};

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
