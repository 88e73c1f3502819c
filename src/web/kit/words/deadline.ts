import {
  acceptBeforeWords,
  outcomeWords,
  PAUSED_WORDS,
  remainingWords,
  type Remaining,
  type WorkingCalendar,
} from '../../../calendar/index.js';

/** How urgent a deadline looks; the only carrier of colour in a list. */
export type DeadlineTone = 'late' | 'today' | 'soon' | 'far' | 'pause' | 'done' | 'donelate';

/** Where something stands against its deadline: what the calendar says is left, or that it does not run. */
export type DeadlineStanding =
  | Remaining
  /** Someone must accept before `due`. */
  | { readonly kind: 'acceptBefore'; readonly now: Date; readonly due: Date }
  | { readonly kind: 'paused' };

/** Words and tone of a deadline pill; the words carry the meaning without the colour. */
export interface DeadlineWords {
  readonly tone: DeadlineTone;
  readonly words: string;
}

/** `Còn 2 ngày làm việc`, `Quá hạn 1 ngày`, `Nhận trước 14:30`: the calendar's words, with their colour. */
export function deadlineWords(standing: DeadlineStanding): DeadlineWords {
  switch (standing.kind) {
    case 'late':
    case 'today':
    case 'soon':
    case 'far':
      return { tone: standing.kind, words: remainingWords(standing) };
    case 'hours':
      return { tone: 'soon', words: remainingWords(standing) };
    case 'acceptBefore':
      return { tone: 'today', words: acceptBeforeWords(standing.now, standing.due) };
    case 'paused':
      return { tone: 'pause', words: PAUSED_WORDS };
  }
}

/** How something finished stood against its deadline: `Đúng hạn`, `Quá hạn 2 ngày`. */
export function outcomePill(finished: Date, legalEnd: Date, calendar: WorkingCalendar): DeadlineWords {
  return {
    tone: finished <= legalEnd ? 'done' : 'donelate',
    words: outcomeWords(finished, legalEnd, calendar),
  };
}
