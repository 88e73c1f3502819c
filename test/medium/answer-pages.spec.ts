import { IsNull, type EntityManager } from 'typeorm';
import { DraftEntity } from '../../src/drafting/persistence/drafting.entities.js';
import type { Actor } from '../../src/kernel/actor.js';
import { NoticeEntity } from '../../src/notices/persistence/notices.entities.js';
import { StaffDirectory, UnitEntity } from '../../src/organisation/index.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { OutboxEntity } from '../../src/platform/outbox/outbox.entity.js';
import { TicketVisibility } from '../../src/tickets/application/reading/ticket-visibility.js';
import { noteUninformed } from '../../src/tickets/application/reading/uninformed-authors.js';
import { ReminderAudience } from '../../src/tickets/application/deadlines/reminder-audience.js';
import {
  AskCoordination,
  BeginTicketDocument,
  EndCoordination,
  IssueAnswerPage,
  RevokeAnswerPage,
} from '../../src/tickets/index.js';
import { AnswerPageEntity } from '../../src/tickets/persistence/answer-page.entity.js';
import { TicketCoordinationEntity, TicketFileEntity } from '../../src/tickets/persistence/life.entities.js';
import {
  TicketDeadlineEntity,
  TicketEntity,
  TicketEntryEntity,
} from '../../src/tickets/persistence/tickets.entities.js';
import { UninformedAuthorEntity } from '../../src/tickets/persistence/uninformed-author.entity.js';
import { TicketBesidesQuery } from '../../src/web/tickets/ticket-besides-query.js';
import { ANSWER, AskedSchool, CLERK, OFFICER, pdf, QUESTION, SCHOOL } from '../support/asked-school.js';
import type { TestApp } from '../support/test-app.js';

const OTHER: Actor = { ...OFFICER, id: 'luc', name: 'Đoàn Văn Lực', unitId: 'nui-voi' };
const DAY = 86_400_000;

let school: AskedSchool;
let app: TestApp;

beforeEach(async () => {
  school = await AskedSchool.open();
  ({ app } = school);
});

afterEach(() => app.close());

