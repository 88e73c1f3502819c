import { isTypedWhole } from '../../drafting/domain/case.js';
import type { DraftRevisionView } from './draft-revision-page.js';
import { letterName } from '../drafting/draft-view.js';
import { annexFiles } from '../drafting/draft-annexes-view.js';
import { letterFields, registerFields, storedLetter } from '../drafting/draft-form.js';
import {
  comparisonLink,
  comparisonWithLast,
  draftHref,
  revisionHref,
  revisionPages,
  revisionWords,
} from './draft-revisions.js';
import type { RevisionReading } from './revision-page-query.js';

export function draftRevisionView(reading: RevisionReading): DraftRevisionView {
  const { draft, revision, pages } = reading;
  const letter = storedLetter({ fields: revision.fields, template: draft.template });
  const { signerId } = revision;
  const signer = { person: { id: signerId, fullName: letter.nguoi_ky }, lines: letter.tham_quyen_ky };
  const whole = isTypedWhole(draft.caseKind);
  const fields = letterFields({ letter, whole, signerId, lapsed: null, signers: [signer], refused: null });
  return {
    draft: { href: draftHref(draft.id), label: `Bản đang mở: bản ${String(draft.revision)}` },
    heading: `${letterName(draft)}, bản thảo ${String(revision.revision)}`,
    saved: revisionWords(revision),
    comparisons: comparisonsOf(reading),
    fields: revision.source === 'word' ? registerFields(fields) : fields,
    annexes: annexFiles(draft.id, revision.revision, revision.annexes ?? []),
    letter: revisionPages(revisionHref(draft.id, revision.revision), { made: revision, pages }),
  };
}

/** With the one before it, and with the present one. */
function comparisonsOf({
  draft,
  revision: { revision },
  revisions,
}: RevisionReading): DraftRevisionView['comparisons'] {
  const last = revisions.find((line) => line.revision < revision);
  const withPresent = { ...comparisonLink(draft.id, revision, draft.revision), label: 'Bản đang mở khác chỗ nào' };
  return [comparisonWithLast(draft.id, revision, last) ?? [], revision === draft.revision ? [] : withPresent].flat();
}
