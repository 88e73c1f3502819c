import fc from 'fast-check';

import { checkProperty } from './check-property.js';
import { deadline } from '../../src/calendar/domain/deadline.js';
import type { Deadline, ProofLine } from '../../src/calendar/domain/proof/proof.js';
import { DomainError } from '../../src/kernel/domain-error.js';
import type { LimitUnit } from '../../src/law/limit.js';
import { questions } from './random-deadlines.js';
import { slowDeadline, type SlowAnswer, type SlowQuestion, YearWithoutCalendar } from './slow-deadline.js';

const SECOND = 1000;
const DAY = 86_400 * SECOND;

/**
 * Holds the office's count against the slow one for so many random questions: the same end, and a proof each line of
 * which counts exactly what the slow count counted in it.
 *
 * @returns how many questions both refused, because they reach a year without a calendar
 */
export function compareCounts(units: readonly LimitUnit[], runs: number): number {
  let refused = 0;
  checkProperty(
    fc.property(questions(units), (question) => {
      const slow = slowAnswer(question);
      const ours = ourAnswer(question);
      if (slow === null || ours === null) {
        expect(ours).toBe(slow);
        refused += 1;
        return;
      }
      expect([ours.due, ours.legalEnd]).toEqual([slow.due, slow.legalEnd]);
      expectSoundProof(ours, slow, question);
    }),
    { numRuns: runs },
  );
  return refused;
}

function slowAnswer(question: SlowQuestion): SlowAnswer | null {
  try {
    return slowDeadline(question);
  } catch (error) {
    if (error instanceof YearWithoutCalendar) return null;
    throw error;
  }
}

function ourAnswer({ start, limit, calendar, pauses }: SlowQuestion): Deadline | null {
  try {
    return deadline(start, limit, calendar, pauses);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'deadline-calendar-missing') return null;
    throw error;
  }
}

/**
 * In order, without a gap, from the start to the end, adding up to the limit, each line with what was counted in it.
 * Compared plainly, and only a flaw is handed to `expect`: a hundred thousand proofs have millions of minutes.
 */
function expectSoundProof(answer: Deadline, slow: SlowAnswer, { start, limit }: SlowQuestion): void {
  const byDays = limit.unit === 'days' || limit.unit === 'workingDays';
  const slowly = slow.counted.values();
  let stretch = slowly.next();
  let reached = byDays ? midnightOf(start) : floored(start);
  let total = 0;

  for (const line of answer.proof) {
    const { from, to } = byDays ? daySpan(line) : timeSpan(line);
    if (from !== reached || to <= from) flaw(line, `does not go on where the line before ended`);
    let counted = 0;
    for (; stretch.done !== true && stretch.value.to.getTime() <= to; stretch = slowly.next()) {
      if (stretch.value.from.getTime() < from) flaw(line, 'divides what the slow count counted as one');
      counted += byDays ? 1 : (stretch.value.to.getTime() - stretch.value.from.getTime()) / SECOND;
    }
    if (inUnits(line, byDays) !== counted) flaw(line, `should count ${counted}`);
    total += line.counted;
    reached = to;
  }
  if (stretch.done !== true) throw new Error('The proof ends before the limit was used up');
  expect(reached).toBe(byDays ? midnightOf(answer.legalEnd) + DAY : answer.due.getTime());
  expect(total).toBe(byDays ? limit.amount : limit.amount * 60);
}

function flaw(line: ProofLine, what: string): never {
  throw new Error(`${JSON.stringify(line)} ${what}`);
}

/** Days as they are, minutes as the whole seconds they stand for. */
function inUnits(line: ProofLine, byDays: boolean): number {
  if (byDays) return line.counted;
  const seconds = Math.round(line.counted * 60);
  if (Math.abs(line.counted * 60 - seconds) > 1e-6) flaw(line, 'counts a part of a second');
  return seconds;
}

function daySpan({ from, to }: ProofLine): { from: number; to: number } {
  return { from: Date.parse(`${from}T00:00:00+07:00`), to: Date.parse(`${to}T00:00:00+07:00`) + DAY };
}

function timeSpan({ from, to }: ProofLine): { from: number; to: number } {
  return { from: Date.parse(from), to: Date.parse(to) };
}

function floored(moment: Date): number {
  return moment.getTime() - (moment.getTime() % SECOND);
}

function midnightOf(moment: Date): number {
  const local = moment.getTime() + 7 * 3600 * SECOND;
  return local - (local % DAY) - 7 * 3600 * SECOND;
}
