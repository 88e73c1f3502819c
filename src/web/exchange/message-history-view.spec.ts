import { z } from 'zod';
import type { ExchangeTraceEntity } from '../../exchange/index.js';
import { OutboxEntity } from '../../platform/outbox/outbox.entity.js';
import { callsView, jobHistoryView, type CallsPageReading } from './message-history-view.js';
import { JobHandlers } from '../../platform/outbox/job-handlers.js';
import { defineJob } from '../../platform/outbox/job.js';
import { NO_SUBJECTS } from './job-subject.js';

const call = (change: Partial<ExchangeTraceEntity>): ExchangeTraceEntity => ({
  id: 812,
  at: new Date('2026-03-18T03:40:12Z'),
  direction: 'toThem',
  channel: 'exchange',
  operation: 'SendMessage',
  status: '200',
  ms: 412,
  requestSize: 1_204,
  responseSize: 913,
  requestSha256: 'a',
  responseSha256: 'b',
  bundle: 'c',
  seq: 41,
  messageId: null,
  sameBefore: 0,
  missedBefore: 0,
  ...change,
});
const reading: CallsPageReading = { calls: [call({})], mayRead: true, evidenceDays: 90, isOlder: false, older: null };
const jobOf = (kind: string): OutboxEntity => {
  const createdAt = new Date('2026-03-18T03:40:00Z');
  const settled = { createdAt, finishedAt: createdAt, outcome: 'done' as const };
  return Object.assign(new OutboxEntity(), { seq: 41, kind, payload: {}, attempts: 1, lastError: null, ...settled });
};

describe('how a job went', () => {
  it.each([
    ['looking', 'Không ghi từng lần thử'],
    ['internal', 'Không ghi từng lần thử'],
    ['exchange', 'Chưa thử lần nào'],
  ] as const)('without tries says whether any are written down in the channel %s', (channel, heading) => {
    const kinds = new JobHandlers([
      defineJob({ kind: 'a.b', words: 'Việc', repeat: 'nothing happens', channel, payload: z.object({}) }),
    ]);
    const subjects = { ...NO_SUBJECTS, kinds };
    const view = jobHistoryView({ ...reading, job: jobOf('a.b'), tries: [], subjects });
    expect(view.noTries?.heading).toBe(heading);
  });
});

describe('the page of calls', () => {
  it('leads to the job that a call was made for, but not from the page of that job', () => {
    const job = jobOf('exchange.send');
    const link = { href: '/trao-doi/dang-cho/41', label: 'Việc số 41' };
    expect(callsView(reading).calls[0]?.job).toEqual(link);
    const history = jobHistoryView({ ...reading, job, tries: [], subjects: NO_SUBJECTS });
    expect(history.calls[0]?.job).toBeNull();
    expect(callsView({ ...reading, calls: [call({ seq: null })] }).calls[0]?.job).toBeNull();
  });

  it.each([
    ['200', 'Đã trả lời, 0,4 giây'],
    ['503', 'Hệ thống kết nối báo lỗi (503), 0,4 giây'],
    ['EO-BUSY', 'Hệ thống kết nối báo lỗi (EO-BUSY), 0,4 giây'],
    ['EO-VALIDATION', 'Bị từ chối (EO-VALIDATION), 0,4 giây'],
    ['none', 'Không có trả lời, 0,4 giây'],
  ])('says of an answer %s how the call ended', (status, words) => {
    expect(callsView({ ...reading, calls: [call({ status })] }).calls[0]?.status).toBe(words);
  });

  it('names what a call is for, and by its own name what it does not know', () => {
    const calls = [call({}), call({ operation: 'GetWeather' })];
    expect(callsView({ ...reading, calls }).calls.map(({ what }) => what)).toEqual([
      ...['Gửi văn bản hoặc trạng thái', 'GetWeather'],
    ]);
  });

  it.each([
    [
      'the newest',
      { isOlder: false, older: 700 },
      '1 lượt kết nối mới nhất, hai chiều.',
      '/trao-doi/ban-ghi?truoc=700',
    ],
    ['the oldest', { isOlder: true, older: null }, '1 lượt kết nối cũ hơn, hai chiều.', null],
  ])('%s', (_page, ends, summary, olderHref) => {
    expect(callsView({ ...reading, ...ends })).toMatchObject({ summary, olderHref });
  });
});
