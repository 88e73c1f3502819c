import { nextLookAfterFailure } from './look-schedule.js';

const NOW = new Date('2026-03-18T02:00:00Z');
const MINUTE = 60_000;
const pause = (failed: number, everyMs: number, dice: number): number =>
  nextLookAfterFailure(NOW, failed, everyMs, dice).getTime() - NOW.getTime();

describe('the pause before a letter is asked for again', () => {
  it.each([
    ['doubles with each look that told nothing', 1, MINUTE, 2 * MINUTE],
    ['doubles again', 3, MINUTE, 8 * MINUTE],
    ['ends at a quarter of an hour', 4, MINUTE, 15 * MINUTE],
    ['stays there, however long the e-office is away', 2_000, MINUTE, 15 * MINUTE],
    ['is no shorter than a long interval', 1, 3_600_000, 3_600_000],
    ['is short where the app asks often', 1, 2_000, 4_000],
  ])('%s', (_rule, failed, everyMs, expected) => {
    expect(pause(failed, everyMs, 0)).toBe(expected);
  });

  it('is spread by a tenth at most, and never shortened', () => {
    expect([pause(1, MINUTE, 0), pause(1, MINUTE, 0.5), pause(1, MINUTE, 1)]).toEqual([120_000, 126_000, 132_000]);
  });
});