describe('a page for a unit without accounts', () => {
  it('takes one answer, which stands in the course of the ticket, and the officer is told', async () => {
    const secret = await school.issue();
    await school.answer(secret, { files: [pdf('so-thu.pdf')] });
    const page = await school.rows.findOneByOrFail(AnswerPageEntity, { ticketId: school.ticketId });
    expect(await school.request()).toMatchObject({
      reply: ANSWER.reply,
      repliedById: page.id,
      endedAt: app.clock.now(),
    });
    expect(await school.ticket()).toMatchObject({ state: 'processing', evidence: 'files' });
    const line = await school.rows.findOneByOrFail(TicketEntryEntity, {
      ticketId: school.ticketId,
      kind: 'coordinated',
    });
    expect(line).toMatchObject({
      actorId: page.id,
      actorName: 'Trần Thị Mơ',
      title: `${SCHOOL.name} trả lời phối hợp`,
    });
    expect(line.text).toBe(`${ANSWER.reply}\nNgười trả lời: Trần Thị Mơ, Hiệu trưởng.\nTệp gửi kèm: so-thu.pdf.`);
    expect(await school.rows.countBy(TicketFileEntity, { ticketId: school.ticketId, addedById: page.id })).toBe(1);
    const heard = await school.rows.findBy(NoticeEntity, { staffId: 'ngoc', ticketId: school.ticketId });
    expect(heard.map(({ words }) => words)).toContain(
      `Phiếu ${(await school.ticket()).code}: ${SCHOOL.name} đã trả lời phối hợp.`,
    );
  });

  it('rule 21: names nobody: neither the sender nor whom the question names; what is answered there is a guess', async () => {
    const secret = await school.issue();
    const page = await school.read(secret);
    expect(page).toMatchObject({
      standing: 'open',
      unitName: SCHOOL.name,
      code: (await school.ticket()).code,
      answer: null,
    });
    for (const told of ['Bùi Văn Khải', '0900 000 142']) expect(JSON.stringify(page)).not.toContain(told);
    expect(page?.matter?.words).toContain('dạy thêm môn Toán');
    await school.answer(secret);
    expect(await school.rows.countBy(UninformedAuthorEntity, { ticketId: school.ticketId })).toBe(1);
  });

  /** What is not masked unless the name is known. */
  const GUESSED = 'Khải có nộp khoản nào không?';
  const askAgain = async (question: string) => {
    const { id } = await school.request();
    await app.nest.get(UnitOfWork).run((tx) => tx.update(TicketCoordinationEntity, { id }, { question }));
  };
  const asked = async (secret: string) => {
    const draftId = await app.nest
      .get(BeginTicketDocument)
      .begin(OFFICER, school.ticketId, 'cong-van-chuyen', SCHOOL.id);
    const { fields } = await school.rows.findOneByOrFail(DraftEntity, { id: draftId });
    return [(await school.read(secret))?.matter?.question, (fields as { readonly de_nghi?: string }).de_nghi];
  };

  it('rule 21: who knew the sender asks without the name, on the page and in the letter', async () => {
    await askAgain(GUESSED);
    for (const question of await asked(await school.issue())) expect(question).not.toContain('Khải');
  });

  it.each([
    [
      'who wrote without knowing the sender',
      (tx: EntityManager) => noteUninformed(tx, OFFICER, school.ticketId, new Date(0)),
    ],
    [
      'whose unit the sender is hidden from meanwhile',
      (tx: EntityManager) => tx.update(TicketEntity, { id: school.ticketId }, { complainedUnitId: 'gdtrh' }),
    ],
  ])('rule 21: tells %s nothing about a guess, on the page or in the letter', async (_who, becomes) => {
    await askAgain(GUESSED);
    const secret = await school.issue();
    await app.nest.get(UnitOfWork).run(async (tx) => void (await becomes(tx)));
    expect(await asked(secret)).toEqual([GUESSED, GUESSED]);
  });

  it('is kept by a hash alone, and no line of the course or the journal tells its address', async () => {
    const secret = await school.issue();
    for (const entity of [AnswerPageEntity, TicketEntryEntity, OutboxEntity]) {
      expect(JSON.stringify(await school.rows.find(entity))).not.toContain(secret);
    }
  });

  it('shows the answer until its end, and takes no second one', async () => {
    const secret = await school.issue();
    await school.answer(secret);
    await expect(school.answer(secret, { reply: 'Một câu trả lời khác hẳn câu trước.' })).rejects.toMatchObject({
      code: 'ticket-act-barred',
    });
    expect(await school.read(secret)).toMatchObject({ standing: 'answered', answer: { reply: ANSWER.reply } });
    app.clock.advance(30 * DAY);
    expect(await school.read(secret)).toMatchObject({ standing: 'past', matter: null, answer: null });
  });

  it('is late once its time has passed: nothing is taken, and silence is said on the ticket', async () => {
    const secret = await school.issue();
    app.clock.advance(30 * DAY);
    expect(await school.read(secret)).toMatchObject({ standing: 'late', matter: null });
    await expect(school.answer(secret)).rejects.toMatchObject({ code: 'ticket-act-barred' });
    expect(await app.nest.get(EndCoordination).run()).toBe(1);
    expect(await school.request()).toMatchObject({ reply: null, repliedById: null });
  });

  it('is dead when another is given out for the same request, or when it is taken back', async () => {
    const first = await school.issue();
    const second = await school.issue('', CLERK);
    expect([(await school.read(first))?.standing, (await school.read(second))?.standing]).toEqual(['revoked', 'open']);
    const { id } = await school.request();
    await app.nest.get(RevokeAnswerPage).revoke(OFFICER, school.ticketId, id);
    expect((await school.read(second))?.standing).toBe('revoked');
    await expect(school.answer(second)).rejects.toMatchObject({ code: 'ticket-act-barred' });
    await expect(app.nest.get(RevokeAnswerPage).revoke(OFFICER, school.ticketId, id)).rejects.toMatchObject({
      code: 'ticket-act-barred',
    });
    const third = await school.issue();
    await school.answer(third);
    expect((await school.read(third))?.standing).toBe('answered');
  });

  it('is settled once nobody waits for its answer', async () => {
    const secret = await school.issue();
    await app.nest
      .get(UnitOfWork)
      .run((tx) => tx.update(TicketEntity, { id: school.ticketId }, { nature: 'denunciation' }));
    expect(await school.read(secret)).toMatchObject({ standing: 'settled', matter: null });
  });

  it('rule 21: shows nothing of a denunciation, answered or not, and no word of it goes outside', async () => {
    const secret = await school.issue();
    await school.answer(secret);
    await app.nest
      .get(UnitOfWork)
      .run((tx) => tx.update(TicketEntity, { id: school.ticketId }, { nature: 'denunciation' }));
    expect(await school.read(secret)).toMatchObject({ standing: 'past', matter: null, answer: null });
    const visibility = app.nest.get(TicketVisibility, { strict: false });
    const text = await visibility.outside(await school.ticket(), school.rows);
    const by = { uninformed: false, colleagues: [] };
    expect(text.ofCitizen((await school.ticket()).words) + text.ofStaff(QUESTION, by)).toBe(
      'Nội dung được giữ bí mật'.repeat(2),
    );
  });

  it.each(['', 'x', '../tep', 'a'.repeat(32)])(
    'tells of an address that was never given out nothing: %s',
    async (secret) => {
      expect(await school.read(secret)).toBeNull();
      await expect(school.answer(secret)).rejects.toMatchObject({ code: 'not-found' });
    },
  );

  it('takes one answer, whoever is quicker', async () => {
    const secret = await school.issue();
    const reply = 'Một câu trả lời khác hẳn câu kia.';
    const ends = await Promise.allSettled([school.answer(secret), school.answer(secret, { reply })]);
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await school.rows.countBy(TicketEntryEntity, { ticketId: school.ticketId, kind: 'coordinated' })).toBe(1);
  });

  it.each([
    ['name', { name: '' }],
    ['position', { position: ' ' }],
    ['reply', { reply: 'ngắn' }],
  ])('asks for the %s, and leaves nothing behind', async (field, change) => {
    const secret = await school.issue();
    await expect(school.answer(secret, change)).rejects.toMatchObject({ code: 'input-invalid', details: { field } });
    expect(await school.rows.countBy(AnswerPageEntity, { answeredAt: IsNull() })).toBe(1);
  });
});

