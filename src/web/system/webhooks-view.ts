import { DomainError, DOMAIN_ERROR_CODES, type DomainErrorCode } from '../../kernel/domain-error.js';
import { EVENT_WORDS, HOTLINE_EVENTS } from '../../hotline/domain/events.js';
import type {
  HotlineCallEntity,
  ListedEndpoint,
  MadeEndpoint,
  WebhookAttemptEntity,
  WebhookDeliveryEntity,
} from '../../hotline/index.js';
import { refusalSentence } from '../../platform/http/wording.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import type { CallView, DeliveryView, EndpointView, MadeEndpointView, WebhooksView } from './webhooks-page.js';
import { moment } from '../kit/words/time.js';
import type { RefusedAct } from '../kit/refused-values.js';
import { checks, choices, line, radios } from '../kit/form/field-kinds.js';
import { defineForm } from '../kit/form/posted-form.js';
import type { WebhooksReading } from './webhooks-page-query.js';

export const WEBHOOKS = '/tich-hop/webhook';

export function webhooksView(reading: WebhooksReading, refused: RefusedAct | null): WebhooksView {
  const { endpoints, deliveries, calls, olderThan } = reading;
  return {
    make: makeForm(refused),
    endpoints: endpoints.map(endpointView),
    deliveries: deliveries.map((delivery) => deliveryView(reading, delivery)),
    olderHref: olderThan === null ? null : `${WEBHOOKS}?truoc=${String(olderThan)}`,
    calls: calls.map(callView),
  };
}

export function madeEndpointView({ name, direction, secret }: MadeEndpoint): MadeEndpointView {
  return { name, secret, receives: direction === 'out' };
}

function endpointView({ id, name, direction, url, events, ...row }: ListedEndpoint): EndpointView {
  return {
    id,
    name,
    way: direction === 'out' ? 'Sở gửi tới' : 'Gửi tới Sở',
    address: url ?? '/webhooks/hotline',
    events: events.map((event) => EVENT_WORDS[event]),
    made: `${row.createdByName}, ${moment(row.createdAt)}`,
    disabled: row.disabledAt === null ? null : `${row.disabledByName ?? ''}, ${moment(row.disabledAt)}`,
    disableAction: row.disabledAt === null ? `${WEBHOOKS}/${id}/ngung` : null,
  };
}

function deliveryView({ endpoints, attempts }: WebhooksReading, delivery: WebhookDeliveryEntity): DeliveryView {
  const { id, event, ticketCode, createdAt, deliveredAt, givenUpAt, lastError, resent } = delivery;
  const endpoint = endpoints.find((one) => one.id === delivery.endpointId);
  const ended = deliveredAt !== null || givenUpAt !== null;
  return {
    id,
    event: EVENT_WORDS[event],
    ticketCode,
    ticketHref: `/phieu/${delivery.ticketId}`,
    to: endpoint?.name ?? '',
    written: moment(createdAt),
    standing: standingOf(delivery),
    outcome: outcomeOf(delivery),
    reason: deliveredAt === null ? lastError : null,
    resent: resent === 0 ? null : `Đã gửi lại ${String(resent)} lần theo yêu cầu`,
    tries: attempts.filter(({ deliveryId }) => deliveryId === id).map(tryWords),
    resendAction: ended && endpoint?.disabledAt === null ? `${WEBHOOKS}/tin/${id}/gui-lai` : null,
  };
}

function standingOf({ deliveredAt, givenUpAt }: WebhookDeliveryEntity): DeliveryView['standing'] {
  if (deliveredAt !== null) return 'delivered';
  return givenUpAt === null ? 'waiting' : 'givenUp';
}

function outcomeOf({ deliveredAt, givenUpAt }: WebhookDeliveryEntity): string {
  if (deliveredAt !== null) return `Đã gửi, ${moment(deliveredAt)}`;
  return givenUpAt === null ? 'Đang chờ gửi' : `Gửi không thành công, ${moment(givenUpAt)}`;
}

function tryWords({ at, tookMs, status, error }: WebhookAttemptEntity): string {
  const answer = error ?? `Hệ thống kết nối trả lời ${String(status ?? '')}.`;
  return `${moment(at)}, ${String(tookMs)} ms: ${answer}`;
}

function callView({
  id,
  door,
  receivedAt,
  outcome,
  hotlineCode,
  ticketId,
  ticketCode,
  code,
  reason,
}: HotlineCallEntity): CallView {
  return {
    id,
    at: moment(receivedAt),
    door: door === 'open311' ? 'Open311' : 'Webhook',
    number: hotlineCode ?? '',
    ticketCode,
    ticketHref: ticketId === null ? null : `/phieu/${ticketId}`,
    outcome: { taken: 'Đã ghi', known: 'Đã có, không ghi thêm', refused: 'Không nhận' }[outcome],
    refused: outcome === 'refused',
    reason: outcome === 'refused' ? (reason ?? sentenceOf(code)) : null,
  };
}

function sentenceOf(code: string | null): string | null {
  const known = DOMAIN_ERROR_CODES.find((one): one is DomainErrorCode => one === code);
  return known === undefined ? null : refusalSentence(new DomainError(known));
}

const DIRECTIONS = {
  out: 'Sở gửi tin về phiếu tới hệ thống kết nối',
  in: 'Hệ thống kết nối gửi tin tới Sở, tại /webhooks/hotline',
};

export const connecting = defineForm({
  name: line('Tên hệ thống kết nối', { required: true, maxLength: 100 }),
  direction: radios('Chiều', choices(['out', 'in'], DIRECTIONS), { value: 'out' }),
  url: line('Địa chỉ nhận tin', {
    hint: 'Chỉ khi Sở gửi: https://, máy có trong WEBHOOK_HOSTS.',
    maxLength: 500,
  }),
  events: checks('Sự kiện thông báo', { value: HOTLINE_EVENTS, options: choices(HOTLINE_EVENTS, EVENT_WORDS) }),
});

function makeForm(refused: RefusedAct | null): ActFormView {
  const frame = {
    id: 'them-noi',
    label: 'Thêm hệ thống kết nối…',
    action: WEBHOOKS,
    submit: 'Tạo và xem khóa bí mật',
    lead: 'Khóa bí mật chỉ hiện một lần sau khi tạo. Đổi khóa: thêm kết nối mới, cấu hình ở hệ thống đó, rồi ngừng kết nối cũ.',
  };
  return connecting.draw(frame, refused);
}
