import {
  attributeOf,
  childOf,
  childrenOf,
  textOf,
  type UsualPrefixes,
  type XmlElement,
  XmlTree,
} from '../../../files/domain/xml/xml-tree.js';
import { XmlFlaw } from '../../../files/domain/xml/xml-flaw.js';
import type { SignedStretch } from './checked-xml-signature.js';
import type { StrongDigest } from '../certificates/algorithms.js';
import type { RelationshipChoice } from './relationships.js';

const PREFIXES: UsualPrefixes = new Map([
  ['http://www.w3.org/2000/09/xmldsig#', 'ds'],
  ['http://schemas.openxmlformats.org/package/2006/digital-signature', 'opc'],
]);

const DIGESTS: Readonly<Record<string, StrongDigest>> = {
  'http://www.w3.org/2001/04/xmlenc#sha256': 'sha256',
  'http://www.w3.org/2001/04/xmldsig-more#sha384': 'sha384',
  'http://www.w3.org/2001/04/xmlenc#sha512': 'sha512',
};

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/RelationshipTransform';
const CANONICAL = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315';

/** One part of an Office file as its signature names it. */
export interface SignedPart {
  /** Without the leading slash: `word/document.xml`. */
  readonly name: string;
  readonly contentType: string;
  readonly digest: StrongDigest;
  readonly value: Buffer;
  /** For a list of relationships: which of them; null for a part that is signed byte for byte. */
  readonly relationships: RelationshipChoice | null;
}

/** What was signed is not a list of parts that can be followed. */
export class ManifestRefused extends Error {
  constructor(readonly why: 'weak' | 'unknown' | 'missing') {
    super(`manifest refused: ${why}`);
    this.name = 'ManifestRefused';
  }
}

/**
 * The parts that a signature of an Office file covers, read from what was signed and from nowhere else.
 *
 * @throws ManifestRefused
 *
 * Source: ECMA-376, Part 2, 13.2.4 (package-specific object, Manifest).
 */
export function readPackageManifest(stretches: readonly SignedStretch[]): readonly SignedPart[] {
  const manifests = stretches.flatMap(({ text }) => manifestsIn(text));
  const [only, ...others] = manifests;
  if (!only || others.length > 0) throw new ManifestRefused('missing');
  return childrenOf(only)
    .filter(({ name }) => name === 'ds:Reference')
    .map((reference) => signedPart(reference));
}

/** Only those directly in a signed object: what is merely enclosed somewhere is not the signature's own list. */
function manifestsIn(text: string): XmlElement[] {
  try {
    const { root } = XmlTree.read(text, PREFIXES);
    return root.name === 'ds:Object' ? childrenOf(root).filter(({ name }) => name === 'ds:Manifest') : [];
  } catch (error) {
    if (error instanceof XmlFlaw) throw new ManifestRefused('missing');
    throw error;
  }
}

function signedPart(reference: XmlElement): SignedPart {
  const uri = /^\/([^?#]+)\?ContentType=([^&#]+)$/u.exec(attributeOf(reference, 'URI') ?? '');
  const value = childOf(reference, 'ds:DigestValue');
  if (!uri || !value) throw new ManifestRefused('unknown');
  return {
    name: decoded(uri[1] ?? ''),
    contentType: (uri[2] ?? '').toLowerCase(),
    digest: digestOf(attributeOf(childOf(reference, 'ds:DigestMethod'), 'Algorithm') ?? ''),
    value: Buffer.from(textOf(value), 'base64'),
    relationships: choiceOf(childOf(reference, 'ds:Transforms')),
  };
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    throw new ManifestRefused('unknown');
  }
}

function digestOf(algorithm: string): StrongDigest {
  const digest = DIGESTS[algorithm];
  if (digest === undefined) throw new ManifestRefused(algorithm.endsWith('sha1') ? 'weak' : 'unknown');
  return digest;
}

/** Relationships chosen and then brought into canonical form are the only change of a part that is followed. */
function choiceOf(transforms: XmlElement | undefined): RelationshipChoice | null {
  if (!transforms) return null;
  const [choosing, canonical, ...others] = childrenOf(transforms);
  const isKnown =
    attributeOf(choosing, 'Algorithm') === RELATIONSHIPS &&
    attributeOf(canonical, 'Algorithm') === CANONICAL &&
    others.length === 0;
  if (!choosing || !isKnown) throw new ManifestRefused('unknown');
  const said = (name: string, attribute: string): Set<string> =>
    new Set(
      childrenOf(choosing)
        .filter((child) => child.name === name)
        .map((child) => attributeOf(child, attribute) ?? ''),
    );
  return {
    ids: said('opc:RelationshipReference', 'SourceId'),
    types: said('opc:RelationshipsGroupReference', 'SourceType'),
  };
}
