import { deadlineWords, type DeadlineStanding } from './deadline.js';

describe('deadlineWords', () => {
  it.each<[string, DeadlineStanding, string, string]>([
    ['overdue by a day', { kind: 'overdue', workingDays: 1 }, 'late', 'Quá hạn 1 ngày'],
    ['overdue before a working day has passed', { kind: 'overdue', workingDays: 0 }, 'late', 'Quá hạn'],
    ['due today', { kind: 'dueToday' }, 'today', 'Đến hạn hôm nay'],
    ['to be accepted', { kind: 'acceptBefore', moment: new Date('2026-03-18T07:30:00Z') }, 'today', 'Nhận trước 14:30'],
    ['two days are near', { kind: 'daysLeft', workingDays: 2 }, 'soon', 'Còn 2 ngày làm việc'],
    ['three days are far', { kind: 'daysLeft', workingDays: 3 }, 'far', 'Còn 3 ngày làm việc'],
    ['hours are near', { kind: 'hoursLeft', workingHours: 3 }, 'soon', 'Còn 3 giờ làm việc'],
    ['paused', { kind: 'paused' }, 'pause', 'Tạm dừng'],
    ['answered in time', { kind: 'answeredInTime' }, 'done', 'Đúng hạn'],
    ['answered late', { kind: 'answeredLate', workingDays: 2 }, 'donelate', 'Trễ 2 ngày'],
  ])('%s', (_rule, standing, tone, words) => {
    expect(deadlineWords(standing)).toEqual({ tone, words });
  });
});
