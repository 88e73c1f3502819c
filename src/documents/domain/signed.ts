import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { canonicalJson } from '../../kernel/canonical-json.js';

/** Facts with the agency's own Ed25519 signature over their canonical JSON. */
export type Signed<Facts extends object> = Facts & {
  /** The public key, SPKI DER in base64. */
  readonly key: string;
  /** Base64. */
  readonly signature: string;
};

/** PKCS #8 around the 32 bytes of an Ed25519 key (RFC 8410). */
const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The agency's signing key, made of a secret of any length. */
export function anchorKey(secret: string): KeyObject {
  const seed = createHash('sha256').update(`hoi-am anchor\n${secret}`).digest();
  return createPrivateKey({ key: Buffer.concat([PKCS8_ED25519, seed]), format: 'der', type: 'pkcs8' });
}

export function signedBy<Facts extends object>(facts: Facts, key: KeyObject): Signed<Facts> {
  const signature = sign(null, Buffer.from(canonicalJson(facts)), key).toString('base64');
  return { ...facts, key: publicKeyOf(key), signature };
}

/** Whether the facts were signed by the key that they name. Whose key that is, the reader must know: see `key`. */
export function isSigned<Facts extends object>({ key, signature, ...facts }: Signed<Facts>): boolean {
  try {
    const publicKey = createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' });
    return verify(null, Buffer.from(canonicalJson(facts)), publicKey, Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}

export function publicKeyOf(key: KeyObject): string {
  return createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64');
}
