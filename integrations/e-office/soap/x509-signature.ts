/** WS-Security X.509 Token Profile 1.1: Body and Timestamp signed by a key of ours, and verified by a certificate that we chose. */
import { createPrivateKey, randomUUID, X509Certificate } from 'node:crypto';
import { DOMParser } from '@xmldom/xmldom';
import { SignedXml } from 'xml-crypto';
import { sha256Of } from '../../../src/kernel/sha256.js';
import { DIGEST_ALGORITHMS, SIGNATURE_ALGORITHMS } from '../../xml-signatures/algorithms.js';
import { ENVELOPE_NAMESPACE } from './envelope.js';
import { readInstant } from './client/read-wire.js';

const OASIS = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss';
const WSSE = `${OASIS}-wssecurity-secext-1.0.xsd`;
const WSU = `${OASIS}-wssecurity-utility-1.0.xsd`;
const X509 = `${OASIS}-x509-token-profile-1.0#X509v3`;
const BASE64 = `${OASIS}-soap-message-security-1.0#Base64Binary`;
/** WS-Addressing 1.0. */
export const WSA = 'http://www.w3.org/2005/08/addressing';
const DSIG = 'http://www.w3.org/2000/09/xmldsig#';
const RSA_SHA256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';
const SHA256 = 'http://www.w3.org/2001/04/xmlenc#sha256';
const EXCLUSIVE_C14N = 'http://www.w3.org/2001/10/xml-exc-c14n#';

/**
 * Tags of a signed message, and namespaces that it declares: the reader of signatures needs a time that grows with their square. The longest page
 * that answers bring has some 14,000 tags, a call some hundred.
 */
export const MAX_TAGS = { answer: 20_000, call: 1_000 };
/** Body, Timestamp and RelatesTo. */
const MAX_PARTS = 3;

/** A key with its certificate, both in PEM. */
export interface SigningPair {
  readonly key: string;
  readonly cert: string;
}

/** The content covered by a signature, as it was signed. */
interface SignedEnvelope {
  /** An envelope of the Body alone, so that nothing is read that the signature does not cover. */
  readonly xml: string;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  /** The message that this one says it answers (WS-Addressing); null where it says none. */
  readonly relatesTo: string | null;
  /**
   * SHA-256 of what was signed: the same for this message however it is written. The signature value would not do: from one ECDSA signature anybody
   * can make a second one that is valid too.
   */
  readonly fingerprint: string;
}

/** The signature is not accepted. The message says why, and is never sent to the caller. */
export class SignatureRefused extends Error {}

/**
 * The envelope with Body and Timestamp signed (RSA, SHA-256, exclusive C14N), the certificate in a BinarySecurityToken. The envelope has a wsse:Security
 * header with a wsu:Timestamp; ids are made here, and are NCNames.
 *
 * @throws SignatureRefused when the key is not RSA, there is no such header, or more than one Body
 */
export function signEnvelope(xml: string, { key, cert }: SigningPair): string {
  const privateKey = createPrivateKey(key);
  if (privateKey.asymmetricKeyType !== 'rsa') throw new SignatureRefused('the key is not RSA');
  const id = randomUUID();
  const [body, timestamp, token] = [`body-${id}`, `ts-${id}`, `x509-${id}`];
  const named = withToken(withIds(xml, body, timestamp), token, new X509Certificate(cert));
  const signed = new SignedXml({
    privateKey,
    signatureAlgorithm: RSA_SHA256,
    canonicalizationAlgorithm: EXCLUSIVE_C14N,
    idMode: 'wssecurity',
    getKeyInfoContent: () =>
      `<wsse:SecurityTokenReference xmlns:wsse="${WSSE}"><wsse:Reference URI="#${token}" ValueType="${X509}"/></wsse:SecurityTokenReference>`,
  });
  for (const reference of [body, timestamp]) {
    const xpath = `//*[@*[local-name(.)='Id' and namespace-uri(.)='${WSU}']='${reference}']`;
    signed.addReference({ xpath, transforms: [EXCLUSIVE_C14N], digestAlgorithm: SHA256 });
  }
  const security = `//*[local-name(.)='Security' and namespace-uri(.)='${WSSE}']`;
  signed.computeSignature(named, { prefix: 'ds', location: { reference: security, action: 'append' } });
  return signed.getSignedXml();
}

