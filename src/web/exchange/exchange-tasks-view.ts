import { arrivalWords, incomingWords } from '../../documents/domain/arrival/arrival-number.js';
import type { IncomingDocumentEntity } from '../../documents/index.js';
import { mayDecideTask, type TaskKind } from '../../exchange/domain/clerk-task.js';
import type { TaskWithMessage, TaskReading } from '../../exchange/index.js';
import { RECALL_REASON } from '../../exchange/domain/recall.js';
import type { Actor } from '../../kernel/actor.js';
import { isoInVietnam } from '../../kernel/civil-date.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import type { Fact } from '../kit/facts.js';
import type { RowView } from '../kit/row-list.js';
import type { ExchangeTaskView } from './exchange-task-page.js';
import type { ExchangeTasksView, TaskLineView } from './exchange-tasks-page.js';
import { decisionWords, senderWords, TASK_WORDS } from './exchange-tasks-words.js';
import { count, fileSize } from '../kit/words/numbers.js';
import { incomingHref } from '../documents/pair.js';
import { atStart, fullDay, moment, shortMoment } from '../kit/words/time.js';
import { versionRows } from './document-versions-view.js';
import { messageHistoryHref } from './message-history-view.js';
import type { RefusedAct } from '../kit/refused-values.js';
import { optional } from '../kit/http/form-pipe.js';
import { field } from '../kit/form/field-kinds.js';
import { defineForm, type FormFrame } from '../kit/form/posted-form.js';
import type { TasksReading } from './tasks-page-query.js';

export const TASKS = '/trao-doi/viec';

export function exchangeTasksView({ open, decided, agencies }: TasksReading): ExchangeTasksView {
  const line = (seen: TaskWithMessage): TaskLineView => taskLine(seen, agencies);
  return {
    summary: open.length === 0 ? 'Không có việc nào chờ.' : `${count(open.length)} việc chờ văn thư quyết định.`,
    open: open.map(line),
    decided: decided.map(line),
  };
}

function taskLine({ task, inbox, answer }: TaskWithMessage, agencies: ReadonlyMap<string, string>): TaskLineView {
  const { id, kind, openedAt, decision, decidedByName, decidedAt, decisionReason } = task;
  return {
    id,
    href: `${TASKS}/${id}`,
    at: isoInVietnam(openedAt),
    when: shortMoment(openedAt),
    what: TASK_WORDS[kind],
    from: agencies.get(inbox.fromAgency) ?? inbox.fromAgency,
    documentId: inbox.documentId ?? inbox.remoteId,
    decision:
      decision === null || decidedAt === null
        ? null
        : `${decisionWords(kind, decision)}; ${decidedByName ?? ''}, ${shortMoment(decidedAt)}.`,
    reason: decisionReason,
    answer: answer === null ? null : answerWords(answer),
  };
}

function answerWords({ sentAt, failure }: NonNullable<TaskWithMessage['answer']>): string {
  if (sentAt !== null) return `Đã gửi trả lời ${shortMoment(sentAt)}.`;
  return failure === null ? 'Trả lời đang gửi.' : `Trả lời chưa gửi được: ${failure}`;
}

export function exchangeTaskView(actor: Actor, reading: TaskReading, refused: RefusedAct | null): ExchangeTaskView {
  const { task, inbox, about, entered, answer, versions } = reading;
  const decided = task.decision !== null && task.decidedAt !== null;
  return {
    heading: TASK_WORDS[task.kind],
    summary: `${reading.said.from.name || reading.said.from.id}, nhận ${moment(inbox.receivedAt)}`,
    doubt: doubtWords(reading),
    message: messageFacts(reading),
    files: reading.said.files.map(({ name, size }) => `${name} (${fileSize(size)})`),
    warnings: inbox.warnings,
    way: reading.said.way.map(({ organId, at }): RowView => ({ icon: 'send', title: organId, detail: moment(at) })),
    about: about && documentFacts(about),
    versions: versionRows(versions),
    entered: entered && { label: `Đã vào sổ, ${arrivalWords(entered)}`, ...lineOf(entered) },
    decision: decided ? decisionFacts(reading) : null,
    answer: answer && answerWords(answer),
    historyHref: messageHistoryHref(inbox.id),
    originalHref: decided ? null : `/tep/tin-loi/${inbox.id}`,
    acts: decided || !mayDecideTask(actor) ? [] : decisionForms(task.kind, task.id, refused),
  };
}

function doubtWords({ said, inbox, task }: TaskReading): string | null {
  if (task.kind !== 'doubtfulSender') return null;
  return `Thông điệp ghi nơi gửi là ${said.from.id}, nhưng hệ thống quản lý văn bản nhận từ ${inbox.fromAgency}. Gọi cho cơ quan được ghi tên, theo số đã biết từ trước, rồi mới quyết định.`;
}

