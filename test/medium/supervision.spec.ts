import { JournalEntryEntity } from '../../src/journal/persistence/journal.entities.js';
import { civilDate, civilDateOf } from '../../src/kernel/civil-date.js';
import { NoticeEntity } from '../../src/notices/persistence/notices.entities.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { FileStore } from '../../src/platform/files/file-store.js';
import { DispatchEntity } from '../../src/exchange/persistence/exchange.entities.js';
import { SignatureRequestEntity } from '../../src/signing/persistence/signing.entities.js';
import {
  Directives,
  DrawSample,
  ProposeLetters,
  ReminderLetters,
  RemindOfDirectives,
  SupervisionBoard,
  SupervisionQueries,
  WriteInspectionNote,
  type BoardQuestion,
} from '../../src/supervision/index.js';
import { isAsDrawn } from '../../src/supervision/domain/draw.js';
import type { TicketCursor } from '../../src/tickets/index.js';
import { DirectiveEntity } from '../../src/supervision/persistence/supervision.entities.js';
import { WATCHED, type Watched } from '../../src/tickets/domain/deadlines/watched.js';
import { TicketEntity, TicketEntryEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { noteHeard } from '../../src/tickets/persistence/unit-heard.js';
import { aTicket, type TicketFields } from '../support/a-ticket.js';
import { LifeOfATicket, PARTIES, PDF } from '../support/life-of-a-ticket.js';

const { supervisor, leader, head, officer, stranger, clerk } = PARTIES;
const QUESTION: BoardQuestion = { from: civilDate('2026-03-01'), to: civilDate('2026-03-31') };
const HOUR = 3_600_000;
const NOW = Date.parse('2026-03-18T02:00:00Z');
const at = (hours: number): Date => new Date(NOW + hours * HOUR);

let life: LifeOfATicket;
let tickets = 0;

beforeAll(async () => {
  life = await LifeOfATicket.begin();
});
afterAll(() => life.end());

const board = () => life.get(SupervisionBoard);
const queries = () => life.get(SupervisionQueries);
const told = async (staffId: string) => (await life.rows.findBy(NoticeEntity, { staffId })).map(({ words }) => words);

/** A ticket in the hands of a unit, a day before its end, and just spoken of. */
async function ticket(change: Partial<TicketFields> = {}): Promise<string> {
  tickets += 1;
  const id = `giam-sat-${tickets}`;
  const inHand = { state: 'processing', leadUnitId: 'gdtrh', officerId: 'ngoc', category: 'fees' } as const;
  const end = { dueAt: at(24), legalEndAt: at(24) };
  const row = aTicket({ id, code: `GS-${tickets}`, hotlineCode: null, ...inHand, ...end, ...change });
  const line = { id: `line-${tickets}`, ticketId: id, at: at(-1), actorId: 'ngoc', actorName: 'Ngọc', text: null };
  await life.get(UnitOfWork).run(async (tx) => {
    await tx.insert(TicketEntity, row);
    await tx.insert(TicketEntryEntity, { ...line, kind: 'progress', title: 'Tiến độ', toHotline: false });
    await noteHeard(tx, { ticketId: id, unitId: 'gdtrh', at: line.at });
  });
  return id;
}

/** What a number counts, as the list behind it names it. */
async function listed(what: Watched, question: BoardQuestion = QUESTION): Promise<string[]> {
  const filter = await board().filterOf(question, what);
  const ids: string[] = [];
  for (let after = null as TicketCursor | null; ;) {
    const rows = await board().page(supervisor, filter, { after, size: 3 });
    ids.push(...rows.map(({ id }) => id));
    const last = rows.at(-1);
    if (last === undefined || rows.length < 3) return ids.sort();
    after = { at: last.dueAt, id: last.id };
  }
}

describe('the course of feedback', () => {
  const openIn = async (question: BoardQuestion) =>
    (await board().trends(supervisor, question)).states.filter(({ held }) => held > 0);

  it('is told by week, by age and by state, of one unit and category too', async () => {
    const { startedAt } = await life.rows.findOneByOrFail(TicketEntity, { id: life.id });
    const { weeks, ages, longest } = await board().trends(supervisor, QUESTION);
    expect(weeks.map(({ received }) => received)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
    expect(ages.map(({ held }) => held)).toEqual([1, 0, 0, 0, 0]);
    expect(longest).toEqual({ since: civilDateOf(startedAt), days: 0 });
    expect(await openIn(QUESTION)).toEqual([{ state: 'received', held: 1 }]);
    expect(await openIn({ ...QUESTION, unitId: null })).toEqual([{ state: 'received', held: 1 }]);
    expect(await openIn({ ...QUESTION, category: 'diplomas' })).toEqual([]);
    const elsewhere = await board().trends(supervisor, { ...QUESTION, unitId: 'nui-voi' });
    expect([elsewhere.longest, elsewhere.weeks.at(-1)?.received]).toEqual([null, 0]);
  });
});

describe('the board of supervision', () => {
  const made: Partial<Record<Watched, string[]>> = {};
  const answered = { state: 'answered', open: false, closedAt: null } as const;

  beforeAll(async () => {
    await life.set({ state: 'withdrawn', open: false });
    const late = { dueAt: at(-30), legalEndAt: at(-30) };
    made.overdue = [await ticket(late), await ticket({ ...late, leadUnitId: 'nui-voi', category: 'other' })];
    const paused = await ticket({ ...late, state: 'waitingCitizenInfo', pausedAt: at(-40) });
    made.notAccepted = [await ticket({ state: 'assigned', acceptBy: at(-1) })];
    const silent = await ticket();
    await life.get(UnitOfWork).run((tx) => tx.update(TicketEntity, { id: silent }, { heardAt: at(-24 * 8) }));
    // What another unit writes about the second is no word of its own unit.
    made.silent = [silent, ...made.overdue.slice(1)];
    made.reopened = [await ticket({ cycle: 2 })];
    const stuck = await ticket({ ...answered, answeredAt: at(-400 * 24) });
    made.stuckInExchange = [stuck];
    const failed = await ticket({ leadUnitId: null });
    made.signatureFailed = [failed];
    made.answeredInTime = [await ticket({ ...answered, answeredAt: at(-2), rating: 5 })];
    made.answeredLate = [await ticket({ ...answered, ...late, answeredAt: at(-2), rating: 2 })];
    made.rated = [...made.answeredInTime, ...made.answeredLate];
    made.dissatisfied = made.answeredLate;
    made.inTime = [paused, ...made.notAccepted, silent, ...made.reopened, failed];
    await life.get(UnitOfWork).run(async (tx) => {
      await tx.insert(DispatchEntity, {
        ...{ id: 'd-1', consignmentId: 'd-1', kind: 'status', aboutDocumentId: `incoming-${stuck}`, status: '06' },
        ...{ createdAt: at(-2), sentAt: null, failure: null },
      });
      await tx.insert(SignatureRequestEntity, {
        ...{ id: 's-1', clientRequestId: 's-1', remoteRevision: 1, state: 'proofFailed', draftId: 'dr-1' },
        ...{ draftRevision: 1, caseKind: 'ticket', caseId: failed, subject: '', notation: '', recipients: [] },
        ...{ keeper: '', leaderId: 'khanh', leaderName: '', leaderCode: '', submittedById: 'ngoc' },
        ...{ submittedSha256: '0', createdAt: at(-3) },
      });
    });
  });

  it.each(WATCHED)('counts “%s” as the list behind it, page by page', async (what) => {
    const wanted = [...(made[what] ?? [])].sort();
    expect(wanted.length).toBeGreaterThan(0);
    expect(await listed(what)).toEqual(wanted);
    const read = await board().read(supervisor, QUESTION);
    expect(read.all.held[what]).toBe(wanted.length);
    for (const [unitId, line] of read.units) {
      const ofUnit = await listed(what, { ...QUESTION, unitId });
      expect([unitId, ofUnit.length]).toEqual([unitId, line.held[what]]);
    }
  });

  it('says what share was in time and how many stars were given, of a category, a unit and a time', async () => {
    const { all } = await board().read(leader, { ...QUESTION, category: 'fees' });
    expect(all).toMatchObject({ held: { overdue: 1 }, inTimeShare: 0.5, stars: 3.5 });
    const before = { from: civilDate('2026-02-01'), to: civilDate('2026-03-17') };
    expect((await board().read(leader, before)).all).toMatchObject({ inTimeShare: null, held: { overdue: 2 } });
    expect((await board().read(head, QUESTION)).units.has('nui-voi')).toBe(false);
  });
});

describe('a sample for inspection', () => {
  it('is drawn by lot, kept with its seed, and can be drawn again', async () => {
    const draw = { question: QUESTION, what: 'inTime', size: 2, purpose: 'Kiểm tra tháng 3' } as const;
    await expect(life.get(DrawSample).draw(leader, draw)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(life.get(DrawSample).draw(supervisor, { ...draw, size: 0 })).rejects.toMatchObject({
      code: 'input-invalid',
    });
    const id = await life.get(DrawSample).draw(supervisor, draw);
    const sample = await queries().sample(id);
    if (sample === null) throw new Error('Nothing was kept.');
    expect(sample.chosen).toHaveLength(2);
    expect(sample.population).toEqual(await listed('inTime'));
    expect(isAsDrawn(sample, sample.populationSha256)).toBe(true);
    const line = await life.rows.findOneByOrFail(JournalEntryEntity, { action: 'sample.draw', objectId: id });
    expect(line.detail).toMatchObject({ seed: sample.seed, of: sample.population.length, drawn: 2 });

    const [ticketId = ''] = sample.chosen;
    const files = [{ name: 'bien-ban.pdf', content: PDF }];
    const note = { ticketId, sampleId: id, kind: 'verification', finding: 'partly', happenedOn: null } as const;
    const found = { place: 'Trường THPT Núi Voi', text: 'Đã gặp ba phụ huynh; có thu, không phải mọi lớp.' };
    await life.get(WriteInspectionNote).write(supervisor, { ...note, ...found, files });
    expect(await queries().notedIn(id)).toEqual(new Map([[ticketId, 1]]));
    const [kept] = await queries().notesOf(ticketId);
    expect(kept).toMatchObject({ note: { happenedOn: '2026-03-18' }, files: [{ name: 'bien-ban.pdf' }] });
    const other = { ...note, ...found, files: [], sampleId: 'khac' };
    await expect(life.get(WriteInspectionNote).write(supervisor, other)).rejects.toMatchObject({ code: 'not-found' });
    await expect(life.get(WriteInspectionNote).write(officer, other)).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('a directive', () => {
  const given = { unitId: 'gdtrh', ticketId: null, text: 'Rà soát mọi khoản thu của lớp 10.' };

  it('is answered by its unit, sent back, answered again and closed, each step kept and told', async () => {
    const directives = life.get(Directives);
    const dueOn = civilDate('2026-03-20');
    await expect(directives.issue(clerk, { ...given, dueOn })).rejects.toMatchObject({ code: 'forbidden' });
    const id = await directives.issue(supervisor, { ...given, dueOn });
    expect(await told('thang')).toContainEqual(
      expect.stringContaining('chỉ đạo mới, trả lời chậm nhất ngày 20/03/2026'),
    );
    await expect(directives.answer(stranger, id, given.text)).rejects.toMatchObject({ code: 'forbidden' });
    await directives.answer(officer, id, 'Đã rà soát 12 lớp, trả lại 3 khoản thu.');
    await expect(directives.answer(head, id, given.text)).rejects.toMatchObject({ code: 'changed-meanwhile' });
    await directives.giveBack(leader, id, { text: 'Nêu rõ từng lớp.', dueOn: civilDate('2026-03-23') });
    await directives.answer(head, id, 'Lớp 10A1, 10A4, 10A7.');
    await directives.close(supervisor, id, 'Đạt.');
    const steps = await queries().stepsOf(id);
    expect(steps.map(({ position, kind, byId }) => [position, kind, byId])).toEqual([
      [1, 'issue', 'giamsat'],
      [2, 'answer', 'ngoc'],
      [3, 'return', 'khanh'],
      [4, 'answer', 'thang'],
      [5, 'close', 'giamsat'],
    ]);
    expect(await queries().directive(id)).toMatchObject({ state: 'closed', dueOn: '2026-03-23' });
    expect(await queries().directiveCount('every', 'open')).toBe(0);
  });

  it('that is overdue is counted, and each working day told to its unit and to its issuer', async () => {
    const id = await life.get(Directives).issue(leader, { ...given, dueOn: civilDate('2026-03-18') });
    expect(await queries().overdueDirectives('every', civilDate('2026-03-18'))).toBe(0);
    life.app.clock.advance(24 * HOUR);
    expect(await queries().overdueDirectives(['gdtrh'], civilDate('2026-03-19'))).toBe(1);
    expect(await queries().overdueDirectives(['nui-voi'], civilDate('2026-03-19'))).toBe(0);
    expect(await life.get(RemindOfDirectives).run()).toBe(1);
    expect(await life.get(RemindOfDirectives).run()).toBe(0);
    for (const person of ['thang', 'ngoc', 'khanh']) {
      expect(await told(person)).toContainEqual(expect.stringContaining('đã quá hạn ngày 18/03/2026'));
    }
    await life.get(UnitOfWork).run(async (tx) => {
      expect(await life.get(Directives).lyingWith(tx, { unitId: 'gdtrh' })).toMatchObject([{ count: 1 }]);
      const to = { unitId: 'nui-voi', officerId: null };
      await life.get(Directives).handOver(tx, clerk, { from: { unitId: 'gdtrh' }, to, because: 'Đơn vị giải thể' });
    });
    expect(await life.rows.findOneByOrFail(DirectiveEntity, { id })).toMatchObject({
      unitId: 'nui-voi',
      state: 'open',
    });
    life.app.clock.advance(-24 * HOUR);
  });
});

describe('a letter that reminds a unit', () => {
  it('is made by one press, once a day for the same tickets', async () => {
    const letters = life.get(ReminderLetters);
    await expect(letters.toUnit(officer, 'gdtrh')).rejects.toMatchObject({ code: 'forbidden' });
    await expect(letters.toUnit(supervisor, 'van-phong')).rejects.toMatchObject({ code: 'input-invalid' });
    const id = await letters.toUnit(supervisor, 'gdtrh');
    expect(await letters.toUnit(supervisor, 'gdtrh')).toBe(id);
    await life.app.work();
    const letter = await queries().letter(id);
    expect(letter).toMatchObject({
      state: 'made',
      problem: null,
      ticketIds: await listed('overdue', { ...QUESTION, unitId: 'gdtrh' }),
    });
    const docx = await life.get(FileStore).get(letter?.letterSha256 ?? '');
    expect(docx.subarray(0, 2).toString()).toBe('PK');
    const [silent = ''] = await listed('silent');
    expect(await queries().letter(await letters.aboutTicket(supervisor, silent))).toMatchObject({
      ticketIds: [silent],
    });
  });

  it('leaves out what was answered meanwhile, and is not made of nothing', async () => {
    const id = await ticket({ dueAt: at(-30), legalEndAt: at(-30), leadUnitId: 'cau-rao' });
    const letter = await life.get(ReminderLetters).aboutTicket(supervisor, id);
    const answered = { state: 'answered', open: false, answeredAt: at(0) } as const;
    await life.get(UnitOfWork).run((tx) => tx.update(TicketEntity, { id }, answered));
    await life.app.work();
    expect(await queries().letter(letter)).toMatchObject({ state: 'dropped', letterSha256: null });
  });

  it('is proposed by the rule to units that are long overdue, once, and decided by a person', async () => {
    life.app.clock.advance(9 * 24 * HOUR);
    expect(await life.get(ProposeLetters).run()).toBe(2);
    expect(await life.get(ProposeLetters).run()).toBe(0);
    const [one, other] = (await queries().letters()).filter(({ state }) => state === 'proposed');
    if (!one || !other) throw new Error('Two were proposed.');
    const letters = life.get(ReminderLetters);
    await letters.confirm(supervisor, one.id);
    await letters.drop(supervisor, other.id, 'Đã gọi điện cho đơn vị.');
    await expect(letters.confirm(supervisor, other.id)).rejects.toMatchObject({ code: 'changed-meanwhile' });
    await life.app.work();
    expect((await queries().letter(one.id))?.state).toBe('made');
    expect(await life.get(ProposeLetters).run()).toBe(0);
    expect(await told('giamsat')).toContainEqual(expect.stringContaining('Có 2 công văn đôn đốc chờ quyết định'));
  });
});
