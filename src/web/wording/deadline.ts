import { timeOfDay } from './time.js';

/** How urgent a deadline looks; the only carrier of colour in a list. */
export type DeadlineTone = 'late' | 'today' | 'soon' | 'far' | 'pause' | 'done' | 'donelate';

/** Where a ticket stands against its deadline; counts are of working time. */
export type DeadlineStanding =
  /** Counting from the first working day after the legal end; 0 = the legal end has just passed. */
  | { readonly kind: 'overdue'; readonly workingDays: number }
  | { readonly kind: 'dueToday' }
  /** Someone must accept before this moment. */
  | { readonly kind: 'acceptBefore'; readonly moment: Date }
  | { readonly kind: 'daysLeft'; readonly workingDays: number }
  | { readonly kind: 'hoursLeft'; readonly workingHours: number }
  | { readonly kind: 'paused' }
  | { readonly kind: 'answeredInTime' }
  | { readonly kind: 'answeredLate'; readonly workingDays: number };

/** Words and tone of a deadline pill; the words carry the meaning without the colour. */
export interface DeadlineWords {
  readonly tone: DeadlineTone;
  readonly words: string;
}

/** From how many working days left on a deadline counts as near. */
const SOON = 2;

/** `Còn 2 ngày làm việc`, `Quá hạn 1 ngày`, `Nhận trước 14:30`… */
export function deadlineWords(standing: DeadlineStanding): DeadlineWords {
  switch (standing.kind) {
    case 'overdue':
      return { tone: 'late', words: overdueBy(standing.workingDays) };
    case 'dueToday':
      return { tone: 'today', words: 'Đến hạn hôm nay' };
    case 'acceptBefore':
      return { tone: 'today', words: `Nhận trước ${timeOfDay(standing.moment)}` };
    case 'daysLeft':
      return {
        tone: standing.workingDays <= SOON ? 'soon' : 'far',
        words: `Còn ${standing.workingDays} ngày làm việc`,
      };
    case 'hoursLeft':
      return { tone: 'soon', words: `Còn ${standing.workingHours} giờ làm việc` };
    case 'paused':
      return { tone: 'pause', words: 'Tạm dừng' };
    case 'answeredInTime':
      return { tone: 'done', words: 'Đúng hạn' };
    case 'answeredLate':
      return { tone: 'donelate', words: `Trễ ${standing.workingDays} ngày` };
  }
}

function overdueBy(workingDays: number): string {
  return workingDays === 0 ? 'Quá hạn' : `Quá hạn ${workingDays} ngày`;
}
