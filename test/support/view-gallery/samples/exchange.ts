import { JOBS } from '../../../../src/bootstrap/jobs.js';
import { JobHandlers } from '../../../../src/platform/outbox/job-handlers.js';
import { exchangeQueueView, type ExchangeQueueReading } from '../../../../src/web/exchange/exchange-queue-view.js';
import { callsView, jobHistoryView } from '../../../../src/web/exchange/message-history-view.js';
import type { JobSubjects } from '../../../../src/web/exchange/job-subject.js';
import type { IncomingDocumentEntity, OutgoingDocumentEntity } from '../../../../src/documents/index.js';
import type { DispatchEntity, ExchangeTraceEntity } from '../../../../src/exchange/index.js';
import type { OutboxAttemptEntity } from '../../../../src/platform/outbox/outbox-attempt.entity.js';
import { CLOSED } from '../../../../src/platform/outbox/circuit.js';
import type { CircuitEntity } from '../../../../src/platform/outbox/circuit.entity.js';
import { CHANNELS } from '../../../../src/platform/outbox/channels.js';
import type { OutboxEntity } from '../../../../src/platform/outbox/outbox.entity.js';

const at = (time: string): Date => new Date(`2026-03-18T${time}+07:00`);

const closed: Omit<CircuitEntity, 'channel'> = { ...CLOSED, reason: null, version: 1 };

const dispatch = (id: string, change: Partial<DispatchEntity>): DispatchEntity =>
  ({
    ...{ id, aboutDocumentId: 'd-4', outgoingDocumentId: 'l-513' },
    ...{ status: null, business: null, receiverName: null },
    ...change,
  }) as DispatchEntity;

/** One letter to two agencies, a status of the document that it answers, and a letter in signing. */
const subjects: JobSubjects = {
  kinds: new JobHandlers(JOBS.declared),
  dispatches: [
    dispatch('to-home', { receiverName: 'Sở Nội vụ thành phố Hải Phòng' }),
    dispatch('to-health', { receiverName: 'Sở Y tế thành phố Hải Phòng' }),
    dispatch('status', { outgoingDocumentId: null, status: '04' }),
  ],
  letters: [{ id: 'l-513', number: 513, notation: 'SGDĐT-VP' } as OutgoingDocumentEntity],
  documents: [{ id: 'd-4', year: 2026, arrivalNumber: 1284 } as IncomingDocumentEntity],
  requests: [{ id: '8', words: 'Phiếu PAKN.20260313.0019' }],
};

const quiet: ExchangeQueueReading = {
  channels: CHANNELS.map((channel) => ({
    channel,
    waiting: 0,
    held: 0,
    stopped: 0,
    oldest: null,
    doneLately: channel === 'internal' ? 14 : 0,
  })),
  circuits: (['exchange', 'mail', 'signing'] as const).map((channel) => ({ ...closed, channel })),
  undone: [],
  held: [],
  proved: [],
  subjects,
  mayHandle: true,
  deliverable: (kind) => kind === 'exchange.send',
  lastLook: at('10:40:12'),
  refused: 4,
  doors: [],
  missed: 0,
  problems: [],
  now: at('10:41:00'),
};

const enqueue = (change: Partial<OutboxEntity>): OutboxEntity => ({
  seq: 41,
  key: 'k',
  kind: 'exchange.send',
  orderingKey: 'exchange.about:d-4',
  blocksFollowing: true,
  payload: {},
  createdAt: at('09:12:00'),
  dueAt: at('10:52:00'),
  attempts: 1,
  leasedBy: null,
  leasedUntil: null,
  finishedAt: null,
  outcome: null,
  heldAt: null,
  heldByName: null,
  holdReason: null,
  traceparent: null,
  lastError: null,
  ...change,
});

