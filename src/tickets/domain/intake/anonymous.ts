import type { AnonymityRule, Category, PolicySet } from '../../../law/index.js';
import { isPersonName } from '../../../privacy/domain/person-name.js';

/** What the hotline or a clerk recorded about the sender of feedback; a missing field is not known. */
export interface SenderGiven {
  readonly name?: string | null;
  readonly phone?: string | null;
  readonly email?: string | null;
}

/** What must be known of a sender before anybody can answer them. */
export type SenderLack = 'name' | 'contact';

/** The shortest telephone number that reaches a person in Việt Nam, without its area code. */
const MIN_PHONE_LENGTH = 7;

/**
 * What is missing before a sender counts as known: a name, and one way to reach them, by phone or by e-mail.
 *
 * Source: Nghị định 20/2008/NĐ-CP, Điều 7 khoản 1 and Điều 9 khoản 1 điểm d.
 */
export function senderLacks({ name, phone, email }: SenderGiven): readonly SenderLack[] {
  const digits = (phone ?? '').replace(/\D/gu, '');
  const reachable = digits.length >= MIN_PHONE_LENGTH || (email ?? '').includes('@');
  return [...(isPersonName(name ?? '') ? [] : (['name'] as const)), ...(reachable ? [] : (['contact'] as const))];
}

export function isAnonymous(sender: SenderGiven): boolean {
  return senderLacks(sender).length > 0;
}

/**
 * What becomes of feedback whose sender may be unknown: a known sender is always accepted, an unknown one as the category
 * says. `acceptWithoutReply` = the matter is handled and nobody is answered.
 */
export function anonymousOutcome(
  policy: Pick<PolicySet, 'categories'>,
  category: Category,
  sender: SenderGiven,
): AnonymityRule {
  return isAnonymous(sender) ? policy.categories[category].anonymous : 'accept';
}
