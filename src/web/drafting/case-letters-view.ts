import type { OutgoingDocumentEntity } from '../../documents/index.js';
import { printedCode } from '../../documents/domain/register.js';
import type { DraftEntity } from '../../drafting/index.js';
import type { RowView } from '../kit/row-list.js';
import { DRAFT_STATE_WORDS } from './draft-states.js';
import { outgoingWords } from '../documents/outgoing-standing.js';
import { fullDay } from '../kit/words/time.js';
import { draftHref } from '../revisions/draft-revisions.js';

/** A document that was written for a case, and its line in the register once it has one. */
export interface CaseLetter {
  readonly draft: DraftEntity;
  readonly outgoing: OutgoingDocumentEntity | null;
}

/** Whether another document may be begun: none was, or all that went out were recalled. */
export function mayBeginAnother(letters: readonly CaseLetter[]): boolean {
  return letters.every(({ outgoing }) => outgoing !== null && outgoing.recalledAt !== null);
}

/** Where a document is: its draft until it has a number, then its line in the register. */
export function caseLetterRow({ draft, outgoing }: CaseLetter): RowView {
  const { id, revision, state } = draft;
  if (outgoing === null)
    return {
      icon: 'file',
      title: `Dự thảo văn bản, bản ${String(revision)}`,
      href: draftHref(id),
      detail: DRAFT_STATE_WORDS[state].toLocaleLowerCase('vi'),
    };
  return {
    icon: 'send',
    title: `Văn bản đi số ${printedCode(outgoing.number, outgoing.notation)}`,
    href: `/van-ban-di/${outgoing.id}`,
    detail: `${fullDay(outgoing.issuedDate)}, ${outgoingWords(outgoing)}`,
  };
}
