import {
  Calendars,
  ConfirmCalendar,
  ProposeCalendar,
  withChange,
  type CalendarChange,
} from '../../src/calendar/index.js';
import { OpenDeadlines } from '../../src/calendar/ports/open-deadlines.port.js';
import { JournalEntryEntity } from '../../src/journal/persistence/journal.entities.js';
import type { Actor } from '../../src/kernel/actor.js';
import { civilDate, isoInVietnam } from '../../src/kernel/civil-date.js';
import { POLICY_SETS } from '../../src/law/index.js';
import { OutboxEntity } from '../../src/platform/outbox/outbox.entity.js';
import { Policies, PublishPolicy } from '../../src/policies/index.js';
import { ApplyPolicyToOpenTickets, AssignTicket, PreviewRecount, WorkOnTicket } from '../../src/tickets/index.js';
import { RecountOpenTickets } from '../../src/tickets/application/deadlines/recount-open-tickets.js';
import { TicketAssignmentEntity, TicketDeadlineEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { LifeOfATicket, PARTIES } from '../support/life-of-a-ticket.js';

const administrator: Actor = { id: 'quantri', name: 'Lê Văn An', unitId: null, roles: ['administrator'] };
const FRIDAY = civilDate('2026-03-20');

const HOLIDAY: CalendarChange = {
  kind: 'day',
  date: FRIDAY,
  dayOff: { kind: 'holiday', date: FRIDAY, name: 'Nghỉ thêm', source: 'Công văn 12/UBND', confidence: 'confirmed' },
  makeUp: null,
};
const WORDS = { reason: 'Thành phố cho nghỉ thêm', source: 'Công văn 12/UBND' };
const REASON = 'Theo kết luận họp giao ban ngày 18/3.';

/** Received on Wednesday 18/03/2026 at 09:00: five working days end on the 25th. */
describe('counting open tickets again', () => {
  let life: LifeOfATicket;
  beforeEach(async () => {
    life = await LifeOfATicket.begin();
  });
  afterEach(() => life.end());

  const dueDay = async (): Promise<string> => isoInVietnam((await life.now()).dueAt).slice(0, 16);
  const recounts = async (): Promise<string[]> =>
    (await life.course()).filter(({ kind }) => kind === 'recounted').map(({ title }) => title);

  const newCalendar = async (change: CalendarChange = HOLIDAY): Promise<void> => {
    const calendars = life.get(Calendars);
    const proposalId = await life.get(ProposeCalendar).propose(administrator, { change, ...WORDS });
    await life.get(ConfirmCalendar).confirm(administrator, { proposalId, against: await calendars.inForce() });
  };

  /** The shipped rules with another limit for ordinary matters, in force from today. */
  const newRules = async (amount: number): Promise<void> => {
    const [shipped] = POLICY_SETS;
    if (shipped === undefined) throw new Error('No rules ship');
    const { limits } = shipped;
    const normal = { amount, unit: 'workingDays', source: { standing: 'choice', text: 'Thông báo 12' } } as const;
    const process = { ...limits.process, normal };
    const draft = { ...shipped, name: 'Bộ mới', validFrom: civilDate('2026-03-18'), limits: { ...limits, process } };
    await life.get(PublishPolicy).publish(administrator, { draft, reason: REASON, basedOn: 1, latest: 1 });
  };

  describe('by a calendar', () => {
    it('rule 27: a holiday added later moves open tickets and records the old and the new date', async () => {
      await life.inHand();
      await newCalendar();
      expect(await dueDay()).toBe('2026-03-25T17:30');
      await life.app.work();
      expect(await dueDay()).toBe('2026-03-26T17:30');
      expect((await life.document()).dueDate).toBe('2026-03-26');
      expect(await recounts()).toEqual([
        'Hạn đổi từ 17:30 ngày 25/03/2026 sang 17:30 ngày 26/03/2026 vì lịch làm việc bản 3',
      ]);
      const [old, now] = await life.deadlines('process');
      expect(old).toMatchObject({ calendarVersion: 2, supersededAt: life.app.clock.now() });
      expect(now).toMatchObject({ calendarVersion: 3, supersededAt: null, reason: 'calendar', revision: 2 });
      const [line] = await life.rows.findBy(JournalEntryEntity, { action: 'ticket.recount' });
      expect(line?.detail).toMatchObject({
        moved: [{ duty: 'process', from: '2026-03-25T10:30:00.000Z', to: '2026-03-26T10:30:00.000Z' }],
      });
    });

    it('rule 27: shows what would move before it is confirmed, and writes nothing', async () => {
      const proposed = withChange(await life.get(Calendars).ofAgency(), HOLIDAY);
      const { count, rows } = await life.app.nest.get(OpenDeadlines, { strict: false }).movedBy(proposed, 10);
      expect(count).toBe(1);
      expect(rows.map(({ oldDue, newDue }) => [isoInVietnam(oldDue), newDue && isoInVietnam(newDue)])).toEqual([
        ['2026-03-25T17:30:00+07:00', '2026-03-26T17:30:00+07:00'],
      ]);
      const without = { ...proposed, years: [2024, 2025] };
      expect((await life.app.nest.get(OpenDeadlines, { strict: false }).movedBy(without, 10)).rows).toMatchObject([
        { newDue: null },
      ]);
      expect((await life.app.nest.get(OpenDeadlines, { strict: false }).movedBy(proposed, 0)).rows).toEqual([]);
      expect(await life.deadlines('process')).toHaveLength(1);
    });

    it('rule 27: exactly once, also when the work is begun again', async () => {
      await newCalendar();
      await life.app.work();
      await life.get(RecountOpenTickets).recount({ reason: 'calendar' });
      expect(await recounts()).toHaveLength(1);
      expect(await life.deadlines('process')).toHaveLength(2);
    });

    it('rule 27: a calendar that moves nothing leaves no trace', async () => {
      const date = civilDate('2026-11-25');
      await newCalendar({ ...HOLIDAY, date, dayOff: { ...HOLIDAY.dayOff, date } } as CalendarChange);
      await life.app.work();
      expect(await recounts()).toEqual([]);
      expect(await life.deadlines('process')).toHaveLength(1);
    });

    it('rule 27: tickets that were answered keep the rules of their time', async () => {
      await life.answered();
      const before = await life.deadlines('process');
      await newCalendar();
      await life.app.work();
      expect(await life.deadlines('process')).toEqual(before);
      expect(await dueDay()).toBe('2026-03-25T17:30');
    });

    it('rule 27: the time of a unit to accept moves with its copies', async () => {
      life.app.clock.advance(30 * 3_600_000);
      await life.get(AssignTicket).assign(PARTIES.clerk, { ticketId: life.id, unitId: 'gdtrh', officerId: 'ngoc' });
      const day = civilDate('2026-03-19');
      await newCalendar({ ...HOLIDAY, date: day, dayOff: { ...HOLIDAY.dayOff, date: day } } as CalendarChange);
      await life.app.work();
      const [accept] = (await life.deadlines('unitAcknowledge')).slice(-1);
      expect(accept).toMatchObject({ reason: 'calendar' });
      expect((await life.now()).acceptBy).toEqual(accept?.dueAt);
      expect(await life.rows.findBy(TicketAssignmentEntity, { ticketId: life.id })).toMatchObject([
        { acceptBy: accept?.dueAt },
      ]);
      expect((await recounts()).some((title) => title.includes(': hạn đổi từ'))).toBe(true);
    });

    it('rule 9: a recount does not let a unit decline that has taken the ticket', async () => {
      const given = { ticketId: life.id, unitId: 'gdtrh', officerId: 'ngoc' };
      await life.get(AssignTicket).assign(PARTIES.clerk, given);
      await life.get(WorkOnTicket).accept(PARTIES.officer, life.id);
      life.app.clock.advance(30 * 3_600_000);
      await life.get(AssignTicket).assign(PARTIES.head, given);
      expect((await life.now()).acceptBy).toBeNull();
      const day = civilDate('2026-03-19');
      await newCalendar({ ...HOLIDAY, date: day, dayOff: { ...HOLIDAY.dayOff, date: day } } as CalendarChange);
      await life.app.work();
      expect((await life.deadlines('unitAcknowledge')).at(-1)).toMatchObject({ reason: 'calendar' });
      expect((await life.now()).acceptBy).toBeNull();
    });
  });

  describe('by other rules on time', () => {
    const apply = (actor = administrator, version = 2, reason = REASON): Promise<void> =>
      life.get(ApplyPolicyToOpenTickets).apply(actor, version, reason);

    it('rule 4: publishing moves nothing; applying on purpose does, with a journal line that says why', async () => {
      await newRules(7);
      await life.app.work();
      expect(await dueDay()).toBe('2026-03-25T17:30');
      const preview = await life.get(PreviewRecount).movedByPolicy(await life.get(Policies).version(2), 10);
      expect(preview).toMatchObject({ count: 1, rows: [{ ticketId: life.id }] });
      await apply();
      await life.app.work();
      expect(await dueDay()).toBe('2026-03-27T17:30');
      expect(await life.now()).toMatchObject({ policyVersion: 2 });
      expect((await life.deadlines('process')).at(-1)).toMatchObject({ policyVersion: 2, reason: 'policy', amount: 7 });
      expect(await recounts()).toEqual([
        'Hạn đổi từ 17:30 ngày 25/03/2026 sang 17:30 ngày 27/03/2026 vì áp dụng bộ thời hạn bản 2',
      ]);
      const [line] = await life.rows.findBy(JournalEntryEntity, { action: 'policy.apply' });
      expect(line).toMatchObject({ actorId: 'quantri', objectId: '2', detail: { reason: REASON } });
    });

    it('rule 4: applied twice, a ticket is counted once', async () => {
      await newRules(7);
      await apply();
      await apply();
      await life.app.work();
      expect(await recounts()).toHaveLength(1);
    });

    it('rule 4: a ticket whose date stays is measured by the new version all the same, and says so', async () => {
      await newRules(5);
      expect(await life.get(PreviewRecount).movedByPolicy(await life.get(Policies).version(2), 10)).toEqual({
        count: 0,
        rows: [],
      });
      await apply();
      await life.app.work();
      expect(await life.now()).toMatchObject({ policyVersion: 2 });
      expect(await recounts()).toEqual(['Áp dụng bộ thời hạn bản 2; hạn không đổi']);
    });

    it('rule 4: what was done before keeps the rules by which it was done', async () => {
      await life.answered();
      await newRules(7);
      await apply();
      await life.app.work();
      expect(await life.now()).toMatchObject({ policyVersion: 1 });
      expect(await life.rows.countBy(TicketDeadlineEntity, { policyVersion: 2 })).toBe(0);
    });

    it.each([
      ['somebody who may not', PARTIES.supervisor, 2, REASON, 'forbidden'],
      ['no reason', administrator, 2, 'vì thế', 'input-invalid'],
      ['a version that is not in force', administrator, 1, REASON, 'input-invalid'],
      ['a version that is not there', administrator, 9, REASON, 'not-found'],
    ])('refuses %s and enqueues nothing', async (...[, actor, version, reason, code]) => {
      await newRules(7);
      await expect(apply(actor, version, reason)).rejects.toMatchObject({ code });
      expect(await life.rows.countBy(OutboxEntity, { kind: 'case.applyPolicy' })).toBe(0);
    });
  });
});
