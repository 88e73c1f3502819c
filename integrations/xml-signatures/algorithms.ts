import { createHash, createPublicKey, verify } from 'node:crypto';
import type { HashAlgorithm, SignatureAlgorithm } from 'xml-crypto';

const XMLENC = 'http://www.w3.org/2001/04/xmlenc#';
const DSIG_MORE = 'http://www.w3.org/2001/04/xmldsig-more#';
const DSIG = 'http://www.w3.org/2000/09/xmldsig#';
const C14N = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315';
const EXCLUSIVE_C14N = 'http://www.w3.org/2001/10/xml-exc-c14n#';

/** Only canonicalizations without comments, so that the signed text is the text that a parser reads. */
export const CANONICALIZATIONS: ReadonlySet<string> = new Set([C14N, EXCLUSIVE_C14N]);
export const TRANSFORMS: ReadonlySet<string> = new Set([...CANONICALIZATIONS, `${DSIG}enveloped-signature`]);

/** Refused: SHA-1 and MD5. xml-crypto by itself would accept SHA-1. */
export const WEAK_ALGORITHMS: ReadonlySet<string> = new Set([
  `${DSIG}sha1`,
  `${DSIG}rsa-sha1`,
  `${DSIG}dsa-sha1`,
  `${DSIG}hmac-sha1`,
  `${DSIG_MORE}md5`,
  `${DSIG_MORE}rsa-md5`,
  `${DSIG_MORE}ecdsa-sha1`,
]);

function digest(name: string, algorithm: 'sha256' | 'sha384' | 'sha512'): new () => HashAlgorithm {
  return class implements HashAlgorithm {
    getAlgorithmName(): string {
      return name;
    }
    getHash(xml: string): string {
      return createHash(algorithm).update(xml, 'utf8').digest('base64');
    }
  };
}

export const DIGEST_ALGORITHMS: Readonly<Record<string, new () => HashAlgorithm>> = {
  [`${XMLENC}sha256`]: digest(`${XMLENC}sha256`, 'sha256'),
  [`${DSIG_MORE}sha384`]: digest(`${DSIG_MORE}sha384`, 'sha384'),
  [`${XMLENC}sha512`]: digest(`${XMLENC}sha512`, 'sha512'),
};

/** Verifies only; xml-crypto also wants a signing method, which is never called. */
function scheme(name: string, algorithm: string, kind: 'rsa' | 'ec'): new () => SignatureAlgorithm {
  return class implements SignatureAlgorithm {
    getAlgorithmName(): string {
      return name;
    }
    getSignature(): string {
      throw new Error(`${name} is only checked here`);
    }
    verifySignature(material: string, certificate: string, signatureValue: string): boolean {
      const key = createPublicKey(certificate);
      if (key.asymmetricKeyType !== kind) return false;
      // XML writes an ECDSA signature as r and s side by side (RFC 4050), not as DER.
      const options = kind === 'ec' ? { key, dsaEncoding: 'ieee-p1363' as const } : key;
      return verify(algorithm, Buffer.from(material, 'utf8'), options, Buffer.from(signatureValue, 'base64'));
    }
  };
}

const HASHES = ['sha256', 'sha384', 'sha512'] as const;

export const SIGNATURE_ALGORITHMS: Readonly<Record<string, new () => SignatureAlgorithm>> = Object.fromEntries(
  HASHES.flatMap((hash) => [
    [`${DSIG_MORE}rsa-${hash}`, scheme(`${DSIG_MORE}rsa-${hash}`, hash, 'rsa')],
    [`${DSIG_MORE}ecdsa-${hash}`, scheme(`${DSIG_MORE}ecdsa-${hash}`, hash, 'ec')],
  ]),
);
