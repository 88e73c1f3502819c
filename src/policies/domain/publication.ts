import { type Actor, hasRole, type Role } from '../../kernel/actor.js';
import type { CivilDate } from '../../kernel/civil-date.js';
import type { Flaw, PolicyDraft } from '../../law/policy-draft.js';
import { policyFlaws } from '../../law/policy-flaws.js';
import { staleSources } from '../../law/limit-flaws.js';
import type { PolicySet } from '../../law/policy.js';

/** Shorter reasons say nothing to a reader in two years. */
export const MIN_REASON_LENGTH = 10;

export const MAX_REASON_LENGTH = 1000;

/** The leaders decide on the rules on time; the administrator writes down what they decided. Everybody may read them. */
export const PUBLISHERS: readonly Role[] = ['administrator', 'leader'];

export function mayPublishPolicies(actor: Actor): boolean {
  return hasRole(actor, ...PUBLISHERS);
}

/** A draft on its way to be a version. */
export interface Publication {
  readonly draft: PolicyDraft;
  /** Why the rules change; stands beside the version for good. */
  readonly reason: string;
  /** The version that the draft began from. */
  readonly before: PolicySet;
  readonly today: CivilDate;
}

/**
 * What keeps a draft from being published: the flaws of the set, sources that no longer hold, a first day that is over (it would change
 * what tickets were promised on days that have passed), and no reason.
 */
export function publicationFlaws({ draft, reason, before, today }: Publication): readonly Flaw[] {
  const flaws = policyFlaws(draft);
  const over = draft.validFrom < today && !flaws.some(({ field }) => field === 'validFrom');
  return [
    ...flaws,
    ...staleSources(draft, before),
    ...(over ? [{ field: 'validFrom', sentence: 'Ngày bắt đầu áp dụng đã qua; chọn từ hôm nay trở đi.' }] : []),
    ...reasonFlaws(reason),
  ];
}

function reasonFlaws(reason: string): readonly Flaw[] {
  const { length } = reason.trim();
  if (length < MIN_REASON_LENGTH) {
    const sentence = `Ghi lý do thay đổi: cần từ ${MIN_REASON_LENGTH} ký tự, hiện có ${length}.`;
    return [{ field: 'reason', sentence }];
  }
  return length > MAX_REASON_LENGTH
    ? [{ field: 'reason', sentence: `Lý do dài quá ${MAX_REASON_LENGTH} ký tự; rút ngắn lại.` }]
    : [];
}
