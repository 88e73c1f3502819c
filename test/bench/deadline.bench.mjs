/**
 * A deadline with its proof: the periods that a ticket meets, from starts all over a year, one of them paused. The limit
 * is a bare loop over day numbers with the same calendar in sets: it finds the same end, and can show nobody why.
 */
import { builtInCalendar, deadline } from '../../dist/src/calendar/index.js';
import { measure } from './measure.mjs';

const DAY = 86_400_000;
const MINUTE = 60_000;
const VIETNAM = 7 * 60 * MINUTE;
const STARTS = 200;
const LIMITS = [
  { amount: 5, unit: 'workingDays' },
  { amount: 10, unit: 'workingDays' },
  { amount: 15, unit: 'workingDays' },
  { amount: 4, unit: 'workingHours' },
  { amount: 40, unit: 'workingHours' },
];

export const name = 'deadline-proof';

export async function run({ rounds }) {
  const calendar = builtInCalendar();
  const bare = bareCount(calendar);
  const questions = asked();
  for (const { start, limit, pauses } of questions) {
    const { due } = deadline(start, limit, calendar, pauses);
    if (due.getTime() !== bare(start, limit, pauses)) throw new Error(`Two ends for ${start.toISOString()}`);
  }
  const taken = await measure(
    [
      { name: 'ours', run: each(questions, ({ start, limit, pauses }) => deadline(start, limit, calendar, pauses)) },
      { name: 'limit', run: each(questions, ({ start, limit, pauses }) => bare(start, limit, pauses)) },
    ],
    rounds,
  );
  return {
    ours: taken.cpuMs('ours'),
    limit: taken.cpuMs('limit'),
    ratio: taken.ratio('ours', 'limit'),
    detail: { deadlines: questions.length, daysOff: calendar.daysOff.length },
  };
}

/** One operation is all the questions: a single deadline is too short to be timed. */
function each(questions, count) {
  return async (times) => {
    for (let at = 0; at < times; at += 1) for (const question of questions) count(question);
  };
}

function asked() {
  const first = Date.parse('2026-01-05T08:10:00+07:00');
  return Array.from({ length: STARTS }, (_, at) => {
    const start = new Date(first + at * 1.6 * DAY);
    const pauses =
      at % 5 === 0 ? [{ from: new Date(start.getTime() + DAY), to: new Date(start.getTime() + 3 * DAY) }] : [];
    return { start, limit: LIMITS[at % LIMITS.length], pauses };
  });
}

function bareCount({ daysOff, makeUpDays, shifts: [{ intervals }] }) {
  const dayNumber = (date) => Date.parse(`${date}T00:00:00Z`) / DAY;
  const off = new Set(daysOff.map(({ date }) => dayNumber(date)));
  const madeUp = new Set(makeUpDays.map(({ date }) => dayNumber(date)));
  const closing = intervals.at(-1).to * MINUTE;
  // Day 0 of the epoch was a Thursday.
  const isOpen = (day) => madeUp.has(day) || ((day + 3) % 7 < 5 && !off.has(day));

  return (start, { amount, unit }, pauses) => {
    const local = start.getTime() + VIETNAM;
    const held = pauses.map(({ from, to }) => ({ from: from.getTime() + VIETNAM, to: to.getTime() + VIETNAM }));
    let day = Math.floor(local / DAY);
    if (unit === 'workingDays') {
      const takes = ({ from, to }) => Math.floor(from / DAY) < day && day <= Math.floor(to / DAY);
      for (let left = amount; left > 0;) {
        day += 1;
        if (isOpen(day) && !held.some(takes)) left -= 1;
      }
      return day * DAY + closing - VIETNAM;
    }
    let left = amount * 60 * MINUTE;
    for (; ; day += 1) {
      if (!isOpen(day)) continue;
      for (const { from, to } of intervals) {
        let opens = Math.max(local, day * DAY + from * MINUTE);
        const closes = day * DAY + to * MINUTE;
        for (const pause of held) {
          if (pause.from >= closes || pause.to <= opens) continue;
          const free = Math.max(0, pause.from - opens);
          if (left <= free) return opens + left - VIETNAM;
          left -= free;
          opens = Math.min(closes, pause.to);
        }
        if (opens >= closes) continue;
        if (left <= closes - opens) return opens + left - VIETNAM;
        left -= closes - opens;
      }
    }
  };
}
