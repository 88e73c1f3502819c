import { z } from 'zod';
import type { IncomingDocumentEntity, OutgoingDocumentEntity } from '../../documents/index.js';
import type { DispatchEntity } from '../../exchange/index.js';
import { CHANNEL_WORDS } from '../../platform/outbox/channels.js';
import type { CircuitEntity } from '../../platform/outbox/circuit.entity.js';
import { CLOSED } from '../../platform/outbox/circuit.js';
import type { ChannelStanding } from '../../platform/outbox/queue-report.js';
import type { StuckJob } from '../../platform/outbox/stuck-jobs.js';
import { exchangeQueueView, type ExchangeQueueReading } from './exchange-queue-view.js';
import { incomingHref } from '../documents/pair.js';
import { JobHandlers } from '../../platform/outbox/job-handlers.js';
import { defineJob } from '../../platform/outbox/job.js';
import { NO_SUBJECTS, type JobSubjects } from './job-subject.js';

const now = new Date('2026-03-18T03:41:00Z');
const idle: ChannelStanding = { channel: 'exchange', waiting: 0, held: 0, stopped: 0, oldest: null, doneLately: 0 };
const payload = z.object({});
const shared = { repeat: 'nothing happens', payload };
const kinds = new JobHandlers([
  defineJob({ kind: 'case.open', words: 'Mở phiếu từ phản ánh', channel: 'internal', ...shared }),
  defineJob({ kind: 'signing.submit', words: 'Trình ký qua hệ thống quản lý văn bản', channel: 'signing', ...shared }),
]);
const nothing: ExchangeQueueReading = {
  channels: [],
  circuits: [{ ...CLOSED, channel: 'exchange', reason: null, version: 0 }],
  undone: [],
  held: [],
  proved: [],
  subjects: NO_SUBJECTS,
  mayHandle: true,
  deliverable: () => false,
  lastLook: null,
  doors: [],
  missed: 0,
  problems: [],
  refused: null,
  now,
};

