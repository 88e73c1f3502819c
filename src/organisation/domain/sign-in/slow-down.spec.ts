import { countersOf, directoryRestOf, failuresAt, waitOf, type CounterKind } from './slow-down.js';

const AT = new Date('2026-03-18T02:00:00Z');
const HOUR = 3_600_000;

const after = (ms: number): Date => new Date(AT.getTime() + ms);
const waitSeconds = (kind: CounterKind, failures: number, ms = 0): number =>
  waitOf(kind, { failures, lastAt: AT }, after(ms)) / 1000;

describe('the slow-down of wrong tries', () => {
  it.each<[string, CounterKind, number, number, number]>([
    ['a person mistypes without waiting', 'account', 4, 0, 0],
    ['the fifth wrong try costs five seconds', 'account', 5, 0, 5],
    ['each further one doubles', 'account', 8, 0, 40],
    ['and never more than a quarter of an hour', 'account', 5_000, 0, 900],
    ['what has passed is not waited again', 'account', 8, 30_000, 10],
    ['until nothing is left', 'account', 8, 40_000, 0],
    ['an office behind one address has more tries', 'address', 19, 0, 0],
    ['but not without end', 'address', 20, 0, 5],
    ['a known device waits for itself', 'device', 6, 0, 10],
    ['a clock put back makes nobody wait longer', 'account', 8, -HOUR, 40],
    ['a day later nothing is left', 'account', 5_000, 25 * HOUR, 0],
  ])('%s', (_rule, kind, ...[failures, ms, expected]) => {
    expect(waitSeconds(kind, failures, ms)).toBe(expected);
  });

  it('lets a known device answer for itself alone, and others for the account and their address', () => {
    expect([countersOf(true), countersOf(false)]).toEqual([['device'], ['account', 'address']]);
  });

  it.each<[string, number, boolean, number, number]>([
    ['is asked for the third time', 2, false, 0, 0],
    ['rests then for all but the own desk', 3, false, 0, 1800],
    ['is asked once more from the own desk', 3, true, 0, 0],
    ['rests then for that, too', 4, true, 0, 1800],
    ['rests no longer than is left', 3, false, 1_000_000, 800],
    ['has forgotten after the window', 3, false, 1_800_000, 0],
    ['rests no longer when the clock is put back', 3, false, -HOUR, 1800],
  ])('a directory %s', (_rule, failures, isKnownDevice, ...[ms, expected]) => {
    const patience = { tries: 3, windowMs: 1_800_000 };
    const restMs = directoryRestOf({ failures, lastAt: AT }, after(ms), { patience, isKnownDevice });
    expect(restMs / 1000).toBe(expected);
  });

  it('asks no wait of a person who was never wrong', () => {
    expect([waitOf('account', null, AT), failuresAt(null, AT)]).toEqual([0, 0]);
  });
});
