import { civilDate, type Weekday } from '../../kernel/civil-date.js';
import { agencyCalendarFlaws } from './agency-calendar-flaws.js';
import { SHIPPED_CALENDAR } from './agency-calendar.js';
import type { MakeUpDay, Shift } from './working-calendar.js';

const [shift] = SHIPPED_CALENDAR.shifts as readonly [Shift];
const declared = { source: 'Thông báo', confidence: 'confirmed' } as const;
const makeUp = (date: string, shiftOfWeekday: Weekday): MakeUpDay => ({
  date: civilDate(date),
  shiftOfWeekday,
  ...declared,
});
const withoutDay = (date: string) => ({ daysOff: SHIPPED_CALENDAR.daysOff.filter((day) => day.date !== date) });

describe('flaws of the calendar of the agency', () => {
  it('are none in the one that ships', () => {
    expect(agencyCalendarFlaws(SHIPPED_CALENDAR)).toEqual([]);
  });

  it.each([
    [
      'a make-up day that is no day of rest',
      { makeUpDays: [makeUp('2026-03-18', 1)] },
      /18\/03\/2026 là Thứ Tư, vốn đã làm việc/,
    ],
    [
      'a holiday written twice',
      { daysOff: [...SHIPPED_CALENDAR.daysOff, SHIPPED_CALENDAR.daysOff[0]!] },
      /01\/01\/2024 ghi hai lần trong các ngày nghỉ/,
    ],
    [
      'a make-up day written twice',
      { makeUpDays: [makeUp('2026-08-22', 1), makeUp('2026-08-22', 2)] },
      /22\/08\/2026 ghi hai lần trong các ngày làm bù/,
    ],
    ['a year without Tết', withoutDay('2027-02-06'), /Năm 2027 chưa có Tết Nguyên đán: mùng 1 là 06\/02\/2027/],
    ['a year without a holiday of the law', withoutDay('2026-09-02'), /Năm 2026 thiếu ngày nghỉ lễ theo luật: 02\/09/],
    [
      'a year far ahead without Tết',
      { years: [...SHIPPED_CALENDAR.years, 2041] },
      /Năm 2041 chưa có Tết Nguyên đán: thêm/,
    ],
    ['a day of a year that is not declared', { makeUpDays: [makeUp('2031-08-23', 1)] }, /23\/08\/2031 thuộc năm 2031/],
    [
      'overlapping shifts of the agency',
      { shifts: [shift, { ...shift, validFrom: civilDate('2026-04-01') }] },
      /Từ 01\/04\/2026 có hai ca/,
    ],
    [
      'an interval that ends before it starts',
      { shifts: [{ ...shift, intervals: [{ from: 690, to: 450 }] }] },
      /11:30–07:30 không có độ dài/,
    ],
    [
      'overlapping shifts of a unit',
      { unitShifts: { 'nui-voi': [shift, shift] } },
      /^Trường THPT Núi Voi: Từ 01\/01\/2024 có hai ca/,
    ],
    [
      'a winter without shifts',
      {
        shifts: [
          { ...shift, validTo: civilDate('2026-10-31') },
          { ...shift, validFrom: civilDate('2027-04-01') },
        ],
      },
      /^Từ 01\/11\/2026 đến 31\/03\/2027 không có ca làm việc nào, mọi hạn sẽ nhảy qua/,
    ],
    [
      'a year of a unit without shifts',
      { unitShifts: { 'nui-voi': [{ ...shift, validFrom: civilDate('2025-01-01') }] } },
      /^Trường THPT Núi Voi: Từ 01\/01\/2024 đến 31\/12\/2024 không có ca/,
    ],
    ['a calendar without any shift', { shifts: [] }, /^Lịch chưa có ca làm việc nào: thêm ít nhất một ca\.$/m],
    [
      'a make-up day by the hours of a weekday without hours',
      { makeUpDays: [makeUp('2026-08-22', 7)] },
      /22\/08\/2026 theo giờ Chủ Nhật, hôm đó không có ca làm việc/,
    ],
  ])('name %s', (_flaw, change, sentence) => {
    const names = new Map([['nui-voi', 'Trường THPT Núi Voi']]);

    expect(agencyCalendarFlaws({ ...SHIPPED_CALENDAR, ...change }, names).join('\n')).toMatch(sentence);
  });
});