/** The disk is full, the e-office is away, the signing desk works a backlog off, and people are needed. */
export const queueAway = exchangeQueueView({
  ...quiet,
  problems: [{ part: 'files', cause: 'disk-full' }],
  doors: [{ day: '2026-03-18', door: 'e-office-callback', kept: 500, bytes: 8_388_000, beyond: 12_840 }],
  missed: 3,
  channels: quiet.channels.map((one) => {
    if (one.channel === 'exchange') return { ...one, waiting: 1284, held: 1, stopped: 1, oldest: at('09:12:00') };
    return one.channel === 'signing' ? { ...one, waiting: 36, oldest: at('10:38:20'), doneLately: 24 } : one;
  }),
  circuits: [
    {
      ...closed,
      channel: 'exchange',
      state: 'open',
      outages: 31,
      probes: 26,
      failingSince: at('10:29:00'),
      nextProbeAt: at('10:41:22'),
      reason: 'Hệ thống bên ngoài chưa trả lời: hệ thống quản lý văn bản không trả lời trong 60 giây.',
    },
    ...quiet.circuits.slice(1),
  ],
  undone: [
    enqueue({ outcome: 'givenUp', lastError: 'Thiếu nơi nhận.', payload: { dispatchId: 'to-home' } }),
    enqueue({ seq: 42, outcome: 'givenUp', lastError: 'Thiếu nơi nhận.', payload: { dispatchId: 'to-health' } }),
    enqueue({
      ...{ seq: 44, kind: 'signing.submit', payload: { requestId: '8' }, attempts: 7 },
      lastError: 'Hệ thống bên ngoài chưa trả lời.',
    }),
  ],
  proved: [
    {
      seq: 33,
      kind: 'exchange.send',
      payload: { dispatchId: 'status' },
      at: at('08:15:00'),
      note: 'Tổng đài xác nhận qua điện thoại, đã gửi thư kèm biên nhận.',
      receiptId: 'BN-2026-118',
      byName: 'Phạm Thị Văn Thư',
      fileName: 'bien-nhan.pdf',
    },
  ],
  held: [
    enqueue({
      seq: 52,
      payload: { dispatchId: 'status' },
      heldAt: at('10:02:00'),
      heldByName: 'Phạm Thị Văn Thư',
      holdReason: 'Lãnh đạo yêu cầu chờ ý kiến của Ủy ban.',
    }),
  ],
});

export const queueQuiet = exchangeQueueView(quiet);

const trace = (change: Partial<ExchangeTraceEntity>): ExchangeTraceEntity => ({
  ...{ id: 812, at: at('10:40:12'), direction: 'toThem', channel: 'exchange', operation: 'SendMessage', status: '200' },
  ...{
    ms: 412,
    requestSha256: 'a'.repeat(64),
    responseSha256: 'b'.repeat(64),
    requestSize: 1_482_113,
    responseSize: 913,
  },
  ...{ bundle: 'c'.repeat(64), seq: 41, messageId: null, sameBefore: 0, missedBefore: 0 },
  ...change,
});

const attempt = (change: Partial<OutboxAttemptEntity>): OutboxAttemptEntity => ({
  ...{ id: 3, seq: 41, channel: 'exchange', startedAt: at('10:40:12'), endedAt: at('10:40:13') },
  ...{ outcome: 'refused', code: 'EO-VALIDATION', reason: 'Hệ thống quản lý văn bản từ chối: thiếu nơi nhận văn bản.' },
  ...change,
});

/** A job that was cut off, found nobody, and was refused at last. */
export const jobHistory = jobHistoryView({
  job: enqueue({
    attempts: 3,
    outcome: 'givenUp',
    payload: { dispatchId: 'to-home' },
    finishedAt: at('10:40:13'),
    lastError: 'Thiếu nơi nhận văn bản.',
  }),
  tries: [
    attempt({}),
    attempt({
      ...{ id: 2, startedAt: at('09:14:00'), endedAt: at('09:15:00'), outcome: 'unavailable', code: null },
      reason: 'Hệ thống bên ngoài chưa trả lời: hệ thống quản lý văn bản không trả lời kịp.',
    }),
    attempt({ id: 1, startedAt: at('09:12:04'), endedAt: at('09:14:00'), outcome: 'cutOff', code: null, reason: null }),
  ],
  calls: [
    trace({ status: 'EO-VALIDATION' }),
    trace({ id: 790, at: at('09:14:00'), status: 'none', ms: 60_012, responseSha256: null, responseSize: 0 }),
  ],
  subjects,
  mayRead: true,
  evidenceDays: 90,
});

/** A look for messages, whose tries are not written down though it made a call. */
export const lookHistory = jobHistoryView({
  job: enqueue({ kind: 'exchange.look', outcome: 'done', finishedAt: at('10:40:13') }),
  ...{ tries: [], subjects, mayRead: true, evidenceDays: 90 },
  calls: [trace({ operation: 'ListPendingMessages', ms: 31, requestSize: 1_204, responseSize: 688 })],
});

/** The calls of a quiet morning; this person may only look. */
export const calls = callsView({
  calls: [
    trace({
      operation: 'ListPending',
      ms: 31,
      requestSize: 1_204,
      responseSize: 688,
      seq: null,
      sameBefore: 59,
    }),
    trace({
      ...{ id: 811, direction: 'toUs', channel: 'e-office-callback', operation: 'NotifyEvent', ms: 18 },
      missedBefore: 2,
    }),
  ],
  mayRead: false,
  evidenceDays: 90,
  isOlder: false,
  older: 811,
});

export const noCalls = callsView({ calls: [], mayRead: true, evidenceDays: 90, isOlder: false, older: null });
