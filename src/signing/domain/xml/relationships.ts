import { XmlFlaw } from '../../../files/domain/xml/xml-flaw.js';
import { attributeOf, childrenOf, type XmlElement, XmlTree } from '../../../files/domain/xml/xml-tree.js';

const NAMESPACE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** Which relationships of a part a signature covers; nothing said covers none. */
export interface RelationshipChoice {
  readonly ids: ReadonlySet<string>;
  readonly types: ReadonlySet<string>;
}

export interface SplitRelationships {
  /** Canonical XML of those that are covered, ready to be digested. */
  readonly covered: string;
  /** Types of the others. */
  readonly othersTypes: readonly string[];
}

/**
 * The relationships of a part as the Relationships Transform leaves them: only those chosen, by their identifiers, each with its mode said.
 *
 * @throws XmlFlaw
 *
 * Source: ECMA-376, Part 2, 13.2.4.24 (Relationships Transform Algorithm); canonical form of W3C C14N 1.0.
 */
export function splitRelationships(xml: string, { ids, types }: RelationshipChoice): SplitRelationships {
  const { root } = XmlTree.read(xml, new Map([[NAMESPACE, 'r']]));
  const all = childrenOf(root);
  // Programs also look into what only newer ones understand (ECMA-376, Part 3), and find relationships there.
  const isPlain = all.every((one) => one.name === 'r:Relationship' && childrenOf(one).length === 0);
  if (root.name !== 'r:Relationships' || !isPlain) throw new XmlFlaw('xml-not-well-formed');
  const isChosen = (one: XmlElement): boolean => ids.has(valueOf(one, 'Id')) || types.has(valueOf(one, 'Type'));
  const chosen = all.filter((one) => isChosen(one)).toSorted((a, b) => compare(valueOf(a, 'Id'), valueOf(b, 'Id')));
  return {
    covered: `<Relationships xmlns="${NAMESPACE}">${chosen.map((one) => canonical(one)).join('')}</Relationships>`,
    othersTypes: all.filter((one) => !isChosen(one)).map((one) => valueOf(one, 'Type')),
  };
}

function canonical(relationship: XmlElement): string {
  const attributes = new Map(relationship.attributes.map(({ name, value }) => [name, value]));
  if (!attributes.has('TargetMode')) attributes.set('TargetMode', 'Internal');
  const written = [...attributes]
    .toSorted(([a], [b]) => compare(a, b))
    .map(([name, value]) => ` ${name}="${escaped(value)}"`);
  return `<Relationship${written.join('')}></Relationship>`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '"': '&quot;',
  '\t': '&#x9;',
  '\n': '&#xA;',
  '\r': '&#xD;',
};

function escaped(value: string): string {
  return value.replaceAll(/[&<"\t\n\r]/gu, (sign) => ESCAPES[sign] ?? sign);
}

function valueOf(element: XmlElement, name: string): string {
  return attributeOf(element, name) ?? '';
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
