import { incomingWords } from './arrival/arrival-number.js';
import type { CivilDate } from '../../kernel/civil-date.js';
import { dayWords } from './day-words.js';

/** What may become of an incoming document: a letter or words of ours answered it, it was for information or is done, or it ended without an answer. */
export const DOCUMENT_OUTCOMES = ['letter', 'direct', 'handled', 'noted', 'returned', 'rejected', 'withdrawn'] as const;

export type DocumentOutcome = (typeof DOCUMENT_OUTCOMES)[number];

/** The end of an incoming document as its line shows it. */
export interface EndOfDocument {
  /** null while somebody goes on with it */
  readonly outcome: DocumentOutcome | null;
  readonly outcomeOn: CivilDate | null;
}

const PROGRESS: Readonly<Record<DocumentOutcome, string>> = {
  letter: 'Đã trả lời',
  direct: 'Đã trả lời',
  handled: 'Đã xử lý',
  noted: 'Đã xem, để biết',
  returned: 'Đã chuyển trả',
  rejected: 'Không tiếp nhận',
  withdrawn: 'Người phản ánh đã rút',
};

/** How far it is, as the tracking register says it: `Đang giải quyết`, `Đã trả lời`. */
export function progressWords(outcome: DocumentOutcome | null): string {
  return outcome === null ? 'Đang giải quyết' : PROGRESS[outcome];
}

const ENDED: Readonly<Record<Exclude<DocumentOutcome, 'letter'>, string>> = {
  direct: 'Trả lời trực tiếp',
  handled: 'Đã xử lý',
  noted: 'Để biết',
  returned: 'Chuyển trả',
  rejected: 'Không tiếp nhận',
  withdrawn: 'Người phản ánh rút',
};

/**
 * The end in one line, where no letter of ours speaks for it: `Trả lời trực tiếp ngày 20/03/2026`.
 *
 * @returns null while it goes on, or where a letter answered it
 */
export function endWords({ outcome, outcomeOn }: EndOfDocument): string | null {
  if (outcome === null || outcome === 'letter') return null;
  const on = outcomeOn === null ? '' : ` ngày ${dayWords(outcomeOn)}`;
  return `${ENDED[outcome]}${on}`;
}

/** `Giải quyết chung với văn bản đến số 12, 05/01/2026` */
export function joinedWords(document: { arrivalNumber: number; arrivalDate: CivilDate }): string {
  return `Giải quyết chung với ${incomingWords(document)}, ${dayWords(document.arrivalDate)}`;
}
