import { DELIVERY_WAYS, DELIVERY_WORDS, maySendByHand } from '../../exchange/domain/hand-delivery.js';
import { printedCode } from '../../documents/domain/register.js';
import type { OutgoingDocumentEntity } from '../../documents/index.js';
import type { HandDeliveryEntity } from '../../exchange/index.js';
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
  const { receiver: title, owedSince, way, sentOn, note, doneByName } = delivery;
  if (way === null || sentOn === null)
    return { icon: 'clock', title, detail: `Chờ văn thư gửi từ ${shortMoment(owedSince)}` };
  const more = note === null ? '' : `: ${note}`;
  return {
    icon: way === 'unreachable' ? 'minus' : 'check',
    ...(way === 'unreachable' ? {} : { tone: 'ok' as const }),
    title,
    detail: `${DELIVERY_WORDS[way]}, ngày ${fullDay(sentOn)}${more}. ${doneByName ?? ''} ghi.`,
  };
}

/** For each letter that has not left yet the form on which a clerk says how it did. */
export function handDeliveryActs(reading: OutgoingReading): readonly ActFormView[] {
  const { actor, byHand, document } = reading;
  if (!maySendByHand(actor) || document.recalledAt !== null) return [];
  return byHand.filter(({ doneAt }) => doneAt === null).map((delivery) => formOf(delivery, reading));
}

function formOf({ id, receiver, incomingDocumentId }: HandDeliveryEntity, reading: OutgoingReading): ActFormView {
  const { document, refused, now } = reading;
  const action = `/van-ban-di/${document.id}/gui/${id}`;
  const was = refusedValues(refused, action);
  const answers = incomingDocumentId === document.replyToId;
  return {
    id: `gui-${id}`,
    label: 'Ghi việc gửi cho người phản ánh…',
    action,
    submit: 'Ghi là đã gửi',
    lead: `Người nhận: ${receiver}. Họ tên, địa chỉ có ở phiếu. Gửi xong hãy ghi ngay trong ngày${answers ? '; ghi xong thì văn bản là đã phát hành, phiếu là đã trả lời' : ''}.`,
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
        kind: 'text',
        name: 'note',
        label: 'Số hiệu bưu gửi, người ký nhận hoặc lý do không gửi được',
        maxLength: 200,
        value: was.value('note') ?? '',
        error: was.error('note'),
      },
    ],
    error: was.whole('way', 'sentOn', 'note'),
    open: answers || was.refused,
  };
}
