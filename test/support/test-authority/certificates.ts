import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

import {
  bits,
  boolean,
  element,
  explicit,
  implicit,
  integer,
  nothing,
  octets,
  oid,
  sequence,
  set,
  time,
  utf8,
} from './der-writer.js';

export type Digest = 'sha1' | 'sha256' | 'sha384' | 'sha512';

/** Holder of a key and of the certificate that says so. */
export interface Holder {
  readonly name: Buffer;
  readonly issuerName: Buffer;
  readonly serial: number;
  readonly key: KeyObject;
  readonly spki: Buffer;
  readonly der: Buffer;
}

const RSA: Readonly<Record<Digest, string>> = {
  sha1: '1.2.840.113549.1.1.5',
  sha256: '1.2.840.113549.1.1.11',
  sha384: '1.2.840.113549.1.1.12',
  sha512: '1.2.840.113549.1.1.13',
};
const ECDSA: Readonly<Record<Digest, string>> = {
  sha1: '1.2.840.10045.4.1',
  sha256: '1.2.840.10045.4.3.2',
  sha384: '1.2.840.10045.4.3.3',
  sha512: '1.2.840.10045.4.3.4',
};

export function signatureAlgorithm(key: KeyObject, digest: Digest): Buffer {
  return key.asymmetricKeyType === 'ec' ? sequence(oid(ECDSA[digest])) : sequence(oid(RSA[digest]), nothing());
}

export type KeyKind = 'P-256' | 'P-384' | 'P-521' | 'P-224' | 'secp256k1' | 'RSA-2048' | 'RSA-1024';
const keys = new Map<string, { readonly key: KeyObject; readonly spki: Buffer }>();

/** A key of some kind; the same one for the same label, because making RSA keys takes long. */
export function keyOf(kind: KeyKind, label: string): { readonly key: KeyObject; readonly spki: Buffer } {
  const known = keys.get(`${kind} ${label}`);
  if (known) return known;
  const pair = kind.startsWith('RSA')
    ? generateKeyPairSync('rsa', { modulusLength: Number(kind.slice(4)) })
    : generateKeyPairSync('ec', { namedCurve: kind === 'P-224' ? 'secp224r1' : kind });
  const made = { key: pair.privateKey, spki: pair.publicKey.export({ type: 'spki', format: 'der' }) };
  keys.set(`${kind} ${label}`, made);
  return made;
}

export function nameOf(commonName: string, extra: Readonly<Record<string, string>> = {}): Buffer {
  const parts = { '2.5.4.10': 'Cơ quan thử nghiệm', ...extra, '2.5.4.3': commonName };
  return sequence(...Object.entries(parts).map(([type, text]) => set(sequence(oid(type), utf8(text)))));
}

export interface CertificateWish {
  readonly name: Buffer;
  readonly issuer?: Holder;
  readonly kind?: KeyKind;
  readonly label?: string;
  readonly notBefore?: Date;
  readonly notAfter?: Date;
  readonly digest?: Digest;
  readonly extensions?: readonly Buffer[];
}

/** Counts on from spec to spec: holders that a module made once must not share serial and key with one that a later spec makes. Three bytes each. */
let lastSerial = 100_000;
export const FROM = new Date('2025-01-01T00:00:00Z');
export const UNTIL = new Date('2030-01-01T00:00:00Z');

/** Issues a certificate; without an issuer it signs itself. */
export function issue(wish: CertificateWish): Holder {
  const serial = (lastSerial += 1);
  const { key, spki } = keyOf(wish.kind ?? 'P-256', wish.label ?? `holder ${serial}`);
  const signingKey = wish.issuer?.key ?? key;
  const algorithm = signatureAlgorithm(signingKey, wish.digest ?? 'sha256');
  const body = sequence(
    explicit(0, integer(2)),
    integer(serial),
    algorithm,
    wish.issuer?.name ?? wish.name,
    sequence(time(wish.notBefore ?? FROM), time(wish.notAfter ?? UNTIL)),
    wish.name,
    spki,
    explicit(3, sequence(...(wish.extensions ?? []))),
  );
  const signature = sign(wish.digest ?? 'sha256', body, signingKey);
  const issuerName = wish.issuer?.name ?? wish.name;
  return { name: wish.name, issuerName, serial, key, spki, der: sequence(body, algorithm, bits(signature)) };
}

export function extension(type: string, value: Buffer, isCritical = false): Buffer {
  return sequence(oid(type), ...(isCritical ? [boolean(true)] : []), octets(value));
}

