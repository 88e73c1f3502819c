import { civilDate } from '../../../kernel/civil-date.js';
import { codesOfMonth, ticketCode } from './ticket-code.js';

describe('the codes of a month', () => {
  it.each([
    ['2026-03', '2026-03-01', '2026-03-31', '2026-04-01'],
    ['2026-09', '2026-09-01', '2026-09-30', '2026-10-01'],
    ['2026-12', '2026-12-01', '2026-12-31', '2027-01-01'],
  ] as const)('hold every ticket of %s and none of the next', (month, first, last, next) => {
    const { from, before } = codesOfMonth(month);
    const holds = (code: string): boolean => code >= from && code < before;
    const of = (day: string, ordinal: number): boolean => holds(ticketCode(civilDate(day), ordinal));
    expect([of(first, 1), of(last, 9999), of(next, 1)]).toEqual([true, true, false]);
  });
});