function messageFacts({ said, inbox }: TaskReading): readonly Fact[] {
  const { from, code, subject, reason, means, staff } = said;
  const asked = [staff?.name, staff?.department, staff?.mobile, staff?.email].filter((one) => one !== undefined);
  return [
    { label: 'Nơi gửi ghi trong thông điệp', value: `${from.name} (${from.id})` },
    { label: 'Hệ thống QLVB nhận từ', value: inbox.fromAgency },
    { label: 'Số, ký hiệu', value: code },
    ...(subject === null ? [] : [{ label: 'Trích yếu', value: subject }]),
    { label: 'Lý do của nơi gửi', value: reason ?? 'không ghi' },
    { label: 'Nói về văn bản', value: means.join('; ') },
    ...(asked.length === 0 ? [] : [{ label: 'Người liên hệ', value: asked.join(', ') }]),
  ];
}

function documentFacts(about: IncomingDocumentEntity): ExchangeTaskView['about'] {
  const { arrivalDate, senderName, code, issuedDate, subject, handler } = about;
  return {
    ...lineOf(about),
    label: atStart(incomingWords(about)),
    facts: [
      { label: 'Ngày đến', value: fullDay(arrivalDate) },
      { label: 'Tác giả', value: senderName },
      { label: 'Số, ký hiệu, ngày', value: `${code}, ${fullDay(issuedDate)}` },
      { label: 'Trích yếu', value: subject },
      { label: 'Đơn vị, người nhận', value: handler ?? 'chưa giao' },
      ...senderWords(about, new Map()).map((value) => ({ label: 'Hiện nay', value })),
    ],
  };
}

function lineOf(document: IncomingDocumentEntity): { readonly href: string } {
  return { href: incomingHref(document) };
}

function decisionFacts({ task }: TaskReading): readonly Fact[] {
  const { kind, decision, decisionReason, decidedByName, decidedAt } = task;
  return [
    { label: 'Quyết định', value: decision === null ? '' : decisionWords(kind, decision) },
    { label: 'Lý do', value: decisionReason ?? 'không ghi' },
    { label: 'Người quyết định', value: `${decidedByName ?? ''}, ${decidedAt === null ? '' : moment(decidedAt)}` },
  ];
}

interface Saying {
  readonly agree: string;
  readonly agreeLead: string;
  readonly refuse: string;
  readonly refuseLead: string;
}

const KEPT = 'Không có gì bị xóa: dòng trong sổ và tệp giữ nguyên.';
const TAKE_BACK: Saying = {
  agree: 'Đồng ý cho lấy lại',
  agreeLead: `Dòng của văn bản trong sổ được ghi nơi gửi lấy lại, đơn vị đang giải quyết được báo, nơi gửi nhận trạng thái 15. ${KEPT} Hạn của phiếu không đổi.`,
  refuse: 'Từ chối',
  refuseLead: 'Văn bản giữ nguyên; nơi gửi nhận trạng thái 16 kèm lý do.',
};
const TAKE_ON: Saying = {
  agree: 'Đồng ý, vào sổ bản mới',
  agreeLead: `Bản mới được kiểm tra như mọi văn bản đến rồi vào sổ với số đến riêng, dẫn tới văn bản cũ; nơi gửi nhận trạng thái 15. ${KEPT}`,
  refuse: 'Từ chối',
  refuseLead: 'Bản mới không vào sổ; nơi gửi nhận trạng thái 16 kèm lý do.',
};
const SAYINGS: Readonly<Record<TaskKind, Saying>> = {
  revoke: TAKE_BACK,
  askedBack: TAKE_BACK,
  update: TAKE_ON,
  replace: TAKE_ON,
  doubtfulSender: {
    agree: 'Xác nhận đúng nơi gửi',
    agreeLead: 'Văn bản đi tiếp như mọi văn bản đến: kiểm tra tệp, chữ ký, vào sổ.',
    refuse: 'Trả lại',
    refuseLead: 'Văn bản không vào sổ, được trả lại nơi đã chuyển đến (trạng thái 02) kèm lý do.',
  },
};

const { shortest, longest } = RECALL_REASON;

export const deciding = defineForm({
  reason: field(
    'area',
    'Lý do',
    optional().refine((given) => given.length <= longest, 'Viết gọn lại.'),
    { maxLength: longest },
  ),
});

function decisionForms(kind: TaskKind, id: string, refused: RefusedAct | null): readonly ActFormView[] {
  const { agree, agreeLead, refuse, refuseLead } = SAYINGS[kind];
  const frameOf = (path: string, label: string, lead: string): FormFrame => ({
    ...{ id: path, label: `${label}…`, action: `${TASKS}/${id}/${path}`, submit: label, lead },
  });
  const needed = { required: true, hint: `Từ ${String(shortest)} ký tự.` };
  const agreed =
    kind === 'doubtfulSender'
      ? { label: 'Cách đã xác minh', ...needed }
      : { label: 'Lời nhắn cho nơi gửi (không bắt buộc)' };
  return [
    deciding.draw(frameOf('dong-y', agree, agreeLead), refused, { reason: agreed }),
    deciding.draw(frameOf('tu-choi', refuse, refuseLead), refused, {
      reason: { label: 'Lý do, gửi nơi gửi', ...needed },
    }),
  ];
}
