import { civilDate } from '../../kernel/civil-date.js';
import { intervalsOf } from '../domain/working-calendar.js';
import { readCalendarFile } from './read-calendar-file.js';

const shift = {
  validFrom: '2026-01-01',
  validTo: null,
  weekdays: [1, 2, 3, 4, 5],
  intervals: [
    ['07:30', '11:30'],
    ['13:30', '17:30'],
  ],
};
const file = {
  timezone: 'Asia/Ho_Chi_Minh',
  shifts: [shift],
  holidays: [{ date: '2026-02-17', name: 'Tết', source: 'Bộ luật Lao động' }],
  makeUpDays: [{ date: '2026-08-22', shiftOfWeekday: 1, source: 'Thông báo' }],
};
const flaws = (change: object): readonly string[] => {
  const reading = readCalendarFile(JSON.stringify({ ...file, ...change }));
  return reading.ok ? [] : reading.flaws;
};

describe('a calendar file', () => {
  it('becomes a calendar complete for every year', () => {
    const reading = readCalendarFile(`\uFEFF${JSON.stringify(file)}`);

    if (!reading.ok) throw new Error(reading.flaws.join());
    expect(reading.calendar.years).toBe('complete');
    expect(intervalsOf(civilDate('2026-02-17'), reading.calendar)).toEqual([]);
    expect(intervalsOf(civilDate('2026-08-22'), reading.calendar)).toHaveLength(2);
    expect(intervalsOf(civilDate('2031-05-05'), reading.calendar)[0]).toEqual({ from: 450, to: 690 });
  });

  it('may leave holidays and make-up days out', () => {
    expect(flaws({ holidays: undefined, makeUpDays: undefined })).toEqual([]);
  });

  it.each([
    [
      'an hour of the clock that does not exist',
      { shifts: [{ ...shift, intervals: [['07:30', '25:00']] }] },
      /giờ có thật/,
    ],
    ['an hour that is not text', { shifts: [{ ...shift, intervals: [[7, 11]] }] }, /07:30/],
    [
      'a day that does not exist',
      { holidays: [{ date: '2026-02-30', name: 'Tết' }] },
      /ngày nghỉ \(holidays\) 1, ngày \(date\): .*có thật/,
    ],
    [
      'a weekday 0',
      { shifts: [{ ...shift, weekdays: [0] }] },
      /ca làm việc \(shifts\) 1, các thứ \(weekdays\) 1: phải là số từ 1/,
    ],
    ['another zone', { timezone: 'Asia/Bangkok' }, /Asia\/Ho_Chi_Minh/],
    ['a key that nobody reads', { makeupDays: [] }, /makeupDays/],
    ['no shift at all', { shifts: [] }, /chưa có ca làm việc/],
    [
      'overlapping hours',
      {
        shifts: [
          {
            ...shift,
            intervals: [
              ['07:30', '11:30'],
              ['11:00', '17:00'],
            ],
          },
        ],
      },
      /07:30–11:30 và 11:00–17:00 chồng lên nhau/,
    ],
    [
      'overlapping shifts',
      { shifts: [shift, { ...shift, validFrom: '2026-04-01', weekdays: [5, 6] }] },
      /Từ 01\/04\/2026 có hai ca/,
    ],
    [
      'hours that end before they begin',
      { shifts: [{ ...shift, intervals: [['22:00', '06:00']] }] },
      /22:00–06:00 không có độ dài/,
    ],
    [
      'a season that ends before it begins',
      { shifts: [{ ...shift, validTo: '2025-12-31' }], makeUpDays: [] },
      /kết thúc trước khi bắt đầu/,
    ],
    [
      'a day both off and worked',
      { makeUpDays: [{ date: '2026-02-17', shiftOfWeekday: 1 }] },
      /vừa là ngày nghỉ \(Tết\) vừa là ngày làm bù/,
    ],
    [
      'a make-up day without hours',
      { makeUpDays: [{ date: '2026-08-22', shiftOfWeekday: 7 }] },
      /không có ca làm việc/,
    ],
  ])('is refused for %s', (_flaw, change, sentence) => {
    expect(flaws(change).join('\n')).toMatch(sentence);
  });

  it.each(['', '{', '[]', 'null', '"x"'])('is refused when it holds %p', (text) => {
    const reading = readCalendarFile(text);

    expect(reading.ok).toBe(false);
  });

  it('may add a Saturday morning beside the usual shift', () => {
    expect(flaws({ shifts: [shift, { ...shift, weekdays: [6], intervals: [['07:30', '11:30']] }] })).toEqual([]);
  });
});
