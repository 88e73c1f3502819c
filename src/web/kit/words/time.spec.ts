import { civilDate } from '../../../kernel/civil-date.js';
import {
  dayRun,
  dueMoment,
  fullDay,
  headingDay,
  lasted,
  moment,
  proofDay,
  recentMoment,
  shortDay,
  shortDueMoment,
  shortMoment,
  timeOfDay,
  timeWithSeconds,
  weekday,
} from './time.js';

const due = new Date('2026-03-20T10:30:00Z');
const lateEvening = new Date('2026-03-17T17:30:05Z');

describe('times as officials write them', () => {
  it.each([
    ['a day on screen', fullDay(civilDate('2026-03-18')), '18/03/2026'],
    ['a day in a list', shortDay(civilDate('2026-03-05')), '05/03'],
    ['a weekday inside a sentence', weekday(civilDate('2026-03-20')), 'thứ Sáu'],
    ['Sunday keeps its capitals', weekday(civilDate('2026-03-22')), 'Chủ Nhật'],
    ['the day that heads a page', headingDay(civilDate('2026-03-18')), 'Thứ Tư, 18/03/2026'],
    ['a line of a proof', proofDay(civilDate('2026-03-12')), 'Thứ Năm 12/03'],
    ['a single day of a proof', dayRun(civilDate('2026-03-13'), civilDate('2026-03-13')), 'Thứ Sáu 13/03'],
    ['a weekend of a proof', dayRun(civilDate('2026-03-14'), civilDate('2026-03-15')), '14 và 15/03'],
    ['a long holiday of a proof', dayRun(civilDate('2026-02-16'), civilDate('2026-02-20')), '16/02 đến 20/02'],
    ['two days of two months', dayRun(civilDate('2026-02-28'), civilDate('2026-03-01')), '28/02 đến 01/03'],
    ['a time has two digits', timeOfDay(new Date('2026-03-18T02:05:59Z')), '09:05'],
    ['midnight belongs to the new day', timeOfDay(new Date('2026-03-17T17:00:00Z')), '00:00'],
    ['seconds where a check is dated', timeWithSeconds(lateEvening), '00:30:05'],
    ['a moment', moment(lateEvening), '18/03/2026, 00:30'],
    ['a moment in a list', shortMoment(lateEvening), '18/03, 00:30'],
    ['a fact of today', recentMoment(lateEvening, civilDate('2026-03-18')), '00:30'],
    ['a fact of another day', recentMoment(lateEvening, civilDate('2026-03-19')), '00:30, 18/03'],
    ['a deadline', dueMoment(due), '17:30, thứ Sáu 20/03/2026'],
    ['a deadline within the year', shortDueMoment(due), '17:30, thứ Sáu 20/03'],
    ['minutes waited', lasted(42 * 60_000 + 59_000), '42 phút'],
    ['hours waited', lasted(125 * 60_000), '2 giờ 5 phút'],
    ['whole hours waited', lasted(120 * 60_000), '2 giờ'],
    ['days waited', lasted(75 * 60 * 60_000), '3 ngày'],
  ])('%s', (_rule, written, expected) => {
    expect(written).toBe(expected);
  });
});
