import {
  authorityExtension,
  type CertificateWish,
  type Holder,
  issue,
  keyUsage,
  nameOf,
  purposes,
} from '../../../../test/support/test-authority/certificates.js';
import { openTestAuthority } from '../../../../test/support/test-authority/authority.js';
import { type Certificate, readCertificate } from '../../domain/certificates/certificate.js';
import { certificatesIn, fingerprintWords } from './certificate-file.js';
import { authorityWarnings, certificateFlaws } from './certificate-flaws.js';
import type { CertificateKind } from './trusted-certificate.js';

const authority = openTestAuthority();
const read = ({ der }: Holder): Certificate => readCertificate(der);
const NOW = new Date('2026-03-18T02:00:00Z');
const TRUST = {
  anchors: [read(authority.root)],
  intermediates: [read(authority.sub)],
  known: new Set<string>(),
  now: NOW,
};

const CA = [authorityExtension(), keyUsage('keyCertSign', 'cRLSign')];
const root = (wish: Partial<CertificateWish> = {}): Holder =>
  issue({ name: nameOf('Gốc khác'), extensions: CA, ...wish });
const flawsOf = (holder: Holder, kind: CertificateKind, known = TRUST): string =>
  certificateFlaws(read(holder), kind, known).join(' ');

describe('what may come into the trust store', () => {
  it.each<[string, Holder, CertificateKind]>([
    ['a root that signs itself', root(), 'anchor'],
    ['an authority that an anchor vouches for', authority.sub, 'anchor'],
    ['an authority between signer and anchor', authority.sub, 'intermediate'],
    ["a leader's certificate", authority.leader, 'person'],
    ["the agency's certificate", authority.agency, 'agency'],
  ])('takes %s', (_what, holder, kind) => {
    expect(flawsOf(holder, kind)).toBe('');
  });

  it.each<[string, Holder, CertificateKind, string]>([
    ['a signer as an authority', authority.leader, 'anchor', 'không phải của tổ chức chứng thực (CA)'],
    [
      'an authority without the use of signing certificates',
      root({ extensions: [authorityExtension()].concat(keyUsage('cRLSign')) }),
      'anchor',
      'không phải của tổ chức chứng thực',
    ],
    ['RSA of 1024 bits', root({ kind: 'RSA-1024' }), 'anchor', 'Khóa quá yếu (RSA 1024)'],
    ['a curve of 224 bits', root({ kind: 'P-224' }), 'anchor', 'Khóa quá yếu'],
    ['what has expired', root({ notAfter: new Date('2026-01-31T00:00:00Z') }), 'anchor', 'đã hết hạn từ 31/01/2026'],
    [
      'what does not count yet',
      root({ notBefore: new Date('2026-06-01T00:00:00Z') }),
      'anchor',
      'chỉ có hiệu lực từ 01/06/2026',
    ],
    [
      'an authority that leads nowhere',
      issue({ name: nameOf('Lạc loài'), issuer: root(), extensions: CA }),
      'anchor',
      'Thêm chứng thư của tổ chức chứng thực “Gốc khác',
    ],
    ['a root as an intermediate', root(), 'intermediate', 'không do tổ chức chứng thực nào'],
    ['an authority as a person', authority.sub, 'person', 'không phải của người ký'],
    ['a timestamp authority as a person', authority.stamper, 'person', 'không được cấp để ký văn bản'],
    [
      'a signer of an unknown authority',
      openTestAuthority('Kẻ lạ').leader,
      'person',
      'không do tổ chức chứng thực nào',
    ],
    [
      'a signer by purpose of servers',
      authority.signer({ extensions: [purposes(false, '1.3.6.1.5.5.7.3.1')] }),
      'agency',
      'không được cấp để ký văn bản',
    ],
  ])('refuses %s', (_what, holder, kind, words) => {
    expect(flawsOf(holder, kind)).toContain(words);
  });

  it('refuses what is there already', () => {
    const known = new Set([read(authority.leader).sha256]);
    expect(flawsOf(authority.leader, 'person', { ...TRUST, known })).toContain('đang có trong kho');
  });

  it('warns of an authority that is no root, and of a root signed in an old way', () => {
    expect(authorityWarnings(read(root()))).toEqual([]);
    expect(authorityWarnings(read(authority.sub)).join()).toContain('không phải chứng thư gốc');
    expect(authorityWarnings(read(root({ digest: 'sha1' }))).join()).toContain('thuật toán cũ');
  });
});

describe('a file with certificates', () => {
  const { der } = authority.root;
  const pem = `-----BEGIN CERTIFICATE-----\n${der.toString('base64')}\n-----END CERTIFICATE-----\n`;

  it.each([
    ['DER', der, 1],
    ['PEM', Buffer.from(pem), 1],
    ['bare base64', Buffer.from(der.toString('base64')), 1],
    ['two in PEM', Buffer.from(pem + pem), 2],
  ])('is read as %s', (_form, content, count) => {
    const found = certificatesIn(content) ?? [];
    expect(found).toHaveLength(count);
    expect(found[0]?.der.equals(der)).toBe(true);
  });

  it.each([
    ['a byte more', Buffer.concat([der, Buffer.from([0])])],
    ['a byte less', der.subarray(0, -1)],
    ['words', Buffer.from('Không phải chứng thư')],
    ['nothing', Buffer.alloc(0)],
  ])('is not read with %s', (_what, content) => {
    expect(certificatesIn(content)).toBeNull();
  });

  it('shows its fingerprint in pairs', () => {
    expect(fingerprintWords('0a1bff')).toBe('0A 1B FF');
  });
});
