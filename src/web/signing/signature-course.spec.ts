import { builtInCalendar } from '../../calendar/index.js';
import { isLongBeforeLeader, waitedWords } from './signature-course.js';

const FRIDAY = new Date('2026-03-13T02:00:00Z');
const calendar = builtInCalendar();
const letter = (state: 'submitted' | 'verified') => ({ state, createdAt: FRIDAY });
const at = (moment: string) => ({ now: new Date(moment), calendar });

describe('how long a letter lies before its leader', () => {
  it.each([
    ['by the clock on its day', '2026-03-13T02:42:00Z', '42 phút', false],
    ['in working days, without the weekend', '2026-03-16T02:00:00Z', '1 ngày làm việc', false],
    ['up to what the agency means to wait', '2026-03-17T02:00:00Z', '2 ngày làm việc', false],
    ['and longer', '2026-03-18T02:00:00Z', '3 ngày làm việc', true],
  ])('is told %s', (_rule, now, words, isLong) => {
    expect([waitedWords(letter('submitted'), at(now)), isLongBeforeLeader(letter('submitted'), 2, at(now))]).toEqual([
      words,
      isLong,
    ]);
  });

  it('is nobody’s delay once he has signed', () => {
    expect(isLongBeforeLeader(letter('verified'), 2, at('2026-03-30T02:00:00Z'))).toBe(false);
  });
});
