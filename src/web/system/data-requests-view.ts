import { z } from 'zod';
import type { DataRequestEntity, HeldData } from '../../data-requests/index.js';
import {
  ANSWER_LENGTHS,
  ASKED_LENGTHS,
  BASIS_LENGTHS,
  NAME_LENGTHS,
  PROOF_LENGTHS,
  REQUEST_CHANNELS,
  REQUEST_KEEPERS,
  REQUEST_KINDS,
  REQUEST_OUTCOMES,
} from '../../data-requests/domain/data-request.js';
import { hasRole, type Actor } from '../../kernel/actor.js';
import { civilDateOf, instantOf, isCivilDate } from '../../kernel/civil-date.js';
import { initials } from '../../kernel/vietnamese.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import type { DataRequestRowView, DataRequestsView, DataRequestView } from './data-requests-page.js';
import { CHANNEL_WORDS, KIND_WORDS, OUTCOME_WORDS } from './data-requests-words.js';
import { fullDay, moment } from '../kit/words/time.js';
import type { RefusedAct } from '../kit/refused-values.js';
import { optional } from '../kit/http/form-pipe.js';
import { area, choice, choices, field, radios, text } from '../kit/form/field-kinds.js';
import { defineForm } from '../kit/form/posted-form.js';

export const DATA_REQUESTS = '/yeu-cau-du-lieu';

export interface DataRequestsReading {
  readonly actor: Actor;
  readonly now: Date;
  readonly open: readonly DataRequestEntity[];
  readonly answered: readonly DataRequestEntity[];
}

export interface DataRequestReading {
  readonly actor: Actor;
  readonly now: Date;
  readonly request: DataRequestEntity;
  /** Null for those who may not look. */
  readonly held: HeldData | null;
}

export function dataRequestsView(reading: DataRequestsReading, refused: RefusedAct | null): DataRequestsView {
  const { actor, now, open, answered } = reading;
  return {
    open: open.map((request) => rowView(request, now)),
    answered: answered.map((request) => rowView(request, now)),
    add: hasRole(actor, ...REQUEST_KEEPERS) ? recordForm(refused) : null,
  };
}

/** In lists people are named by their initials. */
function rowView(request: DataRequestEntity, now: Date): DataRequestRowView {
  const { id, kind, channel, personName, receivedAt, outcome } = request;
  return {
    id,
    href: `${DATA_REQUESTS}/${id}`,
    kind: KIND_WORDS[kind],
    person: initials(personName),
    channel: CHANNEL_WORDS[channel],
    received: moment(receivedAt),
    due: dueWords(request, now),
    isLate: outcome === null && request.dueAt.getTime() < now.getTime(),
    outcome: outcome === null ? null : OUTCOME_WORDS[outcome],
  };
}

/** `Chậm nhất hết ngày 20/03/2026`, `Hạn hết ngày 20/03/2026`, `Trả lời 19/03/2026, 09:05, đúng hạn`. */
function dueWords({ dueAt, answeredAt }: DataRequestEntity, now: Date): string {
  const day = fullDay(civilDateOf(dueAt));
  if (answeredAt !== null) {
    const standing = answeredAt.getTime() <= dueAt.getTime() ? 'đúng hạn' : `quá hạn, hạn trả lời ${day}`;
    return `Trả lời ${moment(answeredAt)}, ${standing}`;
  }
  return dueAt.getTime() < now.getTime() ? `Hạn hết ngày ${day}` : `Chậm nhất hết ngày ${day}`;
}

