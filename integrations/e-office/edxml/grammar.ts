import { readFileSync } from 'node:fs';
import { RelaxNGValidator, XmlDocument, XmlElement } from 'libxml2-wasm';
import type { ErrorDetail } from 'libxml2-wasm';
import type { FormFinding } from '../../../src/exchange/ports/message-codec.port.js';
import type { ExchangeMessage } from '../../../src/exchange/ports/message.js';
import type { XmlSchema } from '../xml/read-xml.js';
import type { XmlNode } from '../xml/xml-node.js';

type Kind = ExchangeMessage['kind'];

const MAX_OBJECTIONS = 20;
const START: Readonly<Record<Kind, string>> = { document: 'documentMessage', status: 'statusMessage' };
const RNG = { rng: 'http://relaxng.org/ns/structure/1.0' };

const loaded = new Map<Kind, XmlSchema>();

/** The grammar of one kind of message; read from `edxml.rng` once for the life of the process. */
export function grammarOf(kind: Kind): XmlSchema {
  const known = loaded.get(kind);
  if (known !== undefined) return known;
  const fresh = load(kind);
  loaded.set(kind, fresh);
  return fresh;
}

function load(kind: Kind): XmlSchema {
  const grammar = XmlDocument.fromBuffer(readFileSync(new URL('./edxml.rng', import.meta.url)));
  try {
    for (const ref of grammar.find('/rng:grammar/rng:start//rng:ref', RNG)) {
      if (ref instanceof XmlElement && ref.attr('name')?.value !== START[kind]) ref.remove();
    }
    // libxml2 plans to drop RELAX NG; XSD cannot say "in any order", and the version is pinned.
    // oxlint-disable-next-line typescript/no-deprecated
    return RelaxNGValidator.fromDoc(grammar);
  } finally {
    grammar.dispose();
  }
}

/** Each pattern of libxml2's English with what it means to a clerk; the rest of its lines only repeat these from further out. */
const SENTENCES: readonly (readonly [RegExp, (a: string, b: string) => string])[] = [
  [/^Expecting an element (\S+), got nothing/u, (missing) => `Thiếu phần tử ${missing}.`],
  [/^Expecting element (\S+), got (\S+)/u, (wanted, found) => `Cần phần tử ${wanted} nhưng gặp ${found}.`],
  [/^Did not expect element (\S+) there/u, (extra) => `Phần tử ${extra} không có trong quy chuẩn ở vị trí này.`],
  [/^Extra element (\S+) in interleave/u, (extra) => `Phần tử ${extra} thừa, hoặc nội dung của nó sai.`],
  [/^Element \S+ has extra content: (\S+)/u, (extra) => `Nội dung thừa: ${extra}.`],
  [/^(?:Type \S+ doesn't allow value|Error validating )/u, () => 'Giá trị không đúng dạng quy định.'],
  [/^Invalid attribute (\S+)/u, (extra) => `Thuộc tính ${extra} không có trong quy chuẩn.`],
];
const STRAY = 'Phần tử không có trong quy chuẩn, hoặc thừa ở vị trí này.';
const REST = 'Nội dung không theo cấu trúc của quy chuẩn.';

/** What the grammar objects to, said in Vietnamese and placed; the specific objections only, when there are any. */
export function explain(objections: readonly ErrorDetail[], root: XmlNode): readonly FormFinding[] {
  const specific = objections.flatMap((objection, index) => {
    const next = objections[index + 1];
    const stray = strayPlace(objection, next);
    if (stray !== null) return [finding(STRAY, stray, root)];
    const sentence = sentenceFor(objection.message);
    return sentence === null ? [] : [finding(sentence, objection.xpath ?? next?.xpath, root)];
  });
  const first = objections[0];
  const all = specific.length > 0 || first === undefined ? specific : [finding(REST, first.xpath, root)];
  const different = new Map(all.map((one) => [`${one.path ?? ''} ${one.message}`, one]));
  return [...different.values()].slice(0, MAX_OBJECTIONS);
}

/** An element that fits nowhere makes libxml2 miss the ones behind it; where it stopped stands in the next objection. */
function strayPlace({ message, xpath }: ErrorDetail, next: ErrorDetail | undefined): string | null {
  const stopped = message.startsWith('Expecting an element') && next?.message.startsWith('Invalid sequence');
  return stopped && next?.xpath !== undefined && next.xpath !== xpath ? next.xpath : null;
}

function sentenceFor(message: string): string | null {
  for (const [pattern, say] of SENTENCES) {
    const match = pattern.exec(message);
    if (match) return say(match[1] ?? '', match[2] ?? '');
  }
  return null;
}

function finding(sentence: string, xpath: string | undefined, root: XmlNode): FormFinding {
  return { code: 'grammar', path: placeOf(xpath ?? '/*', root), message: `Không khớp QCVN 102: ${sentence}` };
}

/** libxml2 writes `*[3]` for elements of a default namespace: followed through the message to their names. */
function placeOf(xpath: string, root: XmlNode): string {
  const names = [root.name];
  let node: XmlNode | undefined = root;
  for (const step of xpath.split('/').slice(2)) {
    const { name, ordinal } = readStep(step);
    node = node?.children.filter((child) => name === '*' || child.name === name)[(ordinal ?? 1) - 1];
    const several = ordinal !== null && name !== '*' ? `[${ordinal}]` : '';
    names.push(`${node?.name ?? name}${several}`);
  }
  return names.join('/');
}

function readStep(step: string): { readonly name: string; readonly ordinal: number | null } {
  const [, name = '*', ordinal] = /^(?:[^:]*:)?([^[]+)(?:\[(\d+)\])?$/u.exec(step) ?? [];
  return { name, ordinal: ordinal === undefined ? null : Number(ordinal) };
}
