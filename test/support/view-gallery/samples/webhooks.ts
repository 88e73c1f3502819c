import { HOTLINE_EVENTS } from '../../../../src/hotline/domain/events.js';
import type { HotlineCallEntity, ListedEndpoint, WebhookDeliveryEntity } from '../../../../src/hotline/index.js';
import { madeEndpointView, webhooksView } from '../../../../src/web/system/webhooks-view.js';
import type { WebhooksReading } from '../../../../src/web/system/webhooks-page-query.js';

const out: ListedEndpoint = {
  ...{ id: 'noi-1', direction: 'out', name: 'Tổng đài 1022 thành phố Hải Phòng' },
  ...{ url: 'https://1022.haiphong.example/nhan-tin/so-giao-duc', events: [...HOTLINE_EVENTS] },
  ...{ createdById: 'quantri', createdByName: 'Lê Văn An', createdAt: new Date('2026-02-02T01:30:00Z') },
  ...{ disabledAt: null, disabledByName: null },
};

const caller: ListedEndpoint = {
  ...out,
  id: 'noi-2',
  direction: 'in',
  name: 'Tổng đài 1022, gửi tới Sở',
  url: null,
  events: [],
};

const old: ListedEndpoint = {
  ...out,
  ...{ id: 'noi-3', name: 'Cổng thông tin cũ', events: ['ticket.closed'] },
  ...{ disabledAt: new Date('2026-03-01T01:00:00Z'), disabledByName: 'Lê Văn An' },
};

/** The columns of a row, of no class. */
type Plain<Row> = Pick<Row, keyof Row>;

const arrived: Plain<WebhookDeliveryEntity> = {
  ...{ seq: 43, id: 'tin-1', endpointId: 'noi-1', causeId: 'dong-1', event: 'ticket.assigned' },
  ...{ ticketId: 'phieu-1', ticketCode: 'PAKN.20260318.0003', body: '{}', createdAt: new Date('2026-03-18T01:30:00Z') },
  ...{ attempts: 1, resent: 1, deliveredAt: new Date('2026-03-18T01:30:02Z'), givenUpAt: null },
  ...{ lastStatus: 204, lastError: null },
};

const waiting: Plain<WebhookDeliveryEntity> = {
  ...arrived,
  ...{ seq: 42, id: 'tin-2', event: 'ticket.answered', attempts: 2, resent: 0, deliveredAt: null },
  ...{ lastStatus: 503, lastError: 'Hệ thống kết nối trả lời 503.' },
};

const lost: Plain<WebhookDeliveryEntity> = {
  ...waiting,
  ...{ seq: 41, id: 'tin-3', event: 'ticket.received', givenUpAt: new Date('2026-03-18T01:40:00Z') },
  lastError: 'Đã thử 3 ngày chưa gửi được. Hệ thống kết nối trả lời 503.',
};

const taken: Plain<HotlineCallEntity> = {
  ...{ seq: 3, id: 'goi-1', door: 'open311', sourceId: 'ma-1', onceKey: null, sha256: '0'.repeat(64) },
  ...{
    receivedAt: new Date('2026-03-18T01:20:00Z'),
    outcome: 'taken',
    hotlineCode: '1022-HP-2026-000412',
    saidHash: null,
  },
  ...{ ticketId: 'phieu-1', ticketCode: 'PAKN.20260318.0003', code: null, reason: null },
};

const refused: Plain<HotlineCallEntity> = {
  ...taken,
  ...{ seq: 2, id: 'goi-2', outcome: 'refused', hotlineCode: null, ticketId: null, ticketCode: null },
  ...{ code: 'input-invalid', reason: 'Thiếu attribute[hotline_code].' },
};

const reading: WebhooksReading = {
  endpoints: [out, caller, old],
  deliveries: [arrived, waiting, lost],
  attempts: [
    {
      id: 'lan-1',
      deliveryId: 'tin-2',
      at: new Date('2026-03-18T01:30:02Z'),
      tookMs: 412,
      status: 503,
      error: 'Hệ thống kết nối trả lời 503.',
    },
    {
      id: 'lan-2',
      deliveryId: 'tin-2',
      at: new Date('2026-03-18T01:30:06Z'),
      tookMs: 15_000,
      status: null,
      error: 'Máy 1022.haiphong.example chưa trả lời.',
    },
    { id: 'lan-3', deliveryId: 'tin-1', at: new Date('2026-03-18T01:30:02Z'), tookMs: 88, status: 204, error: null },
  ],
  calls: [{ ...taken, seq: 4, id: 'goi-3', door: 'webhook', outcome: 'known' }, taken, refused],
  olderThan: 41,
};

export const webhooks = webhooksView(reading, null);

export const webhooksRefused = webhooksView(reading, {
  action: '/tich-hop/webhook',
  fields: { name: 'Tổng đài', direction: 'out', url: 'https://1022.example/nhan', events: ['ticket.closed'] },
  sentence: 'Máy 1022.example chưa có trong WEBHOOK_HOSTS.',
  field: 'url',
});

export const noWebhooks = webhooksView(
  { endpoints: [], deliveries: [], attempts: [], calls: [], olderThan: null },
  null,
);

export const madeEndpoint = madeEndpointView({
  ...{ id: 'noi-4', name: 'Tổng đài 1022 thành phố Hải Phòng', direction: 'out' },
  secret: 'whsec_MauThuKhongDungDuocMauThuKhongDungDuocMauTh=',
});
