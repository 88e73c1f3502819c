import { IncomingDocumentEntity } from '../../src/documents/index.js';
import { DraftEntity } from '../../src/drafting/persistence/drafting.entities.js';
import { NoticeEntity } from '../../src/notices/persistence/notices.entities.js';
import {
  AcceptTicket,
  AssignTicket,
  ClassifyTicket,
  ReturnTicket,
  WorkOnTicket,
  type Classification,
} from '../../src/tickets/index.js';
import { TicketCoordinationEntity } from '../../src/tickets/persistence/life.entities.js';
import type { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { LifeOfATicket, PARTIES } from '../support/life-of-a-ticket.js';

const { clerk, officer } = PARTIES;
const HOUR = 3_600_000;
const WHY = 'Việc quản lý vỉa hè trước cổng trường thuộc Ủy ban nhân dân phường.';

let life: LifeOfATicket;
let received: TicketEntity;
beforeEach(async () => {
  life = await LifeOfATicket.begin();
  received = await life.now();
});
afterEach(() => life.end());

const judged = (change: Partial<Classification>): Classification => ({
  ...{ level: 'normal', category: 'fees', nature: 'feedback', kind: 'petition', complainedUnitId: null },
  ...change,
});
const classify = (change: Partial<Classification>, actor = clerk) =>
  life.get(ClassifyTicket).classify(actor, life.id, judged(change));

describe('judging a ticket that a unit has', () => {
  const assigned = () =>
    life.get(AssignTicket).assign(clerk, {
      ...{ ticketId: life.id, unitId: 'gdtrh', officerId: 'ngoc' },
      coordinators: [{ unitId: 'nui-voi', question: 'Đề nghị cung cấp sổ thu.' }],
    });
  const accept = () => life.get(WorkOnTicket).accept(officer, life.id);
  const note = () =>
    life
      .get(WorkOnTicket)
      .note(officer, life.id, { field: 'measure', audience: 'internal', text: 'Đã yêu cầu dừng thu.' });
  const HELD: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['assigned', assigned],
    [
      'verifying',
      async () => {
        await assigned();
        await accept();
      },
    ],
    [
      'processing',
      async () => {
        await assigned();
        await accept();
        await note();
      },
    ],
  ];

  it.each(HELD)(
    'rule 3: corrects level, category and the unit complained about, and leaves it there: %s',
    async (state, prepare) => {
      await prepare();
      await classify({ level: 'complex', category: 'staffConduct', complainedUnitId: 'nui-voi' });
      expect(await life.now()).toMatchObject({
        ...{ state, level: 'complex', category: 'staffConduct', complainedUnitId: 'nui-voi' },
        ...{ leadUnitId: 'gdtrh', officerId: 'ngoc' },
      });
      expect((await life.deadlines('process')).at(-1)).toMatchObject({
        reason: 'level',
        amount: 10,
        startedAt: received.startedAt,
      });
      expect((await life.course())[0]?.text).toMatch(/hạn mới \d\d:\d\d ngày 01\/04\/2026\./u);
    },
  );

  it('rule 3: counts anew what units owe, each copy of a date with it', async () => {
    await assigned();
    await classify({ level: 'urgent' });
    const [accept] = (await life.deadlines('unitAcknowledge')).slice(-1);
    expect(accept).toMatchObject({ reason: 'level', revision: 2, supersededAt: null });
    expect((await life.now()).acceptBy).toEqual(accept?.dueAt);
    const [reply] = (await life.deadlines('coordinationReply')).slice(-1);
    expect(reply).toMatchObject({ reason: 'level', countedForUnitId: 'nui-voi' });
  });

  it.each(HELD)('rule 7: takes what turns out to be no feedback from the unit: %s', async (_state, prepare) => {
    await prepare();
    life.app.clock.advance(HOUR);
    await classify({ nature: 'denunciation' });
    expect(await life.now()).toMatchObject({
      ...{ state: 'classified', nature: 'denunciation', open: true },
      ...{ leadUnitId: null, officerId: null, acceptBy: null, coordinators: [] },
    });
    for (const duty of ['unitAcknowledge', 'coordinationReply', 'assign']) {
      expect([duty, (await life.deadlines(duty)).every(({ metAt }) => metAt !== null)]).toEqual([duty, true]);
    }
    expect(await life.deadlines('returnNotCompetent')).toMatchObject([
      { startedAt: received.startedAt, amount: 1, unit: 'workingDays', metAt: null },
    ]);
    const asked = await life.rows.findBy(TicketCoordinationEntity, { ticketId: life.id });
    expect(asked).toMatchObject([{ endedAt: life.app.clock.now() }]);
    const { handler } = await life.rows.findOneByOrFail(IncomingDocumentEntity, { id: life.documentId });
    expect(handler).toBeNull();
    const told = await life.rows.findBy(NoticeEntity, { staffId: 'ngoc', ticketId: life.id });
    expect(told.map(({ words }) => words).at(-1)).toBe(
      `Phiếu ${received.code} đã rời đơn vị và về Văn thư; không xử lý tiếp.`,
    );
    await life.get(ReturnTicket).return(clerk, life.id, { agency: 'Thanh tra thành phố', text: WHY });
    expect(await life.deadlines('returnNotCompetent')).toMatchObject([{ metAt: life.app.clock.now() }]);
  });

  it('rule 7: gives up the letter that the unit is writing, and waits for one that has gone to be approved', async () => {
    await assigned();
    await accept();
    const letter = await life.beginLetter();
    await life.set({ state: 'processing' });
    await life.setLetter(letter, 'contentReview');
    await expect(classify({ nature: 'complaint' })).rejects.toMatchObject({ code: 'letter-under-way' });
    await life.setLetter(letter, 'editing');
    await classify({ nature: 'complaint' });
    expect(await life.rows.findOneByOrFail(DraftEntity, { id: letter })).toMatchObject({ state: 'withdrawn' });
  });

  it('rule 7: a ticket that came back leaves the unit that was asked once more, too', async () => {
    await life.set({ state: 'reopened', leadUnitId: 'gdtrh', officerId: 'ngoc', acceptBy: received.dueAt });
    await classify({ nature: 'complaint' });
    expect(await life.now()).toMatchObject({ state: 'classified', leadUnitId: null, acceptBy: null });
  });

  it('is for the desk alone', async () => {
    await assigned();
    await expect(classify({ nature: 'complaint' }, officer)).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('what the desk owes', () => {
  it('is to return what is no feedback, within a time that runs from receipt, and no unit any more', async () => {
    await life.get(AcceptTicket).accept(clerk, life.id);
    life.app.clock.advance(HOUR);
    await classify({ nature: 'complaint' });
    expect(await life.deadlines('assign')).toMatchObject([{ metAt: life.app.clock.now() }]);
    expect(await life.deadlines('returnNotCompetent')).toMatchObject([{ startedAt: received.startedAt, metAt: null }]);
    await classify({ nature: 'denunciation' });
    expect(await life.deadlines('returnNotCompetent')).toHaveLength(1);
  });

  it('is a unit again once it turns out to be feedback after all', async () => {
    await classify({ nature: 'complaint' });
    life.app.clock.advance(HOUR);
    await classify({ nature: 'feedback' });
    expect(await life.deadlines('returnNotCompetent')).toMatchObject([{ metAt: life.app.clock.now() }]);
    expect((await life.deadlines('assign')).at(-1)).toMatchObject({ startedAt: life.app.clock.now(), metAt: null });
  });
});
