import { createHash } from 'node:crypto';

import { PdfFile } from '../../../files/domain/pdf/file-state.js';
import { PdfMalformed } from '../../../files/domain/pdf/limits.js';
import { reviewRevision } from '../verification/changes/review-revision.js';
import { LEADER_FIELD, type ProofCase, type ProofLine, signatureIn } from './proof-case.js';

/** The submitted bytes stand at the front, and the save right after them is the leader's signature and nothing else. */
export function submittedFileLine(proofCase: ProofCase): ProofLine {
  const { submitted, returned } = proofCase;
  const line = { code: 'submittedFile', title: 'Đúng tệp đã gửi ký' } as const;
  if (!returned.subarray(0, submitted.length).equals(submitted)) {
    return { ...line, result: 'fail', detail: `${firstDifference(submitted, returned)} ${shortHash(returned)}` };
  }
  const fault = leaderSaveFault(proofCase);
  if (fault !== null) return { ...line, result: 'fail', detail: fault };
  const bytes = submitted.length.toLocaleString('vi-VN');
  return { ...line, result: 'pass', detail: `${bytes} byte đầu trùng từng byte với bản gửi. ${shortHash(submitted)}` };
}

function firstDifference(submitted: Buffer, returned: Buffer): string {
  const at = submitted.findIndex((byte, place) => byte !== returned[place]);
  return `Tệp trả về khác bản gửi từ byte thứ ${(at + 1).toLocaleString('vi-VN')}.`;
}

/** `SHA-256 41d0 7e5c … 9ab3` */
function shortHash(bytes: Buffer): string {
  const hex = createHash('sha256').update(bytes).digest('hex');
  return `SHA-256 ${hex.slice(0, 4)} ${hex.slice(4, 8)} … ${hex.slice(-4)}`;
}

function leaderSaveFault(proofCase: ProofCase): string | null {
  const signature = signatureIn(proofCase, LEADER_FIELD);
  if (!signature) return 'Tệp trả về chưa có chữ ký ở ô ký của lãnh đạo.';
  try {
    return isOnlyLeaderSigning(proofCase, signature.revisionEnd)
      ? null
      : 'Lần lưu ngay sau bản gửi không chỉ là chữ ký của lãnh đạo.';
  } catch (error) {
    if (error instanceof PdfMalformed) return 'Không đọc được các lần lưu của tệp trả về.';
    throw error;
  }
}

function isOnlyLeaderSigning({ submitted, returned }: ProofCase, signedEnd: number): boolean {
  const file = new PdfFile(returned);
  const last = file.revisions.findIndex(
    ({ endOfMark, endOfLine }) => submitted.length >= endOfMark && submitted.length <= endOfLine,
  );
  const signing = file.revisions[last + 1];
  if (last < 0 || !signing || signedEnd < signing.endOfMark || signedEnd > signing.endOfLine) return false;
  const { signatures, filled, emptyFields, refused, hasSecurityStore } = reviewRevision(file, last + 1);
  const [only] = signatures;
  const isLeaders = signatures.length === 1 && only?.field === LEADER_FIELD && !only.isNewField;
  return isLeaders && filled.length + emptyFields.length + refused.length === 0 && !hasSecurityStore;
}
