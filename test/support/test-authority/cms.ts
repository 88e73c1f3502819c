import { constants, createHash, sign } from 'node:crypto';

import { type Digest, type Holder, signatureAlgorithm } from './certificates.js';
import { element, explicit, integer, nothing, octets, oid, sequence, set, time } from './der-writer.js';
import { bytesFor } from '../chance.js';

const DIGESTS: Readonly<Record<Digest, string>> = {
  sha1: '1.3.14.3.2.26',
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
  sha512: '2.16.840.1.101.3.4.2.3',
};
const DATA = '1.2.840.113549.1.7.1';
const TIMESTAMP_INFO = '1.2.840.113549.1.9.16.1.4';

export interface CmsWish {
  readonly signer: Holder;
  readonly chain?: readonly Holder[];
  readonly digest?: Digest;
  readonly pss?: boolean;
  readonly signingTime?: Date;
  /** `none`, or the certificate that the attribute names instead of the signer's. */
  readonly ess?: 'none' | Holder;
  readonly timestamp?: (signature: Buffer) => Buffer;
  readonly crls?: readonly Buffer[];
  readonly content?: Buffer;
  readonly contentType?: string;
  /** Ways to get it wrong. */
  readonly fault?:
    | 'twoSigners'
    | 'noMessageDigest'
    | 'wrongMessageDigest'
    | 'noContentType'
    | 'wrongContentType'
    | 'noSignedAttributes'
    | 'wrongSignature'
    | 'noCertificate'
    | 'doubledAttribute'
    | 'otherDigestNamed'
    | 'bytesAfter';
}

export function digestIdentifier(digest: Digest): Buffer {
  return sequence(oid(DIGESTS[digest]), nothing());
}

function attribute(type: string, ...values: readonly Buffer[]): Buffer {
  return sequence(oid(type), set(...values));
}

/** CMS SignedData over detached bytes, right unless a fault is wished for. */
export function signCms(signed: Buffer, wish: CmsWish): Buffer {
  const digest = wish.digest ?? 'sha256';
  const contentType = wish.contentType ?? DATA;
  const signer = signerInfo(signed, wish, digest);
  const signers =
    wish.fault === 'twoSigners'
      ? [signer, signerInfo(signed, { ...wish, signingTime: new Date(0) }, digest)]
      : [signer];
  const certificates = wish.fault === 'noCertificate' ? [] : [wish.signer, ...(wish.chain ?? [])].map(({ der }) => der);
  const body = sequence(
    integer(1),
    set(digestIdentifier(digest)),
    sequence(oid(contentType), ...(wish.content ? [explicit(0, octets(wish.content))] : [])),
    explicit(0, ...certificates),
    ...(wish.crls ? [explicit(1, ...wish.crls)] : []),
    set(...signers),
  );
  const whole = sequence(oid('1.2.840.113549.1.7.2'), explicit(0, body));
  return wish.fault === 'bytesAfter' ? Buffer.concat([whole, Buffer.from('hidden')]) : whole;
}

function signerInfo(signed: Buffer, wish: CmsWish, digest: Digest): Buffer {
  const attributes = signedAttributes(signed, wish, digest);
  const toSign = wish.fault === 'noSignedAttributes' ? signed : element(0x31, ...attributes);
  const signature =
    wish.fault === 'wrongSignature' ? bytesFor('a wrong signature', 70) : makeSignature(toSign, wish, digest);
  const { signer } = wish;
  const stamp = wish.timestamp?.(signature);
  return sequence(
    integer(1),
    sequence(signer.issuerName, integer(signer.serial)),
    digestIdentifier(wish.fault === 'otherDigestNamed' ? 'sha512' : digest),
    ...(wish.fault === 'noSignedAttributes' ? [] : [explicit(0, ...attributes)]),
    wish.pss ? pssAlgorithm(digest) : signatureAlgorithm(signer.key, digest),
    octets(signature),
    ...(stamp ? [explicit(1, attribute('1.2.840.113549.1.9.16.2.14', stamp))] : []),
  );
}

function makeSignature(bytes: Buffer, { signer, pss }: CmsWish, digest: Digest): Buffer {
  if (!pss) return sign(digest, bytes, signer.key);
  return sign(digest, bytes, { key: signer.key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 });
}

function pssAlgorithm(digest: Digest): Buffer {
  const hash = digestIdentifier(digest);
  const mask = sequence(oid('1.2.840.113549.1.1.8'), hash);
  return sequence(
    oid('1.2.840.113549.1.1.10'),
    sequence(explicit(0, hash), explicit(1, mask), explicit(2, integer(32))),
  );
}

function signedAttributes(signed: Buffer, wish: CmsWish, digest: Digest): Buffer[] {
  const { fault } = wish;
  const hash = createHash(digest)
    .update(wish.content ?? signed)
    .digest();
  if (fault === 'wrongMessageDigest') hash[0]! ^= 1;
  const type = fault === 'wrongContentType' ? '1.2.840.113549.1.7.2' : (wish.contentType ?? DATA);
  const named = wish.ess === 'none' ? null : (wish.ess ?? wish.signer);
  const attributes = [
    ...(fault === 'noContentType' ? [] : [attribute('1.2.840.113549.1.9.3', oid(type))]),
    ...(fault === 'noMessageDigest' ? [] : [attribute('1.2.840.113549.1.9.4', octets(hash))]),
    ...(fault === 'doubledAttribute' ? [attribute('1.2.840.113549.1.9.4', octets(Buffer.alloc(32)))] : []),
    ...(wish.signingTime ? [attribute('1.2.840.113549.1.9.5', time(wish.signingTime))] : []),
    ...(named ? [attribute('1.2.840.113549.1.9.16.2.47', essOf(named))] : []),
  ];
  return attributes.sort((a, b) => Buffer.compare(a, b));
}

function essOf({ der }: Holder): Buffer {
  return sequence(sequence(sequence(octets(createHash('sha256').update(der).digest()))));
}

export interface StampWish {
  readonly authority: Holder;
  readonly chain?: readonly Holder[];
  readonly at: Date;
  readonly fault?: 'wrongImprint' | 'wrongSignature' | 'sha1Imprint' | 'sha1Signature' | 'unknownImprint';
}

/** A time-stamp token over some bytes. */
export function timestampToken(stamped: Buffer, { authority, chain, at, fault }: StampWish): Buffer {
  const digest = fault === 'sha1Imprint' ? 'sha1' : 'sha256';
  const imprint = createHash(digest)
    .update(fault === 'wrongImprint' ? Buffer.from('other') : stamped)
    .digest();
  const info = sequence(
    integer(1),
    oid('1.2.3.4.1'),
    sequence(fault === 'unknownImprint' ? sequence(oid('1.2.3.4.2')) : digestIdentifier(digest), octets(imprint)),
    integer(7),
    time(at, 'generalized'),
  );
  return signCms(info, {
    signer: authority,
    ...(chain ? { chain } : {}),
    content: info,
    contentType: TIMESTAMP_INFO,
    ...(fault === 'sha1Signature' ? { digest: 'sha1' as const } : {}),
    ...(fault === 'wrongSignature' ? { fault: 'wrongSignature' as const } : {}),
  });
}
