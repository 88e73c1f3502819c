import { z } from 'zod';
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
import type { ActFormView } from '../kit/acts/act-form.js';
import type { OutgoingRow } from '../registers/outgoing-register.js';
import type { RowView } from '../kit/row-list.js';
import { fullDay, shortDay, shortMoment } from '../kit/words/time.js';
import type { PurposeChoice } from '../identity/identity-view.js';
import type { OutgoingReading } from './outgoing-reading.js';
import { optionalDay } from '../kit/http/optional-day.js';
import { choices, field, text } from '../kit/form/field-kinds.js';
import { defineForm } from '../kit/form/posted-form.js';

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
    ...(owed.length === 0 ? [] : envelopeActs(reading)),
    ...owed.map((delivery) => formOf(delivery, reading)),
    ...byHand.filter(awaitsReceipt).map((delivery) => receiptForm(delivery, reading)),
  ];
}

/** For whom the envelope is: one press shows name and address, with its purpose; none where the sender may not be shown, or the letter is another's as well. */
function envelopeActs({ ticket, document, byHand }: OutgoingReading): readonly ActFormView[] {
  const isTheirs = byHand.some(
    ({ doneAt, incomingDocumentId }) => doneAt === null && incomingDocumentId === ticket?.incomingDocumentId,
  );
  if (ticket === null || !isTheirs || ticket.sender.withheld !== null) return [];
  return [
    {
      id: 'ghi-bi',
      label: 'Xem họ tên, địa chỉ để ghi bì…',
      action: `/phieu/${ticket.id}/danh-tinh`,
      submit: 'Xem họ tên, địa chỉ',
      lead: `Ghi vào nhật ký là xem để gửi kết quả giải quyết, văn bản số ${printedCode(document.number, document.notation)}.`,
      fields: [{ kind: 'hidden', name: 'purpose', value: 'answer' satisfies PurposeChoice }],
    },
  ];
}

const RECEIVED_ON = 'Ngày ký nhận, ngày trên dấu bưu điện';

export const signingFor = defineForm({
  receivedOn: field('date', RECEIVED_ON, optionalDay, { required: true }),
  note: text('Số hiệu bưu gửi, người ký nhận', { maxLength: 200 }),
});

function receiptForm({ id, receiver, note }: HandDeliveryEntity, reading: OutgoingReading): ActFormView {
  const frame = {
    id: `ky-nhan-${id}`,
    label: 'Ghi ký nhận…',
    action: `/van-ban-di/${reading.document.id}/ky-nhan/${id}`,
    submit: 'Ghi ký nhận',
    lead: `Người nhận: ${receiver}. Ghi khi có giấy báo phát của bưu điện hoặc người nhận đã ký.`,
  };
  return signingFor.draw(frame, reading.refused, { note });
}

export const delivering = defineForm({
  way: text('Cách gửi', {
    ...{ kind: 'radios', required: true, value: 'post' },
    options: choices(DELIVERY_WAYS, DELIVERY_WORDS),
  }),
  sentOn: field('date', 'Ngày gửi, ngày trả', optionalDay, { required: true }),
  envelopes: field('number', 'Số bì (gửi bưu điện), số bản (trả trực tiếp)', z.coerce.number().catch(0).default(1), {
    required: true,
    value: 1,
  }),
  note: text('Số hiệu bưu gửi, người ký nhận hoặc lý do không gửi được', { maxLength: 200 }),
  receivedOn: field('date', RECEIVED_ON, optionalDay, { hint: 'Để trống khi chưa có; ghi sau ở trang này.' }),
});

function formOf({ id, receiver, incomingDocumentId }: HandDeliveryEntity, reading: OutgoingReading): ActFormView {
  const { document, refused, now, ticket } = reading;
  const answers = incomingDocumentId === document.replyToId;
  const where =
    ticket === null || incomingDocumentId === ticket.incomingDocumentId ? '' : ' Họ tên, địa chỉ có ở phiếu.';
  const settled = ticket === null ? 'văn bản đến là đã giải quyết' : 'phiếu là đã trả lời';
  const frame = {
    id: `gui-${id}`,
    label: 'Ghi việc gửi văn bản…',
    action: `/van-ban-di/${document.id}/gui/${id}`,
    submit: 'Ghi là đã gửi',
    lead: `Người nhận: ${receiver}.${where} Gửi xong hãy ghi ngay trong ngày${answers ? `; ghi xong thì văn bản là đã phát hành, ${settled}` : ''}.`,
    open: answers,
  };
  return delivering.draw(frame, refused, { sentOn: civilDateOf(now) });
}