describe('the page of what waits to go out', () => {
  const undone: StuckJob = {
    seq: 7,
    kind: 'case.open',
    payload: { inboxId: 'm', incomingDocumentId: 'd-4' },
    createdAt: new Date('2026-03-18T03:40:00Z'),
    dueAt: new Date('2026-03-18T05:00:00Z'),
    attempts: 6,
    outcome: null,
    lastError: 'Vì sao.',
  };

  it.each([
    ['given up, for who may say so', 'givenUp', true, { retryAction: '/trao-doi/dang-cho/7/thu-lai', forms: ['bo-7'] }],
    ['given up, for who only watches', 'givenUp', false, { retryAction: null, forms: [] }],
    ['still being tried', null, true, { retryAction: null, forms: ['giu-7'] }],
  ] as const)('work that was not done: %s', (_what, outcome, mayHandle, { retryAction, forms }) => {
    const documents = [{ id: 'd-4', year: 2026, arrivalNumber: 1284 } as IncomingDocumentEntity];
    const subjects = { ...NO_SUBJECTS, kinds, documents };
    const [row] = exchangeQueueView({ ...nothing, undone: [{ ...undone, outcome }], subjects, mayHandle }).undone;
    expect(row).toMatchObject({
      what: 'Mở phiếu từ phản ánh',
      subject: { label: 'Số đến 1284', href: incomingHref({ year: 2026, arrivalNumber: 1284 }) },
      since: '18/03, 10:40',
      reason: 'Vì sao.',
      standing: outcome === null ? 'Đã thử 6 lần; thử tiếp lúc 18/03, 12:00.' : 'Đã dừng, không tự thử lại.',
      retryAction,
    });
    expect(row?.forms.map(({ id }) => id)).toEqual(forms);
  });

  it('tells two sendings of one letter apart by their receivers, and names the letter and its page', () => {
    const dispatch = { aboutDocumentId: 'd-4', outgoingDocumentId: 'l', status: null, business: null };
    const sendings = ['Sở Nội vụ', 'Sở Y tế'].map((receiverName) => ({ ...dispatch, id: receiverName, receiverName }));
    const subjects: JobSubjects = {
      ...NO_SUBJECTS,
      dispatches: sendings as DispatchEntity[],
      letters: [{ id: 'l', number: 513, notation: 'SGDĐT-VP' } as OutgoingDocumentEntity],
    };
    const jobs = sendings.map(({ id }) => ({ ...undone, kind: 'exchange.send', payload: { dispatchId: id } }));
    const subject = { label: 'Số đi 513/SGDĐT-VP', href: '/van-ban-di/l' };
    expect(exchangeQueueView({ ...nothing, undone: jobs, subjects }).undone).toMatchObject([
      { what: 'Gửi Sở Nội vụ', subject },
      { what: 'Gửi Sở Y tế', subject },
    ]);
  });

  it.each([
    [
      'a status by the document that it speaks of',
      { kind: 'exchange.send', payload: { dispatchId: 's' } },
      {
        title: 'Gửi trạng thái: Đã phân công (04), Số đến 1284',
        href: incomingHref({ year: 2026, arrivalNumber: 1284 }),
      },
    ],
    [
      'a letter in signing by its ticket',
      { kind: 'signing.submit', payload: { requestId: 'r' } },
      { title: 'Trình ký qua hệ thống quản lý văn bản, Phiếu PAKN.20260313.0019', href: '/trinh-ky/r' },
    ],
    [
      'what this person may not look at by its kind alone',
      { kind: 'signing.submit', payload: { requestId: 'hidden' } },
      { title: 'Trình ký qua hệ thống quản lý văn bản', href: undefined },
    ],
  ])('names %s where a person proved that it arrived', (_what, job, row) => {
    const subjects: JobSubjects = {
      ...NO_SUBJECTS,
      kinds,
      dispatches: [{ id: 's', aboutDocumentId: 'd-4', outgoingDocumentId: null, status: '04' } as DispatchEntity],
      documents: [{ id: 'd-4', year: 2026, arrivalNumber: 1284 } as IncomingDocumentEntity],
      requests: [{ id: 'r', words: 'Phiếu PAKN.20260313.0019' }],
    };
    const proof = { seq: 3, at: now, note: 'Đã nhận.', receiptId: null, byName: 'Văn thư', fileName: 'a.pdf' };
    expect(exchangeQueueView({ ...nothing, proved: [{ ...proof, ...job }], subjects }).proved[0]).toMatchObject(row);
  });

  it.each([
    ['internal', 'Không gọi ra ngoài'],
    ['staff', 'Mỗi việc tự thử lại'],
    ['webhooks', 'Mỗi việc tự thử lại'],
  ] as const)('says of the channel %s, which has no circuit: %s', (channel, connection) => {
    const { channels } = exchangeQueueView({ ...nothing, channels: [{ ...idle, channel, waiting: 1 }] });
    expect(channels[0]).toMatchObject({ name: CHANNEL_WORDS[channel], connection });
  });

  it('offers proof of arrival only for what can arrive by another way', () => {
    const [row] = exchangeQueueView({
      ...nothing,
      undone: [{ ...undone, kind: 'exchange.send', outcome: 'givenUp' }],
      deliverable: (kind) => kind === 'exchange.send',
    }).undone;
    expect(row?.forms.map(({ id }) => id)).toEqual(['da-toi-7', 'bo-7']);
  });

  it.each<[string, Partial<ChannelStanding>, string | null]>([
    ['nothing went', { waiting: 30 }, null],
    ['little waits', { waiting: 2, doneLately: 12 }, '12 việc trong phút qua'],
    ['a backlog drains', { waiting: 30, doneLately: 20 }, '20 việc trong phút qua; xong khoảng 10:42:30'],
  ])('says how fast it goes, and when a backlog is over: %s', (_what, change, progress) => {
    expect(exchangeQueueView({ ...nothing, channels: [{ ...idle, ...change }] }).channels[0]).toMatchObject({
      progress,
    });
  });

  it('names a peer that does not answer, since when, and when it is asked again', () => {
    const circuit = {
      channel: 'exchange',
      state: 'open',
      outages: 7,
      failingSince: new Date('2026-03-18T03:30:00Z'),
      probes: 2,
      nextProbeAt: new Date('2026-03-18T03:41:22Z'),
      reason: 'Vì sao.',
      version: 9,
    } as CircuitEntity;
    const view = exchangeQueueView({ ...nothing, channels: [idle], circuits: [circuit] });
    expect(view).toMatchObject({
      summary: 'Không có việc nào đang chờ. Chưa liên lạc được: Hệ thống QLVB: văn thư.',
      isAway: true,
      moving: true,
    });
    expect(view.channels[0]).toMatchObject({
      connection: 'Chưa liên lạc được từ 18/03, 10:30',
      latest: 'Hỏi lại lúc 10:41:22. Vì sao.',
    });
  });
});
