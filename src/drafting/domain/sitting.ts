import type { Actor } from '../../kernel/actor.js';
import { canonicalJson } from '../../kernel/canonical-json.js';
import { sha256Of } from '../../kernel/sha256.js';

/** How long somebody may pause; what they write afterwards is a revision of its own. */
const MAX_PAUSE_MS = 30 * 60_000;

const MARK_LENGTH = 16;

/** Between the person and the page; neither contains it. */
const SEPARATOR = '.';

/** The present revision of a draft, as far as its sitting goes. */
export interface SittingRevision {
  /** Who writes it and on which page, while the form saves it by itself; null once the revision stands. */
  readonly sitting: string | null;
  readonly savedAt: Date;
}

/**
 * Somebody, in the place in which they act, at a form that they opened. A page that was opened anew is the same sitting of the same person.
 *
 * @param page what the opened page calls itself; null where it has no scripts
 */
export function sittingAt({ id, onBehalfOf }: Pick<Actor, 'id' | 'onBehalfOf'>, page: string | null): string {
  const person = sha256Of(`sitting:${id}:${onBehalfOf?.id ?? ''}`).slice(0, MARK_LENGTH);
  return `${person}${SEPARATOR}${page ?? ''}`;
}

/** Whether what is saved now belongs to the revision that the form has begun: of one person in one sitting there is one revision. */
export function goesOn({ sitting, savedAt }: SittingRevision, mine: string, now: Date): boolean {
  const pause = now.getTime() - savedAt.getTime();
  return sitting !== null && personOf(sitting) === personOf(mine) && pause <= MAX_PAUSE_MS;
}

/** Whether the page itself wrote the present revision: its answer may have been lost on the way, and there is nothing that it has not seen. */
export function wroteIt({ sitting }: Pick<SittingRevision, 'sitting'>, mine: string): boolean {
  return sitting === mine && !mine.endsWith(SEPARATOR);
}

/** What a form says of a letter. */
export interface WrittenForm {
  readonly fields: object;
  readonly signerId: string;
  readonly reason: string | null;
}

/** Whether a form says what stands already; an empty reason takes none back. */
export function saysNothingNew(present: WrittenForm, { fields, signerId, reason }: WrittenForm): boolean {
  const why = reason?.trim() ?? '';
  const isSameReason = why === '' || why === present.reason;
  return isSameReason && signerId === present.signerId && canonicalJson(fields) === canonicalJson(present.fields);
}

function personOf(sitting: string): string | undefined {
  return sitting.split(SEPARATOR, 1)[0];
}
