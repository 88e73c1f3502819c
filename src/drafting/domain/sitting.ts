import type { Actor } from '../../kernel/actor.js';
import { canonicalJson } from '../../kernel/canonical-json.js';
import { sha256Of } from '../../kernel/sha256.js';

/** How long somebody may pause; what they write afterwards is a revision of its own. */
const MAX_PAUSE_MS = 30 * 60_000;

const MARK_LENGTH = 16;

/** The largest number of a turn: person, page and turn have sixty characters. */
export const MAX_TURN = 999_999_999;

/** Between the person, the page and the turn; none contains it. */
const SEPARATOR = '.';

/** The present revision of a draft, as far as its sitting goes. */
export interface SittingRevision {
  /** Who writes it, on which page and in which turn, while the form saves it by itself; null once the revision stands. */
  readonly sitting: string | null;
  readonly savedAt: Date;
}

/** An opened form. */
export interface OpenedForm {
  /** What its page calls itself; null where it has no scripts. */
  readonly page: string | null;
  /** How many times it has been sent from there, with this time. */
  readonly turn: number;
}

/** Somebody, in the place in which they act, at a form that they opened. A page that was opened anew is the same sitting of the same person. */
export function sittingAt({ id, onBehalfOf }: Pick<Actor, 'id' | 'onBehalfOf'>, { page, turn }: OpenedForm): string {
  const person = sha256Of(`sitting:${id}:${onBehalfOf?.id ?? ''}`).slice(0, MARK_LENGTH);
  return [person, page ?? '', String(turn)].join(SEPARATOR);
}

/** Whether what is saved now belongs to the revision that the form has begun: of one person in one sitting there is one revision. */
export function goesOn({ sitting, savedAt }: SittingRevision, mine: string, now: Date): boolean {
  const pause = now.getTime() - savedAt.getTime();
  return sitting !== null && personOf(sitting) === personOf(mine) && pause <= MAX_PAUSE_MS;
}

/**
 * Whether the page itself wrote the present revision, in an earlier turn: its answer may have been lost on the way, and there is nothing that it has not
 * seen. An earlier turn that comes late is older than what stands.
 */
export function wroteIt({ sitting }: Pick<SittingRevision, 'sitting'>, mine: string): boolean {
  if (sitting === null) return false;
  const [present, asking] = [partsOf(sitting), partsOf(mine)];
  const isSamePage = asking.page !== '' && present.person === asking.person && present.page === asking.page;
  return isSamePage && asking.turn > present.turn;
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

function personOf(sitting: string): string {
  return partsOf(sitting).person;
}

function partsOf(sitting: string): { readonly person: string; readonly page: string; readonly turn: number } {
  const [person = '', page = '', turn = '0'] = sitting.split(SEPARATOR);
  return { person, page, turn: Number(turn) };
}
