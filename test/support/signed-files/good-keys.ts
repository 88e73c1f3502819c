import type { Digest, KeyKind } from '../test-authority/certificates.js';
import { SIGNED_AT } from '../test-authority/letter.js';
import { type GoodRow, goodFiles } from './signed-file-case.js';
import {
  testAuthority,
  listed,
  REVOCATION_LISTS,
  revokedLater,
  signed,
  signedBy,
  stamped,
} from './signing-authority.js';

const keyed = (kind: KeyKind, digest: Digest, pss = false): GoodRow => [
  `${kind}${pss ? ' by PSS' : ''} with ${digest}`,
  () => signedBy(testAuthority.signer({ kind, label: 'good' }), { digest, pss }),
];

/** Keys, algorithms and certificates of every kind that is strong enough. */
export const GOOD_KEYS = goodFiles([
  keyed('P-256', 'sha256'),
  keyed('P-256', 'sha512'),
  keyed('P-384', 'sha384'),
  keyed('P-521', 'sha512'),
  keyed('RSA-2048', 'sha256'),
  keyed('RSA-2048', 'sha384'),
  keyed('RSA-2048', 'sha512'),
  keyed('RSA-2048', 'sha256', true),
  keyed('RSA-2048', 'sha512', true),
  [
    'adbe.pkcs7.detached without naming the certificate',
    () => signed(undefined, { subFilter: 'adbe.pkcs7.detached', cms: { ess: 'none' } }),
  ],
  ['the time of signing inside the structure', () => signedBy(testAuthority.leader, { signingTime: SIGNED_AT })],
  ['the root comes along', () => signedBy(testAuthority.leader, {}, [testAuthority.sub, testAuthority.root])],
  ['the chain in another order', () => signedBy(testAuthority.leader, {}, [testAuthority.root, testAuthority.sub])],
  [
    'strange certificates beside the chain',
    () => signedBy(testAuthority.leader, {}, [testAuthority.agency, testAuthority.sub, testAuthority.stamper]),
  ],
  ['the list that the certificate names', () => signedBy(listed)],
  ['a list inside the signature', () => signedBy(listed, { crls: [REVOCATION_LISTS[0]!] })],
  ['a signature timestamp', () => signedBy(testAuthority.leader, { timestamp: stamped(SIGNED_AT) })],
  ['revoked after the time that is proven', () => signedBy(revokedLater, { timestamp: stamped(SIGNED_AT) })],
  [
    'certificate ended after the time that is proven',
    () =>
      signedBy(testAuthority.signer({ notAfter: new Date('2026-04-01T00:00:00Z') }), { timestamp: stamped(SIGNED_AT) }),
  ],
]);
