import type { PdfFile } from '../../../files/domain/pdf/file-state.js';
import { reviewRevision } from '../verification/changes/review-revision.js';
import { LEADER_FIELD } from './proof-case.js';

export const NOT_ONLY_SIGNING = 'Lần lưu ngay sau bản gửi không chỉ là chữ ký của lãnh đạo.';

/** Whether a save (counted from 0, at least 1) is the leader's signature in the prepared field and nothing else. @throws PdfMalformed */
export function isOnlyLeaderSigning(file: PdfFile, revision: number): boolean {
  const { signatures, filled, emptyFields, refused, hasSecurityStore } = reviewRevision(file, revision);
  const [only] = signatures;
  const isLeaders = signatures.length === 1 && only?.field === LEADER_FIELD && !only.isNewField;
  return isLeaders && filled.length + emptyFields.length + refused.length === 0 && !hasSecurityStore;
}
