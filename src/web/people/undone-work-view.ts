import { isoInVietnam } from '../../kernel/civil-date.js';
import type { OutboxEntity } from '../../platform/outbox/outbox.entity.js';
import type { StuckJob } from '../../platform/outbox/stuck-jobs.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import type { HeldView, UndoneView } from './undone-work.js';
import { count } from '../kit/words/numbers.js';
import { shortMoment } from '../kit/words/time.js';
import { jobHref } from '../exchange/message-history-view.js';
import { namedJob, type JobSubjects } from '../exchange/job-subject.js';

/** What we say about every job: what they are about, what this person may do, and what may arrive by another way. */
export interface UndoneContext {
  readonly subjects: JobSubjects;
  readonly mayHandle: boolean;
  readonly deliverable: (kind: string) => boolean;
}

export function undoneRow(job: StuckJob, context: UndoneContext): UndoneView {
  const { seq, createdAt, attempts, lastError, outcome, dueAt } = job;
  const stopped = outcome === 'givenUp';
  return {
    ...namedRow(job, context),
    at: isoInVietnam(createdAt),
    since: shortMoment(createdAt),
    reason: lastError ?? 'Không ghi lý do.',
    standing: stopped
      ? 'Đã dừng, không tự thử lại.'
      : `Đã thử ${count(attempts)} lần; thử tiếp lúc ${shortMoment(dueAt)}.`,
    retryAction: stopped && context.mayHandle ? actOf(seq, 'thu-lai') : null,
    forms: context.mayHandle ? formsOf(job, context, stopped) : [],
  };
}

export function heldRow(job: OutboxEntity, context: UndoneContext): HeldView {
  const { seq, heldAt, heldByName, holdReason } = job;
  const since = heldAt ?? job.createdAt;
  return {
    ...namedRow(job, context),
    at: isoInVietnam(since),
    since: shortMoment(since),
    reason: `${holdReason ?? 'Không ghi lý do.'} (${heldByName ?? 'Không rõ người giữ'})`,
    releaseAction: context.mayHandle ? actOf(seq, 'tha') : null,
    forms: context.mayHandle ? [...deliveredForms(job, context), setAsideForm(seq)] : [],
  };
}

function namedRow(
  job: Pick<StuckJob, 'seq' | 'kind' | 'payload'>,
  { subjects }: UndoneContext,
): Pick<UndoneView, 'seq' | 'what' | 'subject' | 'historyHref'> {
  return { seq: job.seq, historyHref: jobHref(job.seq), ...namedJob(job, subjects) };
}

function formsOf(job: StuckJob, context: UndoneContext, stopped: boolean): readonly ActFormView[] {
  const { seq } = job;
  const other = stopped ? setAsideForm(seq) : holdForm(seq);
  return [...deliveredForms(job, context), other];
}

function deliveredForms(
  { seq, kind }: Pick<StuckJob, 'seq' | 'kind'>,
  { deliverable }: UndoneContext,
): readonly ActFormView[] {
  if (!deliverable(kind)) return [];
  return [
    {
      id: `da-toi-${seq}`,
      label: 'Nơi nhận đã có…',
      action: actOf(seq, 'da-toi'),
      submit: 'Ghi là nơi nhận đã có',
      lead: 'Dùng khi nơi nhận đã có bằng cách khác. Phần mềm không gửi nữa và giữ chứng cứ này.',
      upload: true,
      fields: [
        { kind: 'area', name: 'note', label: 'Căn cứ biết nơi nhận đã có', required: true, rows: 2, maxLength: 1000 },
        { kind: 'text', name: 'receiptId', label: 'Mã biên nhận', hint: 'Nếu nơi nhận có cho.', maxLength: 100 },
        { kind: 'files', name: 'file', label: 'Tệp chứng cứ', hint: 'Ảnh chụp, biên nhận hoặc thư xác nhận.' },
      ],
    },
  ];
}

function holdForm(seq: number): ActFormView {
  return {
    id: `giu-${seq}`,
    label: 'Tạm giữ…',
    action: actOf(seq, 'giu'),
    submit: 'Tạm giữ giao dịch',
    lead: 'Phần mềm ngừng thử, kể cả giao dịch sau nó của cùng văn bản, cho tới khi có người cho gửi tiếp.',
    fields: [REASON],
  };
}

function setAsideForm(seq: number): ActFormView {
  return {
    id: `bo-${seq}`,
    label: 'Bỏ, không gửi nữa…',
    action: actOf(seq, 'bo'),
    submit: 'Bỏ giao dịch này',
    lead: 'Giao dịch này sẽ không gửi nữa; giao dịch sau nó của cùng văn bản được gửi tiếp.',
    fields: [REASON],
  };
}

const REASON = { kind: 'area', name: 'reason', label: 'Lý do', required: true, rows: 2, maxLength: 500 } as const;

function actOf(seq: number, act: string): string {
  return `${jobHref(seq)}/${act}`;
}
