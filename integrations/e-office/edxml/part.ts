import { clean } from '../../../src/kernel/vietnamese.js';
import type { XmlNode } from '../xml/xml-node.js';
import { printable } from '../xml/xml-writing.js';

export const EDXML_NAMESPACE = 'http://www.mic.gov.vn/TBT/QCVN_102_2016';

/** Text of one line as we keep it: Vietnamese in NFC, printable, white space single. */
export function oneLine(text: string): string {
  return clean(printable(text)).replace(/\s+/gu, ' ').trim();
}

/** Text of several lines as we keep it: NFC, printable, without blanks at line ends or blank lines around. */
export function manyLines(text: string): string {
  return clean(printable(text))
    .replace(/(?<![^\S\n])[^\S\n]+$/gmu, '')
    .trim();
}

/** One element of a message and the way to it; asks for children by local name, in any order and with any prefix. */
export class Part {
  constructor(
    readonly node: XmlNode,
    readonly path: string,
  ) {}

  /** The children of the standard's namespace that have one of the names. */
  all(...names: readonly string[]): readonly Part[] {
    return this.node.children
      .filter((child) => child.namespace === EDXML_NAMESPACE && names.includes(child.name))
      .map((child, index, found) => {
        const ordinal = found.length > 1 ? `[${index + 1}]` : '';
        return new Part(child, `${this.path}/${child.name}${ordinal}`);
      });
  }

  one(...names: readonly string[]): Part | null {
    return this.all(...names)[0] ?? null;
  }

  has(name: string): boolean {
    return this.one(name) !== null;
  }

  /** Text of a child, in one line; empty when there is none. */
  line(name: string): string {
    return oneLine(this.one(name)?.node.text ?? '');
  }

  /** Like `line`, without the key when there is nothing: for optional fields. */
  maybe(name: string): string | undefined {
    const text = this.line(name);
    return text === '' ? undefined : text;
  }

  /** Text of a child, line ends kept. */
  maybeLines(name: string): string | undefined {
    const text = manyLines(this.one(name)?.node.text ?? '');
    return text === '' ? undefined : text;
  }
}

/** Leaves out the keys without a value, so that a comparison treats absent and undefined alike. */
export function present<T extends object>(value: T): T {
  const copy = { ...value };
  for (const key of Object.keys(copy) as (keyof T)[]) if (copy[key] === undefined) Reflect.deleteProperty(copy, key);
  return copy;
}
