import type { PolicySet } from '../../../law/index.js';

/** How a phone is compared: its digits, `+84` or `84` before nine of them written as 0; empty where it has too few to be a phone. */
export function phoneKeyOf(phone: string): string {
  const digits = phone.replace(/\D/gu, '').replace(/^84(?=\d{9,10}$)/u, '0');
  return digits.length < 8 ? '' : digits.slice(0, 20);
}

/** Nobody holds it, nothing was asked, answered or judged. */
export interface FreshCycle {
  readonly leadUnitId: null;
  readonly officerId: null;
  readonly coordinators: string[];
  readonly acceptBy: null;
  readonly extensionsLeft: number;
  readonly extensionAskedById: null;
  readonly informationAsked: false;
  readonly informationLapsed: false;
  readonly pausedAt: null;
  readonly answerProposedById: null;
  readonly evidence: null;
  readonly answerMode: null;
  readonly answeredAt: null;
  readonly publicationAskedById: null;
  readonly publishedAt: null;
  readonly rating: null;
  readonly ratingEndsAt: null;
  readonly reopenEndsAt: null;
  readonly closedAt: null;
}

/** What every ticket starts its cycle with. */
export function freshCycle(policy: Pick<PolicySet, 'extensionsAllowed'>): FreshCycle {
  return {
    leadUnitId: null,
    officerId: null,
    coordinators: [],
    acceptBy: null,
    extensionsLeft: policy.extensionsAllowed,
    extensionAskedById: null,
    informationAsked: false,
    informationLapsed: false,
    pausedAt: null,
    answerProposedById: null,
    evidence: null,
    answerMode: null,
    answeredAt: null,
    publicationAskedById: null,
    publishedAt: null,
    rating: null,
    ratingEndsAt: null,
    reopenEndsAt: null,
    closedAt: null,
  };
}
