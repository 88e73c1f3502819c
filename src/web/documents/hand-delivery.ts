import {
  awaitsReceipt,
  DELIVERY_WAYS,
  DELIVERY_WORDS,
  maySendByHand,
  signedFor,
} from '../../documents/domain/delivery/hand-delivery.js';
import { printedCode } from '../../documents/domain/register.js';
import type { HandDeliveryEntity, OutgoingDocumentEntity } from '../../documents/index.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import type { ActFormView } from '../kit/act-form.js';
import type { OutgoingRow } from '../registers/outgoing-register.js';
import type { RowView } from '../kit/row-list.js';
import { fullDay, shortDay, shortMoment } from '../kit/words/time.js';
import type { OutgoingReading } from './outgoing-reading.js';
import { refusedValues } from '../kit/refused-values.js';

/** A letter that waits for the clerk who sends it. */
export interface ToSend {
  readonly letter: OutgoingDocumentEntity;
  readonly delivery: HandDeliveryEntity;
}

export function toSendRow({ letter, delivery }: ToSend): RowView {
  return {
    icon: 'send',
    title: `Số ${printedCode(letter.number, letter.notation)}`,
    href: `/van-ban-di/${letter.id}`,
    detail: `${delivery.receiver}; chờ từ ${shortMoment(delivery.owedSince)}`,
  };
}

/** A letter that a clerk sends, or has sent, to whom it answers; null for every other. */
export function handDeliveryState(
  { state, replyToId, recalledAt }: Pick<OutgoingDocumentEntity, 'state' | 'replyToId' | 'recalledAt'>,
  byHand: readonly HandDeliveryEntity[],
): Pick<OutgoingRow, 'state' | 'latest'> | null {
  const answer = byHand.find(({ incomingDocumentId }) => incomingDocumentId === replyToId);
  if (answer === undefined || recalledAt !== null) return null;
  if (state === 'sealed') return { state: 'toSend', latest: answer.receiver };
  if (state !== 'released' || answer.way === null || answer.sentOn === null) return null;
  return { state: 'released', latest: `${DELIVERY_WORDS[answer.way]}, ${shortDay(answer.sentOn)}` };
}

/** Letters that clerks send by hand, for the panel of what was sent: how and when each left. */
export function handDeliveryRows({ byHand }: Pick<OutgoingReading, 'byHand'>): readonly RowView[] {
  return byHand.map(handDeliveryRow);
}

function handDeliveryRow(delivery: HandDeliveryEntity): RowView {
  const { receiver: title, owedSince, way, sentOn, doneByName } = delivery;
  if (way === null || sentOn === null)
    return { icon: 'clock', title, detail: `Chờ văn thư gửi từ ${shortMoment(owedSince)}` };
  const said = signedFor(delivery);
  const more = said === '' ? '' : `: ${said}`;
  return {
    icon: way === 'unreachable' ? 'minus' : 'check',
    ...(way === 'unreachable' ? {} : { tone: 'ok' as const }),
    title,
    detail: `${DELIVERY_WORDS[way]}, ngày ${fullDay(sentOn)}${more}. ${doneByName ?? ''} ghi.`,
  };
}

/** For each letter that has not left yet the form on which a clerk says how it did; for each that left, how it was signed for. */
export function handDeliveryActs(reading: OutgoingReading): readonly ActFormView[] {
  const { actor, byHand, document } = reading;
  if (!maySendByHand(actor)) return [];
  const owed = document.recalledAt === null ? byHand.filter(({ doneAt }) => doneAt === null) : [];
  return [
    ...owed.map((delivery) => formOf(delivery, reading)),
    ...byHand.filter(awaitsReceipt).map((delivery) => receiptForm(delivery, reading)),
  ];
}

function receiptForm({ id, receiver, note }: HandDeliveryEntity, reading: OutgoingReading): ActFormView {
  const action = `/van-ban-di/${reading.document.id}/ky-nhan/${id}`;
  const was = refusedValues(reading.refused, action);
  return {
    id: `ky-nhan-${id}`,
    label: 'Ghi ký nhận…',
    action,
    submit: 'Ghi ký nhận',
    lead: `Người nhận: ${receiver}. Ghi khi có giấy báo phát của bưu điện hoặc người nhận đã ký.`,
    fields: [
      { ...RECEIVED_ON, required: true, value: was.value('receivedOn') ?? '', error: was.error('receivedOn') },
      { ...ITEM, value: was.value('note') ?? note ?? '', error: was.error('note') },
    ],
    error: was.whole('receivedOn', 'note'),
    open: was.refused,
  };
}

const RECEIVED_ON = { kind: 'date', name: 'receivedOn', label: 'Ngày ký nhận, ngày trên dấu bưu điện' } as const;

const ITEM = { kind: 'text', name: 'note', label: 'Số hiệu bưu gửi, người ký nhận', maxLength: 200 } as const;

function formOf({ id, receiver, incomingDocumentId }: HandDeliveryEntity, reading: OutgoingReading): ActFormView {
  const { document, refused, now, ticket } = reading;
  const action = `/van-ban-di/${document.id}/gui/${id}`;
  const was = refusedValues(refused, action);
  const answers = incomingDocumentId === document.replyToId;
  const where = ticket === null ? '' : ' Họ tên, địa chỉ có ở phiếu.';
  const settled = ticket === null ? 'văn bản đến là đã giải quyết' : 'phiếu là đã trả lời';
  return {
    id: `gui-${id}`,
    label: 'Ghi việc gửi văn bản…',
    action,
    submit: 'Ghi là đã gửi',
    lead: `Người nhận: ${receiver}.${where} Gửi xong hãy ghi ngay trong ngày${answers ? `; ghi xong thì văn bản là đã phát hành, ${settled}` : ''}.`,
    fields: [
      {
        kind: 'radios',
        name: 'way',
        label: 'Cách gửi',
        required: true,
        options: DELIVERY_WAYS.map((way) => ({ value: way, label: DELIVERY_WORDS[way] })),
        value: was.value('way') ?? 'post',
        error: was.error('way'),
      },
      {
        kind: 'date',
        name: 'sentOn',
        label: 'Ngày gửi, ngày trả',
        required: true,
        value: was.value('sentOn') ?? civilDateOf(now),
        error: was.error('sentOn'),
      },
      {
        kind: 'number',
        name: 'envelopes',
        label: 'Số bì (gửi bưu điện), số bản (trả trực tiếp)',
        required: true,
        value: was.value('envelopes') ?? '1',
        error: was.error('envelopes'),
      },
      {
        kind: 'text',
        name: 'note',
        label: 'Số hiệu bưu gửi, người ký nhận hoặc lý do không gửi được',
        maxLength: 200,
        value: was.value('note') ?? '',
        error: was.error('note'),
      },
      {
        ...RECEIVED_ON,
        hint: 'Để trống khi chưa có; ghi sau ở trang này.',
        value: was.value('receivedOn') ?? '',
        error: was.error('receivedOn'),
      },
    ],
    error: was.whole('way', 'sentOn', 'envelopes', 'note', 'receivedOn'),
    open: answers || was.refused,
  };
}
