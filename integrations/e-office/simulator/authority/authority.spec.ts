import { Integer } from 'asn1js';
import { X509Certificate } from 'node:crypto';
import { cp, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Certificate, CertificateRevocationList } from 'pkijs';
import { Clock } from '../../../../src/kernel/clock.js';
import { openAuthority } from './authority.js';
import type { Authority } from './authority.js';

class SetClock extends Clock {
  constructor(private instant: string) {
    super();
  }
  set(instant: string): void {
    this.instant = instant;
  }
  now(): Date {
    return new Date(this.instant);
  }
}

const HUONG = { fullName: 'Đỗ Thị Quỳnh Hương', title: 'Phó Giám đốc', department: 'Sở Giáo dục và Đào tạo' };
const START = '2026-03-20T02:00:00.000Z';

describe('the test authority', () => {
  /** Founded once: making a root's key takes most of a second. */
  let founded: string;
  let directory: string;
  let clock: SetClock;
  let authority: Authority;

  const open = (): Promise<Authority> => openAuthority(directory, { clock, crlUrl: 'http://127.0.0.1:7080/ca/crl' });

  beforeAll(async () => {
    founded = await mkdtemp(join(tmpdir(), 'authority-'));
    await openAuthority(founded, { clock: new SetClock(START), crlUrl: 'http://127.0.0.1:7080/ca/crl' });
  });
  afterAll(() => rm(founded, { recursive: true }));

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'authority-'));
    await cp(founded, directory, { recursive: true });
    clock = new SetClock(START);
    authority = await open();
  });
  afterEach(() => rm(directory, { recursive: true }));

  async function readList(): Promise<CertificateRevocationList> {
    return CertificateRevocationList.fromBER(new Uint8Array(await authority.crl()));
  }

  function numberOf(list: CertificateRevocationList): number {
    const extension = list.crlExtensions?.extensions.find(({ extnID }) => extnID === '2.5.29.20');
    return (extension?.parsedValue as Integer).valueBlock.valueDec;
  }

  it('signs its own root, which says in its name that it is for tests', () => {
    const root = new X509Certificate(authority.rootPem());

    expect(root.subject).toContain('CN=Hồi Âm MẪU THỬ NGHIỆM - Chứng thực thử');
    expect(root.ca).toBe(true);
    expect(root.verify(root.publicKey)).toBe(true);
    expect(root.publicKey.asymmetricKeyDetails?.modulusLength).toBe(3072);
  });

  it('names a leader in full and lets the certificate sign documents only', async () => {
    const identity = await authority.identityOf('huong.dtq', HUONG);
    const holder = new X509Certificate(Buffer.from(identity.certificate.toSchema(true).toBER()));
    const root = new X509Certificate(authority.rootPem());

    expect(holder.subject.split('\n')).toEqual([
      'C=VN',
      'O=Sở Giáo dục và Đào tạo',
      'title=Phó Giám đốc',
      'CN=Đỗ Thị Quỳnh Hương',
      'serialNumber=huong.dtq',
    ]);
    expect(holder.ca).toBe(false);
    expect(holder.checkIssued(root)).toBe(true);
    expect(holder.verify(root.publicKey)).toBe(true);
    const usage = identity.certificate.extensions?.find(({ extnID }) => extnID === '2.5.29.15');
    expect(Buffer.from(usage!.extnValue.valueBlock.valueHexView).toString('hex')).toBe('030206c0');
    const points = identity.certificate.extensions?.find(({ extnID }) => extnID === '2.5.29.31');
    expect(Buffer.from(points!.extnValue.valueBlock.valueHexView).toString('latin1')).toContain(
      'http://127.0.0.1:7080/ca/crl',
    );
  });

  it('keeps root, certificates and keys over a restart, and out of the sight of others', async () => {
    const [leader, agency] = [
      await authority.identityOf('huong.dtq', HUONG),
      await authority.agencyIdentity('H24.3', 'Sở Giáo dục và Đào tạo'),
    ];
    const root = authority.rootPem();
    const list = await authority.crl();

    authority = await open();

    expect(authority.rootPem()).toBe(root);
    expect((await authority.identityOf('huong.dtq', HUONG)).serial).toBe(leader.serial);
    expect((await authority.agencyIdentity('H24.3', 'Sở Giáo dục và Đào tạo')).serial).toBe(agency.serial);
    expect((await authority.crl()).equals(list)).toBe(true);
    for (const file of await readdir(directory)) {
      expect([file, (await stat(join(directory, file))).mode & 0o777]).toEqual([file, 0o600]);
    }
  });

  it('makes one certificate however many ask at once', async () => {
    const asked = await Promise.all([1, 2, 3].map(() => authority.identityOf('huong.dtq', HUONG)));
    expect(new Set(asked.map(({ serial }) => serial)).size).toBe(1);
  });

  it.each([
    ['the title changed', () => ({ ...HUONG, title: 'Giám đốc' }), START],
    ['the old one expired', () => HUONG, '2029-03-20T02:00:01.000Z'],
  ])('issues a new certificate when %s', async (_reason, person, at) => {
    const before = await authority.identityOf('huong.dtq', HUONG);
    clock.set(at);
    expect((await authority.identityOf('huong.dtq', person())).serial).not.toBe(before.serial);
  });

  describe('its revocation list', () => {
    it('is signed by the root and names nobody at first', async () => {
      const list = await readList();

      expect(await list.verify({ issuerCertificate: Certificate.fromBER(rawRoot(authority)) })).toBe(true);
      expect(list.revokedCertificates ?? []).toEqual([]);
      expect(list.thisUpdate.value.toISOString()).toBe(START);
      expect(list.nextUpdate?.value.toISOString()).toBe('2026-03-21T02:00:00.000Z');
      expect(numberOf(list)).toBe(1);
    });

    it.each([
      ['stands for half a day', '2026-03-20T13:59:59.000Z', 1],
      ['is issued anew after half a day', '2026-03-20T14:00:00.000Z', 2],
    ])('%s', async (_rule, at, number) => {
      await authority.crl();
      clock.set(at);
      expect(numberOf(await readList())).toBe(number);
    });

    it('names a revoked certificate at once, and keeps the first moment', async () => {
      const { serial, certificate } = await authority.identityOf('huong.dtq', HUONG);
      clock.set('2026-03-20T03:00:00.000Z');
      await authority.revoke(serial);
      clock.set('2026-03-20T04:00:00.000Z');
      await authority.revoke(serial.toUpperCase());

      authority = await open();
      const list = await readList();

      expect(list.isCertificateRevoked(certificate)).toBe(true);
      expect(list.revokedCertificates?.map(({ revocationDate }) => revocationDate.value.toISOString())).toEqual([
        '2026-03-20T03:00:00.000Z',
      ]);
      expect((await authority.identityOf('huong.dtq', HUONG)).serial).not.toBe(serial);
    });
  });
});

function rawRoot(authority: Authority): Uint8Array<ArrayBuffer> {
  return new Uint8Array(new X509Certificate(authority.rootPem()).raw);
}
