import { builtInCalendar } from '../../calendar/index.js';
import { POLICY_SETS, type PolicySet } from '../../law/index.js';
import type { TicketDeadlineEntity } from '../../tickets/index.js';
import { ticketPeriod } from '../../tickets/domain/deadlines/ticket-periods.js';
import type { TicketState } from '../../tickets/domain/ticket-state.js';
import { deadlineProof, ticketPill, type DatedTicket } from './ticket-deadline.js';

const at = (local: string): Date => new Date(`${local}:00+07:00`);
const today = { now: at('2026-03-18T09:00'), calendar: builtInCalendar() };

/** Due on Friday 20/03/2026. */
const ticket = (state: TicketState, change: Partial<DatedTicket> = {}): DatedTicket => ({
  state,
  dueAt: at('2026-03-20T17:30'),
  legalEndAt: new Date('2026-03-20T16:59:59.000Z'),
  answeredAt: null,
  pausedAt: null,
  ...change,
});

describe('the pill of a ticket', () => {
  it.each<[string, DatedTicket, string, string]>([
    ['counts working days while it is handled', ticket('processing'), 'soon', 'Còn 2 ngày làm việc'],
    [
      'says on time once answered, though it is not closed',
      ticket('answered', { answeredAt: at('2026-03-20T21:00') }),
      'done',
      'Đúng hạn',
    ],
    [
      'counts the days an answer came late',
      ticket('published', { answeredAt: at('2026-03-24T09:00') }),
      'donelate',
      'Quá hạn 2 ngày',
    ],
    ['owes nothing once merged', ticket('merged'), 'far', 'Không còn hạn'],
    ['owes nothing once refused', ticket('rejected', { dueAt: at('2026-03-02T17:30') }), 'far', 'Không còn hạn'],
    [
      'stands still while the citizen is asked',
      ticket('waitingCitizenInfo', { pausedAt: at('2026-03-17T09:00') }),
      'pause',
      'Tạm dừng đến 24/03',
    ],
  ])('%s', (_rule, dated, tone, words) => {
    expect(ticketPill(dated, today, at('2026-03-24T23:59'))).toEqual({ tone, words });
  });

  it('says only that it stands still where the end is not known', () => {
    const paused = ticket('waitingCitizenInfo', { pausedAt: at('2026-03-17T09:00') });
    expect(ticketPill(paused, today).words).toBe('Tạm dừng');
  });
});

describe('the panel of a deadline', () => {
  const [shipped] = POLICY_SETS as readonly [PolicySet];
  const law = { standing: 'choice', text: 'Quy định riêng về thu chi' } as const;
  const own = { process: { normal: { amount: 5, unit: 'workingHours', source: law } } } as const;
  const policy = {
    ...shipped,
    categories: { ...shipped.categories, fees: { ...shipped.categories.fees, limits: own } },
  };

  const panel = (extendedBy: number | null) => {
    const startedAt = at('2026-03-18T13:30');
    const rules = { policy, level: 'normal', category: 'fees', calendar: today.calendar, extendedBy } as const;
    const counted = ticketPeriod('process', startedAt, rules);
    const deadline = {
      ...counted,
      policyVersion: policy.version,
      calendarVersion: 1,
      extendedBy,
      startedAt,
      pauses: [],
    } as unknown as TicketDeadlineEntity;
    const measured = { ...ticket('processing'), level: 'normal', category: 'fees' } as const;
    return deadlineProof({ ticket: measured, policy }, deadline, today);
  };

  it('cites the category’s own limit, not a limit of the set with the same number', () => {
    expect(panel(null).basis?.source).toBe('Căn cứ: Quy định riêng về thu chi.');
  });

  it('shows minutes and the days granted on top as two parts, as the proof does', () => {
    const { parts } = panel(2);
    expect(parts.map(({ heading, days }) => [heading, days.at(-1)?.counted])).toEqual([
      [null, '300 phút'],
      ['Gia hạn 2 ngày làm việc', '2'],
    ]);
    expect(parts.flatMap(({ days }) => days.filter(({ mark }) => mark === 'due'))).toHaveLength(1);
  });
});
