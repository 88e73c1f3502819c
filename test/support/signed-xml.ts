import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Holder } from './test-authority/certificates.js';

const DSIG = 'http://www.w3.org/2000/09/xmldsig#';
const MORE = 'http://www.w3.org/2001/04/xmldsig-more#';
export const SHA256 = 'http://www.w3.org/2001/04/xmlenc#sha256';
export const SHA384 = `${MORE}sha384`;
export const SHA1 = `${DSIG}sha1`;
export const C14N = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315';
export const EXCLUSIVE_C14N = 'http://www.w3.org/2001/10/xml-exc-c14n#';
export const ENVELOPED = `${DSIG}enveloped-signature`;
export const RSA_SHA256 = `${MORE}rsa-sha256`;
export const RSA_SHA1 = `${DSIG}rsa-sha1`;
export const ECDSA_SHA256 = `${MORE}ecdsa-sha256`;
export const ECDSA_SHA384 = `${MORE}ecdsa-sha384`;

export interface XmlReference {
  readonly uri: string;
  readonly transforms?: readonly string[];
  readonly digest?: string;
  readonly type?: string;
}

export interface XmlSignatureWish {
  readonly references: readonly XmlReference[];
  readonly method?: string;
  readonly canonical?: string;
  readonly id?: string;
  /** `ds:Object` elements, whole. */
  readonly objects?: string;
}

/** A signature that waits for its values. */
export function signatureTemplate({ references, method = RSA_SHA256, ...wish }: XmlSignatureWish): string {
  const { canonical = C14N, id, objects = '' } = wish;
  const listed = references.map(({ uri, transforms = [], digest = SHA256, type }) => {
    const steps = transforms.map((algorithm) => `<Transform Algorithm="${algorithm}"/>`).join('');
    const through = steps === '' ? '' : `<Transforms>${steps}</Transforms>`;
    const kind = type === undefined ? '' : ` Type="${type}"`;
    return `<Reference${kind} URI="${uri}">${through}<DigestMethod Algorithm="${digest}"/><DigestValue></DigestValue></Reference>`;
  });
  const named = id === undefined ? '' : ` Id="${id}"`;
  return `<Signature xmlns="${DSIG}"${named}><SignedInfo><CanonicalizationMethod Algorithm="${canonical}"/><SignatureMethod Algorithm="${method}"/>${listed.join('')}</SignedInfo><SignatureValue></SignatureValue><KeyInfo><X509Data/></KeyInfo>${objects}</Signature>`;
}

/**
 * Lets xmlsec, which is not ours, fill in the signature that waits in the document.
 *
 * @param chain certificates between the signer's and the root, which travel with the signature
 */
export function signedByXmlsec(xml: string, signer: Holder, chain: readonly Holder[] = []): string {
  const directory = mkdtempSync(join(tmpdir(), 'hoi-am-xmlsec-'));
  const write = (name: string, content: string): string => {
    const path = join(directory, name);
    writeFileSync(path, content);
    return path;
  };
  try {
    const key = write('key.pem', signer.key.export({ type: 'pkcs8', format: 'pem' }).toString());
    const certificates = [signer, ...chain].map(({ der }, index) => write(`${index}.pem`, pemOf(der)));
    const document = write('document.xml', xml);
    const output = join(directory, 'signed.xml');
    const made = spawnSync(
      'xmlsec1',
      [
        '--sign',
        '--ignore-manifests',
        '--output',
        output,
        '--privkey-pem',
        [key, ...certificates].join(','),
        '--id-attr:Id',
        'Object',
        '--id-attr:Id',
        'SignedProperties',
        document,
      ],
      { encoding: 'utf8' },
    );
    if (made.status !== 0) throw new Error(`xmlsec1 did not sign: ${made.error?.message ?? made.stderr}`);
    return readFileSync(output, 'utf8');
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function pemOf(der: Buffer): string {
  // No empty line before the end, as a last line of exactly 64 would leave: OpenSSL takes that for a broken file.
  const lines = der.toString('base64').match(/.{1,64}/gu) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}
