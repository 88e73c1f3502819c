import { NoticeEntity } from '../../src/notices/persistence/notices.entities.js';
import { StaffDirectory } from '../../src/organisation/index.js';
import { Database } from '../../src/platform/database/database.js';
import { FileStore } from '../../src/platform/files/file-store.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { readCertificate } from '../../src/signing/domain/certificates/certificate.js';
import { SubmitForSignature } from '../../src/signing/index.js';
import { BoundCertificates, WarnOfExpiry } from '../../src/signing/trust/index.js';
import { idOf } from '../../src/signing/trust/application/revocation-lists.js';
import { TrustRevocationListEntity } from '../../src/signing/trust/persistence/revocation-list.entity.js';
import { TrustCertificateEntity } from '../../src/signing/trust/persistence/trust.entities.js';
import { openTestAuthority } from '../support/test-authority/authority.js';
import { crlAt, type Holder, keyUsage, revocationList } from '../support/test-authority/certificates.js';
import { LettersOf } from '../support/letters-of.js';
import { TestApp } from '../support/test-app.js';
import { textOf } from '../support/web-visitor.js';

const authority = openTestAuthority();
const ADDRESS = 'http://ca.example/sub.crl';
const DAY = 86_400_000;

describe('certificates that end, are revoked, or are renewed', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await TestApp.open();
    await hold(authority.root, { kind: 'anchor' });
    await hold(authority.sub, { kind: 'intermediate' });
  });
  afterEach(() => app.close());

  const write = (work: Parameters<UnitOfWork['run']>[0]): Promise<unknown> => app.nest.get(UnitOfWork).run(work);
  const signer = (notAfter: Date): Holder =>
    authority.signer({ notAfter, extensions: [keyUsage('digitalSignature', 'nonRepudiation'), crlAt(ADDRESS)] });
  const inDays = (days: number): Date => new Date(app.clock.now().getTime() + days * DAY);

  function hold(
    { der }: Holder,
    { kind, personId = null }: Pick<TrustCertificateEntity, 'kind'> & { personId?: string | null },
  ): Promise<unknown> {
    const { sha256, fields } = readCertificate(der);
    return write((tx) =>
      tx.insert(TrustCertificateEntity, {
        ...{ id: sha256.slice(0, 36), kind, origin: 'people', personId, sha256, purposes: ['signing', 'timestamp'] },
        ...{ der: der.toString('base64'), subject: 'Đỗ Quốc Khánh', basis: 'Thử', addedByName: 'A' },
        ...{ notBefore: fields.notBefore, notAfter: fields.notAfter, activeFrom: app.clock.now() },
        ...{ confirmedByName: 'B', activeTo: null, endedBecause: null, endedById: null },
      }),
    );
  }

  const why = (): Promise<string | null> =>
    app.nest.get(BoundCertificates).whyNotSigning({ id: 'khanh', fullName: 'Đỗ Quốc Khánh' });

  it('are told of at each step, once, to administrators and to their holders', async () => {
    await hold(signer(inDays(65)), { kind: 'person', personId: 'khanh' });
    const told = async (): Promise<number[]> => {
      await app.nest.get(WarnOfExpiry).run();
      const { manager } = app.nest.get(Database).reader;
      return Promise.all(['quantri', 'khanh', 'ngoc'].map((staffId) => manager.countBy(NoticeEntity, { staffId })));
    };
    for (const [days, expected] of [
      [0, 0],
      [5, 1],
      [1, 1],
      [30, 2],
      [23, 3],
      [7, 4],
    ] as const) {
      app.clock.advance(days * DAY);
      expect([days, await told()]).toEqual([days, [expected, expected, 0]]);
    }
    const administrator = await app.browserOf('quantri');
    expect(textOf((await administrator.get('/kho-tin-cay')).body)).toContain('Chứng thư của Đỗ Quốc Khánh đã hết hạn');
    await hold(signer(inDays(400)), { kind: 'person', personId: 'khanh' });
    expect(textOf((await administrator.get('/kho-tin-cay')).body)).not.toContain('Chứng thư sắp hết hạn');
  });

  it('keep their holder from being asked to sign, with the way out', async () => {
    expect(await why()).toBeNull();
    await hold(signer(inDays(10)), { kind: 'person', personId: 'khanh' });
    expect(await why()).toBeNull();
    const letters = new LettersOf(() => app);
    const draftId = await letters.begin(await letters.ticketInHand());
    app.clock.advance(11 * DAY);
    expect(await why()).toContain('đã hết hạn');
    const { actor } = await app.nest.get(StaffDirectory).person('ngoc');
    const submitted = app.nest
      .get(SubmitForSignature)
      .submit(actor, { draftId, caseCode: 'PAKN', replyToId: null, senders: [] });
    await expect(submitted).rejects.toMatchObject({ code: 'signing-not-allowed', details: { field: 'signerId' } });
    const { body } = await (await app.browserOf('ngoc')).get(`/du-thao/${draftId}`);
    expect(textOf(body)).toContain('Chứng thư của Đỗ Quốc Khánh đã hết hạn');
    await hold(signer(inDays(400)), { kind: 'person', personId: 'khanh' });
    expect(await why()).toBeNull();
  });

  it('count as revoked by the list that is kept', async () => {
    const holder = signer(inDays(100));
    await hold(holder, { kind: 'person', personId: 'khanh' });
    const der = revocationList(authority.sub, { revoked: [{ serial: holder.serial, at: inDays(-1) }] });
    const sha256 = await app.nest.get(FileStore).put(der);
    const now = app.clock.now();
    await write((tx) =>
      tx.insert(TrustRevocationListEntity, {
        ...{ id: idOf(ADDRESS), address: ADDRESS, issuer: 'Gốc', sha256, number: null },
        ...{ thisUpdate: now, nextUpdate: inDays(1), fetchedAt: now, triedAt: now, failingSince: null, failure: null },
      }),
    );
    expect(await why()).toContain('đã bị thu hồi');
  });
});
