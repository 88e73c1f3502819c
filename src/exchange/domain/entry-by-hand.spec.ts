import { civilDate } from '../../kernel/civil-date.js';
import { requireEntry } from './entry-by-hand.js';

const BOUNDS = { arrivalDate: civilDate('2026-03-16'), today: civilDate('2026-03-18') };

function refusalOf(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return error;
  }
}

describe('a line that was entered in the e-office by hand', () => {
  it.each([
    ['on the day of arrival', 1, '2026-03-16'],
    ['today', 1284, '2026-03-18'],
  ])('may be of %s', (_when, number, day) => {
    expect(requireEntry({ number, enteredOn: civilDate(day) }, BOUNDS)).toEqual({ number, enteredOn: day });
  });

  it.each([
    ['number', 0, '2026-03-17'],
    ['number', 1.5, '2026-03-17'],
    ['number', Number.NaN, '2026-03-17'],
    ['number', 10_000_000, '2026-03-17'],
    ['enteredOn', 5, null],
    ['enteredOn', 5, '2026-03-15'],
    ['enteredOn', 5, '2026-03-19'],
  ])('is refused at %s for %d on %s', (field, number, day) => {
    const entry = { number, enteredOn: day === null ? null : civilDate(day) };
    expect(refusalOf(() => requireEntry(entry, BOUNDS))).toMatchObject({ code: 'input-invalid', details: { field } });
  });
});
