import { builtInCalendar } from '../../../calendar/domain/shipped/built-in-calendar.js';
import { civilDate } from '../../../kernel/civil-date.js';
import { type Limit, type PolicySet, policyAt } from '../../../law/index.js';
import { partsOfPeriod, ticketPeriod } from './ticket-periods.js';

const shipped = policyAt(civilDate('2026-03-01'));
const source = { standing: 'choice', text: 'Thông báo 12' } as const;
const measuredBy = (limit: Limit): PolicySet => ({
  ...shipped,
  limits: { ...shipped.limits, process: { ...shipped.limits.process, normal: { ...limit, source } } },
});

/** What each part of a period received on Thursday 12/03/2026 at 16:52 counts. */
function totals(limit: Limit, extendedBy: number | null): readonly number[] {
  const rules = { level: 'normal', category: 'fees', calendar: builtInCalendar() } as const;
  const { proof } = ticketPeriod('process', new Date('2026-03-12T16:52:00+07:00'), {
    ...rules,
    policy: measuredBy(limit),
    extendedBy,
  });
  return partsOfPeriod(proof).map((lines) => lines.reduce((sum, { counted }) => sum + counted, 0));
}

describe('the parts of a period', () => {
  it.each([
    ['a limit by itself is one', { amount: 5, unit: 'workingDays' }, null, [5]],
    ['an extension is another', { amount: 5, unit: 'workingDays' }, 3, [5, 3]],
    ['minutes and days are not added up', { amount: 12, unit: 'workingHours' }, 2, [720, 2]],
    ['the days over which an end was moved belong to the limit', { amount: 2, unit: 'days' }, 1, [2, 1]],
  ] as const)('%s', (_rule, limit, extendedBy, expected) => {
    expect(totals(limit, extendedBy)).toEqual(expected);
  });
});