describe('who gives pages out', () => {
  it('the lead unit and the registry, nobody else', async () => {
    await expect(school.issue('', OTHER)).rejects.toMatchObject({ code: 'not-found' });
    await expect(school.issue('', { ...OTHER, id: 'khanh', roles: ['leader'] })).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect(await school.issue('', CLERK)).toHaveLength(32);
  });

  it('not for a unit that has accounts, one of the headquarters, or an answer that is not owed: each is told why', async () => {
    const division = { id: 'khao-thi', code: 'KhaoThi', name: 'Phòng Khảo thí', symbol: 'KT', parentId: null };
    const { id: ofSchool } = await school.request();
    await app.nest.get(UnitOfWork).run((tx) => tx.insert(UnitEntity, { ...division, kind: 'division' }));
    await app.nest
      .get(AskCoordination)
      .ask(OFFICER, { ticketId: school.ticketId, asks: [{ unitId: 'nui-voi', question: QUESTION }] });
    const { id } = await school.rows.findOneByOrFail(TicketCoordinationEntity, { unitId: 'nui-voi' });
    const issue = (coordinationId: string) =>
      app.nest.get(IssueAnswerPage).issue(OFFICER, { ticketId: school.ticketId, coordinationId, mailTo: '' });
    const barred = (message: string) => ({
      code: 'ticket-act-barred',
      details: { message: expect.stringContaining(message) as unknown },
    });
    await expect(issue(id)).rejects.toMatchObject(barred('có tài khoản trên hệ thống'));
    await expect(issue('nothing')).rejects.toMatchObject(barred('đã trả lời hoặc đã hết hạn'));
    // Whoever answered there has left since.
    const asked = { unitId: division.id };
    await app.nest.get(UnitOfWork).run((tx) => tx.update(TicketCoordinationEntity, { id: ofSchool }, asked));
    await expect(issue(ofSchool)).rejects.toMatchObject(barred('thuộc cơ quan Sở'));
    const coordinations = await school.rows.findBy(TicketCoordinationEntity, { ticketId: school.ticketId });
    const besides = app.nest.get(TicketBesidesQuery, { strict: false });
    expect([...(await besides.byPage(await school.ticket(), { coordinations })).units.keys()]).toEqual([]);
  });

  it('rule 14: the lead officer hears the reminders of a unit that reads none of ours', async () => {
    const audience = new ReminderAudience(app.nest.get(StaffDirectory), app.clock);
    const heard = await app.nest.get(UnitOfWork).run(async (tx) => {
      const owed = { duty: 'coordinationReply' as const, countedForUnitId: 'sao-mai' };
      expect(await audience.isHeardByOthers(['sao-mai'])).toBe(true);
      return audience.of(tx, await school.ticket(), owed, ['officer', 'unitHead']);
    });
    expect([...heard]).toEqual([
      ['ngoc', 'officer'],
      ['thang', 'unitHead'],
    ]);
    const [period] = await school.rows.findBy(TicketDeadlineEntity, {
      ticketId: school.ticketId,
      duty: 'coordinationReply',
    });
    expect(period).toMatchObject({ countedForUnitId: 'sao-mai', metAt: null });
  });
});
