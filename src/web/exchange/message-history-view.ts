import { h } from 'preact';
import type { ExchangeTraceEntity, InboxMessageEntity } from '../../exchange/index.js';
import { isoInVietnam } from '../../kernel/civil-date.js';
import { CHANNEL_WORDS } from '../../platform/outbox/channels.js';
import type { TryOutcome } from '../../platform/outbox/failure.js';
import type { OutboxAttemptEntity } from '../../platform/outbox/outbox-attempt.entity.js';
import type { OutboxEntity } from '../../platform/outbox/outbox.entity.js';
import type { Fact } from '../kit/facts.js';
import type { CallView, MessageHistoryView, TryView } from './message-history-page.js';
import { callResult, OPERATION_WORDS } from './calls.js';
import { DOOR_WORDS } from '../kit/words/doors.js';
import { count, decimal, fileSize } from '../kit/words/numbers.js';
import { shortMoment, timeWithSeconds } from '../kit/words/time.js';
import { namedJob, type JobSubjects } from './job-subject.js';

export const CALLS = '/trao-doi/ban-ghi';
/** By the name that a row bears. */
const WAYS: Readonly<Record<string, string>> = CHANNEL_WORDS;

/** The data for calls, and whether this person may take their bytes out. */
export interface CallsReading {
  readonly calls: readonly ExchangeTraceEntity[];
  readonly mayRead: boolean;
  readonly evidenceDays: number;
}

/** Of all calls, a page. */
export interface CallsPageReading extends CallsReading {
  /** Whether these are not the newest. */
  readonly isOlder: boolean;
  /** Number of the last one shown, when older ones follow. */
  readonly older: number | null;
}

export interface JobHistoryReading extends CallsReading {
  readonly job: OutboxEntity;
  readonly tries: readonly OutboxAttemptEntity[];
  readonly subjects: JobSubjects;
}

export interface MessageHistoryReading extends CallsReading {
  readonly message: InboxMessageEntity;
}

/** Where a job is told try by try. */
export function jobHref(seq: number): string {
  return `/trao-doi/dang-cho/${String(seq)}`;
}

/** Where a message is told call by call. @param id of ours */
export function messageHistoryHref(id: string): string {
  return `/trao-doi/tin/${id}`;
}

export function callsView(reading: CallsPageReading): MessageHistoryView {
  const { calls, isOlder, older } = reading;
  return {
    heading: 'Các lượt kết nối với hệ thống quản lý văn bản',
    summary: `${count(calls.length)} lượt kết nối ${isOlder ? 'cũ hơn' : 'mới nhất'}, hai chiều.`,
    facts: [],
    tries: null,
    ...callsPart(reading),
    olderHref: older === null ? null : `${CALLS}?truoc=${String(older)}`,
  };
}

export function jobHistoryView(reading: JobHistoryReading): MessageHistoryView {
  const { job, tries } = reading;
  const { seq, createdAt, attempts } = job;
  const { what, subject } = namedJob(job, reading.subjects);
  return {
    heading: what,
    summary: `Việc số ${count(seq)}, có từ ${shortMoment(createdAt)}.`,
    facts: [
      ...(subject === null ? [] : [{ label: 'Về', value: h('a', { href: subject.href }, subject.label) }]),
      { label: 'Hiện nay', value: standingOf(job) },
      { label: 'Số lần gửi không thành công', value: count(attempts) },
      ...(job.lastError === null ? [] : [{ label: 'Lý do gần nhất', value: job.lastError }]),
    ],
    tries: tries.map(tryView),
    ...(tries.length === 0 && { noTries: noTriesOf(job, reading.subjects) }),
    ...callsPart(reading, seq),
  };
}

export function messageHistoryView(reading: MessageHistoryReading): MessageHistoryView {
  const { remoteId, documentId, fromAgency, queuedAt, receivedAt, acknowledgedAt, size } = reading.message;
  const told: Fact = {
    label: 'Báo hệ thống QLVB đã nhận',
    value: acknowledgedAt === null ? 'chưa báo được' : shortMoment(acknowledgedAt),
  };
  return {
    heading: 'Một tin đã nhận',
    summary: `Từ ${fromAgency}, nhận ${shortMoment(receivedAt)}.`,
    facts: [
      { label: 'Mã tin ở hệ thống QLVB', value: remoteId },
      { label: 'Mã văn bản', value: documentId ?? 'không đọc được' },
      { label: 'Hệ thống QLVB có tin từ', value: shortMoment(queuedAt) },
      { label: 'Dung lượng', value: fileSize(size) },
      told,
    ],
    tries: null,
    ...callsPart(reading),
  };
}

