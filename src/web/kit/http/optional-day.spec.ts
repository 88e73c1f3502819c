import { chosenDay, optionalDay } from './optional-day.js';

describe('a day in an address', () => {
  it.each([
    ['1/9/2026', '2026-09-01'],
    ['2026-09-01', '2026-09-01'],
    ['', null],
    [undefined, null],
  ])('%s', (given, day) => {
    expect([chosenDay.parse(given), optionalDay.parse(given)]).toEqual([day, day]);
  });

  it('that does not exist chooses nothing else', () => {
    const read = chosenDay.safeParse('31/02/2026');
    expect(read.error?.issues.map(({ message }) => message)).toEqual([
      'Ghi ngày có thật theo dạng ngày/tháng/năm, như 05/03/2026.',
    ]);
    expect(optionalDay.parse('31/02/2026')).toBeNull();
  });
});
