import { DOCUMENT_OUTCOMES, type DocumentOutcome } from '../../../documents/domain/document-outcome.js';
import { isOpen, type TicketState } from '../ticket-state.js';

/** A ticket that carries a matter: never one that was merged, for another carries what it brought. */
export interface CarriedMatter {
  readonly state: TicketState;
  readonly answerMode: 'letter' | 'direct' | null;
}

/** @returns null while somebody goes on with it */
export function endOf({ state, answerMode }: CarriedMatter): DocumentOutcome | null {
  if (isOpen(state)) return null;
  const unanswered = DOCUMENT_OUTCOMES.find((end) => end === state);
  return unanswered ?? answerMode ?? 'direct';
}

/**
 * What became of a document: nothing while one of its matters is open; answered where any of them was, by a letter before all.
 *
 * @param matters those that came with it, in whatever ticket they are carried now
 */
export function outcomeOf(matters: readonly CarriedMatter[]): DocumentOutcome | null {
  const ends = matters.map(endOf);
  return ends.includes(null) ? null : (DOCUMENT_OUTCOMES.find((end) => ends.includes(end)) ?? null);
}

/** The last status about a document: 06 where something in it was answered, else 02. */
export function finalStatus(outcome: DocumentOutcome): '02' | '06' {
  return outcome === 'letter' || outcome === 'direct' ? '06' : '02';
}

const ENDED: readonly (readonly [words: string, ends: readonly DocumentOutcome[]])[] = [
  ['đã trả lời', ['letter', 'direct']],
  ['chuyển trả', ['returned']],
  ['không tiếp nhận', ['rejected']],
  ['người phản ánh rút', ['withdrawn']],
];

/** `Đã giải quyết xong 3 nội dung của văn bản: 2 đã trả lời, 1 chuyển trả.`: what the hotline reads once the last matter of several has ended. */
export function finalWords(matters: readonly CarriedMatter[]): string {
  const ends = matters.map(endOf);
  const counted = ENDED.map(([words, kinds]) => ({
    words,
    number: ends.filter((end) => kinds.some((kind) => kind === end)).length,
  }));
  const parts = counted.filter(({ number }) => number > 0).map(({ words, number }) => `${number} ${words}`);
  return `Đã giải quyết xong ${matters.length} nội dung của văn bản: ${parts.join(', ')}.`;
}
