import { vietnameseTime } from '../verification/vietnamese-time.js';
import type { SignatureVerdict } from '../verification/verify-pdf.js';
import { LEADER_FIELD, type ProofInput, SEAL_FIELD, signatureIn } from './proof-case.js';

/** How far the signer's clock may be off, in milliseconds. */
const CLOCK_TOLERANCE = 15 * 60_000;

/**
 * Why the times that the signatures state cannot be true: a signer may state any time, and powers and certificates are judged by it. The leader cannot have
 * signed before he was asked, the agency not before the leader, and nobody in the time to come.
 *
 * @returns in Vietnamese, with what to do; null when nothing speaks against them
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 13 (thẩm quyền tại thời điểm ký) và Điều 18 (văn bản được trình rồi mới ký).
 */
export function whyTimeNotBelieved(proofInput: ProofInput): string | null {
  const [leader, seal] = [signatureIn(proofInput, LEADER_FIELD), signatureIn(proofInput, SEAL_FIELD)];
  const future = [leader, seal].find((one) => one !== undefined && isToCome(one));
  if (future) return words(future, `chưa tới lúc kiểm tra (${vietnameseTime(future.findings?.judgedAt ?? null)})`);
  return (
    whyBefore(leader, proofInput.expectation.submittedAt ?? null, 'trình ký') ??
    whyBefore(seal, leader?.signedAt ?? null, 'lãnh đạo ký')
  );
}

function whyBefore(signature: SignatureVerdict | undefined, bound: Date | null, what: string): string | null {
  if (!signature?.signedAt || !bound) return null;
  const isBefore = bound.getTime() - signature.signedAt.getTime() > CLOCK_TOLERANCE;
  return isBefore ? words(signature, `trước lúc ${what} (${vietnameseTime(bound)})`) : null;
}

/** A stated time that is still to come is not judged by. */
function isToCome({ signedAt, findings }: SignatureVerdict): boolean {
  if (signedAt === null || !findings?.judgedAt || findings.timeSource !== 'now') return false;
  return signedAt.getTime() - findings.judgedAt.getTime() > CLOCK_TOLERANCE;
}

function words({ signer, signedAt }: SignatureVerdict, how: string): string {
  return `Chữ ký của ${signer} ghi giờ ${vietnameseTime(signedAt)}, ${how}: giờ ký không tin được. Chỉnh đồng hồ máy ký, rồi trình ký lại.`;
}
