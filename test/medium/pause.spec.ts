import { isoInVietnam } from '../../src/kernel/civil-date.js';
import { AskCitizen, RecordCitizenReply, EndPauses, RejectUnfounded, WithdrawTicket } from '../../src/tickets/index.js';
import { TicketPauseEntity } from '../../src/tickets/persistence/life.entities.js';
import { DAY, LifeOfATicket, PARTIES } from '../support/life-of-a-ticket.js';

const { clerk, officer, head, stranger } = PARTIES;
const REQUEST = 'Đề nghị gửi ảnh chụp giấy báo thu tiền của nhà trường.';
const REPLY = 'Người phản ánh gửi ảnh giấy báo thu tháng 3 qua Tổng đài.';
const UNFOUNDED = 'Không có giấy báo thu nên chưa đủ cơ sở để xem xét khoản thu.';

/** Received on Wednesday 18/03/2026 at 09:00: five working days end on the 25th. */
describe('waiting for the citizen', () => {
  let life: LifeOfATicket;
  beforeEach(async () => {
    life = await LifeOfATicket.begin();
    await life.inHand();
  });
  afterEach(() => life.end());

  const ask = (): Promise<void> => life.get(AskCitizen).ask(officer, life.id, { text: REQUEST });
  const reply = (): Promise<void> => life.get(RecordCitizenReply).record(clerk, life.id, REPLY);
  const dueDay = async (): Promise<string> => isoInVietnam((await life.now()).dueAt).slice(0, 16);
  const pauses = (): Promise<TicketPauseEntity[]> => life.rows.findBy(TicketPauseEntity, { ticketId: life.id });

  it('rule 13: the clock stands still while the citizen is waited for, and the date shown is counted to the cap', async () => {
    expect(await dueDay()).toBe('2026-03-25T17:30');
    await ask();
    const ticket = await life.now();
    expect(ticket).toMatchObject({ state: 'waitingCitizenInfo', informationAsked: true, informationLapsed: false });
    expect(ticket.pausedAt).toEqual(life.app.clock.now());
    expect((await pauses()).map(({ until }) => isoInVietnam(until))).toEqual(['2026-03-25T23:59:59+07:00']);
    expect(await dueDay()).toBe('2026-04-01T17:30');
    expect((await life.document()).dueDate).toBe('2026-04-01');
    const [told] = (await life.told('05')).slice(-1);
    expect(told).toContain('chậm nhất hết ngày 25 tháng 3 năm 2026');
    expect(told).toContain(REQUEST);
  });

  it('rule 13: a reply lets the clock run again from then', async () => {
    await ask();
    life.app.clock.advance(2 * DAY);
    await reply();
    expect(await life.now()).toMatchObject({ state: 'processing', pausedAt: null, informationLapsed: false });
    expect(await dueDay()).toBe('2026-03-27T17:30');
    expect((await life.document()).dueDate).toBe('2026-03-27');
    expect(await pauses()).toMatchObject([{ endedAt: life.app.clock.now(), reply: REPLY }]);
    const counts = await life.deadlines('process');
    expect(counts.map(({ reason, revision, supersededAt }) => [reason, revision, supersededAt === null])).toEqual([
      ['receipt', 1, false],
      ['pause', 2, false],
      ['pause', 3, true],
    ]);
    expect(counts.at(-1)?.proof.map((line) => line.reason)).toContainEqual(
      expect.stringMatching(/^Tạm dừng: chờ người phản ánh bổ sung thông tin, từ 18\/03 09:00 đến 20\/03 09:00$/u),
    );
  });

  it('rule 13: the pause ends at its cap by itself, once, however late and however many look', async () => {
    await ask();
    life.app.clock.advance(9 * DAY);
    const job = life.get(EndPauses);
    const ended = await Promise.all([job.run(), job.run()]);
    expect(ended.reduce((sum, each) => sum + each)).toBe(1);
    expect(await job.run()).toBe(0);
    expect(await life.now()).toMatchObject({ state: 'processing', pausedAt: null, informationLapsed: true });
    expect((await pauses()).map(({ endedAt }) => endedAt && isoInVietnam(endedAt))).toEqual([
      '2026-03-25T23:59:59+07:00',
    ]);
    expect(await dueDay()).toBe('2026-04-01T17:30');
    expect(await life.deadlines('process')).toHaveLength(2);
    expect(await life.noticed(officer.id)).toContainEqual(expect.stringContaining('Người phản ánh chưa bổ sung'));
    expect(await life.journalled('ticket.informationLapsed')).toBe(1);
  });

  it('rule 13: the last day belongs to the citizen to its end', async () => {
    await ask();
    life.app.clock.advance(7 * DAY + 14 * 3_600_000);
    expect(await life.get(EndPauses).run()).toBe(0);
    life.app.clock.advance(2 * 3_600_000);
    expect(await life.get(EndPauses).run()).toBe(1);
  });

  it('rule 13: a reply after the cap takes no more time off than the cap', async () => {
    await ask();
    life.app.clock.advance(9 * DAY);
    await reply();
    expect(await dueDay()).toBe('2026-04-01T17:30');
    expect(await life.get(EndPauses).run()).toBe(0);
  });

  it('rule 13: the citizen is asked once in a cycle', async () => {
    await ask();
    await reply();
    await expect(ask()).rejects.toMatchObject({ code: 'ticket-act-barred' });
  });

  it('rule 6: ends for want of grounds only after the time passed, in words the citizen reads', async () => {
    const end = (actor = head, text = UNFOUNDED) => life.get(RejectUnfounded).reject(actor, life.id, { text });
    await ask();
    await expect(end()).rejects.toMatchObject({ code: 'ticket-transition-refused' });
    life.app.clock.advance(9 * DAY);
    await life.get(EndPauses).run();
    await expect(end(head, 'ngắn quá')).rejects.toMatchObject({ code: 'input-invalid' });
    await expect(end(officer)).rejects.toMatchObject({ code: 'forbidden' });
    await end();
    expect(await life.now()).toMatchObject({ state: 'rejected', open: false });
    expect(await life.told('02')).toEqual([expect.stringContaining(UNFOUNDED)]);
    expect((await life.deadlines('process')).at(-1)?.metAt).not.toBeNull();
  });

  it('rule 13: a ticket that leaves while the citizen is waited for takes its pause to an end', async () => {
    await ask();
    life.app.clock.advance(DAY);
    await life.get(WithdrawTicket).withdraw(clerk, life.id, 'Người phản ánh báo đã nhận lại tiền.');
    expect(await life.now()).toMatchObject({ state: 'withdrawn', pausedAt: null });
    expect((await pauses()).map(({ endedAt }) => endedAt)).toEqual([life.app.clock.now()]);
    life.app.clock.advance(9 * DAY);
    expect(await life.get(EndPauses).run()).toBe(0);
  });

  it.each([
    ['too short a text', officer, 'Gửi ảnh.', 'input-invalid'],
    ['somebody of another unit', stranger, REQUEST, 'not-found'],
    ['a clerk', clerk, REQUEST, 'forbidden'],
  ])('refuses %s and leaves everything as it was', async (_who, actor, text, code) => {
    await expect(life.get(AskCitizen).ask(actor, life.id, { text })).rejects.toMatchObject({ code });
    expect(await pauses()).toEqual([]);
    expect(await life.deadlines('process')).toHaveLength(1);
  });
});
