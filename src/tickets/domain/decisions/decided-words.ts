import type { DecisionGround } from './who-decides.js';

/** How a ticket came to be assigned. */
export interface HandedOut {
  readonly ground: DecisionGround['as'] | null;
  readonly basis: string | null;
  readonly directive: string | null;
  readonly directedByName: string | null;
  readonly proposedByName: string | null;
}

/** What the slip says where leaders write: whose decision it was, on what it rests, and his words; the day beside it is that of the decision. */
export interface DecidedLine {
  readonly words: string;
  /** Whether the decision was made in a leader's place; the standing table was decided long before, and within the unit its head assigns. */
  readonly isDecision: boolean;
}

/**
 * Who decided the assignment: a leader in his own words, an authorised person with the document that says so, or the standing table.
 *
 * @param decider the name of the assigner
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 24 và Phụ lục IV, phần II.
 */
export function decidedLine(handed: HandedOut, decider: string): DecidedLine {
  const { ground, basis, directive, directedByName, proposedByName } = handed;
  const isLeaders = ground === 'leader' || directedByName !== null;
  const proposed = proposedByName === null ? '' : ` Người đề xuất: ${proposedByName}.`;
  if (isLeaders) {
    const said = directive ?? 'Đồng ý giao như trên.';
    return { words: `${directedByName ?? decider}: ${said}${proposed}`, isDecision: true };
  }
  const note = directive === null ? '' : ` Ghi chú: ${directive}`;
  if (ground === 'table')
    return { words: `Giao theo ${lower(basis ?? '')}; người giao: ${decider}.${note}`, isDecision: false };
  const by = basis === null ? '' : ` theo văn bản giao quyền ${basis}`;
  return { words: `${decider} giao${by}.${note}`, isDecision: ground !== 'unit' };
}

function lower(words: string): string {
  return words.charAt(0).toLocaleLowerCase('vi') + words.slice(1);
}
