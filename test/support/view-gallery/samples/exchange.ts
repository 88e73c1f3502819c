import { exchangeQueueView, type ExchangeQueueReading } from '../../../../src/web/presenters/exchange-queue.js';
import { CLOSED } from '../../../../src/platform/outbox/circuit.js';
import type { CircuitEntity } from '../../../../src/platform/outbox/circuit.entity.js';
import { CHANNELS } from '../../../../src/platform/outbox/channels.js';
import type { OutboxEntity } from '../../../../src/platform/outbox/outbox.entity.js';

const at = (time: string): Date => new Date(`2026-03-18T${time}+07:00`);

const closed: Omit<CircuitEntity, 'channel'> = { ...CLOSED, reason: null, version: 1 };

const quiet: ExchangeQueueReading = {
  channels: CHANNELS.map((channel) => ({
    channel,
    waiting: 0,
    held: 0,
    stopped: 0,
    oldest: null,
    keptLately: channel === 'house' ? 14 : 0,
  })),
  circuits: (['exchange', 'mail', 'signing'] as const).map((channel) => ({ ...closed, channel })),
  undone: [],
  held: [],
  proved: [],
  documents: [],
  mayHandle: true,
  deliverable: (kind) => kind === 'exchange.send',
  lastLook: at('10:40:12'),
  refused: 4,
  now: at('10:41:00'),
};

const promise = (change: Partial<OutboxEntity>): OutboxEntity => ({
  seq: 41,
  key: 'k',
  kind: 'exchange.send',
  lane: 'exchange.about:d-4',
  holdsLane: true,
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
  lastError: null,
  ...change,
});

/** The mailroom is away, the signing desk works a backlog off, and people are needed. */
export const queueAway = exchangeQueueView({
  ...quiet,
  channels: quiet.channels.map((one) => {
    if (one.channel === 'exchange') return { ...one, waiting: 1284, held: 1, stopped: 1, oldest: at('09:12:00') };
    return one.channel === 'signing' ? { ...one, waiting: 36, oldest: at('10:38:20'), keptLately: 24 } : one;
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
      reason: 'Hệ thống bên ngoài chưa trả lời: e-office không trả lời trong 60 giây.',
    },
    ...quiet.circuits.slice(1),
  ],
  undone: [
    promise({ outcome: 'givenUp', lastError: 'Thiếu nơi nhận.' }),
    promise({ seq: 44, kind: 'signing.submit', attempts: 7, lastError: 'Hệ thống bên ngoài chưa trả lời.' }),
  ],
  proved: [
    {
      seq: 33,
      kind: 'exchange.send',
      at: at('08:15:00'),
      note: 'Tổng đài xác nhận qua điện thoại, đã gửi thư kèm biên nhận.',
      receiptId: 'BN-2026-118',
      byName: 'Phạm Thị Văn Thư',
      fileName: 'bien-nhan.pdf',
    },
  ],
  held: [
    promise({
      seq: 52,
      heldAt: at('10:02:00'),
      heldByName: 'Phạm Thị Văn Thư',
      holdReason: 'Lãnh đạo yêu cầu chờ ý kiến của Ủy ban.',
    }),
  ],
});

export const queueQuiet = exchangeQueueView(quiet);
