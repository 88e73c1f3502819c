import { DomainError } from '../../../src/kernel/domain-error.js';
import type { FormFinding } from '../../../src/exchange/ports/message-codec.port.js';
import type { DocumentMessage, ExchangeMessage, StatusMessage } from '../../../src/exchange/ports/message.js';
import { BUSINESS_TYPES, MAX_PRIORITY, statusOf } from './code-lists.js';
import { oneLine } from './part.js';

type Requirement<T> = readonly [code: string, path: string, message: string, holds: (message: T) => boolean];

const isSaid = (text: string): boolean => oneLine(text) !== '';
const isAgencyCode = (id: string): boolean => /^[A-Za-z0-9]+(?:\.[A-Za-z0-9]+)*$/u.test(id);
const areDifferent = (texts: readonly string[]): boolean => new Set(texts).size === texts.length;
const isMoment = (at: Date | undefined): boolean => at !== undefined && !Number.isNaN(at.getTime());

/** What the grammar cannot say, or says so that nobody finds the field. */
const OF_A_DOCUMENT: readonly Requirement<DocumentMessage>[] = [
  ['from-missing', 'from.id', 'Mã cơ quan gửi trống hoặc sai dạng.', ({ from }) => isAgencyCode(from.id)],
  ['to-missing', 'to', 'Cần ít nhất một cơ quan nhận.', ({ to }) => to.length > 0],
  ['agency-code-form', 'to', 'Có mã cơ quan nhận sai dạng.', ({ to }) => to.every(({ id }) => isAgencyCode(id))],
  ['to-twice', 'to', 'Một cơ quan nhận được ghi hai lần.', ({ to }) => areDifferent(to.map(({ id }) => id))],
  ['code-missing', 'codeNumber', 'Thiếu số văn bản.', ({ codeNumber }) => isSaid(codeNumber)],
  ['code-missing', 'codeNotation', 'Thiếu ký hiệu văn bản.', ({ codeNotation }) => isSaid(codeNotation)],
  [
    'date-missing',
    'promulgationDate',
    'Thiếu ngày ban hành.',
    ({ promulgationDate }) => promulgationDate !== undefined,
  ],
  ['subject-missing', 'subject', 'Thiếu trích yếu.', ({ subject }) => isSaid(subject)],
  ['document-id-missing', 'documentId', 'Thiếu mã văn bản.', ({ documentId }) => isSaid(documentId)],
  ['priority-unknown', 'priority', 'Độ khẩn phải từ 0 đến 4.', ({ priority }) => isPriority(priority)],
  [
    'business-unknown',
    'business',
    'Loại nghiệp vụ không có trong quy chuẩn.',
    ({ business }) => BUSINESS_TYPES.includes(business),
  ],
  [
    'time-unreadable',
    'trace',
    'Có vết chuyển không có thời điểm.',
    ({ trace }) => trace.every(({ at }) => isMoment(at)),
  ],
  ['trace-missing', 'trace', 'Thông điệp thu hồi, cập nhật hay thay thế phải có vết chuyển.', hasPlaceForBusiness],
  [
    'attachment-name',
    'attachments',
    'Có tệp đính kèm không có tên.',
    ({ attachments }) => attachments.every(({ name }) => isSaid(name)),
  ],
];

const OF_A_STATUS: readonly Requirement<StatusMessage>[] = [
  ['from-missing', 'from.id', 'Mã cơ quan gửi trống hoặc sai dạng.', ({ from }) => isAgencyCode(from.id)],
  [
    'code-missing',
    'responseFor.code',
    'Thiếu số, ký hiệu văn bản được trả lời.',
    ({ responseFor }) => isSaid(responseFor.code),
  ],
  [
    'document-id-missing',
    'responseFor.documentId',
    'Thiếu mã văn bản được trả lời.',
    ({ responseFor }) => isSaid(responseFor.documentId),
  ],
  [
    'to-missing',
    'responseFor.organId',
    'Thiếu mã cơ quan nhận trạng thái.',
    ({ responseFor }) => isSaid(responseFor.organId),
  ],
  ['status-unknown', 'status', 'Mã trạng thái không có trong quy chuẩn.', ({ status }) => statusOf(status) === status],
  ['time-unreadable', 'at', 'Thiếu thời điểm của trạng thái.', ({ at }) => isMoment(at)],
];

/** @throws DomainError `input-invalid` with every unmet requirement; never with a text of the message */
export function requireWritable(message: ExchangeMessage): void {
  const unmet = message.kind === 'document' ? unmetBy(message, OF_A_DOCUMENT) : unmetBy(message, OF_A_STATUS);
  if (unmet.length > 0) throw notWritable(unmet);
}

/** The one refusal of a writer. */
export function notWritable(findings: readonly FormFinding[]): DomainError {
  return new DomainError('input-invalid', { what: 'edxml', findings });
}

function unmetBy<T>(message: T, requirements: readonly Requirement<T>[]): readonly FormFinding[] {
  return requirements
    .filter(([, , , holds]) => !holds(message))
    .map(([code, path, sentence]) => ({ code, path, message: sentence }));
}

function isPriority(priority: number): boolean {
  return Number.isInteger(priority) && priority >= 0 && priority <= MAX_PRIORITY;
}

/** The kind of business stands inside the list of traces, which may not be empty. */
function hasPlaceForBusiness({ business, trace }: DocumentMessage): boolean {
  return business === 'new' || trace.length > 0;
}
