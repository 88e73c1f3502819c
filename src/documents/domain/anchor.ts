import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { canonicalJson } from '../../kernel/canonical-json.js';
import type { Book } from './register.js';

/** Where the journal and every register stood at one moment; kept outside of the database, it shows that what it names was not taken back. */
export interface Anchor {
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Code of the agency whose registers these are. */
  readonly agency: string;
  readonly journal: { readonly seq: number; readonly hash: string };
  readonly registers: readonly {
    readonly book: Book;
    readonly year: number;
    readonly seq: number;
    readonly hash: string;
  }[];
}

/** How a file is called that holds one. */
export const ANCHOR_FILE = /^moc-.*\.json$/u;

/** An anchor with the house's own Ed25519 signature over its canonical JSON. */
export interface SignedAnchor extends Anchor {
  /** The public key, SPKI DER in base64. */
  readonly key: string;
  /** Base64. */
  readonly signature: string;
}

/** PKCS #8 around the 32 bytes of an Ed25519 key (RFC 8410). */
const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The house's signing key, made of a secret of any length. */
export function anchorKey(secret: string): KeyObject {
  const seed = createHash('sha256').update(`hoi-am anchor\n${secret}`).digest();
  return createPrivateKey({ key: Buffer.concat([PKCS8_ED25519, seed]), format: 'der', type: 'pkcs8' });
}

export function signAnchor(anchor: Anchor, key: KeyObject): SignedAnchor {
  const signature = sign(null, Buffer.from(canonicalJson(anchor)), key).toString('base64');
  return { ...anchor, key: publicKeyOf(key), signature };
}

/** Whether the anchor was signed by the key that it names. Whose key that is, the reader must know: see `key`. */
export function isSigned({ key, signature, ...anchor }: SignedAnchor): boolean {
  try {
    const publicKey = createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' });
    return verify(null, Buffer.from(canonicalJson(anchor)), publicKey, Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}

export function publicKeyOf(key: KeyObject): string {
  return createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64');
}
