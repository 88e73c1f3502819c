import { isoInVietnam } from '../../src/kernel/civil-date.js';
import {
  AskCitizen,
  AssignTicket,
  RecordCitizenReply,
  DecideExtension,
  DecideWaiting,
  RequestExtension,
} from '../../src/tickets/index.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { TicketExtensionEntity } from '../../src/tickets/persistence/life.entities.js';
import { atOnce, DAY, LifeOfATicket, PARTIES } from '../support/life-of-a-ticket.js';

const { clerk, officer, head, leader, supervisor } = PARTIES;
const WISH = {
  workingDays: 3,
  reason: 'Cần đối chiếu sổ thu của nhà trường với phụ huynh.',
  progress: 'Đã làm việc với Hiệu trưởng và thu sổ sách ngày 19/3.',
};

/** Received on Wednesday 18/03/2026 at 09:00: five working days end on the 25th. */
describe('more time for a ticket', () => {
  let life: LifeOfATicket;
  beforeEach(async () => {
    life = await LifeOfATicket.begin();
    await life.inHand();
  });
  afterEach(() => life.end());

  const ask = (wish = WISH, actor = officer): Promise<string> =>
    life.get(RequestExtension).request(actor, life.id, wish);
  const grant = async (id: string, actor = supervisor): Promise<void> =>
    life.get(DecideExtension).grant(actor, life.id, id);
  const dueDay = async (): Promise<string> => isoInVietnam((await life.now()).dueAt).slice(0, 16);
  const wishes = (): Promise<TicketExtensionEntity[]> => life.rows.findBy(TicketExtensionEntity, { ticketId: life.id });

  it('rule 12: asked before due with a reason and a promised day, granted by another, told to the citizen', async () => {
    const id = await ask();
    expect(await wishes()).toMatchObject([{ promisedOn: '2026-03-30', granted: null }]);
    expect(await life.noticed(supervisor.id)).toHaveLength(1);
    await grant(id);
    expect(await dueDay()).toBe('2026-03-30T17:30');
    expect(await life.now()).toMatchObject({ extensionsLeft: 0, extensionAskedById: null, state: 'verifying' });
    expect((await life.document()).dueDate).toBe('2026-03-30');
    const [told] = (await life.told('05')).slice(-1);
    expect(told).toContain('chậm nhất hết ngày 30 tháng 3 năm 2026');
    expect(told).toContain(WISH.progress);
    expect(told).not.toContain(WISH.reason);
    expect(await life.noticed(officer.id)).toContainEqual(expect.stringContaining('được gia hạn đến 30/03/2026'));
    expect((await life.deadlines('process')).at(-1)).toMatchObject({ reason: 'extension', extendedBy: 3, revision: 2 });
  });

  it('is not granted among others by somebody from whom words of the ticket are withheld', async () => {
    const id = await ask();
    await life.app.nest
      .get(UnitOfWork)
      .run((tx) => tx.update(TicketEntity, { id: life.id }, { category: 'staffConduct', complainedUnitId: 'vp' }));
    const item = { kind: 'extension', id, ticketId: life.id, seen: (await life.now()).version } as const;
    const decided = await life.get(DecideWaiting).agree({ ...leader, unitId: 'vp' }, [item]);
    expect(decided.map(({ refused }) => refused?.code)).toEqual(['ticket-act-barred']);
    expect(await wishes()).toMatchObject([{ granted: null }]);
  });

  it('rule 12: not after the ticket is due', async () => {
    life.app.clock.advance(8 * DAY);
    await expect(ask()).rejects.toMatchObject({ code: 'ticket-act-barred', details: { guard: 'beforeDue' } });
  });

  it('rule 12: once by default', async () => {
    await grant(await ask());
    await expect(ask()).rejects.toMatchObject({ code: 'ticket-act-barred', details: { guard: 'extensionLeft' } });
  });

  it('rule 12: no day is promised that has passed; the wish can still be refused', async () => {
    const id = await ask();
    const lastMoment = Date.parse('2026-03-30T16:59:59.000Z') - life.app.clock.now().getTime();
    life.app.clock.advance(lastMoment + 1);
    await expect(grant(id)).rejects.toMatchObject({
      code: 'ticket-act-barred',
      details: { message: expect.stringContaining('30/03/2026 đã qua') as string },
    });
    expect(await dueDay()).toBe('2026-03-25T17:30');
    expect(await life.deadlines('process')).toHaveLength(1);
    expect((await life.told('05')).filter((words) => words?.includes('chậm nhất'))).toEqual([]);
    const reason = 'Phiếu đã quá hạn; trả lời ngay.';
    await life.get(DecideExtension).refuse(supervisor, life.id, { extensionId: id, reason });
    expect(await wishes()).toMatchObject([{ granted: false }]);
  });

  it('rule 12: is granted up to the last moment of the day it promises', async () => {
    const id = await ask();
    life.app.clock.advance(Date.parse('2026-03-30T16:59:59.000Z') - life.app.clock.now().getTime());
    await grant(id);
    expect(await dueDay()).toBe('2026-03-30T17:30');
  });

  it('rule 12: the person who asked does not decide', async () => {
    const both = { ...head, roles: [...head.roles, 'supervisor' as const] };
    const id = await ask(WISH, both);
    await expect(grant(id, both)).rejects.toMatchObject({ details: { guard: 'askedByAnother' } });
    await expect(grant(id, head)).rejects.toMatchObject({ code: 'forbidden' });
    await grant(id, leader);
  });

  it('rule 12: the days to choose from reach as far as the policy, each with the day it promises', async () => {
    const { ends, cutByCalendar } = await life.get(RequestExtension).choices(await life.now());
    expect(cutByCalendar).toBe(false);
    expect(ends.map(({ workingDays, due }) => `${workingDays} ${isoInVietnam(due).slice(0, 10)}`)).toEqual([
      '1 2026-03-26',
      '2 2026-03-27',
      '3 2026-03-30',
      '4 2026-03-31',
      '5 2026-04-01',
    ]);
  });

  it.each([
    ['no days', { ...WISH, workingDays: 0 }, 'workingDays'],
    ['more days than the policy allows', { ...WISH, workingDays: 6 }, 'workingDays'],
    ['half a day', { ...WISH, workingDays: 1.5 }, 'workingDays'],
    ['no reason', { ...WISH, reason: 'bận' }, 'reason'],
    ['no word for the citizen', { ...WISH, progress: '' }, 'progress'],
  ])('refuses %s and leaves everything as it was', async (_what, wish, field) => {
    await expect(ask(wish)).rejects.toMatchObject({ code: 'input-invalid', details: { field } });
    expect(await wishes()).toEqual([]);
    expect((await life.now()).extensionAskedById).toBeNull();
  });

  it('rule 12: two who decide at once grant once', async () => {
    const id = await ask();
    const [done, refused] = await atOnce(
      () => grant(id),
      () => grant(id, leader),
    );
    expect([done, refused]).toEqual([1, ['changed-meanwhile']]);
    expect(await dueDay()).toBe('2026-03-30T17:30');
    expect((await life.told('05')).filter((words) => words?.includes(WISH.progress))).toHaveLength(1);
  });

  it('leaves the day as it is when refused, with a reason, and lets the unit ask again', async () => {
    const id = await ask();
    const reason = 'Việc còn lại làm được trong hạn.';
    const decide = life.get(DecideExtension);
    await expect(decide.refuse(supervisor, life.id, { extensionId: id, reason: '' })).rejects.toMatchObject({
      code: 'input-invalid',
    });
    await decide.refuse(supervisor, life.id, { extensionId: id, reason });
    expect(await dueDay()).toBe('2026-03-25T17:30');
    expect(await wishes()).toMatchObject([{ granted: false, decidedById: supervisor.id, decisionReason: reason }]);
    expect((await life.now()).extensionsLeft).toBe(1);
    await ask();
  });

  it('rule 12: a wish falls away when the ticket is handed over', async () => {
    const id = await ask();
    const given = { ticketId: life.id, unitId: 'nui-voi', officerId: 'luc' };
    await life.get(AssignTicket).assign(clerk, given);
    expect((await life.now()).extensionAskedById).toBeNull();
    expect(await wishes()).toMatchObject([{ granted: null, decidedById: null, decidedAt: life.app.clock.now() }]);
    await expect(grant(id)).rejects.toMatchObject({ code: 'changed-meanwhile' });
  });

  it('rule 12: a wish falls away when the ticket is answered', async () => {
    await ask();
    await life.answerAgain();
    expect(await life.now()).toMatchObject({ state: 'answered', extensionAskedById: null });
    expect(await wishes()).toMatchObject([{ granted: null, decidedAt: life.app.clock.now() }]);
  });

  it('rules 12 and 13: more time and a pause add up, and the pause that ended early takes less', async () => {
    await grant(await ask());
    await life.get(AskCitizen).ask(officer, life.id, { text: 'Đề nghị gửi ảnh chụp giấy báo thu tiền.' });
    expect(await dueDay()).toBe('2026-04-06T17:30');
    life.app.clock.advance(2 * DAY);
    await life.get(RecordCitizenReply).record(officer, life.id, 'Người phản ánh đã gửi ảnh.');
    expect(await dueDay()).toBe('2026-04-01T17:30');
  });
});
