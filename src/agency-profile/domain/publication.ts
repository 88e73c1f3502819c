import type { CivilDate } from '../../kernel/civil-date.js';
import { isCivilDate } from '../../kernel/civil-date.js';
import type { Flaw } from '../../law/policy-draft.js';
import { agencyProfileFlaws, type AgencyProfile } from './agency-profile.js';

/** Shorter reasons say nothing to a reader in two years. */
export const MIN_REASON_LENGTH = 10;
export const MAX_REASON_LENGTH = 1000;

/** New facts as somebody wrote them. */
export interface AgencyProfilePublication {
  readonly facts: AgencyProfile;
  /** The first day, as typed. */
  readonly validFrom: string;
  /** What was decided, by whom, when; stands beside the version for good. */
  readonly reason: string;
}

/** Why a new profile cannot be published: wrong facts, a first day that is invalid or past, no reason. */
export function publicationFlaws(
  { facts, validFrom, reason }: AgencyProfilePublication,
  today: CivilDate,
): readonly Flaw[] {
  return [...agencyProfileFlaws(facts), ...dayFlaws(validFrom, today), ...reasonFlaws(reason)];
}

/** A day that is over would change what documents should have said that have left the agency. */
export function dayFlaws(validFrom: string, today: CivilDate): readonly Flaw[] {
  if (!isCivilDate(validFrom))
    return [{ field: 'validFrom', sentence: 'Ghi ngày bắt đầu dùng có thật, như 05/03/2026.' }];
  return validFrom < today
    ? [{ field: 'validFrom', sentence: 'Ngày bắt đầu dùng đã qua; chọn từ hôm nay trở đi.' }]
    : [];
}

/** @param field its name on the form @param ask what to write, as the sentence begins */
export function reasonFlaws(reason: string, field = 'reason', ask = 'Ghi căn cứ, lý do'): readonly Flaw[] {
  const { length } = reason.trim();
  if (length < MIN_REASON_LENGTH) {
    return [{ field, sentence: `${ask}: cần từ ${MIN_REASON_LENGTH} ký tự, hiện có ${length}.` }];
  }
  return length > MAX_REASON_LENGTH
    ? [{ field, sentence: `Lý do dài quá ${MAX_REASON_LENGTH} ký tự; rút ngắn lại.` }]
    : [];
}
