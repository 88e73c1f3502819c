import { createHash } from 'node:crypto';

import { readWholeDer } from '../der/der.js';
import { sequenceOf, wholeBits } from '../der/der-values.js';
import type { Certificate } from './certificate.js';
import { ocspAddresses } from './certificate-extensions.js';

/** A question that nobody answered yet: whom to ask about which certificate. */
export interface OcspWish {
  readonly url: string;
  /** DER of the CertID. */
  readonly certId: Uint8Array;
}

export const OCSP_NONCE = '1.3.6.1.5.5.7.48.1.2';

/** The public key of a certificate as OCSP hashes it: without algorithm and unused bits (RFC 6960, 4.1.1). */
export function hashedKey({ fields }: Certificate): Buffer {
  return wholeBits(sequenceOf(readWholeDer(fields.keyInfo))[1]);
}

/** What to ask about a certificate, at each address that it names. */
export function ocspWishes(certificate: Certificate, issuer: Certificate): OcspWish[] {
  const certId = certIdOf(certificate, issuer);
  return ocspAddresses(certificate).map((url) => ({ url, certId }));
}

const SHA1 = Buffer.from('300906052b0e03021a0500', 'hex');

/** SHA-1, as every responder knows it; here the hash only names the issuer, it carries no trust. */
function certIdOf(certificate: Certificate, issuer: Certificate): Buffer {
  const sha1 = (bytes: Buffer): Buffer => element(0x04, createHash('sha1').update(bytes).digest());
  const serial = Buffer.from(certificate.serial, 'hex');
  const isNegative = (serial[0] ?? 0) >= 0x80;
  const number = element(0x02, ...(isNegative ? [Buffer.from([0])] : []), serial);
  return element(0x30, SHA1, sha1(certificate.issuer), sha1(hashedKey(issuer)), number);
}

const NONCE_OID = Buffer.from('06092b0601050507300102', 'hex');

/** An OCSPRequest about one certificate, unsigned (RFC 6960, 4.1.1; nonce as RFC 8954). */
export function ocspRequest(certId: Uint8Array, nonce: Buffer): Buffer {
  const question = element(0x30, element(0x30, Buffer.from(certId)));
  const extension = element(0x30, NONCE_OID, element(0x04, element(0x04, nonce)));
  return element(0x30, element(0x30, question, element(0xa2, element(0x30, extension))));
}

function element(identifier: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const length =
    content.length < 0x80
      ? Buffer.from([content.length])
      : Buffer.from([0x82, content.length >> 8, content.length & 0xff]);
  return Buffer.concat([Buffer.from([identifier]), length, content]);
}
