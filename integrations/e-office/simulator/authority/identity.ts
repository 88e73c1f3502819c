import type { webcrypto } from 'node:crypto';
import type { Certificate } from 'pkijs';

/** A holder who can sign: certificate, the certificates above it up to the root, and the private key. */
export interface SigningIdentity {
  /** The certificate's common name: a leader's full name, or the agency's. */
  readonly name: string;
  /** The certificate's serial number, lower-case hex. */
  readonly serial: string;
  readonly certificate: Certificate;
  /** The issuers, root last. */
  readonly chain: readonly Certificate[];
  readonly privateKey: webcrypto.CryptoKey;
}
