import { teaches, type UnitKind } from '../../organisation/domain/functions.js';
import { clean } from '../../kernel/vietnamese.js';
import type { TextLengths } from './required-text.js';
import { TICKET_ACTS } from './ticket-acts.js';
import type { Nature, TicketState } from './ticket-state.js';

/** Of the name and of the position of who answers for a unit. */
export const ANSWERER_LENGTHS: TextLengths = { shortest: 2, longest: 80 };

const PATH = '/tra-loi/';

/** Whether units of this kind may be asked without an account: those outside the department's headquarters. */
export function mayAnswerByPage(kind: UnitKind): boolean {
  return teaches(kind) || kind === 'communeDivision';
}

export function answerPageAddress(publicUrl: string, secret: string): string {
  return `${publicUrl.replace(/\/$/u, '')}${PATH}${secret}`;
}

/** A page and the request behind it, as its standing is told by them. */
export interface AnswerPageInView {
  /** The end of the request: it moves when the request is counted again. */
  readonly endsAt: Date;
  readonly answeredAt: Date | null;
  readonly revokedAt: Date | null;
  /** When the request ended, by whatever. */
  readonly requestEndedAt: Date | null;
  readonly ofPresentCycle: boolean;
  readonly ticketState: TicketState;
  readonly nature: Nature;
}

/**
 * What a page offers to the holder of its address. `open`: it takes the answer. `answered`: it shows the answer, until its end or until the matter
 * turns out to be a petition. `past`: it was answered, and is no longer shown. `late`: its time passed without an answer. `revoked`: it was taken back. `settled`: the answer is no longer needed.
 */
export type AnswerPageStanding = 'open' | 'answered' | 'past' | 'late' | 'revoked' | 'settled';

/** Only the holder of the address learns the standing: an address that was never issued has none. */
export function answerPageStanding(page: AnswerPageInView, now: Date): AnswerPageStanding {
  const isOver = page.endsAt <= now;
  if (page.answeredAt !== null) return isOver || page.nature !== 'feedback' ? 'past' : 'answered';
  if (page.revokedAt !== null) return 'revoked';
  if (isOver) return 'late';
  return isWaitedFor(page) ? 'open' : 'settled';
}

/** What turned out to be a petition is no longer shown outside. */
function isWaitedFor({ requestEndedAt, ofPresentCycle, ticketState, nature }: AnswerPageInView): boolean {
  const takesReplies = TICKET_ACTS.coordinate.moves[ticketState] !== undefined;
  return requestEndedAt === null && ofPresentCycle && takesReplies && nature === 'feedback';
}

/** What is said in an answer; files by their contents. */
export interface SaidInAnswer {
  readonly name: string;
  readonly position: string;
  readonly reply: string;
  readonly files: readonly string[];
}

/** Whether two answers say the same, as their texts are kept, with the same files. */
export function isSameAnswer(one: SaidInAnswer, other: SaidInAnswer): boolean {
  return wholeOf(one) === wholeOf(other);
}

function wholeOf({ name, position, reply, files }: SaidInAnswer): string {
  return JSON.stringify([...[name, position, reply].map((text) => clean(text).trim()), files.toSorted()]);
}

export const ANSWER_PAGE_MAILS = ['none', 'waiting', 'sent', 'refused'] as const;

/** Whether the address of a page also goes by mail, and how that went. */
export type AnswerPageMail = (typeof ANSWER_PAGE_MAILS)[number];
