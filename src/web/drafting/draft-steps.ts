import type { DraftApprovalEntity } from '../../drafting/index.js';
import type { DraftState } from '../../drafting/domain/draft.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import { givenName } from '../../kernel/vietnamese.js';
import type { Today } from '../deadlines/ticket-deadline.js';
import { shortActor } from '../kit/names.js';
import { recentMoment } from '../kit/words/time.js';
import type { RouteStep } from '../signing/route.js';
import type { DraftReading } from './draft-reading.js';

/** Which of the four steps each state of a draft stands at; a finished letter has passed them all. */
const STANDS_AT: Readonly<Record<DraftState, number>> = {
  editing: 0,
  contentReview: 1,
  formatReview: 2,
  approved: 3,
  submitted: 4,
  done: 4,
  withdrawn: 0,
};

const STEPS = ['Dự thảo', 'Duyệt nội dung', 'Duyệt thể thức', 'Trình ký'] as const;

/** Where a draft is on its way; approvals of earlier revisions do not count. */
export function draftSteps(
  { draft, approvals, author }: Pick<DraftReading, 'draft' | 'approvals' | 'author'>,
  { now }: Today,
): readonly RouteStep[] {
  const today = civilDateOf(now);
  const at = STANDS_AT[draft.state];
  const approved = (kind: DraftApprovalEntity['kind']): string | null => {
    const act = approvals.findLast((one) => one.kind === kind && one.revision === draft.revision);
    return act ? `${shortActor(act.approverName)}, ${recentMoment(act.at, today)}` : null;
  };
  const facts = [
    `${givenName(author)}, ${recentMoment(draft.savedAt, today)}`,
    approved('content'),
    approved('format'),
    null,
  ];
  return STEPS.map((name, step) => ({
    name,
    state: step < at ? 'done' : step === at ? 'now' : 'ahead',
    fact: step <= at ? (facts[step] ?? null) : null,
  }));
}
