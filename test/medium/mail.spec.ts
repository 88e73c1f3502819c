import { SmtpMailer } from '../../integrations/mail/smtp-mailer.js';
import { Calendars } from '../../src/calendar/index.js';
import { readSettings } from '../../src/config/settings.js';
import { Journal } from '../../src/journal/index.js';
import { deskOf, type Actor } from '../../src/kernel/actor.js';
import { OutsideRefused, OutsideUnavailable } from '../../src/kernel/outside-failure.js';
import { DigestSources } from '../../src/notices/application/digest-sources.js';
import { Notices } from '../../src/notices/application/notices.js';
import { SendDigest } from '../../src/notices/application/send-digest.js';
import { WriteDigests } from '../../src/notices/application/write-digests.js';
import type { MailPart } from '../../src/notices/domain/mail-letter.js';
import { NoticeChoiceEntity } from '../../src/notices/persistence/notice-choice.entity.js';
import { NoticeQueries } from '../../src/notices/persistence/notice-queries.js';
import { MailDigestEntity, NoticeEntity } from '../../src/notices/persistence/notices.entities.js';
import type { Mailer } from '../../src/notices/ports/mailer.port.js';
import { StaffDirectory, StaffEntity } from '../../src/organisation/index.js';
import { StandIns, SubstitutionEntity, SubstitutionQueries } from '../../src/substitution/index.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { OutboxEntity } from '../../src/platform/outbox/outbox.entity.js';
import { JobHandlers } from '../../src/platform/outbox/job-handlers.js';
import { Outbox } from '../../src/platform/outbox/outbox.js';
import type { OutboxWorker } from '../../src/platform/outbox/outbox-worker.js';
import { StuckJobs } from '../../src/platform/outbox/stuck-jobs.js';
import { outboxOf } from '../support/outbox-of.js';
import { FixedClock } from '../support/fixed-clock.js';
import { decodedSubject, PostOffice } from '../support/post-office.js';
import { issue, nameOf } from '../support/test-authority/certificates.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';
import { settle } from '../support/test-people.js';

const FROM = { name: 'Sở Giáo dục và Đào tạo', address: 'hoi-am@so.example' };
const LETTER = {
  messageId: '<viec.2026-03-18.ngoc@hoi-am.example>',
  to: 'ngoc@so.example',
  subject: 'Việc ngày 18/03/2026: 1 quá hạn',
  text: 'Kính gửi Nguyễn Thị Hồng Ngọc,\n\nQuá hạn (1)\n',
  html: '<p>Kính gửi Nguyễn Thị Hồng Ngọc,</p>',
};

