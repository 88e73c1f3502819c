import { addDays, instantOf, type CivilDate } from '../../../src/kernel/civil-date.js';
import { sourceLetter, yearEndLetter } from './circular-stories.js';
import { broughtPetition, dataRequest, merits, paper } from './desk-stories.js';
import { readNotices } from './notice-stories.js';
import type { Stories, Story } from './stories.js';
import type { Telling } from './telling.js';
import { afterMonth, closedBooks } from './watch-stories.js';

const MORNING = 8 * 60 + 10;

/** What the office does besides tickets: circulars, books, reports, petitions, papers of other agencies. @param days the working days of the span */
export function beginOfficeStories(telling: Telling, stories: Stories, days: readonly CivilDate[]): void {
  const on = (day: CivilDate | undefined, story: Story): void => {
    if (day !== undefined) stories.begin(instantOf(day, MORNING), story);
  };
  on(days[0], sourceLetter(telling, stories));
  on(days.at(-11), yearEndLetter(telling, stories));
  on(
    days.find((day) => day.slice(5) >= '01-12' && day.slice(5) < '02-01'),
    closedBooks(telling),
  );
  for (const [at, day] of days.entries()) {
    on(day, readNotices(telling));
    if (isThirdOfMonth(days, at)) on(day, afterMonth(telling, lastOfMonthBefore(day)));
    if (at % 29 === 11) on(day, broughtPetition(telling));
    if (at % 9 === 4) on(day, paper(telling));
    if (at % 70 === 33) on(day, dataRequest(telling));
    if (at % 120 === 100) on(day, merits(telling));
  }
}

/** Never of the first month: nothing was counted before. */
function isThirdOfMonth(days: readonly CivilDate[], at: number): boolean {
  const [month, third, fourth] = [days[at], days[at - 2], days[at - 3]].map((day) => day?.slice(0, 7));
  return fourth !== undefined && third === month && fourth !== month;
}

function lastOfMonthBefore(day: CivilDate): CivilDate {
  return addDays(day, -Number(day.slice(8)));
}
