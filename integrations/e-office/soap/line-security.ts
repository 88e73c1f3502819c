import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { Agent as SecureAgent } from 'node:https';
import { isIP } from 'node:net';
import { createSecureContext } from 'node:tls';
import type { SecureContextOptions } from 'node:tls';
import { GuardedAddresses } from '../../guarded-addresses.js';
import type { Lookup } from '../../guarded-addresses.js';
import type { SigningPair } from './x509-signature.js';

/** Paths of the files that secure a line, all in PEM but `pfx`. */
export interface LineFiles {
  /** Authorities by which the server's certificate is verified, in place of the system's. */
  readonly ca?: string;
  /** Our certificate with its chain, and its key: by them the server knows us. */
  readonly cert?: string;
  readonly key?: string;
  /** Certificate and key in one file (PKCS #12), in place of `cert` and `key`. */
  readonly pfx?: string;
  /** Of the key or of the PFX. */
  readonly passphrase?: string;
  /** Of the signatures that our messages carry: RSA. */
  readonly signingCert?: string;
  readonly signingKey?: string;
  /** Of the e-office's signatures, on its answers and on its callbacks. */
  readonly peerCert?: string;
}

/** What a line to an e-office is secured by. */
export interface LineSecurity {
  /** Hosts that may be called, with their port where it is not the usual; left out: whichever the endpoint names. */
  readonly hosts?: readonly string[];
  readonly tls?: SecureContextOptions;
  /** What our messages are signed with; left out, they are not. */
  readonly signing?: SigningPair;
  /** The certificate (PEM) that every answer must be signed by; left out, signatures are not looked at. */
  readonly peerCert?: string;
}

/** A file of the line cannot be used; the sentence, in Vietnamese, says which and is for administrators. */
export class LineSecurityError extends Error {}

/** @throws LineSecurityError when a file cannot be read, or certificate, key and passphrase do not fit together */
export function readLineFiles({ ca, cert, key, pfx, passphrase }: LineFiles): SecureContextOptions {
  if ((cert === undefined) !== (key === undefined)) {
    throw new LineSecurityError('cần cả chứng thư và khóa của phía gọi');
  }
  const tls = {
    ...(ca === undefined ? {} : { ca: contentOf(ca) }),
    ...(cert === undefined ? {} : { cert: contentOf(cert) }),
    ...(key === undefined ? {} : { key: contentOf(key) }),
    ...(pfx === undefined ? {} : { pfx: contentOf(pfx) }),
    ...(passphrase === undefined ? {} : { passphrase }),
  };
  try {
    createSecureContext(tls);
  } catch (error) {
    throw new LineSecurityError('chứng thư, khóa và mật khẩu không khớp nhau hoặc tệp bị hỏng', { cause: error });
  }
  return tls;
}

/** @throws LineSecurityError when a file cannot be used */
export function readLineSecurity(hosts: readonly string[], files: LineFiles): LineSecurity {
  const { signingCert, signingKey, peerCert } = files;
  if ((signingCert === undefined) !== (signingKey === undefined)) {
    throw new LineSecurityError('cần cả chứng thư và khóa để ký thông điệp');
  }
  const pair = signingCert === undefined || signingKey === undefined ? null : [signingCert, signingKey];
  const [cert, key] = pair?.map((path) => contentOf(path).toString('utf8')) ?? [];
  return {
    hosts,
    tls: readLineFiles(files),
    ...(cert === undefined || key === undefined ? {} : { signing: requireSigner({ cert, key }) }),
    ...(peerCert === undefined ? {} : { peerCert: readPeerCertificate(peerCert) }),
  };
}

/** @throws LineSecurityError when the file holds no certificate */
export function readPeerCertificate(path: string): string {
  const text = contentOf(path).toString('utf8');
  try {
    new X509Certificate(text);
    return text;
  } catch (error) {
    throw new LineSecurityError(`tệp ${path} không chứa chứng thư PEM`, { cause: error });
  }
}

function requireSigner(pair: SigningPair): SigningPair {
  try {
    const key = createPrivateKey(pair.key);
    if (key.asymmetricKeyType === 'rsa' && new X509Certificate(pair.cert).checkPrivateKey(key)) return pair;
  } catch (error) {
    throw new LineSecurityError('chứng thư hoặc khóa để ký thông điệp bị hỏng', { cause: error });
  }
  throw new LineSecurityError('khóa để ký thông điệp phải là RSA và của chính chứng thư đã khai');
}

/**
 * Connections to one endpoint and nowhere else: a listed host, an address that was looked up and checked once, TLS 1.2
 * or later, the server's certificate and name always verified, whatever the environment says.
 *
 * @throws TypeError when the endpoint's host is not listed, or stands for this machine's links or groups
 */
export function agentFor(endpoint: URL, parallelCalls: number, { hosts, tls }: LineSecurity = {}): Agent {
  if (hosts !== undefined && !hosts.includes(endpoint.host))
    throw new TypeError(`The host ${endpoint.host} is not listed`);
  const name = endpoint.hostname.replace(/^\[|\]$/gu, '');
  if (isIP(name) !== 0 && !GuardedAddresses.ofServer(name).mayCall(name))
    throw new TypeError(`No server stands at ${name}`);
  const pool = { keepAlive: true, maxSockets: parallelCalls, lookup: lookupFor(name) };
  if (endpoint.protocol !== 'https:') return new Agent(pool);
  return new SecureAgent({ ...pool, ...tls, minVersion: 'TLSv1.2', rejectUnauthorized: true });
}

/** What the endpoint's host stands for; never this machine or its links under another's name. */
export function lookupFor(name: string): Lookup {
  return GuardedAddresses.ofServer(name).lookup(
    (address) => new Error(`${name} stands for ${address}, where no server is`),
  );
}

function contentOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new LineSecurityError(`không đọc được tệp ${path}`, { cause: error });
  }
}
