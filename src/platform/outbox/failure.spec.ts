import { DomainError } from '../../kernel/domain-error.js';
import { OutsideUnavailable } from '../../kernel/outside-failure.js';
import { failureOf } from './failure.js';
import { latestDue } from './retry-pause.js';

const MANY = 1000;
const HOUR_MS = 3_600_000;

describe('how long a job is tried', () => {
  it.each([
    ['as long as the disk is full', 'ENOSPC', false],
    ['as long as the disk fails', 'EIO', false],
    ['as long as files may not grow', 'EFBIG', false],
    ['as long as the database is read-only', 'SQLITE_READONLY_DBMOVED', false],
    ['as long as no more files can be opened', 'EMFILE', false],
    ['twelve times, when nobody knows why it fails', 'EUNKNOWN', true],
  ])('%s', (_rule, code, givenUp) => {
    const { pauseMs } = failureOf(Object.assign(new Error('injected'), { code }), MANY);
    expect(pauseMs === null).toBe(givenUp);
  });
});

it('a template that was not read in time is tried again, and given up like an unknown error', () => {
  const pauses = [1, 11, 12].map((failures) => failureOf(new DomainError('template-timeout'), failures).pauseMs);
  expect(pauses.map((pause) => pause === null)).toEqual([false, false, true]);
  expect(failureOf(new DomainError('template-broken'), 1).pauseMs).toBeNull();
});

describe('how long the next try waits while a peer is away', () => {
  const pauseAfter = (failures: number, options?: OutsideUnavailable['options']): number =>
    failureOf(new OutsideUnavailable('away', options), failures).pauseMs ?? 0;

  it('2 s, doubled, and 30 s at most, however long the outage lasts', () => {
    expect(pauseAfter(1)).toBeLessThanOrEqual(2_500);
    expect(pauseAfter(4)).toBeGreaterThanOrEqual(12_000);
    expect(pauseAfter(MANY)).toBeGreaterThanOrEqual(22_500);
    expect(pauseAfter(MANY)).toBeLessThanOrEqual(30_000);
  });

  it.each<[rule: string, options: OutsideUnavailable['options'], least: number]>([
    ['as long as the peer asks for', { retryAfterSeconds: 600 }, 600_000],
    ['an hour, whatever the peer asks for', { retryAfterSeconds: 100_000 }, HOUR_MS],
    ['longer and longer for what is no matter of the peer', { elsewhere: true }, 0.75 * HOUR_MS],
  ])('%s', (_rule, options, least) => {
    expect(pauseAfter(MANY, options)).toBeGreaterThanOrEqual(least);
    expect(pauseAfter(MANY, options)).toBeLessThanOrEqual(HOUR_MS);
  });
});

describe('a letter that is not taken just now', () => {
  it('is offered again in minutes, later and later, an hour at most, and is an answer of its server', () => {
    const error = new OutsideUnavailable('greylisted', { deferred: true });
    const [first, second, last] = [1, 2, MANY].map((failures) => failureOf(error, failures));
    expect(first).toMatchObject({ outcome: 'failed', code: 'deferred', isAnswer: true });
    expect(first?.pauseMs).toBeGreaterThanOrEqual(225_000);
    expect(first?.pauseMs).toBeLessThanOrEqual(375_000);
    expect(second?.pauseMs).toBeGreaterThanOrEqual(450_000);
    expect(last?.pauseMs).toBeLessThanOrEqual(HOUR_MS);
  });
});

describe('the latest moment at which anything may be due', () => {
  const now = new Date('2026-03-18T02:00:00Z');
  const from = (ms: number): Date => new Date(now.getTime() + ms);

  it.each<[rule: string, lastWritten: Date | null, latest: Date]>([
    ['the longest pause from now, when nothing was ever written', null, from(HOUR_MS)],
    ['the same, when the last that was written lies in the past', from(-1_000), from(HOUR_MS)],
    ['the same, when another host is a little ahead', from(30_000), from(HOUR_MS)],
    ['now, when the last that was written lies ahead: the clock was put back', from(HOUR_MS), now],
  ])('is %s', (_rule, lastWritten, latest) => {
    expect(latestDue(now, lastWritten)).toEqual(latest);
  });
});
