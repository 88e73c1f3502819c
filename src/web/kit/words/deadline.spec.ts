import { builtInCalendar } from '../../../calendar/index.js';
import { deadlineWords, outcomePill, type DeadlineStanding } from './deadline.js';

const now = new Date('2026-03-18T03:00:00Z');

describe('deadlineWords', () => {
  it.each<[string, DeadlineStanding, string, string]>([
    ['overdue by a day', { kind: 'late', days: 1 }, 'late', 'Quá hạn 1 ngày'],
    ['overdue before a working day has passed', { kind: 'late', days: 0 }, 'late', 'Quá hạn'],
    ['due today', { kind: 'today' }, 'today', 'Đến hạn hôm nay'],
    [
      'to be accepted',
      { kind: 'acceptBefore', now, due: new Date('2026-03-18T07:30:00Z') },
      'today',
      'Nhận trước 14:30',
    ],
    ['two days are near', { kind: 'soon', days: 2 }, 'soon', 'Còn 2 ngày làm việc'],
    ['three days are far', { kind: 'far', days: 3 }, 'far', 'Còn 3 ngày làm việc'],
    ['hours are near', { kind: 'hours', minutes: 185 }, 'soon', 'Còn 3 giờ làm việc'],
    ['paused', { kind: 'paused' }, 'pause', 'Tạm dừng'],
  ])('%s', (_rule, standing, tone, words) => {
    expect(deadlineWords(standing)).toEqual({ tone, words });
  });

  it.each([
    ['answered in time', '2026-03-18T03:00:00Z', 'done', 'Đúng hạn'],
    ['answered two working days late', '2026-03-20T03:00:00Z', 'donelate', 'Quá hạn 2 ngày'],
  ])('%s', (_rule, finished, tone, words) => {
    const legalEnd = new Date('2026-03-18T16:59:59Z');
    expect(outcomePill(new Date(finished), legalEnd, builtInCalendar())).toEqual({ tone, words });
  });
});
