import { ObjectIdentifier, OctetString, Sequence } from 'asn1js';
import { createHash } from 'node:crypto';
import {
  Attribute,
  ContentInfo,
  EncapsulatedContentInfo,
  GeneralName,
  GeneralNames,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs';
import type { SigningIdentity } from '../authority/identity.js';
import { rsaEngine } from '../authority/rsa-engine.js';

const DATA = '1.2.840.113549.1.7.1';
const SIGNED_DATA = '1.2.840.113549.1.7.2';
const CONTENT_TYPE = '1.2.840.113549.1.9.3';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47';
const SIGNED_ATTRIBUTES = 0;

/** What ESSCertIDv2 means where it names no other. */
const CERTIFICATE_HASH = 'SHA-256';

/**
 * A detached CAdES signature of the level that PAdES calls B-B: content type, digest and signing certificate are signed, the
 * whole chain is embedded. The time is not in it: PAdES states it in the signature dictionary.
 *
 * @param content the bytes that the signature covers
 * @returns CMS, DER. Source: ETSI EN 319 142-1, 5.3 and 6.3; RFC 5035
 */
export async function signDetached(content: Uint8Array, identity: SigningIdentity): Promise<Buffer> {
  const { certificate, chain, privateKey } = identity;
  const hash = hashOf(privateKey);
  const signer = new SignerInfo({
    version: 1,
    sid: new IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
    signedAttrs: new SignedAndUnsignedAttributes({
      type: SIGNED_ATTRIBUTES,
      attributes: inDerOrder([
        new Attribute({ type: CONTENT_TYPE, values: [new ObjectIdentifier({ value: DATA })] }),
        new Attribute({ type: MESSAGE_DIGEST, values: [new OctetString({ valueHex: digest(content, hash) })] }),
        new Attribute({ type: SIGNING_CERTIFICATE_V2, values: [signingCertificate(identity)] }),
      ]),
    }),
  });
  const signed = new SignedData({
    version: 1,
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: DATA }),
    signerInfos: [signer],
    certificates: [certificate, ...chain],
  });
  await signed.sign(privateKey, 0, hash, undefined, rsaEngine);
  const envelope = new ContentInfo({ contentType: SIGNED_DATA, content: signed.toSchema(true) });
  return Buffer.from(envelope.toSchema().toBER());
}

/** Which certificate signs, by digest and by issuer and number, so that no other can be put in its place. */
function signingCertificate({ certificate }: SigningIdentity): Sequence {
  const issuer = new GeneralNames({ names: [new GeneralName({ type: 4, value: certificate.issuer })] });
  const issuerSerial = new Sequence({ value: [issuer.toSchema(), certificate.serialNumber] });
  const bytes = new Uint8Array(certificate.toSchema(true).toBER());
  const identifier = new Sequence({
    value: [new OctetString({ valueHex: digest(bytes, CERTIFICATE_HASH) }), issuerSerial],
  });
  return new Sequence({ value: [new Sequence({ value: [identifier] })] });
}

/** Signed attributes are a SET OF, which DER orders by their bytes. */
function inDerOrder(attributes: readonly Attribute[]): Attribute[] {
  const bytes = (attribute: Attribute): Buffer => Buffer.from(attribute.toSchema().toBER());
  return attributes.toSorted((a, b) => Buffer.compare(bytes(a), bytes(b)));
}

/** The hash that the key was made for. */
function hashOf({ algorithm }: SigningIdentity['privateKey']): string {
  const hash: unknown = Reflect.get(algorithm, 'hash');
  const isNamed = typeof hash === 'object' && hash !== null && 'name' in hash;
  return isNamed ? String(hash.name) : CERTIFICATE_HASH;
}

function digest(content: Uint8Array, hash: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash(hash.replace('-', '')).update(content).digest());
}