/** One Body and one Timestamp get our ids. */
function withIds(xml: string, body: string, timestamp: string): string {
  const bodies = xml.match(/<(?:[\w-]+:)?Body(?=[\s>])/gu) ?? [];
  const stamps = xml.match(/<wsu:Timestamp(?=[\s>])/gu) ?? [];
  if (bodies.length !== 1 || stamps.length !== 1) throw new SignatureRefused('one Body and one Timestamp are needed');
  return xml
    .replace(/<((?:[\w-]+:)?Body)(?=[\s>])/u, `<$1 xmlns:wsu="${WSU}" wsu:Id="${body}"`)
    .replace(/<wsu:Timestamp(?=[\s>])/u, `<wsu:Timestamp wsu:Id="${timestamp}"`);
}

function withToken(xml: string, id: string, { raw }: X509Certificate): string {
  const token = `<wsse:BinarySecurityToken wsu:Id="${id}" EncodingType="${BASE64}" ValueType="${X509}">${raw.toString('base64')}</wsse:BinarySecurityToken>`;
  return xml.replace(/(<wsse:Security(?=[\s>])[^>]*>)/u, `$1${token}`);
}

/**
 * Verifies an envelope by the one certificate configured for its sender; keys in the message itself are ignored. Exactly one signature, a child of the one
 * Security header, over exactly the Body of the envelope and its Timestamp, and over `wsa:RelatesTo` where there is one. Whether the time is ours is for the
 * caller to say.
 *
 * @throws SignatureRefused for anything less: an element moved aside (wrapping), a second SignedInfo, comments or processing instructions, another key,
 *   another algorithm, something changed since
 */
export function requireSigned(xml: string, cert: string, mostTags = MAX_TAGS.answer): SignedEnvelope {
  if (/<!|<\?/u.test(xml.replace(/^\ufeff?\s*<\?xml\s[^>]*\?>/u, '')))
    throw new SignatureRefused('comments or instructions');
  if (holdsMore(xml, '<', mostTags) || holdsMore(xml, 'xmlns', mostTags)) throw new SignatureRefused('too many tags');
  const envelope = parsed(xml);
  const namespace = envelope.namespaceURI ?? '';
  const header = onlyChild(envelope, namespace, 'Header');
  const security = onlyChild(header, WSSE, 'Security');
  const signature = onlyChild(security, DSIG, 'Signature');
  if (envelope.getElementsByTagNameNS(DSIG, 'Signature').length !== 1) throw new SignatureRefused('several signatures');
  const relatesTo = childrenOf(header, WSA, 'RelatesTo');
  const parts = [onlyChild(envelope, namespace, 'Body'), onlyChild(security, WSU, 'Timestamp'), ...relatesTo];
  const texts = covered(parts, { xml, envelope, reader: readerOf(signature, cert) });
  const [body = '', timestamp = '', related] = texts;
  return {
    ...timeOf(rootOf(timestamp)),
    xml: `<Envelope xmlns="${namespace}">${body}</Envelope>`,
    relatesTo: related === undefined ? null : rootOf(related).textContent.trim(),
    fingerprint: sha256Of(JSON.stringify(texts)),
  };
}

function holdsMore(text: string, mark: string, most: number): boolean {
  return text.split(mark, most + 2).length > most + 1;
}

interface Reading {
  readonly xml: string;
  readonly envelope: Element;
  readonly reader: SignedXml;
}

/** The parts as they were signed. @throws SignatureRefused unless the signature holds, over exactly these */
function covered(parts: readonly Element[], { xml, envelope, reader }: Reading): string[] {
  // Each is digested before the signature itself is checked: without a limit, a sender without a key could cause that much work.
  if (parts.length > MAX_PARTS || reader.getReferences().length !== parts.length)
    throw new SignatureRefused('not exactly Body and Timestamp');
  if (!holds(reader, xml)) throw new SignatureRefused('the signature does not hold');
  const uris = reader.getReferences().map(({ uri }) => uri);
  const texts = reader.getSignedReferences();
  return parts.map((part) => {
    const id = idOf(envelope, part);
    const [found, second] = uris.flatMap((uri, index) => (uri === `#${id}` ? [texts[index]] : []));
    if (found === undefined || second !== undefined)
      throw new SignatureRefused('Body and Timestamp are not both covered');
    return found;
  });
}

