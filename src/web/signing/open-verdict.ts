import type { VerdictView } from './verdict.js';
import { atStart } from '../kit/words/time.js';
import { proofCount, type KeptProof } from './letter-proof.js';

/** Nothing stands against the letter, and not all is known of it: it waits, or goes on because a leader answers for it. */
export function openVerdict(subject: string, standing: string, proof: KeptProof): VerdictView {
  const { override, later } = proof;
  if (later?.result === 'withdrawn')
    return { tone: 'fail', heading: 'Đã cho phép dùng, nay không đạt', text: `${atStart(subject)}. ${later.why}` };
  if (override)
    return {
      tone: later ? 'pass' : 'unknown',
      heading: later ? 'Đã đủ căn cứ: bản ký hợp lệ' : `${override.by} cho phép dùng khi chưa đủ căn cứ`,
      text: `${atStart(subject)}. ${standing}.`,
    };
  return {
    tone: 'unknown',
    heading: `Chưa đủ căn cứ: ${proofCount(proof)}`,
    text: `${atStart(subject)}. Hệ thống hỏi lại tổ chức chứng thực tự động; lãnh đạo có thể cho phép dùng.`,
  };
}
