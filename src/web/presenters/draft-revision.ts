import type { DraftEntity, DraftRevisionEntity } from '../../drafting/index.js';
import type { Person } from '../../organisation/index.js';
import type { DraftRevisionView } from '../views/draft-revision-page.js';
import { letterFields, storedLetter } from './draft-form.js';
import { draftHref, revisionHref, revisionPages, revisionWords } from './draft-revisions.js';

/** What was read for the page of one revision. */
export interface RevisionReading {
  readonly draft: DraftEntity;
  readonly revision: DraftRevisionEntity;
  readonly leaders: readonly Person[];
  readonly pages: number;
}

export function draftRevisionView({ draft, revision, leaders, pages }: RevisionReading): DraftRevisionView {
  const letter = storedLetter(revision.fields);
  return {
    draft: { href: draftHref(draft.id), label: `Bản đang mở: bản ${String(draft.revision)}` },
    heading: `Công văn trả lời, bản thảo ${String(revision.revision)}`,
    saved: revisionWords(revision),
    fields: letterFields({ letter, signerId: revision.signerId, leaders, refused: null }),
    letter: revisionPages(revisionHref(draft.id, revision.revision), { made: revision, pages }),
  };
}
