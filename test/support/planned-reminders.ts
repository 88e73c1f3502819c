import { builtInCalendar, intervalsOf } from '../../src/calendar/index.js';
import { civilDateOf, minuteOfDay, type CivilDate } from '../../src/kernel/civil-date.js';
import type { Level, LimitUnit } from '../../src/law/index.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** A deadline as a test knows it. */
export interface ToBeReminded {
  readonly level: Level;
  readonly unit: LimitUnit;
  readonly startedAt: Date;
  readonly dueAt: Date;
  readonly legalEndAt: Date;
  /** From when nobody owes it. */
  readonly to: number;
}

export interface PlannedReminder {
  readonly step: string;
  readonly at: number;
  /** How many tiers of the chain hear it, from the officer up. */
  readonly tiers: number;
}

const hoursOfDays = new Map<CivilDate, readonly { from: number; to: number }[]>();

/** Whether the office is open in a minute, by the shipped calendar. */
export function isOpen(time: number): boolean {
  const day = civilDateOf(new Date(time));
  let hours = hoursOfDays.get(day);
  if (hours === undefined) hoursOfDays.set(day, (hours = intervalsOf(day, builtInCalendar())));
  const minute = minuteOfDay(new Date(time));
  return hours.some(({ from, to }) => from <= minute && minute < to);
}

/** What ought to be said of a deadline by the shipped policy: counted minute by minute, apart from the rules that a worker follows. */
export function plannedReminders(one: ToBeReminded): readonly PlannedReminder[] {
  const { startedAt, dueAt, legalEndAt, level, unit, to } = one;
  const urgent = level === 'urgent';
  const everyMinute = urgent && (unit === 'hours' || unit === 'days');
  const running: number[] = [];
  for (let time = startedAt.getTime(); time < dueAt.getTime(); time += MINUTE) {
    if (everyMinute || isOpen(time)) running.push(time);
  }
  const last = running.at(-1);
  const share = (percent: number): number => running[Math.floor((running.length * percent) / 100)] ?? 0;
  const inTime =
    last === undefined
      ? []
      : [
          { step: '50%', at: share(50), tiers: 1 },
          { step: '80%', at: share(80), tiers: 1 },
          { step: '100%', at: urgent ? dueAt.getTime() : last, tiers: 2 },
        ];
  const late: PlannedReminder[] = [];
  const firstDay = new Date(`${civilDateOf(new Date(legalEndAt.getTime() + DAY))}T08:00:00+07:00`).getTime();
  for (let time = firstDay; time < to; time += DAY) {
    if (isOpen(time)) {
      late.push({ step: `late ${civilDateOf(new Date(time))}`, at: time, tiers: late.length < 2 ? 3 : 4 });
    }
  }
  return [...inTime, ...late];
}
