import { X509Certificate } from 'node:crypto';
import { DOMParser } from '@xmldom/xmldom';
import { SignedXml } from 'xml-crypto';
import type { CheckedXmlSignature, XmlSignatureFault } from '../../src/signing/ports/xml-signatures.port.js';
import {
  CANONICALIZATIONS,
  DIGEST_ALGORITHMS,
  SIGNATURE_ALGORITHMS,
  TRANSFORMS,
  WEAK_ALGORITHMS,
} from './algorithms.js';

const DSIG = 'http://www.w3.org/2000/09/xmldsig#';
const MAX_SIGNATURES = 8;
const MAX_CERTIFICATES = 8;

/** What is told of a signature instead of its content. */
class Unbelievable extends Error {
  constructor(readonly fault: XmlSignatureFault) {
    super(fault);
  }
}

/**
 * The signatures of a document, each checked with the key of a certificate that it carries itself; what it covers is handed on as it was
 * signed (`getSignedReferences`), never as it stands in the document.
 *
 * Comments and processing instructions are refused with everything else that one reader passes over and another does not.
 *
 * Source: W3C XML Signature Syntax and Processing 1.1, 3.2 Core Validation.
 */
export function checkXmlSignatures(xml: string): readonly CheckedXmlSignature[] {
  const document = parsed(xml);
  if (document === null) return [{ fault: 'malformed' }];
  const signatures = [...Array.from(document.getElementsByTagNameNS(DSIG, 'Signature'))];
  if (signatures.length === 0) return [];
  if (signatures.length > MAX_SIGNATURES) return [{ fault: 'malformed' }];
  if (isAmbiguous(xml)) return signatures.map(() => ({ fault: 'ambiguous' }));
  return signatures.map((signature) => checked(xml, signature));
}

function parsed(xml: string): Document | null {
  const complaints: string[] = [];
  const hear = (complaint: string): number => complaints.push(complaint);
  const parser = new DOMParser({ errorHandler: { warning: hear, error: hear, fatalError: hear } });
  const document = parser.parseFromString(xml, 'text/xml') as Document | undefined;
  return complaints.length > 0 || !document?.documentElement ? null : document;
}

/** Two well-known attacks hide behind a comment and an instruction; no agency's software needs either. */
function isAmbiguous(xml: string): boolean {
  const body = xml.replace(/^\ufeff?\s*<\?xml\s[^>]*\?>/u, '');
  return /<!|<\?/u.test(body.replaceAll(/<!\[CDATA\[[\s\S]*?\]\]>/gu, ''));
}

function checked(xml: string, signature: Element): CheckedXmlSignature {
  try {
    return sound(xml, signature);
  } catch (error) {
    return { fault: error instanceof Unbelievable ? error.fault : 'malformed' };
  }
}

/** @throws Unbelievable, or whatever xml-crypto throws at what it cannot read */
function sound(xml: string, signature: Element): CheckedXmlSignature {
  requireKnownAlgorithms(signature);
  const certificates = certificatesOf(signature);
  for (const certificate of certificates) {
    const signedXml = readerOf(signature, certificate);
    if (!holds(signedXml, xml)) continue;
    const texts = signedXml.getSignedReferences();
    const references = signedXml.getReferences();
    if (texts.length === 0 || texts.length !== references.length) throw new Unbelievable('malformed');
    const stretches = texts.map((text, index) => ({ uri: references[index]?.uri ?? '', text }));
    return { fault: null, signer: certificate.raw, certificates: certificates.map(({ raw }) => raw), stretches };
  }
  throw new Unbelievable('mismatch');
}

function readerOf(signature: Element, certificate: X509Certificate): SignedXml {
  // The key is the one we choose to try; xml-crypto never takes one out of the message by itself.
  const signedXml = new SignedXml({ publicCert: certificate.toString(), getCertFromKeyInfo: () => null });
  signedXml.HashAlgorithms = { ...DIGEST_ALGORITHMS };
  signedXml.SignatureAlgorithms = { ...SIGNATURE_ALGORITHMS };
  signedXml.loadSignature(signature);
  return signedXml;
}

/** xml-crypto answers false for a digest that differs and throws for a signature value that does. */
function holds(signedXml: SignedXml, xml: string): boolean {
  try {
    return signedXml.checkSignature(xml);
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('invalid signature')) return false;
    throw error;
  }
}

/** @throws Unbelievable `algorithm-weak`, `algorithm-unknown`, `malformed` */
function requireKnownAlgorithms(signature: Element): void {
  const named = (name: string): string[] =>
    Array.from(signature.getElementsByTagNameNS(DSIG, name)).map((one) => one.getAttribute('Algorithm') ?? '');
  const info = childrenNamed(signature, 'SignedInfo');
  if (info.length !== 1 || childrenNamed(signature, 'SignatureValue').length !== 1) throw new Unbelievable('malformed');
  const inInfo = (name: string): string[] =>
    Array.from(info[0]?.getElementsByTagNameNS(DSIG, name) ?? []).map((one) => one.getAttribute('Algorithm') ?? '');
  const used = [...inInfo('DigestMethod'), ...named('SignatureMethod')];
  if (used.some((algorithm) => WEAK_ALGORITHMS.has(algorithm))) throw new Unbelievable('algorithm-weak');
  const isKnown =
    named('SignatureMethod').every((one) => one in SIGNATURE_ALGORITHMS) &&
    named('CanonicalizationMethod').every((one) => CANONICALIZATIONS.has(one)) &&
    inInfo('DigestMethod').every((one) => one in DIGEST_ALGORITHMS) &&
    inInfo('Transform').every((one) => TRANSFORMS.has(one));
  if (!isKnown) throw new Unbelievable('algorithm-unknown');
}

function childrenNamed(element: Element, name: string): Element[] {
  return Array.from(element.childNodes).filter(
    (child): child is Element =>
      child.nodeType === 1 && (child as Element).localName === name && (child as Element).namespaceURI === DSIG,
  );
}

/** @throws Unbelievable `certificate-missing` when none can be read */
function certificatesOf(signature: Element): X509Certificate[] {
  const texts = Array.from(signature.getElementsByTagNameNS(DSIG, 'X509Certificate')).slice(0, MAX_CERTIFICATES);
  const certificates = texts.flatMap((element) => readable(element.textContent));
  if (certificates.length === 0) throw new Unbelievable('certificate-missing');
  return certificates;
}

function readable(base64: string): X509Certificate[] {
  try {
    return [new X509Certificate(Buffer.from(base64, 'base64'))];
  } catch {
    return [];
  }
}
