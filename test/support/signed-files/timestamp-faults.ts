import { openTestAuthority } from '../test-authority/authority.js';
import { type Holder, keyUsage, purposes } from '../test-authority/certificates.js';
import { type CmsWish, signCms, type StampWish } from '../test-authority/cms.js';
import { nothing } from '../test-authority/der-writer.js';
import { SIGNED_AT } from '../test-authority/letter.js';
import { badFiles, type BadRow } from './signed-file-case.js';
import { testAuthority, sealed, signed, stamped, withDocumentTimestamp } from './signing-authority.js';

const withCms = (cms: Partial<CmsWish>): Buffer => signed(undefined, { cms });
const stranger = openTestAuthority('Lạ');
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';
const stampedBy = (wish: Partial<StampWish>): Buffer => withCms({ timestamp: stamped(SIGNED_AT, wish) });
const documentStamp = (wish: Partial<StampWish>): Buffer =>
  withDocumentTimestamp(sealed(), undefined, { contents: stamped(SIGNED_AT, wish) });
const stamper = (isCritical: boolean, ...more: readonly string[]): Holder =>
  testAuthority.signer({ extensions: [keyUsage('digitalSignature'), purposes(isCritical, TIME_STAMPING, ...more)] });
const stampRow = (name: string, reason: BadRow[2], wish: () => Partial<StampWish>): BadRow[] => [
  [name, 'unknown', reason, () => stampedBy(wish())],
  [`of the document: ${name}`, 'unknown', reason, () => documentStamp(wish())],
];
/** Timestamps of signatures and of documents that prove nothing: they are not used, and a clerk looks. */
export const TIMESTAMP_FAULTS = badFiles('timestamp', [
  ...stampRow('of something else', 'timestamp-imprint', () => ({ fault: 'wrongImprint' })),
  ...stampRow('with SHA-1', 'timestamp-algorithm-weak', () => ({ fault: 'sha1Imprint' })),
  ...stampRow('of an algorithm that nobody knows', 'timestamp-algorithm-unknown', () => ({ fault: 'unknownImprint' })),
  ...stampRow('signed with SHA-1', 'timestamp-algorithm-weak', () => ({ fault: 'sha1Signature' })),
  ...stampRow('that its authority did not sign', 'timestamp-signature', () => ({ fault: 'wrongSignature' })),
  ...stampRow('by a person', 'timestamp-purpose', () => ({ authority: testAuthority.leader })),
  ...stampRow('with a purpose that is not critical', 'timestamp-purpose', () => ({ authority: stamper(false) })),
  ...stampRow('with more purposes than this', 'timestamp-purpose', () => ({
    authority: stamper(true, '1.3.6.1.5.5.7.3.4'),
  })),
  ...stampRow('of an unknown authority', 'timestamp-path-missing', () => ({
    authority: stranger.stamper,
    chain: [stranger.sub],
  })),
  ...stampRow('of a time that is still to come', 'timestamp-in-future', () => ({
    at: new Date('2029-12-01T00:00:00Z'),
  })),
  ...stampRow('after its authority expired', 'timestamp-certificate', () => ({ at: new Date('2031-01-01T00:00:00Z') })),
  ['that is no timestamp', 'unknown', 'timestamp-malformed', () => withCms({ timestamp: () => nothing() })],
  [
    'that is a signature of something else',
    'unknown',
    'timestamp-malformed',
    () => withCms({ timestamp: (bytes) => signCms(bytes, { signer: testAuthority.stamper }) }),
  ],
  [
    'of the document: a signature that calls itself one',
    'invalid',
    'signature-malformed',
    () => withDocumentTimestamp(sealed(), undefined, { type: 'Sig' }),
  ],
]);
