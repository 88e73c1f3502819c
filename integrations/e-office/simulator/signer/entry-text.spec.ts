import { civilDate } from '../../../../src/kernel/civil-date.js';
import { entryText } from './entry-text.js';

describe('number and date as a letter shows them', () => {
  it.each([
    ['a number under 10 has a leading zero', '7', '2026-11-24', ['07', '24', '11']],
    ['a number that has its zero keeps it', '07', '2026-11-24', ['07', '24', '11']],
    ['a number from 10 has none', '1284', '2026-11-24', ['1284', '24', '11']],
    ['a day under 10 has a leading zero', '15', '2026-10-05', ['15', '05', '10']],
    ['January and February have a leading zero', '15', '2026-02-28', ['15', '28', '02']],
    ['March to September have none', '15', '2026-03-01', ['15', '01', '3']],
    ['September is the last', '15', '2026-09-30', ['15', '30', '9']],
  ])('%s', (_rule, number, day, [so, ngay, thang]) => {
    expect(entryText({ number, issuedDate: civilDate(day) })).toEqual({ so, ngay, thang });
  });
});
