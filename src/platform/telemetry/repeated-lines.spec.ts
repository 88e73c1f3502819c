import { jest } from '@jest/globals';
import { QueryFailedError } from 'typeorm';
import { Log } from './log.js';

interface Line {
  readonly event: string;
  readonly times?: number;
  readonly of?: string | readonly string[];
  readonly job?: string | readonly string[];
  readonly cause?: string;
  readonly error?: { readonly code?: string };
}

const failing = (code: string, message = 'injected'): Error => Object.assign(new Error(message), { code });
const full = (): Error => new QueryFailedError('INSERT INTO a', ['Bùi Văn Khải'], failing('SQLITE_FULL'));

describe('a failure that comes back', () => {
  const written: Line[] = [];
  let log: Log;
  beforeEach(() => {
    jest.useFakeTimers();
    written.splice(0);
    log = new Log('info', { write: (line) => written.push(JSON.parse(line) as Line) });
  });
  afterEach(() => {
    log.flush();
    jest.useRealTimers();
  });

  async function everyThird(ofSeconds: number, fail: (turn: number) => void): Promise<void> {
    for (let turn = 0; turn < ofSeconds * 3; turn += 1) {
      fail(turn);
      await jest.advanceTimersByTimeAsync(333);
    }
  }

  it('is one line at once and one line a minute, whatever it fails in: a full disk under 20 jobs and every request', async () => {
    await everyThird(300, (turn) => {
      for (let job = 0; job < 5; job += 1) log.warn('job.failed', { job: `job-${String(job)}`, error: full() });
      log.error('http.failed', { requestId: `req-${String(turn)}`, error: failing('ENOSPC') });
      log.warn('outbox.not-written', { seq: turn, error: full() });
    });
    expect(written.length).toBeLessThanOrEqual(6);
    const [first, second] = written;
    expect(first).toMatchObject({ event: 'storage.failed', cause: 'disk-full', of: 'job.failed', job: 'job-0' });
    expect(first?.error).toMatchObject({ code: 'SQLITE_FULL' });
    expect(second?.times).toBeGreaterThan(1_000);
    expect(second?.of).toEqual(['job.failed', 'http.failed', 'outbox.not-written']);
    expect(second?.job).toHaveLength(5);
    expect(JSON.stringify(written)).not.toContain('Khải');
  });

  it('keeps apart what fails otherwise, and is written at once when it is another one', () => {
    log.warn('job.failed', { job: 'a', error: new Error('Nhật ký không còn như lúc ghi mốc.') });
    log.warn('job.failed', { job: 'b', error: failing('ECONNREFUSED') });
    log.warn('job.failed', { job: 'b', error: failing('ETIMEDOUT') });
    log.warn('outbox.failed', { seq: 1, error: failing('ETIMEDOUT') });
    log.warn('directory.away', { reason: 'không trả lời' });
    expect(written.map(({ event }) => event)).toHaveLength(5);
  });

  it('is the same one whatever numbers, ids and paths its message names', async () => {
    for (let turn = 0; turn < 50; turn += 1)
      log.warn('job.failed', { job: 'a', error: new Error(`Tệp /var/lib/${String(turn)}/a${String(turn)}f09 hỏng.`) });
    expect(written).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(61_000);
    expect(written).toEqual([written[0], expect.objectContaining({ times: 49 })]);
  });

  it('is over when nothing more is counted: the next one is written at once', async () => {
    log.warn('job.failed', { job: 'a', error: full() });
    await jest.advanceTimersByTimeAsync(121_000);
    log.warn('job.failed', { job: 'a', error: full() });
    expect(written).toHaveLength(2);
  });

  it('leaves its count behind when the process stops', () => {
    for (let turn = 0; turn < 3; turn += 1) log.warn('job.failed', { job: 'a', error: full() });
    log.flush();
    expect(written.at(-1)).toMatchObject({ times: 2 });
  });

  it('never folds what is no failure: who was refused what, and what came in', () => {
    for (let turn = 0; turn < 5; turn += 1) log.warn('access.refused', { by: 'ngoc', route: '/an-toan' });
    for (let turn = 0; turn < 5; turn += 1) log.info('exchange.received', { messageId: String(turn) });
    expect(written).toHaveLength(10);
  });

  it('holds a bounded number of causes', () => {
    const letters = 'abcdefghijklmnopqrstuvwxyz';
    for (const a of letters) for (const b of letters) log.warn('x', { error: new Error(`g${a}${b}`) });
    expect(written.length).toBeLessThanOrEqual(201);
  });

  it('tells a listener of each illness of the storage, folded or not', () => {
    const heard: string[] = [];
    log.onIllness((illness) => heard.push(illness));
    for (let turn = 0; turn < 3; turn += 1) log.warn('job.failed', { job: 'a', error: full() });
    log.warn('job.failed', { job: 'a', error: failing('SQLITE_CORRUPT') });
    expect(heard).toEqual(['disk-full', 'disk-full', 'disk-full', 'database-corrupt']);
  });
});
