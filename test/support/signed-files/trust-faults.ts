import { openTestAuthority } from '../test-authority/authority.js';
import {
  authorityExtension,
  type CertificateWish,
  extension,
  type Holder,
  issue,
  keyUsage,
  nameOf,
  purposes,
} from '../test-authority/certificates.js';
import { nothing } from '../test-authority/der-writer.js';
import { badFiles } from './signed-file-case.js';
import {
  testAuthority,
  revokedAuthority,
  revokedBefore,
  revokedLater,
  sealed,
  signed,
  signedBy,
  stamped,
} from './signing-authority.js';

const by = (wish: Partial<CertificateWish>): Buffer => signedBy(testAuthority.signer(wish));
const stranger = openTestAuthority('Lạ');
const below = (issuer: Holder, chain: readonly Holder[] = [issuer, testAuthority.sub]): Buffer =>
  signedBy(issue({ name: nameOf('Người ký'), issuer, extensions: [keyUsage('digitalSignature')] }), {}, chain);
const authority = (wish: Partial<CertificateWish>): Holder =>
  issue({
    name: nameOf(`Cấp dưới ${wish.label ?? ''}`),
    issuer: testAuthority.root,
    extensions: [authorityExtension(), keyUsage('keyCertSign')],
    ...wish,
  });
const twin = openTestAuthority();
/** Certificates that lead nowhere, ended, were revoked or were issued for something else. */
export const TRUST_FAULTS = badFiles('trust', [
  ['an unknown root', 'unknown', 'path-missing', () => signedBy(stranger.leader, {}, [stranger.sub])],
  [
    'an unknown root that comes along',
    'unknown',
    'path-missing',
    () => signedBy(stranger.leader, {}, [stranger.sub, stranger.root]),
  ],
  [
    'a root of the same name with another key',
    'unknown',
    'path-missing',
    () => signedBy(twin.leader, {}, [twin.sub, twin.root]),
  ],
  ['a missing link', 'unknown', 'path-missing', () => signedBy(testAuthority.leader, {}, [])],
  ['the wrong link', 'unknown', 'path-missing', () => signedBy(testAuthority.leader, {}, [stranger.sub])],
  ['self-signed', 'invalid', 'self-signed', () => signedBy(issue({ name: testAuthority.leader.name }), {}, [])],
  [
    'self-signed under the name of the root',
    'invalid',
    'self-signed',
    () => signedBy(issue({ name: testAuthority.root.name }), {}, []),
  ],
  ['expired', 'invalid', 'certificate-not-valid-at-time', () => by({ notAfter: new Date('2026-01-01T00:00:00Z') })],
  [
    'not yet valid',
    'invalid',
    'certificate-not-valid-at-time',
    () => by({ notBefore: new Date('2026-05-01T00:00:00Z') }),
  ],
  [
    'not yet valid, signed when it will be by its own word',
    'invalid',
    'certificate-not-valid-at-time',
    () => {
      const begins = new Date('2027-01-01T00:00:00Z');
      return signedBy(testAuthority.signer({ notBefore: begins }), { signingTime: new Date('2027-02-01T00:00:00Z') });
    },
  ],
  ['a key for encryption', 'invalid', 'key-usage', () => by({ extensions: [keyUsage('keyEncipherment')] })],
  ['a key for certificates', 'invalid', 'key-usage', () => by({ extensions: [keyUsage('keyCertSign', 'cRLSign')] })],
  [
    'a certificate for servers',
    'invalid',
    'key-usage',
    () => by({ extensions: [purposes(false, '1.3.6.1.5.5.7.3.1')] }),
  ],
  ['a certificate for timestamps', 'invalid', 'key-usage', () => signedBy(testAuthority.stamper)],
  [
    'a rule that we do not know',
    'invalid',
    'certificate-critical-extension',
    () => by({ extensions: [extension('1.2.3.4.5', nothing(), true)] }),
  ],
  ['signed with SHA-1 by its authority', 'invalid', 'algorithm-weak', () => by({ digest: 'sha1' })],
  [
    'signed with SHA-1 by an authority that nobody trusts',
    'unknown',
    'path-missing',
    () => signedBy(stranger.signer({ digest: 'sha1' }), {}, [stranger.sub]),
  ],
  [
    'an authority of RSA 1024',
    'invalid',
    'algorithm-weak',
    () => below(authority({ kind: 'RSA-1024', label: 'weak' })),
  ],
  ['issued by a person', 'invalid', 'authority-not-allowed', () => below(testAuthority.signer())],
  [
    'an authority that may not issue',
    'invalid',
    'authority-not-allowed',
    () => below(authority({ extensions: [authorityExtension(), keyUsage('cRLSign')] })),
  ],
  [
    'an authority that does not say it is one',
    'invalid',
    'authority-not-allowed',
    () => below(authority({ extensions: [keyUsage('keyCertSign')] })),
  ],
  ['one authority too many', 'invalid', 'authority-not-allowed', () => below(authority({ issuer: testAuthority.sub }))],
  [
    'an expired authority',
    'invalid',
    'certificate-not-valid-at-time',
    () => below(authority({ notAfter: new Date('2026-01-01T00:00:00Z') })),
  ],
  ['revoked before signing', 'invalid', 'certificate-revoked', () => signedBy(revokedBefore)],
  [
    'revoked after the claimed time, which nothing proves',
    'invalid',
    'certificate-revoked',
    () => signedBy(revokedLater),
  ],
  [
    'revoked before the time that is proven',
    'invalid',
    'certificate-revoked',
    () => signedBy(revokedLater, { timestamp: stamped(new Date('2026-04-02T00:00:00Z')) }),
  ],
  [
    'an authority that was revoked',
    'invalid',
    'certificate-revoked',
    () => below(revokedAuthority, [revokedAuthority]),
  ],
  [
    'a sound leader, and a seal by a stranger',
    'unknown',
    'path-missing',
    () => sealed(signed(), { signer: stranger.agency, chain: [stranger.sub] }),
  ],
  [
    'a leader that is a stranger, and a sound seal',
    'unknown',
    'path-missing',
    () => sealed(signedBy(stranger.leader, {}, [stranger.sub])),
  ],
]);
