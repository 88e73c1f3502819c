import { constants, createHash, sign, type SignKeyObjectInput } from 'node:crypto';
import type { Holder } from '../test-authority/certificates.js';
import {
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
} from '../test-authority/der-writer.js';

export const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  timestamp: '1.2.840.113549.1.9.16.2.14',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  sha1: '1.3.14.3.2.26',
  sha256: '2.16.840.1.101.3.4.2.1',
  sha512: '2.16.840.1.101.3.4.2.3',
  sha3of256: '2.16.840.1.101.3.4.2.8',
} as const;

export const attribute = (type: string, ...values: readonly Buffer[]): Buffer => sequence(oid(type), set(...values));
/** The same element with its length left open, as BER allows and streaming tools write. */
export const open = (identifier: number, ...parts: readonly Buffer[]): Buffer =>
  Buffer.concat([Buffer.from([identifier, 0x80]), ...parts, Buffer.alloc(2)]);

export interface OtherCms {
  readonly signer: Holder;
  readonly chain?: readonly Holder[];
  /** Node's name of the digest, and the identifier that names it. */
  readonly digest?: readonly [name: string, identifier: Buffer];
  readonly algorithm?: Buffer;
  readonly options?: Partial<SignKeyObjectInput>;
  /** Node signs without a digest of its own, as for Ed25519. */
  readonly isPure?: boolean;
  readonly issuerName?: Buffer;
  readonly byKeyIdentifier?: Buffer;
  readonly ess?: 'v1' | 'v2' | 'both' | 'none';
  readonly moreSigned?: readonly Buffer[];
  readonly unsigned?: (signature: Buffer) => readonly Buffer[];
  /** Attributes are sent in this order, and signed in DER's. */
  readonly isSentUnsorted?: boolean;
  readonly isBer?: boolean;
  /** The signed attributes too. */
  readonly isBerInside?: boolean;
  readonly isChainFirst?: boolean;
  readonly version?: number;
}

const SHA256 = ['sha256', sequence(oid(OID.sha256), nothing())] as const;

/** CMS over detached bytes, sound, in the ways in which other tools write it. */
export function otherCms(wish: OtherCms): (signed: Buffer) => Buffer {
  return (signed) => {
    const [, digestIdentifier] = wish.digest ?? SHA256;
    const certificates = [wish.signer, ...(wish.chain ?? [])].map(({ der }) => der);
    const parts = [
      integer(wish.version ?? 1),
      set(digestIdentifier),
      sequence(oid(OID.data)),
      explicit(0, ...(wish.isChainFirst ? certificates.toReversed() : certificates)),
      set(signerInfo(signed, wish)),
    ];
    if (!wish.isBer) return sequence(oid(OID.signedData), explicit(0, sequence(...parts)));
    return open(0x30, oid(OID.signedData), open(0xa0, open(0x30, ...parts)));
  };
}

function signerInfo(signed: Buffer, wish: OtherCms): Buffer {
  const [digest, digestIdentifier] = wish.digest ?? SHA256;
  const { signer } = wish;
  const attributes = signedAttributes(signed, wish);
  const toSign = set(...attributes);
  const key = { key: signer.key, ...wish.options };
  const signature = sign(wish.isPure ? null : digest, toSign, key);
  const identity = wish.byKeyIdentifier
    ? implicit(0, wish.byKeyIdentifier)
    : sequence(wish.issuerName ?? signer.issuerName, integer(signer.serial));
  const sent = wish.isSentUnsorted ? [...attributes].sort((a, b) => Buffer.compare(b, a)) : sorted(attributes);
  const unsigned = wish.unsigned?.(signature) ?? [];
  return sequence(
    integer(wish.byKeyIdentifier ? 3 : 1),
    identity,
    digestIdentifier,
    wish.isBerInside ? open(0xa0, ...sent) : element(0xa0, ...sent),
    wish.algorithm ?? sequence(oid('1.2.840.10045.4.3.2')),
    octets(signature),
    ...(unsigned.length > 0 ? [explicit(1, ...unsigned)] : []),
  );
}

const sorted = (parts: readonly Buffer[]): Buffer[] => [...parts].sort((a, b) => Buffer.compare(a, b));

function signedAttributes(signed: Buffer, wish: OtherCms): Buffer[] {
  const [digest] = wish.digest ?? SHA256;
  const { ess = 'v2' } = wish;
  return [
    attribute(OID.contentType, oid(OID.data)),
    attribute(OID.messageDigest, octets(createHash(digest).update(signed).digest())),
    ...(ess === 'v1' || ess === 'both' ? [attribute(OID.signingCertificate, essOf(wish.signer, 'sha1'))] : []),
    ...(ess === 'v2' || ess === 'both' ? [attribute(OID.signingCertificateV2, essOf(wish.signer, 'sha256'))] : []),
    ...(wish.moreSigned ?? []),
  ];
}

function essOf({ der }: Holder, hash: 'sha1' | 'sha256'): Buffer {
  return sequence(sequence(sequence(octets(createHash(hash).update(der).digest()))));
}

export const signingTime = (at: Date): Buffer => attribute(OID.signingTime, time(at));

/** Longest salt that RSA of 2048 bits leaves is longer; this is what tools take. */
export const PSS = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 } as const;
