/** WS-Security UsernameToken Profile 1.0: made for our calls, read from others'. */
import { createHash, randomBytes } from 'node:crypto';
import type { XmlNode } from '../../xml/xml-node.js';
import { readInstant } from '../client/read-wire.js';
import { SoapRefusal } from './soap-refusal.js';
import { escapeText } from '../client/write-wire.js';

const OASIS = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss';
const WSSE = `${OASIS}-wssecurity-secext-1.0.xsd`;
const WSU = `${OASIS}-wssecurity-utility-1.0.xsd`;
const DIGEST = `${OASIS}-username-token-profile-1.0#PasswordDigest`;
const TEXT = `${OASIS}-username-token-profile-1.0#PasswordText`;
const BASE64 = `${OASIS}-soap-message-security-1.0#Base64Binary`;

/** How long our own messages say they are good for, in seconds. */
const LIFETIME = 300;

export interface UsernameToken {
  readonly username: string;
  readonly password: { readonly kind: 'digest' | 'text'; readonly value: string };
  /** As written, because the digest is over the text. */
  readonly created: string;
  readonly createdAt: Date;
  readonly nonce: Buffer | null;
  readonly expiresAt: Date | null;
}

/** The digest of the profile: SHA-1, fixed by the standard, over a nonce that is never used twice. */
export function passwordDigest(nonce: Buffer, created: string, password: string): string {
  return createHash('sha1').update(nonce).update(created, 'utf8').update(password, 'utf8').digest('base64');
}

/** The header block of one call: fresh nonce, the password only as digest. */
export function securityHeader(username: string, password: string, now: Date): string {
  const nonce = randomBytes(16);
  const created = now.toISOString();
  const expires = new Date(now.getTime() + LIFETIME * 1000).toISOString();
  return (
    `<wsse:Security xmlns:wsse="${WSSE}" xmlns:wsu="${WSU}">` +
    `<wsu:Timestamp><wsu:Created>${created}</wsu:Created><wsu:Expires>${expires}</wsu:Expires></wsu:Timestamp>` +
    `<wsse:UsernameToken><wsse:Username>${escapeText(username, 'Username')}</wsse:Username>` +
    `<wsse:Password Type="${DIGEST}">${passwordDigest(nonce, created, password)}</wsse:Password>` +
    `<wsse:Nonce EncodingType="${BASE64}">${nonce.toString('base64')}</wsse:Nonce>` +
    `<wsu:Created>${created}</wsu:Created></wsse:UsernameToken></wsse:Security>`
  );
}

/** Whether we know what the header block asks of us. */
export function isSecurityHeader(block: XmlNode): boolean {
  return block.name === 'Security' && block.namespace === WSSE;
}

/** @throws SoapRefusal `EO-AUTH` unless there is exactly one complete token */
export function readUsernameToken(headers: readonly XmlNode[]): UsernameToken {
  const security = only(headers.filter(isSecurityHeader), 'wsse:Security');
  const token = child(security, WSSE, 'UsernameToken');
  const timestamp = security.children.find((node) => node.name === 'Timestamp' && node.namespace === WSU);
  const created = (valueOf(token, WSU, 'Created') ?? valueOf(timestamp, WSU, 'Created') ?? '').trim();
  const createdAt = readInstant(created);
  if (createdAt === null) throw incomplete('wsu:Created');
  const password = child(token, WSSE, 'Password');
  const nonce = valueOf(token, WSSE, 'Nonce');
  return {
    username: child(token, WSSE, 'Username').text,
    password: { kind: passwordKind(password), value: password.text },
    created,
    createdAt,
    nonce: nonce === undefined ? null : Buffer.from(nonce, 'base64'),
    expiresAt: readInstant(valueOf(timestamp, WSU, 'Expires') ?? ''),
  };
}

function passwordKind(password: XmlNode): 'digest' | 'text' {
  const type = password.attributes.get('Type') ?? TEXT;
  if (type === DIGEST) return 'digest';
  if (type === TEXT) return 'text';
  throw new SoapRefusal('EO-AUTH', 'Kiểu mật khẩu trong WS-Security không được hỗ trợ.');
}

function child(parent: XmlNode, namespace: string, name: string): XmlNode {
  return only(
    parent.children.filter((node) => node.name === name && node.namespace === namespace),
    name,
  );
}

function valueOf(parent: XmlNode | undefined, namespace: string, name: string): string | undefined {
  return parent?.children.find((node) => node.name === name && node.namespace === namespace)?.text;
}

function only(nodes: readonly XmlNode[], name: string): XmlNode {
  const [node, second] = nodes;
  if (node === undefined || second !== undefined) throw incomplete(name);
  return node;
}

function incomplete(name: string): SoapRefusal {
  return new SoapRefusal('EO-AUTH', `Phần đầu WS-Security thiếu hoặc lặp phần tử ${name}.`);
}
