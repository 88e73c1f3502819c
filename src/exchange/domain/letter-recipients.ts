import type { DraftState } from '../../drafting/domain/draft.js';
import { hasRole, type Actor } from '../../kernel/actor.js';
import { fold } from '../../kernel/vietnamese.js';

/** Agencies that one letter may go to besides the one that it answers. */
export const MAX_RECIPIENTS = 100;

export interface Receiver {
  readonly code: string;
  readonly name: string;
}

/** Sealed, a letter leaves at once. */
const LEFT: readonly DraftState[] = ['done', 'withdrawn'];

/** Who writes a letter says where it goes as long as it may be changed, the registry until it leaves. */
export function mayChooseRecipients(
  actor: Actor,
  { state, mayEdit }: { readonly state: DraftState; readonly mayEdit: boolean },
): boolean {
  return !LEFT.includes(state) && (mayEdit || hasRole(actor, 'registryClerk'));
}

/**
 * Whether a letter names an agency among its recipients, who are written shorter than in the directory: `Sở Nội vụ` is `Sở Nội vụ thành phố Hải Phòng`.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 9.
 */
export function isNamedIn(agencyName: string, lines: readonly string[]): boolean {
  const name = words(agencyName);
  return lines.map(words).some((line) => line !== ' ' && (line.includes(name) || name.startsWith(line)));
}

/** Between blanks, so that no word is taken for the beginning of another. */
function words(text: string): string {
  const parts = fold(text.replace(/\([^)]*\)/gu, '')).split(/[^\p{L}\p{N}]+/u);
  return ` ${parts.filter((word) => word !== '').join(' ')} `;
}