function timeOf(timestamp: Element): Pick<SignedEnvelope, 'createdAt' | 'expiresAt'> {
  const createdAt = readInstant(onlyChild(timestamp, WSU, 'Created').textContent);
  const [expires] = childrenOf(timestamp, WSU, 'Expires');
  const expiresAt = expires ? readInstant(expires.textContent) : null;
  if (createdAt === null || (expires && expiresAt === null))
    throw new SignatureRefused('a Timestamp that tells no time');
  return { createdAt, expiresAt };
}

function readerOf(signature: Element, cert: string): SignedXml {
  const info = childrenOf(signature, DSIG, 'SignedInfo');
  if (info.length !== 1 || signature.getElementsByTagNameNS(DSIG, 'SignedInfo').length !== 1) {
    throw new SignatureRefused('several SignedInfo');
  }
  const algorithms = (name: string): string[] =>
    Array.from(signature.getElementsByTagNameNS(DSIG, name)).map((one) => one.getAttribute('Algorithm') ?? '');
  const known =
    algorithms('SignatureMethod').every((one) => one in SIGNATURE_ALGORITHMS) &&
    algorithms('DigestMethod').every((one) => one in DIGEST_ALGORITHMS) &&
    algorithms('Transform').length <= MAX_PARTS &&
    [...algorithms('CanonicalizationMethod'), ...algorithms('Transform')].every((one) => one === EXCLUSIVE_C14N);
  if (!known) throw new SignatureRefused('an algorithm that is not taken');
  const reader = new SignedXml({ publicCert: cert, getCertFromKeyInfo: () => null, idMode: 'wssecurity' });
  reader.HashAlgorithms = { ...DIGEST_ALGORITHMS };
  reader.SignatureAlgorithms = { ...SIGNATURE_ALGORITHMS };
  reader.loadSignature(signature);
  return reader;
}

function holds(reader: SignedXml, xml: string): boolean {
  try {
    return reader.checkSignature(xml);
  } catch {
    return false;
  }
}

/** The id by which a reference may mean this element and no other. */
function idOf(envelope: Element, element: Element): string {
  const id = element.getAttributeNS(WSU, 'Id') ?? '';
  const same = Array.from(envelope.getElementsByTagName('*')).filter((one) =>
    Array.from(one.attributes).some(({ localName, value }) => /^id$/iu.test(localName) && value === id),
  );
  if (id === '' || same.length !== 1) throw new SignatureRefused('ids that do not mean one element');
  return id;
}

function parsed(xml: string): Element {
  const root = rootOf(xml);
  const namespaces: readonly (string | null)[] = Object.values(ENVELOPE_NAMESPACE);
  if (root.localName !== 'Envelope' || !namespaces.includes(root.namespaceURI)) {
    throw new SignatureRefused('no envelope');
  }
  return root;
}

function rootOf(xml: string): Element {
  const complaints: string[] = [];
  const hear = (complaint: string): number => complaints.push(complaint);
  const parser = new DOMParser({ errorHandler: { warning: hear, error: hear, fatalError: hear } });
  const root = (parser.parseFromString(xml, 'text/xml') as Document | undefined)?.documentElement;
  if (complaints.length > 0 || !root) throw new SignatureRefused('not well-formed');
  return root;
}

function childrenOf(parent: Element, namespace: string, name: string): Element[] {
  return Array.from(parent.childNodes).filter(
    (child): child is Element =>
      child.nodeType === 1 && (child as Element).localName === name && (child as Element).namespaceURI === namespace,
  );
}

function onlyChild(parent: Element, namespace: string, name: string): Element {
  const [one, second] = childrenOf(parent, namespace, name);
  if (one === undefined || second !== undefined) throw new SignatureRefused(`not exactly one ${name}`);
  return one;
}
