import { ANSWER_LENGTHS, NO_EVIDENCE_LENGTHS } from '../../tickets/domain/reply/answer.js';
import { findPrivate } from '../../privacy/domain/find-private.js';
import { FINDING_WORDS } from '../../privacy/domain/finding.js';
import type { SeenLife } from '../../tickets/index.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import { fileHrefs } from '../file-view/file-hrefs.js';
import { EVIDENCE_LIMITS } from './evidence-form.js';
import type { MatterView } from './matter.js';
import type { RowView } from '../kit/row-list.js';
import { count, fileSize } from '../kit/words/numbers.js';
import { shortMoment } from '../kit/words/time.js';
import { fullTitle } from '../kit/names.js';
import type { TicketReading } from './ticket-reading.js';
import { needed } from '../kit/http/form-pipe.js';
import { verbatim } from '../identity/citizen-text.js';
import { area, besides, files, hidden } from '../kit/form/field-kinds.js';
import { defineForm } from '../kit/form/posted-form.js';

type Answer = SeenLife['answers'][number];
type File = SeenLife['files'][number];

/** Answering without a letter: offered while no answer is on its way. */
export function ticketAnswerActs(reading: TicketReading): readonly ActFormView[] {
  const letter = reading.drafts.some(({ round, state }) => round === reading.ticket.cycle && state !== 'withdrawn');
  return reading.may.acts.has('proposeAnswer') && !letter ? [proposal(reading)] : [];
}

/** The evidence of a ticket, and its direct answers. */
export function ticketAnswerMatters(reading: TicketReading): readonly MatterView[] {
  return [...evidenceMatter(reading), ...answerMatter(reading)];
}

export const answering = defineForm({
  text: area('Kết quả giải quyết', {
    hint: `Từ ${String(ANSWER_LENGTHS.shortest)} ký tự: nội dung đã xác minh, biện pháp xử lý, kết quả.`,
    ...{ rows: 6, required: true, maxLength: ANSWER_LENGTHS.longest, redacts: { maySend: true } },
  }),
  noEvidenceReason: area('Lý do không có tài liệu chứng minh', {
    hint: 'Chỉ ghi khi phiếu không có tài liệu. Có tài liệu thì thêm ở mục Tài liệu trước khi trình.',
    ...{ rows: 2, maxLength: NO_EVIDENCE_LENGTHS.longest },
  }),
  verbatim: besides(verbatim()),
});

function proposal({ ticket, life, refused }: TicketReading): ActFormView {
  const former = life.answers.findLast(({ cycle }) => cycle === ticket.cycle);
  const frame = {
    id: 'tra-loi',
    label: 'Trả lời trực tiếp…',
    action: `/phieu/${ticket.id}/tra-loi`,
    submit: 'Trình câu trả lời',
    lead: 'Dùng khi không cần công văn. Thủ trưởng đơn vị hoặc lãnh đạo duyệt rồi mới gửi người phản ánh.',
    warning: 'Người phản ánh sẽ đọc được. Không ghi tên học sinh, số điện thoại.',
    without: ticket.evidence === 'files' ? ['noEvidenceReason'] : [],
  };
  return answering.draw(frame, refused, {
    text: former?.text ?? null,
    noEvidenceReason: former?.noEvidenceReason ?? null,
  });
}

function evidenceMatter(reading: TicketReading): readonly MatterView[] {
  const { life, ticket, may } = reading;
  const kept = life.files.filter(({ purpose }) => purpose === 'evidence');
  const forms = [
    ...(may.acts.has('addEvidence') ? [adding(reading)] : []),
    ...(may.acts.has('stateNoEvidence') ? [statingNone(reading)] : []),
  ];
  const stated: readonly RowView[] =
    ticket.evidence === 'reason'
      ? [{ icon: 'info', title: 'Không có tài liệu chứng minh', detail: reasonOf(reading) }]
      : [];
  const missing: readonly RowView[] =
    ticket.answeredAt !== null && ticket.evidence === null
      ? [{ icon: 'warn', tone: 'bad', title: 'Thiếu tài liệu chứng minh', detail: 'Phiếu chưa đóng được.' }]
      : [];
  const rows = [...kept.toReversed().map((one) => fileRow(one, reading)), ...stated, ...missing];
  return rows.length + forms.length === 0 ? [] : [{ id: 'tai-lieu', heading: 'Tài liệu', rows, forms }];
}

/** Why there is none: said with the direct answer, or on its own where a letter answers. */
function reasonOf({ ticket, life, entries }: TicketReading): string | null {
  const answer = life.answers.findLast(
    ({ cycle, noEvidenceReason }) => cycle === ticket.cycle && noEvidenceReason !== null,
  );
  return answer?.noEvidenceReason ?? entries.find(({ kind }) => kind === 'noEvidence')?.text ?? null;
}

