import { sha256Of } from '../../../kernel/sha256.js';
import { PdfFile } from '../../../files/domain/pdf/file-state.js';
import { PdfMalformed } from '../../../files/domain/pdf/limits.js';
import { isOnlyLeaderSigning } from './leader-save.js';
import { LEADER_FIELD, type ProofInput, type ProofLine, signatureIn } from './proof-case.js';
import { resavedFault } from './resaved-file.js';

const LINE = { code: 'submittedFile', title: 'Đúng tệp đã gửi ký' } as const;
const RESAVED = 'Hệ thống quản lý văn bản đã lưu lại tệp trước khi ký; nội dung từng trang giống bản đã trình.';

/**
 * The submitted bytes stand at the front, and the save right after them is the leader's signature and nothing else; or the e-office rewrote the
 * file before the leader signed, and it holds what the submitted one holds.
 */
export function submittedFileLine(proofInput: ProofInput): ProofLine {
  const { submitted, returned } = proofInput;
  const isInFront = returned.subarray(0, submitted.length).equals(submitted);
  const signature = signatureIn(proofInput, LEADER_FIELD);
  if (!signature)
    return failed(isInFront ? UNSIGNED : `${firstDifference(submitted, returned)} ${shortHash(returned)}`);
  try {
    if (isInFront && isSignedNext(proofInput, signature.revisionEnd)) return passed(bytesInFront(submitted));
    const fault = resavedFault(proofInput, signature.revisionEnd);
    if (fault === null) return passed(`${RESAVED} ${shortHash(returned)}`);
    return failed(isInFront ? fault : `${firstDifference(submitted, returned)} ${fault} ${shortHash(returned)}`);
  } catch (error) {
    if (error instanceof PdfMalformed)
      return failed(isInFront ? UNREADABLE : `${firstDifference(submitted, returned)} ${UNREADABLE}`);
    throw error;
  }
}

const UNSIGNED = 'Tệp trả về chưa có chữ ký ở ô ký của lãnh đạo.';
const UNREADABLE = 'Không đọc được các lần lưu của tệp trả về.';

function passed(detail: string): ProofLine {
  return { ...LINE, result: 'pass', detail };
}

function failed(detail: string): ProofLine {
  return { ...LINE, result: 'fail', detail };
}

function bytesInFront(submitted: Buffer): string {
  return `${submitted.length.toLocaleString('vi-VN')} byte đầu trùng khớp hoàn toàn với bản gửi. ${shortHash(submitted)}`;
}

function firstDifference(submitted: Buffer, returned: Buffer): string {
  const at = submitted.findIndex((byte, place) => byte !== returned[place]);
  return `Tệp trả về khác bản gửi từ byte thứ ${(at + 1).toLocaleString('vi-VN')}.`;
}

/** `SHA-256 41d0 7e5c … 9ab3` */
function shortHash(bytes: Buffer): string {
  const hex = sha256Of(bytes);
  return `SHA-256 ${hex.slice(0, 4)} ${hex.slice(4, 8)} … ${hex.slice(-4)}`;
}

/** Whether the leader signed in the save right behind the submitted bytes. */
function isSignedNext({ submitted, returned }: ProofInput, signedEnd: number): boolean {
  const file = new PdfFile(returned);
  const last = file.revisions.findIndex(
    ({ endOfMark, endOfLine }) => submitted.length >= endOfMark && submitted.length <= endOfLine,
  );
  const signing = file.revisions[last + 1];
  if (last < 0 || !signing || signedEnd < signing.endOfMark || signedEnd > signing.endOfLine) return false;
  return isOnlyLeaderSigning(file, last + 1);
}
