import fc from 'fast-check';
import { checkProperty } from '../../../../test/support/check-property.js';
import { builtInCalendar } from '../../../calendar/domain/shipped/built-in-calendar.js';
import { civilDate } from '../../../kernel/civil-date.js';
import { LEVELS, policyAt } from '../../../law/index.js';
import { ticketPeriod, type PeriodOfPart, type PeriodRules, type TicketPeriod } from './ticket-periods.js';

const HOUR = 3_600_000;
const FIRST = Date.parse('2026-02-02T00:00:00+07:00');
const shipped = policyAt(civilDate('2026-03-01'));
const source = { standing: 'choice', text: 'Thông báo 12' } as const;
/** Urgent matters in hours, the others in days: the two do not move alike. */
const policy = {
  ...shipped,
  limits: {
    ...shipped.limits,
    process: { ...shipped.limits.process, urgent: { amount: 12, unit: 'workingHours', source } as const },
  },
};
const calendar = builtInCalendar();

const moment = (from: number, hours: number) =>
  fc.integer({ min: 0, max: hours }).map((at) => new Date(from + at * HOUR));
const level = fc.constantFrom(...LEVELS);
const days = fc.option(fc.integer({ min: 1, max: 5 }), { nil: null });
const pause = moment(FIRST, 900).chain((from) => moment(from.getTime() + HOUR, 160).map((to) => ({ from, to })));
const pauses = fc.array(pause, { maxLength: 2 });

/** A part without its number and the rules, which are the same for all, and without what the whole was granted. */
type Part = Omit<PeriodOfPart, 'ticketId' | 'policy' | 'category' | 'grantedBefore'>;

const part: fc.Arbitrary<Part> = fc
  .record({ startedAt: moment(FIRST, 600), level, pauses, extendedBy: days, after: fc.integer({ min: 1, max: 300 }) })
  .map(({ after, ...facts }) => ({ ...facts, joinedAt: new Date(facts.startedAt.getTime() + after * HOUR) }));

interface Grant {
  readonly days: number;
  readonly at: Date;
}

const daysOf = (grants: readonly Grant[]): number => grants.reduce((sum, grant) => sum + grant.days, 0);

const whole = fc
  .record({
    startedAt: moment(FIRST, 600),
    level,
    pauses,
    grants: fc.array(fc.record({ days: fc.integer({ min: 1, max: 5 }), at: moment(FIRST, 900) }), { maxLength: 2 }),
    parts: fc.array(part, { maxLength: 4 }),
  })
  .map((made) => ({ ...made, extendedBy: daysOf(made.grants) || null }));

type Whole = typeof whole extends fc.Arbitrary<infer T> ? T : never;

const asParts = (parts: readonly Part[], grants: readonly Grant[]): readonly PeriodOfPart[] =>
  parts.map((one, at) => {
    const grantedBefore = daysOf(grants.filter((grant) => grant.at < one.joinedAt));
    return { ...one, ticketId: String(at), policy, category: 'other', grantedBefore };
  });

type Counted = Omit<PeriodRules, 'policy' | 'category' | 'calendar' | 'parts'>;

type Facts = Counted & { startedAt: Date; parts?: readonly Part[]; grants?: readonly Grant[] };

const count = ({ startedAt, parts = [], grants = [], ...facts }: Facts) =>
  ticketPeriod('process', startedAt, { policy, category: 'other', calendar, ...facts, parts: asParts(parts, grants) });

/** What the law allows one part: its own period with what the whole was granted since it joined. */
function allowed(one: Part, { pauses: granted, grants }: Whole): TicketPeriod {
  const later = granted.filter(({ from }) => from >= one.joinedAt);
  const most = Math.max(one.extendedBy ?? 0, daysOf(grants.filter(({ at }) => at >= one.joinedAt)));
  return count({ ...one, pauses: [...one.pauses, ...later], extendedBy: most === 0 ? null : most });
}

const check = (holds: (made: Whole) => void): void => checkProperty(fc.property(whole, holds), { numRuns: 400 });

describe('rule 18: the period of a ticket into which others were merged', () => {
  it('never ends later than the law allows for any of them, nor than its own', () => {
    check((made) => {
      const { legalEnd } = count(made);
      const ends = [count({ ...made, parts: [] }), ...made.parts.map((one) => allowed(one, made))];
      expect(legalEnd.getTime()).toBe(Math.min(...ends.map((end) => end.legalEnd.getTime())));
    });
  });

  it('stands on the facts of the one that ends first, so that its proof can be counted again', () => {
    check((made) => {
      const { basis, cappedById, due, legalEnd, proof, amount, unit } = count(made);
      const first = made.parts.find((_, at) => String(at) === cappedById);
      expect(cappedById === null).toBe(first === undefined);
      const again = count({ ...basis, level: first?.level ?? made.level });
      expect(again).toMatchObject({ due, legalEnd, proof, amount, unit });
    });
  });

  it('is not made longer by one more that joins', () => {
    check((made) => {
      const fewer = count({ ...made, parts: made.parts.slice(1) });
      expect(count(made).legalEnd.getTime()).toBeLessThanOrEqual(fewer.legalEnd.getTime());
    });
  });

  it('has other duties as if nobody had joined', () => {
    check(({ parts, grants, startedAt, level: ofWhole }) => {
      const rules = { policy, category: 'other', calendar, level: ofWhole } as const;
      expect(ticketPeriod('assign', startedAt, { ...rules, parts: asParts(parts, grants) })).toEqual(
        ticketPeriod('assign', startedAt, rules),
      );
    });
  });
});