export const authorityExtension = (pathLength?: number): Buffer =>
  extension('2.5.29.19', sequence(boolean(true), ...(pathLength === undefined ? [] : [integer(pathLength)])), true);

const USES = { digitalSignature: 0, nonRepudiation: 1, keyEncipherment: 2, keyCertSign: 5, cRLSign: 6 } as const;

export function keyUsage(...uses: readonly (keyof typeof USES)[]): Buffer {
  const byte = uses.reduce((value, use) => value | (0x80 >> USES[use]), 0);
  return extension('2.5.29.15', bits(Buffer.from([byte])), true);
}

export const purposes = (isCritical: boolean, ...oids: readonly string[]): Buffer =>
  extension('2.5.29.37', sequence(...oids.map((one) => oid(one))), isCritical);

export const crlAt = (url: string): Buffer =>
  extension('2.5.29.31', sequence(sequence(explicit(0, explicit(0, implicit(6, Buffer.from(url)))))));

export const ocspAt = (url: string): Buffer =>
  extension('1.3.6.1.5.5.7.1.1', sequence(sequence(oid('1.3.6.1.5.5.7.48.1'), implicit(6, Buffer.from(url)))));

export interface RevokedEntry {
  readonly serial: number;
  readonly at: Date;
  readonly reason?: number;
  /** Since when the key is not to be believed. */
  readonly since?: Date;
}

export interface ListWish {
  readonly thisUpdate?: Date;
  readonly nextUpdate?: Date;
  readonly revoked?: readonly RevokedEntry[];
  readonly extensions?: readonly Buffer[];
}

/** A list of revoked certificates. */
export function revocationList(issuer: Holder, wish: ListWish = {}): Buffer {
  const algorithm = signatureAlgorithm(issuer.key, 'sha256');
  const entries = (wish.revoked ?? []).map((entry) => revokedEntry(entry));
  const body = sequence(
    integer(1),
    algorithm,
    issuer.name,
    time(wish.thisUpdate ?? new Date('2026-03-01T00:00:00Z')),
    time(wish.nextUpdate ?? new Date('2026-12-31T00:00:00Z')),
    ...(entries.length > 0 ? [sequence(...entries)] : []),
    ...(wish.extensions ? [explicit(0, sequence(...wish.extensions))] : []),
  );
  return sequence(body, algorithm, bits(sign('sha256', body, issuer.key)));
}

function revokedEntry({ serial, at, reason, since }: RevokedEntry): Buffer {
  const extensions = [
    ...(reason === undefined ? [] : [extension('2.5.29.21', element(0x0a, Buffer.from([reason])))]),
    ...(since === undefined ? [] : [extension('2.5.29.24', time(since, 'generalized'))]),
  ];
  return sequence(integer(serial), time(at), ...(extensions.length > 0 ? [sequence(...extensions)] : []));
}

export interface OcspWish {
  readonly status: 'good' | 'revoked' | 'unknown';
  readonly at: Date;
  readonly until: Date;
  readonly responder?: Holder;
  readonly extensions?: readonly Buffer[];
}

/** An OCSP response about one certificate. */
export function ocspResponse(certificate: Holder, issuer: Holder, wish: OcspWish): Buffer {
  const responder = wish.responder ?? issuer;
  const sha1 = (bytes: Buffer): Buffer => octets(createHash('sha1').update(bytes).digest());
  const keyBits = issuer.spki.subarray(issuer.spki.length - (issuer.key.asymmetricKeyType === 'ec' ? 65 : 270));
  const id = sequence(
    sequence(oid('1.3.14.3.2.26'), nothing()),
    sha1(issuer.name),
    sha1(keyBits),
    integer(certificate.serial),
  );
  const status =
    wish.status === 'revoked'
      ? explicit(1, time(wish.at, 'generalized'))
      : implicit(wish.status === 'good' ? 0 : 2, Buffer.alloc(0));
  const single = sequence(id, status, time(wish.at, 'generalized'), explicit(0, time(wish.until, 'generalized')));
  const body = sequence(
    explicit(1, responder.name),
    time(wish.at, 'generalized'),
    sequence(single),
    ...(wish.extensions ? [explicit(1, sequence(...wish.extensions))] : []),
  );
  const basic = sequence(
    body,
    signatureAlgorithm(responder.key, 'sha256'),
    bits(sign('sha256', body, responder.key)),
    explicit(0, sequence(responder.der)),
  );
  return sequence(element(0x0a, Buffer.from([0])), explicit(0, sequence(oid('1.3.6.1.5.5.7.48.1.1'), octets(basic))));
}
