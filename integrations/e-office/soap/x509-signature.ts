/** WS-Security X.509 Token Profile 1.1: Body and Timestamp signed by a key of ours, and verified by a certificate that we chose. */
import { createPrivateKey, randomUUID, X509Certificate } from 'node:crypto';
import { DOMParser } from '@xmldom/xmldom';
import { SignedXml } from 'xml-crypto';
import { DIGESTS, SCHEMES } from '../../xml-signatures/algorithms.js';
import { ENVELOPE_NAMESPACE } from './envelope.js';

const OASIS = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss';
const WSSE = `${OASIS}-wssecurity-secext-1.0.xsd`;
const WSU = `${OASIS}-wssecurity-utility-1.0.xsd`;
const X509 = `${OASIS}-x509-token-profile-1.0#X509v3`;
const BASE64 = `${OASIS}-soap-message-security-1.0#Base64Binary`;
const DSIG = 'http://www.w3.org/2000/09/xmldsig#';
const RSA_SHA256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';
const SHA256 = 'http://www.w3.org/2001/04/xmlenc#sha256';
const EXCLUSIVE_C14N = 'http://www.w3.org/2001/10/xml-exc-c14n#';

/** A key with its certificate, both in PEM. */
export interface SigningPair {
  readonly key: string;
  readonly cert: string;
}

/** A message whose signature proves nothing; the word says why, and goes into no answer. */
export class SignatureRefused extends Error {}

/**
 * The envelope with Body and Timestamp signed (RSA, SHA-256, exclusive C14N), the certificate in a BinarySecurityToken. The
 * envelope has a wsse:Security header with a wsu:Timestamp; ids are made here, and are NCNames.
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
 * Holds an envelope to the one certificate that its sender is known by; what the message itself says of keys counts for nothing.
 * Exactly one signature, a child of the one Security header, over exactly the Body of the envelope and its Timestamp.
 *
 * @returns an envelope of the Body alone, as it was signed: whoever reads it reads nothing that is not covered
 * @throws SignatureRefused for anything less: an element moved aside (wrapping), a second SignedInfo, comments or
 *   processing instructions, another key, another algorithm, something changed since
 */
export function requireSigned(xml: string, cert: string): string {
  if (/<!|<\?/u.test(xml.replace(/^\ufeff?\s*<\?xml\s[^>]*\?>/u, '')))
    throw new SignatureRefused('comments or instructions');
  const envelope = parsed(xml);
  const security = onlyChild(onlyChild(envelope, envelope.namespaceURI ?? '', 'Header'), WSSE, 'Security');
  const signature = onlyChild(security, DSIG, 'Signature');
  if (envelope.getElementsByTagNameNS(DSIG, 'Signature').length !== 1) throw new SignatureRefused('several signatures');
  const reader = readerOf(signature, cert);
  // Each is digested before the signature itself is looked at: more of them would be work for whoever has no key.
  if (reader.getReferences().length !== 2) throw new SignatureRefused('not exactly Body and Timestamp');
  if (!holds(reader, xml)) throw new SignatureRefused('the signature does not hold');
  const uris = reader.getReferences().map(({ uri }) => uri);
  const texts = reader.getSignedReferences();
  const textOf = (element: Element): string => {
    const [found, second] = uris.flatMap((uri, index) => (uri === `#${idOf(envelope, element)}` ? [texts[index]] : []));
    if (found === undefined || second !== undefined)
      throw new SignatureRefused('Body and Timestamp are not both covered');
    return found;
  };
  textOf(onlyChild(security, WSU, 'Timestamp'));
  const body = textOf(onlyChild(envelope, envelope.namespaceURI ?? '', 'Body'));
  return `<Envelope xmlns="${envelope.namespaceURI ?? ''}">${body}</Envelope>`;
}

function readerOf(signature: Element, cert: string): SignedXml {
  const info = childrenOf(signature, DSIG, 'SignedInfo');
  if (info.length !== 1 || signature.getElementsByTagNameNS(DSIG, 'SignedInfo').length !== 1) {
    throw new SignatureRefused('several SignedInfo');
  }
  const algorithms = (name: string): string[] =>
    Array.from(signature.getElementsByTagNameNS(DSIG, name)).map((one) => one.getAttribute('Algorithm') ?? '');
  const known =
    algorithms('SignatureMethod').every((one) => one in SCHEMES) &&
    algorithms('DigestMethod').every((one) => one in DIGESTS) &&
    algorithms('Transform').length <= 2 &&
    [...algorithms('CanonicalizationMethod'), ...algorithms('Transform')].every((one) => one === EXCLUSIVE_C14N);
  if (!known) throw new SignatureRefused('an algorithm that is not taken');
  const reader = new SignedXml({ publicCert: cert, getCertFromKeyInfo: () => null, idMode: 'wssecurity' });
  reader.HashAlgorithms = { ...DIGESTS };
  reader.SignatureAlgorithms = { ...SCHEMES };
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
  const complaints: string[] = [];
  const hear = (complaint: string): number => complaints.push(complaint);
  const parser = new DOMParser({ errorHandler: { warning: hear, error: hear, fatalError: hear } });
  const root = (parser.parseFromString(xml, 'text/xml') as Document | undefined)?.documentElement;
  const namespaces: readonly (string | null)[] = Object.values(ENVELOPE_NAMESPACE);
  if (complaints.length > 0 || root?.localName !== 'Envelope' || !namespaces.includes(root.namespaceURI)) {
    throw new SignatureRefused('no envelope');
  }
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