export function dataRequestView(reading: DataRequestReading, refused: RefusedAct | null): DataRequestView {
  const { actor, now, request, held } = reading;
  const { id, kind, channel, personName, personPhone, asked, identityProof, receivedAt, recordedByName } = request;
  const isKeeper = hasRole(actor, ...REQUEST_KEEPERS);
  const answer = answerOf(request, isKeeper);
  return {
    id,
    heading: KIND_WORDS[kind],
    due: dueWords(request, now),
    isLate: answer === null && request.dueAt.getTime() < now.getTime(),
    facts: [
      { label: 'Người yêu cầu', value: personName },
      { label: 'Điện thoại', value: personPhone === '' ? 'không có' : personPhone },
      { label: 'Kênh nhận', value: CHANNEL_WORDS[channel] },
      { label: 'Nhận lúc', value: `${moment(receivedAt)}, ${recordedByName} ghi` },
      { label: 'Xác minh người yêu cầu', value: identityProof },
    ],
    asked,
    held:
      held === null
        ? null
        : {
            tickets: held.tickets.map((ticket) => ({ ...ticket, href: `/phieu/${ticket.id}` })),
            more: held.more,
            staff: held.staff,
          },
    answer,
    answerForm: answer === null && isKeeper ? answerForm(id, refused) : null,
  };
}

function answerOf(
  { id, outcome, basis, answer, answeredAt, answeredByName }: DataRequestEntity,
  isKeeper: boolean,
): DataRequestView['answer'] {
  if (outcome === null || answeredAt === null) return null;
  return {
    text: answer ?? '',
    noticeHref: isKeeper ? `${DATA_REQUESTS}/${id}/thong-bao.docx` : null,
    facts: [
      { label: 'Kết quả', value: OUTCOME_WORDS[outcome] },
      { label: 'Căn cứ', value: basis ?? '' },
      { label: 'Trả lời', value: `${moment(answeredAt)}, ${answeredByName ?? ''}` },
    ],
  };
}

const receivedAt = optional().transform((given, context) => {
  if (given === '') return null;
  if (isCivilDate(given)) return instantOf(given, 0);
  context.addIssue('Ghi ngày nhận có thật, như 18/03/2026.');
  return z.NEVER;
});

export const recording = defineForm({
  kind: radios('Nội dung yêu cầu', choices(REQUEST_KINDS, KIND_WORDS)),
  channel: choice('Kênh nhận', choices(REQUEST_CHANNELS, CHANNEL_WORDS)),
  personName: text('Họ tên người yêu cầu', { maxLength: NAME_LENGTHS.longest }),
  personPhone: text('Điện thoại', { kind: 'phone', hint: 'Nếu có; để tìm phiếu của người yêu cầu.' }),
  receivedAt: field('date', 'Nhận ngày', receivedAt, { hint: 'Bỏ trống: hôm nay, lúc này.' }),
  identityProof: text('Cách xác minh người yêu cầu', { maxLength: PROOF_LENGTHS.longest }),
  asked: area('Nội dung yêu cầu', { rows: 4, maxLength: ASKED_LENGTHS.longest }),
});

function recordForm(refused: RefusedAct | null): ActFormView {
  const frame = {
    id: 'ghi-yeu-cau',
    label: 'Ghi yêu cầu mới…',
    action: DATA_REQUESTS,
    submit: 'Ghi yêu cầu',
    lead: 'Hạn trả lời là hai ngày làm việc, không tính ngày nhận.',
  };
  return recording.draw(frame, refused);
}

export const answering = defineForm({
  outcome: radios('Kết quả', choices(REQUEST_OUTCOMES, OUTCOME_WORDS)),
  basis: text('Căn cứ', { hint: 'Điều luật, quy chế.', maxLength: BASIS_LENGTHS.longest }),
  answer: area('Đã trả lời', { rows: 4, maxLength: ANSWER_LENGTHS.longest }),
});

function answerForm(id: string, refused: RefusedAct | null): ActFormView {
  const frame = {
    id: 'tra-loi',
    label: 'Ghi trả lời…',
    action: `${DATA_REQUESTS}/${id}/tra-loi`,
    submit: 'Ghi trả lời',
    lead: 'Ghi lại điều đã trả lời người yêu cầu. Nếu trả lời bằng văn bản, ghi số văn bản trong nội dung.',
  };
  return answering.draw(frame, refused);
}