describe('the mail server', () => {
  let office: PostOffice;
  beforeEach(() => {
    office = new PostOffice();
  });
  afterEach(() => office.close());

  const mailer = (port: number, requireTls = false): SmtpMailer =>
    new SmtpMailer({ url: `smtp://127.0.0.1:${String(port)}`, requireTls, from: FROM, timeoutMs: 3000 });

  it('takes a letter with its Vietnamese subject, both forms of its text and the Message-ID it was given', async () => {
    await mailer(await office.open()).send(LETTER);
    const [raw = ''] = office.taken;
    expect(raw).toContain(`Message-ID: ${LETTER.messageId}`);
    expect(decodedSubject(raw)).toBe(LETTER.subject);
    expect(raw).toMatch(/Content-Type: multipart\/alternative/u);
    expect(raw).toMatch(/Content-Type: text\/plain; charset=utf-8/u);
    expect(raw).toMatch(/Content-Type: text\/html; charset=utf-8/u);
  });

  it.each([
    [421, 'Ban qua, thu lai sau', OutsideUnavailable, false],
    [451, 'Tam thoi khong nhan', OutsideUnavailable, true],
    [550, 'Khong co hop thu nay', OutsideRefused, undefined],
    [554, 'Khong nhan thu nay', OutsideRefused, undefined],
  ])('answers %i', async (code, words, kind, deferred) => {
    const port = await office.open();
    office.answer = { code, words };
    const answer: unknown = await mailer(port)
      .send(LETTER)
      .catch((error: unknown) => error);
    expect(answer).toBeInstanceOf(kind);
    if (answer instanceof OutsideUnavailable) expect(answer.options.deferred).toBe(deferred);
  });

  it('a recipient that does not exist is refused for good', async () => {
    const port = await office.open({
      onRcptTo: (_address, _session, done) => done(Object.assign(new Error('Khong co'), { responseCode: 550 })),
    });
    await expect(mailer(port).send(LETTER)).rejects.toBeInstanceOf(OutsideRefused);
  });

  it('a password that is not known waits for the administrator', async () => {
    const port = await office.open({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => done(null, undefined),
    });
    const wrong = new SmtpMailer({
      url: `smtp://hoi-am:sai@127.0.0.1:${String(port)}`,
      requireTls: false,
      from: FROM,
      timeoutMs: 3000,
    });
    await expect(wrong.send(LETTER)).rejects.toBeInstanceOf(OutsideUnavailable);
  });

  it('with TLS demanded, nothing is sent over a line that stays open to readers', async () => {
    const port = await office.open();
    await expect(mailer(port, true).send(LETTER)).rejects.toBeInstanceOf(OutsideUnavailable);
    expect(office.taken).toEqual([]);
  });

  it('nothing is sent under a certificate that nobody vouches for', async () => {
    const { key, der } = issue({ name: nameOf('127.0.0.1') });
    const cert = `-----BEGIN CERTIFICATE-----\n${der.toString('base64')}\n-----END CERTIFICATE-----\n`;
    const pem = key.export({ type: 'pkcs8', format: 'pem' }).toString();
    const port = await office.open({ disabledCommands: [], key: pem, cert });
    await expect(mailer(port, true).send(LETTER)).rejects.toThrow(/certificate/u);
    await expect(mailer(port, true).send(LETTER)).rejects.toBeInstanceOf(OutsideUnavailable);
    expect(office.taken).toEqual([]);
  });

  it('nobody answers: try again', async () => {
    const port = await office.open();
    await office.close();
    await expect(mailer(port).send(LETTER)).rejects.toBeInstanceOf(OutsideUnavailable);
  });

  it('none is set', () => {
    expect(new SmtpMailer({ url: undefined, requireTls: true, from: FROM, timeoutMs: 1 }).available).toBe(false);
  });
});