function fileRow(
  { id, name, size, mediaType, cycle, addedById, addedAt }: File,
  { names, ticket }: TicketReading,
): RowView {
  const by = fullTitle(names, addedById);
  const { href, viewHref } = fileHrefs('tai-lieu', id, mediaType);
  return {
    icon: 'file',
    title: name,
    href: viewHref ?? href,
    isViewed: viewHref !== null,
    more: viewHref === null ? null : { href, label: 'Tải về' },
    detail: [
      fileSize(size),
      `${by === null ? '' : `${by}, `}${shortMoment(addedAt)}`,
      ...(ticket.cycle > 1 ? [`lần xử lý ${String(cycle)}`] : []),
    ].join(' · '),
  };
}

export const addingEvidence = defineForm({
  files: files('Tệp', {
    hint: 'PDF, ảnh, DOCX, XLSX, video hoặc ghi âm MP4; mỗi tệp nhiều nhất 20 MB, cả thảy 24 MB.',
    ...EVIDENCE_LIMITS,
  }),
});

function adding({ ticket, refused }: TicketReading): ActFormView {
  const action = `/phieu/${ticket.id}/tai-lieu`;
  const frame = { id: 'them-tai-lieu', label: 'Thêm tài liệu…', action, submit: 'Lưu tài liệu' };
  return addingEvidence.draw(frame, refused);
}

export const statingNoEvidence = defineForm({
  reason: area('Lý do', {
    hint: `Từ ${String(NO_EVIDENCE_LENGTHS.shortest)} ký tự.`,
    ...{ required: true, maxLength: NO_EVIDENCE_LENGTHS.longest },
  }),
});

function statingNone({ ticket, refused }: TicketReading): ActFormView {
  const frame = {
    id: 'khong-tai-lieu',
    label: 'Ghi lý do không có tài liệu…',
    action: `/phieu/${ticket.id}/khong-tai-lieu`,
    submit: 'Ghi lý do',
    lead: 'Phiếu chỉ đóng được khi có tài liệu chứng minh hoặc lý do không có.',
  };
  return statingNoEvidence.draw(frame, refused);
}

function answerMatter(reading: TicketReading): readonly MatterView[] {
  const { life, ticket } = reading;
  const ofCycle = life.answers.filter(({ cycle }) => cycle === ticket.cycle);
  const answer = ofCycle.find(({ approved }) => approved === null) ?? ofCycle.at(-1);
  if (!answer) return [];
  const pending = answer.approved === null;
  return [
    {
      id: 'cau-tra-loi',
      heading: pending ? 'Câu trả lời chờ duyệt' : 'Câu trả lời trực tiếp',
      rows: [...answerRows(answer, reading), ...(pending ? privateRows(answer.text) : [])],
      text: answer.text,
      forms: pending ? decisions(answer, reading) : [],
    },
  ];
}

function answerRows(answer: Answer, { names }: TicketReading): readonly RowView[] {
  const proposed: RowView = {
    icon: 'user',
    title: `${fullTitle(names, answer.proposedById) ?? 'Cán bộ'} trình`,
    detail: shortMoment(answer.proposedAt),
  };
  if (answer.approved === null || answer.decidedAt === null) return [proposed];
  const by = fullTitle(names, answer.decidedById) ?? 'Người duyệt';
  const decided: RowView = answer.approved
    ? { icon: 'check', tone: 'ok', title: `${by} duyệt, đã gửi người phản ánh`, detail: shortMoment(answer.decidedAt) }
    : { icon: 'x', tone: 'bad', title: `${by} trả lại`, detail: answer.decisionReason };
  return [proposed, decided];
}

/** What may lead to a person in a text that is about to go out; each kind once. */
function privateRows(text: string): readonly RowView[] {
  const kinds = findPrivate(text).map(({ kind }) => kind);
  return [...new Set(kinds)].map((kind) => ({
    icon: 'warn' as const,
    title: `Có thể có ${FINDING_WORDS[kind]}`,
    detail: `${count(kinds.filter((one) => one === kind).length)} chỗ; xem lại trước khi duyệt.`,
  }));
}

const answerId = hidden(needed('Mở lại phiếu để xem câu trả lời đang chờ duyệt.'));

export const approving = defineForm({ answerId });

export const givingBack = defineForm({ answerId, reason: area('Cần sửa gì', { required: true, maxLength: 1000 }) });

function decisions({ id }: Answer, { ticket, may, refused }: TicketReading): readonly ActFormView[] {
  const approve = {
    id: 'duyet-tra-loi',
    label: 'Duyệt câu trả lời…',
    action: `/phieu/${ticket.id}/duyet-tra-loi`,
    submit: 'Duyệt và gửi người phản ánh',
    warning: 'Người phản ánh sẽ đọc được nguyên văn câu trả lời này.',
  };
  const giveBack = {
    id: 'tra-lai-tra-loi',
    label: 'Trả lại câu trả lời…',
    action: `/phieu/${ticket.id}/tra-lai-tra-loi`,
    submit: 'Trả lại câu trả lời',
  };
  return [
    ...(may.acts.has('approveAnswer') ? [approving.draw(approve, refused, { answerId: id })] : []),
    ...(may.acts.has('giveBackAnswer') ? [givingBack.draw(giveBack, refused, { answerId: id })] : []),
  ];
}