/** @param own number of the job whose page it is: calls made for another name it */
function callsPart(
  { calls, mayRead, evidenceDays }: CallsReading,
  own: number | null = null,
): Pick<MessageHistoryView, 'calls' | 'olderHref' | 'keptFor'> {
  return {
    olderHref: null,
    calls: calls.map((call) => ({ ...callView(call, mayRead), job: jobLink(call, own) })),
    keptFor: `Bản ghi giữ ${count(evidenceDays)} ngày; mật khẩu được che, tệp kèm thay bằng mã băm. Mỗi lần tải về có ghi nhật ký.`,
  };
}

/** Tries are written down for channels to the outside alone. */
function noTriesOf({ kind }: OutboxEntity, { kinds }: JobSubjects): MessageHistoryView['noTries'] {
  return kinds.outsideChannelOf(kind) === null
    ? {
        heading: 'Không ghi từng lần thử',
        text: 'Lần hỏi tin và việc trong Sở không ghi từng lần; lượt kết nối, nếu có, ở dưới.',
      }
    : { heading: 'Chưa thử lần nào', text: 'Lần thử đầu tiên sẽ hiện ở đây.' };
}

function standingOf({ outcome, heldAt, dueAt, finishedAt }: OutboxEntity): string {
  if (outcome !== null) return `${ENDS[outcome]}${finishedAt === null ? '' : `, ${shortMoment(finishedAt)}`}`;
  if (heldAt !== null) return `Tạm giữ từ ${shortMoment(heldAt)}`;
  return `Đang chờ, thử lúc ${shortMoment(dueAt)}`;
}

const ENDS: Readonly<Record<NonNullable<OutboxEntity['outcome']>, string>> = {
  done: 'Đã xong',
  givenUp: 'Đã dừng, không tự thử lại',
  delivered: 'Đã ghi là nơi nhận có bằng cách khác',
  setAside: 'Đã bỏ',
};

const TRIED: Readonly<Record<TryOutcome, string>> = {
  kept: 'Thành công',
  unavailable: 'Hệ thống kết nối chưa trả lời',
  refused: 'Bị từ chối',
  failed: 'Không thành công',
  cutOff: 'Bị cắt ngang',
};

function tryView(one: OutboxAttemptEntity): TryView {
  const { id, startedAt, endedAt, outcome, channel, reason, code } = one;
  return {
    id,
    reason,
    code,
    at: isoInVietnam(startedAt),
    when: momentWithSeconds(startedAt),
    channel: WAYS[channel] ?? channel,
    outcome: outcome === null ? 'Đang làm' : TRIED[outcome],
    isBad: outcome !== null && outcome !== 'kept',
    lasted: endedAt === null ? null : seconds(endedAt.getTime() - startedAt.getTime()),
  };
}

function jobLink({ seq }: ExchangeTraceEntity, own: number | null): CallView['job'] {
  return seq === null || seq === own ? null : { href: jobHref(seq), label: `Việc số ${count(seq)}` };
}

function callView(call: ExchangeTraceEntity, mayRead: boolean): Omit<CallView, 'job'> {
  const { id, at, operation, direction, channel, status, ms, requestSize, responseSize, responseSha256 } = call;
  const isAnswered = responseSha256 !== null;
  const request = { href: `${CALLS}/${String(id)}/loi-goi`, label: 'Bản tin yêu cầu' };
  const response = { href: `${CALLS}/${String(id)}/tra-loi`, label: 'Bản tin phản hồi' };
  return {
    id,
    operation,
    what: OPERATION_WORDS[operation] ?? operation,
    at: isoInVietnam(at),
    when: momentWithSeconds(at),
    way:
      direction === 'toThem'
        ? `Sở gọi, ${WAYS[channel] ?? channel}`
        : `Hệ thống quản lý văn bản gọi tới, ${DOOR_WORDS[channel] ?? channel}`,
    status: `${callResult(status)}, ${seconds(ms)}`,
    isBad: status !== '200',
    sizes: `${fileSize(requestSize)}, ${isAnswered ? fileSize(responseSize) : 'không nhận'}`,
    before: beforeWords(call),
    downloads: mayRead ? [request, ...(isAnswered ? [response] : [])] : [],
  };
}

function beforeWords({ sameBefore, missedBefore }: ExchangeTraceEntity): string | null {
  const words = [
    sameBefore > 0 ? `Trước đó ${count(sameBefore)} lần hỏi, trả lời như nhau, không ghi riêng.` : null,
    missedBefore > 0 ? `Trước đó ${count(missedBefore)} lượt kết nối không kịp ghi.` : null,
  ];
  return words.filter((one) => one !== null).join(' ') || null;
}

/** `18/03, 10:40:12` */
function momentWithSeconds(instant: Date): string {
  return `${shortMoment(instant).split(',')[0] ?? ''}, ${timeWithSeconds(instant)}`;
}

/** `0,4 giây`, `dưới 0,1 giây` */
function seconds(milliseconds: number): string {
  if (milliseconds < 100) return 'dưới 0,1 giây';
  return `${decimal(Math.round(milliseconds / 100) / 10)} giây`;
}
