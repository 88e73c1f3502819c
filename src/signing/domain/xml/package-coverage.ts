import { createHash } from 'node:crypto';
import { XmlFlaw } from '../../../files/domain/xml/xml-flaw.js';
import { reason, type Reason } from '../verification/reasons.js';
import type { SignedPart } from './package-manifest.js';
import { splitRelationships } from './relationships.js';

/** An Office file as far as its signatures are concerned. */
export interface OpenedPackage {
  /** Every part by its name. */
  readonly parts: ReadonlyMap<string, Buffer>;
  /** The declared type of a part, in small letters. */
  readonly typeOf: (part: string) => string | null;
}

const CONTENT_TYPES = '[Content_Types].xml';
const OWN_FOLDER = '_xmlsignatures/';
const PROPERTIES = 'docProps/';
const RELS = /(?:^|\/)_rels\/[^/]*\.rels$/u;
/** A small picture of the first page, where writers put it beside the properties. */
const THUMBNAIL = /^thumbnail\.(?:jpe?g|png|emf|wmf)$/iu;
const NAMED_AT_MOST = 3;

/** Office leaves these out of what it signs: they change without the document changing, and show nothing on its pages. */
const MAY_STAY_OUT = /\/(?:origin|core-properties|extended-properties|custom-properties|thumbnail)$/u;

/**
 * Compares the parts of an Office file with the signed list.
 *
 * @returns nothing when every part that makes the document is there as it was signed
 *
 * Source: ECMA-376, Part 2, 13 (Digital Signatures).
 */
export function packageReasons({ parts, typeOf }: OpenedPackage, signed: readonly SignedPart[]): Reason[] {
  const changed = signed.filter((one) => !isAsSigned(parts.get(one.name), one, typeOf(one.name)));
  const covered = new Set(signed.map(({ name }) => name));
  const outside = [
    ...[...parts.keys()].filter((name) => !covered.has(name) && !mayStayOut(name, parts.get(name))),
    ...signed.filter((one) => leavesOut(parts.get(one.name), one)).map(({ name }) => name),
  ];
  const isData = (name: string): boolean => isCustomData(name, parts.get(name), signed);
  return [
    ...named(
      'package-part-changed',
      changed.map(({ name }) => name),
    ),
    ...named(
      'package-part-unsigned',
      outside.filter((name) => !isData(name)),
    ),
    ...named(
      'package-data-unsigned',
      outside.filter((name) => isData(name)),
    ),
  ];
}

type PartCode = 'package-part-changed' | 'package-part-unsigned' | 'package-data-unsigned';

function named(code: PartCode, names: readonly string[]): Reason[] {
  if (names.length === 0) return [];
  const more = names.length > NAMED_AT_MOST ? ` và ${String(names.length - NAMED_AT_MOST)} phần khác` : '';
  return [reason(code, `(${names.slice(0, NAMED_AT_MOST).join(', ')}${more})`)];
}

function isAsSigned(part: Buffer | undefined, signed: SignedPart, declared: string | null): boolean {
  if (!part || declared !== signed.contentType) return false;
  const text = signed.relationships ? coveredBy(part, signed) : part;
  return text !== null && createHash(signed.digest).update(text).digest().equals(signed.value);
}

function coveredBy(part: Buffer, { relationships }: SignedPart): string | null {
  try {
    return relationships ? splitRelationships(part.toString('utf8'), relationships).covered : null;
  } catch (error) {
    if (error instanceof XmlFlaw) return null;
    throw error;
  }
}

/** Whether a list of relationships brings in something that nobody signed. */
function leavesOut(part: Buffer | undefined, { relationships }: SignedPart): boolean {
  return part !== undefined && relationships !== null && !isHarmless(part, relationships);
}

function mayStayOut(name: string, part: Buffer | undefined): boolean {
  if (name === CONTENT_TYPES || name.startsWith(OWN_FOLDER) || name.startsWith(PROPERTIES)) return true;
  if (THUMBNAIL.test(name)) return true;
  return RELS.test(name) && part !== undefined && isHarmless(part, { ids: new Set(), types: new Set() });
}

/** What programs keep beside the document, as e-offices do of theirs. Office leaves it out; it may show only where a field of the text is bound to it. */
const CUSTOM_FOLDER = 'customXml/';
const CUSTOM_DATA = /\/(?:customXml|customXmlProps)$/u;

function isCustomData(name: string, part: Buffer | undefined, signed: readonly SignedPart[]): boolean {
  if (!RELS.test(name)) return name.startsWith(CUSTOM_FOLDER);
  const choice = signed.find((one) => one.name === name)?.relationships ?? { ids: new Set(), types: new Set() };
  return part !== undefined && isHarmless(part, choice, (type) => MAY_STAY_OUT.test(type) || CUSTOM_DATA.test(type));
}

function isHarmless(
  rels: Buffer,
  choice: NonNullable<SignedPart['relationships']>,
  isAllowed = (type: string): boolean => MAY_STAY_OUT.test(type),
): boolean {
  try {
    return splitRelationships(rels.toString('utf8'), choice).othersTypes.every((type) => isAllowed(type));
  } catch (error) {
    if (error instanceof XmlFlaw) return false;
    throw error;
  }
}