describe('the mail of the day', () => {
  let test: TestDatabase;
  let uow: UnitOfWork;
  let clock: FixedClock;
  let office: PostOffice;
  let mailer: Mailer;
  const parts = new Map<string, readonly MailPart[]>();

  beforeEach(async () => {
    test = await openTestDatabase();
    await settle(test.database);
    uow = new UnitOfWork(test.database);
    clock = new FixedClock('2026-03-18T00:30:00Z'); // 07:30
    office = new PostOffice();
    const url = `smtp://127.0.0.1:${String(await office.open())}`;
    mailer = new SmtpMailer({ url, requireTls: false, from: FROM, timeoutMs: 3000 });
    parts.clear();
    parts.set('ngoc', [
      {
        heading: 'Quá hạn',
        total: 1,
        lines: [{ code: 'PAKN.20260311.0008', words: 'hạn 17:30 ngày 17/03', path: '/phieu/8' }],
      },
    ]);
    await uow.run(async (tx) => {
      for (const username of ['ngoc', 'thang']) {
        await tx.update(StaffEntity, { username }, { email: `${username}@so.example` });
      }
    });
  });
  afterEach(async () => {
    await office.close();
    await test.close();
  });

  /** One of several workers on the same database. */
  function worker(): { writeDigests: WriteDigests; outbox: OutboxWorker } {
    const settings = readSettings({ NODE_ENV: 'test', HOI_AM_PUBLIC_URL: 'https://hoi-am.example' });
    const handlers = new JobHandlers();
    const queries = new NoticeQueries(test.database);
    const sources = new DigestSources();
    sources.add({ partsFor: (actor: Actor) => Promise.resolve(parts.get(deskOf(actor)) ?? []) });
    const outbox = new Outbox(clock);
    handlers.add(new SendDigest(test.database, uow, clock, settings, mailer));
    const calendars = new Calendars(test.database);
    const away = new SubstitutionQueries(test.database);
    const standIns = new StandIns(away, new StaffDirectory(test.database, clock), clock, new Journal(clock), uow);
    const writeDigests = new WriteDigests(uow, clock, settings, calendars, queries, sources, mailer, outbox, standIns);
    return { writeDigests, outbox: outboxOf({ database: test.database, uow, clock }, handlers).worker };
  }
  const digests = (): Promise<MailDigestEntity[]> =>
    test.database.reader.getRepository(MailDigestEntity).find({ order: { day: 'ASC', staffId: 'ASC' } });
  const at = (iso: string): void => clock.advance(new Date(iso).getTime() - clock.now().getTime());

  it('waits for its hour, and goes once to each person who has something to do', async () => {
    const [one, other] = [worker(), worker()];
    expect(await one.writeDigests.write()).toBe(0);
    at('2026-03-18T08:00:00+07:00');
    expect((await one.writeDigests.write()) + (await other.writeDigests.write())).toBe(1);
    expect((await digests()).map(({ staffId, state }) => [staffId, state])).toEqual([
      ['ngoc', 'waiting'],
      ['thang', 'empty'],
    ]);
    await one.outbox.runChannel('mail');
    await other.outbox.runChannel('mail');
    expect(office.taken).toHaveLength(1);
    expect(decodedSubject(office.taken[0] ?? '')).toBe('Việc ngày 18/03/2026: 1 quá hạn');
    expect(office.taken[0]).toContain('Message-ID: <viec.2026-03-18.ngoc@hoi-am.example>');
    expect((await digests())[0]?.state).toBe('sent');
  });

  it('goes to nobody who has chosen to be without', async () => {
    at('2026-03-18T08:00:00+07:00');
    await uow.run((tx) => tx.insert(NoticeChoiceEntity, { staffId: 'ngoc', choice: 'dailyMail' }));
    expect(await worker().writeDigests.write()).toBe(0);
    expect((await digests()).map(({ staffId }) => staffId)).toEqual(['thang']);
  });

  it('tells a substitute what waits for the absent person, besides the own work', async () => {
    await uow.run((tx) =>
      tx.insert(SubstitutionEntity, {
        ...{ id: 'away', principalId: 'ngoc', principalName: 'Nguyễn Thị Hồng Ngọc', roles: ['contactOfficer'] },
        ...{ substituteId: 'thang', substituteName: 'Vũ Đức Thắng', basis: 'Đơn nghỉ phép ngày 16/3.' },
        ...{ validFrom: new Date('2026-03-17T17:00:00Z'), validTo: new Date('2026-03-20T10:00:00Z') },
        ...{ createdById: 'ngoc', createdByName: 'Nguyễn Thị Hồng Ngọc', createdAt: new Date('2026-03-16T02:00:00Z') },
        ...{ agreedAt: new Date('2026-03-16T02:00:00Z'), agreedById: 'ngoc', agreedByName: 'Nguyễn Thị Hồng Ngọc' },
      }),
    );
    at('2026-03-18T08:00:00+07:00');
    expect(await worker().writeDigests.write()).toBe(2);
    const [, toThang] = await digests();
    expect(toThang?.subject).toBe('Việc ngày 18/03/2026: 1 quá hạn (xử lý thay)');
    expect(toThang?.text).toContain('hạn 17:30 ngày 17/03, thay Nguyễn Thị Hồng Ngọc');
  });

  it('counts unread notices and remembers that they went out', async () => {
    await uow.run((tx) =>
      new Notices(clock).tell(tx, { key: 'k', staffId: 'thang', kind: 'news', words: 'Có phiếu mới.' }),
    );
    at('2026-03-18T09:00:00+07:00');
    await worker().writeDigests.write();
    await worker().outbox.runChannel('mail');
    const notice = await test.database.reader.getRepository(NoticeEntity).findOneByOrFail({ key: 'k' });
    expect(notice.mailedAt).toEqual(clock.now());
  });

  it.each([
    ['on a day off', '2026-03-21T09:00:00+07:00'],
    ['after the office has closed', '2026-03-18T20:00:00+07:00'],
  ])('nobody is written to %s', async (_rule, moment) => {
    at(moment);
    expect(await worker().writeDigests.write()).toBe(0);
    expect(await digests()).toEqual([]);
  });

  it('a server that says "not now" is asked again after minutes, with the same letter', async () => {
    at('2026-03-18T08:00:00+07:00');
    await worker().writeDigests.write();
    office.answer = { code: 451, words: 'Tam thoi' };
    await worker().outbox.runChannel('mail');
    expect(await new StuckJobs(test.database, clock).count()).toBe(0);
    office.answer = null;
    clock.advance(120_000);
    await worker().outbox.runChannel('mail');
    expect(office.taken).toHaveLength(0);
    clock.advance(300_000);
    await worker().outbox.runChannel('mail');
    await worker().outbox.runChannel('mail');
    expect(office.taken).toHaveLength(1);
    expect((await digests())[0]?.state).toBe('sent');
  });

  it('a server that says no is not asked again, and somebody can see it', async () => {
    at('2026-03-18T08:00:00+07:00');
    await worker().writeDigests.write();
    office.answer = { code: 550, words: 'Khong co hop thu' };
    await worker().outbox.runChannel('mail');
    office.answer = null;
    clock.advance(3_600_000);
    await worker().outbox.runChannel('mail');
    expect(office.taken).toEqual([]);
    const [digest] = await digests();
    expect(digest).toMatchObject({ state: 'refused' });
    expect(digest?.reason).toContain('Khong co hop thu');
    expect(await new StuckJobs(test.database, clock).list()).toMatchObject([
      { kind: 'notices.mail', outcome: 'givenUp' },
    ]);
  });

  it('a process that dies between sending and noting it sends the same letter again, under the same Message-ID', async () => {
    at('2026-03-18T08:00:00+07:00');
    await worker().writeDigests.write();
    await worker().outbox.runChannel('mail');
    await uow.run(async (tx) => {
      await tx.update(MailDigestEntity, { staffId: 'ngoc' }, { state: 'waiting', endedAt: null });
      await tx.update(OutboxEntity, { kind: 'notices.mail' }, { finishedAt: null, outcome: null });
    });
    await worker().outbox.runChannel('mail');
    expect(office.taken).toHaveLength(2);
    expect(office.taken.map((raw) => /^Message-ID: (?<id>.+)$/mu.exec(raw)?.groups?.['id'])).toEqual([
      '<viec.2026-03-18.ngoc@hoi-am.example>',
      '<viec.2026-03-18.ngoc@hoi-am.example>',
    ]);
  });

  it('a letter that missed its day is not sent: the next one says more', async () => {
    at('2026-03-18T08:00:00+07:00');
    await worker().writeDigests.write();
    at('2026-03-19T08:00:00+07:00');
    await worker().writeDigests.write();
    await worker().outbox.runChannel('mail');
    expect((await digests()).filter(({ staffId }) => staffId === 'ngoc').map(({ state }) => state)).toEqual([
      'outdated',
      'sent',
    ]);
    expect(office.taken).toHaveLength(1);
  });
});
