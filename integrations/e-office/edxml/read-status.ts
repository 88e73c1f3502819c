import type { DocumentReference, EdxmlStatus, StatusMessage } from '../../../src/exchange/ports/message.js';
import { statusOf } from './code-lists.js';
import type { Findings } from './findings.js';
import { present } from './part.js';
import type { Part } from './part.js';
import type { MessageParts } from './read-shared.js';
import { readMomentOf, readReference, readSender, readStaff } from './read-shared.js';

/** A status message. Missing essentials go to `findings` as errors; the value returned with them is of no use. */
export function readStatus({ messageHeader: part }: MessageParts, findings: Findings): StatusMessage {
  return present({
    kind: 'status',
    from: readSender(part, findings),
    responseFor: readAnswered(part, findings),
    status: readCode(part, findings),
    description: part.maybeLines('Description'),
    staff: readStaff(part.one('StaffInfo')),
    at: readMomentOf(part, 'Timestamp', findings),
  } satisfies StatusMessage);
}

/** A status that names no document by code nor by identifier belongs to nothing. */
function readAnswered(part: Part, findings: Findings): DocumentReference {
  const element = part.one('ResponseFor');
  const reference = element === null ? null : readReference(element, findings);
  const path = `${part.path}/ResponseFor`;
  if (reference === null || (reference.code === '' && reference.documentId === '')) {
    findings.refuse('code-missing', path, 'Không nói về văn bản nào: thiếu số, ký hiệu và mã văn bản (ResponseFor).');
  } else if (reference.documentId === '' || reference.organId === '') {
    findings.warn('reference-half', path, 'Thiếu mã văn bản hoặc mã cơ quan của văn bản được trả lời.');
  }
  return reference ?? { organId: '', code: '', documentId: '' };
}

function readCode(part: Part, findings: Findings): EdxmlStatus {
  const text = part.line('StatusCode');
  const status = statusOf(text);
  const path = `${part.path}/StatusCode`;
  if (status === null) findings.refuse('status-unknown', path, 'Mã trạng thái thiếu hoặc không có trong quy chuẩn.');
  else if (status !== text) findings.warn('status-form', path, `Mã trạng thái viết thiếu số 0; hiểu là ${status}.`);
  return status ?? '01';
}
