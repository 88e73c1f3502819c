import { addDays, instantOf, type CivilDate } from '../../../src/kernel/civil-date.js';
import { Dice } from '../dice.js';
import { Feedback } from './feedback-story.js';
import { personsOf } from './desks.js';
import { FOREIGN_MATTERS } from './foreign-matters.js';
import type { LivedOffice } from './lived-office.js';
import { LETTER_STOPS } from './letter-story.js';
import type { Matter } from './matter.js';
import { MATTERS } from './matters.js';
import { beginOfficeStories } from './office-stories.js';
import { DESK_STOPS, isByLetter, type Fate, type Plan } from './plan.js';
import { Stories } from './stories.js';
import type { Telling } from './telling.js';
import { isWorked, workedDays, workedOn } from './working-days.js';

const MINUTE_MS = 60_000;
/** When the turns of the background come round, in minutes of the day. */
const TURNS = [6 * 60 + 40, 11 * 60 + 30, 17 * 60 + 40] as const;

export interface Span {
  readonly from: CivilDate;
  /** The last day on which people work. */
  readonly to: CivilDate;
  readonly tickets: number;
  /** Letters that go all their way. */
  readonly letters: number;
  /** How many of them are recalled, and written again. */
  readonly recalled: number;
  /** How many letters besides wait somewhere on their way when the span ends. */
  readonly stoppedLetters: number;
  readonly seed: number;
}

/** More comes when the school year begins, and in the season of exams; less in summer and about Tết. By month, January first. */
const SEASON = [8, 5, 8, 9, 11, 13, 7, 10, 17, 13, 9, 8] as const;
/** How much more, and how much less, of a matter comes in its months and in others. */
const [IN_SEASON, OUT_OF_SEASON] = [4, 0.25];

/** Shortly before the school term is assessed more is written than on other days. */
const LAST_DAYS = 14;
const RUSH = 1.6;

/** What happens to few, as part of all; the others are answered. */
const RARE: readonly (readonly [Fate, number])[] = [
  ['returned', 0.05],
  ['rejected', 0.03],
  ['withdrawn', 0.012],
  ['complaint', 0.01],
  ['denunciation', 0.006],
];

/** What part of matters that take days is written a second time. */
const TWICE = 0.07;

/** Lives a span of the department's life. @returns what the product refused meanwhile */
export async function liveSpan(
  office: LivedOffice,
  span: Span,
  tell: (line: string) => void = () => undefined,
): Promise<ReadonlyMap<string, number>> {
  const telling = { office, dice: new Dice(span.seed) };
  const stories = new Stories(office);
  for (const [at, plan] of arrivals(span, telling)) stories.begin(at, Feedback.story(telling, plan));
  beginOfficeStories(telling, stories, workedDays(span.from, span.to));
  for (let day = span.from; day <= span.to; day = addDays(day, 1)) {
    for (const minute of turnsOf(day, span)) {
      await stories.tellUntil(instantOf(day, minute));
      await office.turn(day);
    }
    if (day.endsWith('-01')) tell(day);
  }
  return stories.refused;
}

/** The last day is left at noon, with work on every desk. */
function turnsOf(day: CivilDate, { to }: Span): readonly number[] {
  if (!isWorked(day)) return TURNS.slice(0, 1);
  return day === to ? TURNS.slice(0, 2) : TURNS;
}

/** The tickets of a span, each with the moment at which the hotline sends it. */
function arrivals(span: Span, { dice }: Telling): readonly (readonly [Date, Plan])[] {
  const days = workedDays(span.from, span.to);
  const weights = days.map((day, at) => {
    const season = SEASON[Number(day.slice(5, 7)) - 1] ?? 1;
    return season * (0.6 + 0.8 * dice.next()) * (at >= days.length - LAST_DAYS ? RUSH : 1);
  });
  const at = (day: CivilDate): Date =>
    new Date(instantOf(day, 7 * 60 + 30).getTime() + dice.below(10 * 60) * MINUTE_MS);
  const stopped = LETTER_STOPS.slice(0, span.stoppedLetters).map((stop) => {
    const day = dice.oneOf(days.slice(-6, -4));
    const matter = matterOn(day, (one) => one.unit === 'GDTrH' && isForLetter(one), dice);
    return [at(day), { matter, desk: personsOf(matter, dice), fate: 'letter', slowness: 1, stop }] as const;
  });
  const waiting = DESK_STOPS.map((stop) => {
    const day = days.at(stop.startsWith('waiting') ? -3 : -1) ?? span.to;
    const moment = new Date(instantOf(day, 7 * 60 + 40).getTime() + dice.below(50) * MINUTE_MS);
    return [moment, { ...planOn(day, 'direct', dice), slowness: 1, stop }] as const;
  });
  const others = fatesOf(span, dice).map((fate) => {
    const day = drawn(days, weights, dice);
    return [at(day), planOn(day, fate, dice)] as const;
  });
  const again = others
    .filter(([, { fate, matter }]) => fate === 'direct' && isLong(matter) && dice.chance(TWICE))
    .map(([first, plan]) => [workedOn(first, dice.between(220, 460)), { ...plan, fate: 'merged' }] as const);
  return [...stopped, ...waiting, ...others, ...again];
}

function fatesOf({ tickets, letters, recalled, stoppedLetters }: Span, dice: Dice): readonly Fate[] {
  return Array.from({ length: tickets - stoppedLetters }, (_, at) => {
    if (at < letters) return at < recalled ? 'recalled' : 'letter';
    let chance = dice.next();
    for (const [fate, part] of RARE) {
      if (chance < part) return fate;
      chance -= part;
    }
    return 'direct';
  });
}

function planOn(day: CivilDate, fate: Fate, dice: Dice): Plan {
  const matter = matterOn(day, isFitFor(fate), dice);
  return { matter, desk: personsOf(matter, dice), fate, slowness: dice.chance(0.1) ? 3 + 3 * dice.next() : 1 };
}

function isFitFor(fate: Fate): (matter: Matter) => boolean {
  if (fate === 'returned') return ({ agency }) => agency !== undefined;
  if (fate === 'complaint' || fate === 'denunciation') return ({ category }) => category === 'staffConduct';
  return (matter) => matter.agency === undefined && (!isByLetter(fate) || isForLetter(matter));
}

/** What is weighty enough for a letter, and lies with a part of the department that writes them. */
function isForLetter(matter: Matter): boolean {
  return (matter.unit === 'GDTrH' || matter.unit === 'KHTC') && isLong(matter);
}

const isLong = ({ level }: Matter): boolean => level === 'normal' || level === 'complex';

function matterOn(day: CivilDate, isFit: (matter: Matter) => boolean, dice: Dice): Matter {
  const month = Number(day.slice(5, 7));
  const fit = [...MATTERS, ...FOREIGN_MATTERS].filter(isFit);
  return drawn(
    fit,
    fit.map(
      ({ weight, months }) => weight * (months.length === 0 ? 1 : months.includes(month) ? IN_SEASON : OUT_OF_SEASON),
    ),
    dice,
  );
}

function drawn<T>(from: readonly T[], weights: readonly number[], dice: Dice): T {
  let left = dice.next() * weights.reduce((sum, one) => sum + one, 0);
  const at = weights.findIndex((weight) => (left -= weight) < 0);
  const found = from[at === -1 ? from.length - 1 : at];
  if (found === undefined) throw new Error('Nothing to draw from.');
  return found;
}
