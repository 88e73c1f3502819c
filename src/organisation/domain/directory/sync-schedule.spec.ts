import { dueRun, type PastRuns, type SyncSchedule } from './sync-schedule.js';

const at = (text: string): Date => new Date(`2026-03-18T${text}:00+07:00`);
const NEVER: PastRuns = { lastFull: null, lastAny: null, lastFailed: null };
const BOTH: SyncSchedule = { fullAt: 120, deltaMinutes: 15 };

describe('a run whose time has come', () => {
  it.each<[rule: string, schedule: SyncSchedule, past: PastRuns, now: Date, expected: string | null]>([
    ['nothing while nothing is set', { fullAt: null, deltaMinutes: null }, NEVER, at('03:00'), null],
    ['nothing before the hour', BOTH, NEVER, at('01:59'), null],
    ['everybody from the hour on, also late', BOTH, NEVER, at('23:00'), 'full'],
    [
      'changes once everybody was read today',
      BOTH,
      { ...NEVER, lastFull: at('02:00'), lastAny: at('02:00') },
      at('02:15'),
      'delta',
    ],
    [
      'nothing before the minutes are over',
      BOTH,
      { ...NEVER, lastFull: at('02:00'), lastAny: at('02:10') },
      at('02:15'),
      null,
    ],
    ['nothing for half an hour after a failure', BOTH, { ...NEVER, lastFailed: at('02:00') }, at('02:29'), null],
    ['the same again after it', BOTH, { ...NEVER, lastFailed: at('02:00') }, at('02:30'), 'full'],
    ['no changes before everybody was read once', { fullAt: null, deltaMinutes: 15 }, NEVER, at('09:00'), null],
  ])('is for %s', (_rule, schedule, ...[past, now, expected]) => {
    expect(dueRun(schedule, past, now)).toBe(expected);
  });
});
