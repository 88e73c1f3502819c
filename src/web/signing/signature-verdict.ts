import { civilDateOf } from '../../kernel/civil-date.js';
import type { SignatureRequestEntity } from '../../signing/index.js';
import type { SignatureState } from '../../signing/domain/signature-request.js';
import type { SignatureListItem } from './signature-page.js';
import type { VerdictView } from './verdict.js';
import { atStart, recentMoment } from '../kit/words/time.js';
import { proofCount, proofOf, type KeptProof } from './letter-proof.js';
import { openVerdict } from './open-verdict.js';
import { waitedWords } from './signature-course.js';
import type { Today } from '../deadlines/ticket-deadline.js';

/** How each state looks in the list. */
export const LOOKS: Readonly<
  Record<SignatureState, { readonly tone: SignatureListItem['tone']; readonly words: string }>
> = {
  proofFailed: { tone: 'fail', words: 'Đã ký, không đạt kiểm tra' },
  sealFailed: { tone: 'fail', words: 'Bản đóng dấu không đạt kiểm tra' },
  failed: { tone: 'fail', words: 'Hệ thống QLVB không nhận' },
  verified: { tone: 'pass', words: 'Đã ký, kiểm tra đạt' },
  signed: { tone: 'wait', words: 'Đã ký, đang kiểm tra' },
  sealing: { tone: 'wait', words: 'Đang đóng dấu' },
  sealed: { tone: 'pass', words: 'Đã đóng dấu, đang phát hành' },
  pending: { tone: 'wait', words: 'Đang gửi hệ thống QLVB' },
  submitted: { tone: 'wait', words: 'Chờ lãnh đạo ký' },
  returned: { tone: 'unknown', words: 'Lãnh đạo trả lại' },
  rejected: { tone: 'unknown', words: 'Lãnh đạo từ chối ký' },
  cancelled: { tone: 'unknown', words: 'Đã rút trình ký' },
  released: { tone: 'pass', words: 'Đã phát hành' },
};

/** A letter that was taken back when it had a number lost it. */
export function looksOf({ state, outgoingDocumentId }: SignatureRequestEntity): (typeof LOOKS)[SignatureState] {
  const looks = LOOKS[state];
  return state === 'cancelled' && outgoingDocumentId !== null ? { ...looks, words: 'Đã hủy số' } : looks;
}

export const FAILED: readonly SignatureState[] = ['proofFailed', 'sealFailed'];
export const BACK_WITH_AUTHOR: readonly SignatureState[] = ['returned', 'rejected', 'cancelled', 'failed'];

/** What the page says of a letter as a whole. */
export function verdictOf(request: SignatureRequestEntity, today: Today): VerdictView {
  const { state } = request;
  const proof = proofOf(request);
  if (FAILED.includes(state)) return failedVerdict(request, proof);
  if (BACK_WITH_AUTHOR.includes(state)) return backVerdict(request);
  if (proof?.passed === true) return passedVerdict(request, proof);
  return proof ? openVerdict(request.subject, LOOKS[state].words, proof) : waitingVerdict(request, today);
}

/** Nothing wrong was found, but not everything could be judged: that is said as it is, and blocks as well. */
function failedVerdict({ subject, comment, state }: SignatureRequestEntity, proof: KeptProof | null): VerdictView {
  const text = `${atStart(subject)}.`;
  // Of another stop than the proof that was kept last.
  if (comment !== null && comment !== '') return { tone: 'fail', heading: `Không được phát hành: ${comment}`, text };
  const why = proof && !proof.passed ? proofCount(proof) : LOOKS[state].words;
  const unclear = proof !== null && !proof.passed && proof.lines.every(({ result }) => result !== 'fail');
  return { tone: unclear ? 'unknown' : 'fail', heading: `Không được phát hành: ${why}`, text };
}

function backVerdict(request: SignatureRequestEntity): VerdictView {
  const { subject, comment } = request;
  const said = comment === null || comment === '' ? 'Không ghi ý kiến.' : comment;
  return { tone: 'unknown', heading: looksOf(request).words, text: `${atStart(subject)}. ${said}` };
}

function passedVerdict({ subject, state, sealedSha256 }: SignatureRequestEntity, proof: KeptProof): VerdictView {
  const which = sealedSha256 === null ? 'Bản ký đúng là bản đã trình' : 'Bản đóng dấu đúng là bản đã trình';
  return {
    tone: 'pass',
    heading: `${which}: ${proofCount(proof)}`,
    text: `${atStart(subject)}. ${LOOKS[state].words}.`,
  };
}

function waitingVerdict(request: SignatureRequestEntity, today: Today): VerdictView {
  const { subject, state, leaderName, createdAt } = request;
  const waited = waitedWords(request, today);
  const since = `trình ${recentMoment(createdAt, civilDateOf(today.now))}, đã ${waited}`;
  return {
    tone: 'wait',
    heading: LOOKS[state].words,
    text: `${atStart(subject)}. Người ký: ${leaderName}; ${since}.`,
  };
}
