import { writtenMoment } from './intake-moment.js';

describe('a moment as people write it', () => {
  it.each([
    ['2026-03-18T09:05', '2026-03-18T02:05:00.000Z'],
    ['18/03/2026 09:05', '2026-03-18T02:05:00.000Z'],
    ['18/03/2026, 9h05', '2026-03-18T02:05:00.000Z'],
    ['1/3/2026', '2026-02-28T17:00:00.000Z'],
    ['29/02/2024', '2024-02-28T17:00:00.000Z'],
    [' 18-03-2026 ', '2026-03-17T17:00:00.000Z'],
  ])('%s', (text, expected) => {
    expect(writtenMoment(text)?.toISOString()).toBe(expected);
  });

  it.each([
    ['a day that does not exist', '31/02/2026'],
    ['a leap day of no leap year', '29/02/2026'],
    ['a month that does not exist', '01/13/2026'],
    ['an hour that does not exist', '18/03/2026 24:00'],
    ['a minute that does not exist', '18/03/2026 09:60'],
    ['a year of two digits', '18/03/26'],
    ['words', 'hôm qua'],
    ['nothing', ''],
    ['a form’s day that does not exist', '2026-02-31T09:00'],
  ])('%s is no moment', (_rule, text) => {
    expect(writtenMoment(text)).toBeNull();
  });
});
