import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { FROM, type Holder, keyUsage, UNTIL } from '../test-authority/certificates.js';
import { bits, explicit, integer, oid, sequence, set, time } from '../test-authority/der-writer.js';

export interface OtherCertificate {
  readonly issuer: Holder;
  readonly name: Buffer;
  /** The issuer's name as this certificate writes it. */
  readonly issuerName?: Buffer;
  readonly keys?: { readonly privateKey: KeyObject; readonly publicKey: KeyObject };
  readonly serial?: number;
  readonly extensions?: readonly Buffer[];
  readonly times?: 'utc' | 'generalized';
}

let lastSerial = 700_000;

/** A certificate with what other authorities write: keys of any kind, names in another encoding than their issuer's. */
export function otherCertificate(wish: OtherCertificate): Holder {
  lastSerial += 1;
  const { issuer, name, times = 'utc' } = wish;
  const keys = wish.keys ?? generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const spki = keys.publicKey.export({ type: 'spki', format: 'der' });
  const issuerName = wish.issuerName ?? issuer.name;
  const algorithm = sequence(oid('1.2.840.10045.4.3.2'));
  const serial = wish.serial ?? lastSerial;
  const body = sequence(
    explicit(0, integer(2)),
    integer(serial),
    algorithm,
    issuerName,
    sequence(time(FROM, times), time(UNTIL, times)),
    name,
    spki,
    explicit(3, sequence(...(wish.extensions ?? [keyUsage('digitalSignature', 'nonRepudiation')]))),
  );
  const signature = sign('sha256', body, issuer.key);
  return { name, issuerName, serial, key: keys.privateKey, spki, der: sequence(body, algorithm, bits(signature)) };
}

/** A name whose parts are strings of another kind than UTF8String. */
export function nameIn(string: (text: string) => Buffer, parts: readonly (readonly [string, string])[]): Buffer {
  return sequence(...parts.map(([type, text]) => set(sequence(oid(type), string(text)))));
}
