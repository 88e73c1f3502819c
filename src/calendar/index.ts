export { CalendarModule } from './calendar.module.js';
export { CalendarFeedModule } from './calendar-feed.module.js';
export { CheckCalendarFeed } from './jobs/check-calendar-feed.js';
export { Calendars, type CalendarVersion } from './application/calendars.js';
export { ConfirmCalendar, type ConfirmCalendarCommand } from './application/confirm-calendar.js';
export {
  ProposeCalendar,
  type ProposeCalendarCommand,
  type ProposeFromFileCommand,
} from './application/propose-calendar.js';
export { ProposeFromFeed, type ProposeFromAddressCommand } from './application/propose-from-feed.js';
export { ProposeShippedCalendar } from './application/propose-shipped-calendar.js';
export { readChangeFile } from './application/read-change-file.js';
export type { ChangeReading, FileOrigin } from './application/read-days.js';
export { CalendarProposals } from './persistence/calendar-proposals.js';
export { type CalendarChange, withChange } from './domain/change/calendar-change.js';
export { shippedNews } from './domain/shipped/shipped-days.js';
export { shippedWords } from './domain/shipped/shipped-words.js';
export {
  type CalendarDifference,
  calendarDifference,
  type DayDifference,
  type DaySaying,
  sayingOn,
} from './domain/change/calendar-difference.js';
export { type CalendarWarning, calendarWarnings, warningWords } from './domain/change/calendar-warnings.js';
export { statutoryShortfalls } from './domain/shipped/statutory-days.js';
export { agencyCalendarFlaws } from './domain/agency-calendar-flaws.js';
export {
  hoursWords,
  readShiftLines,
  seasonWords,
  shiftLine,
  weekdayName,
  weekdayRunWords,
} from './domain/shift-lines.js';
export { calendarAbilities } from './domain/policy.js';
export { type CalendarReading, readCalendarFile, readUtf8 } from './application/read-calendar-file.js';
export { builtInCalendar, LUNAR_NEW_YEAR } from './domain/shipped/built-in-calendar.js';
export { calendarFlaws } from './domain/calendar-flaws.js';
export { calendarFor, FIRST_CALENDAR, type AgencyCalendar, SHIPPED_CALENDAR } from './domain/agency-calendar.js';
export { CalendarProposalEntity, CalendarVersionEntity } from './persistence/calendar.entities.js';
export { deadline, extendedDeadline } from './domain/deadline.js';
export { dateWords, momentWords, shortDateWords, timeWords, weekdayWords } from './domain/proof/moment-words.js';
export { mergePauses, type Pause } from './domain/pauses.js';
export type { Deadline, ProofLine } from './domain/proof/proof.js';
export {
  type GrantedExtension,
  type ProofDocument,
  proofDocument,
  type ProofFacts,
  proofJson,
} from './domain/proof/proof-document.js';
export { type ProofMisfit, recountProof } from './domain/proof/recount-proof.js';
export {
  acceptBeforeWords,
  lastKnownWorkingDay,
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
