export { CalendarModule } from './calendar.module.js';
export { Calendars, type CalendarVersion } from './application/calendars.js';
export { type CalendarReading, readCalendarFile } from './application/read-calendar-file.js';
export { builtInCalendar, LUNAR_NEW_YEAR } from './domain/built-in-calendar.js';
export { calendarFlaws } from './domain/calendar-flaws.js';
export { calendarFor, type HouseCalendar, SHIPPED_CALENDAR } from './domain/house-calendar.js';
export { CalendarProposalEntity, CalendarVersionEntity } from './persistence/calendar.entities.js';
export { lastWorkingDay } from './domain/day-limit.js';
export { deadline } from './domain/deadline.js';
export { dateWords, momentWords, shortDateWords, timeWords, weekdayWords } from './domain/moment-words.js';
export { mergePauses, type Pause } from './domain/pauses.js';
export type { Deadline, ProofLine } from './domain/proof.js';
export {
  acceptBeforeWords,
  daysLate,
  outcomeWords,
  PAUSED_WORDS,
  type Remaining,
  remaining,
  remainingWords,
  workingMinutes,
} from './domain/remaining.js';
export {
  type Confidence,
  type DayOff,
  type Interval,
  intervalsOf,
  isWorkingDay,
  type MakeUpDay,
  type Shift,
  type WorkingCalendar,
} from './domain/working-calendar.js';
