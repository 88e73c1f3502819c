import { hasHandIn, type Actor } from '../../../kernel/actor.js';
import { DomainError } from '../../../kernel/domain-error.js';
import type { CoordinationAsk } from '../coordination.js';
import { barrierOf } from '../deadlines/policy.js';
import type { Attempt, TicketInView } from '../guards.js';
import type { TextFor } from '../identity/secrecy.js';
import type { Rejection, Return } from '../refusal.js';
import type { OutgoingText } from '../reply/outgoing.js';
import type { ProposedAct } from './who-decides.js';

/** proposed: waits for a leader · decided: done as proposed · refused, withdrawn: not done · overtaken: the ticket moved on before a decision. */
export const PROPOSED_STATES = ['proposed', 'decided', 'refused', 'withdrawn', 'overtaken'] as const;

export type ProposedState = (typeof PROPOSED_STATES)[number];

/** Who is to handle a ticket, with a draft of the leader's directive. */
export interface ProposedAssignment {
  readonly unitId: string;
  readonly officerId: string;
  readonly directive?: string;
  readonly coordinators?: readonly CoordinationAsk[];
}

/** The complete act that a leader decides on; once agreed, it is carried out without further input. */
export type ProposedWish =
  | { readonly act: 'return'; readonly given: Return }
  | { readonly act: 'reject'; readonly given: Rejection }
  | { readonly act: 'rejectUnfounded'; readonly given: OutgoingText }
  | { readonly act: 'assign'; readonly given: ProposedAssignment };

/** Lengths of the reason for a refusal. */
export const REFUSED_PROPOSAL = { shortest: 5, longest: 1000 } as const;

/** @throws DomainError `changed-meanwhile` once it is decided, or the ticket has moved on */
export function requireProposed({ id, state }: { readonly id: string; readonly state: ProposedState }): void {
  if (state !== 'proposed') throw new DomainError('changed-meanwhile', { what: 'proposedDecision', id });
}

/** Who proposed something, and in whose place. */
export interface Proposers {
  readonly proposedById: string;
  readonly proposedForId: string | null;
}

/** The proposer does not decide on the proposal, nor do their principal and their substitute. */
export function hasProposed(actor: Actor, { proposedById, proposedForId }: Proposers): boolean {
  return hasHandIn(actor, proposedById, proposedForId);
}

/** @throws DomainError `ticket-act-barred` for who has a hand in the proposal */
export function requireOther(actor: Actor, proposers: Proposers): void {
  if (!hasProposed(actor, proposers)) return;
  throw new DomainError('ticket-act-barred', {
    message: 'Người đề xuất không tự quyết định; lãnh đạo khác hoặc người khác được ủy quyền quyết định.',
  });
}

/** Nobody agrees to words that are withheld from them. @throws DomainError `ticket-act-barred` */
export function requireReadWhole({ whole }: Pick<TextFor, 'whole'>): void {
  if (whole) return;
  throw new DomainError('ticket-act-barred', {
    message:
      'Nội dung có phần được giữ bí mật với bạn nên không đồng ý ở đây được. Mở phiếu để xem và quyết định tại phiếu.',
  });
}

interface Stood extends TicketInView {
  readonly cycle: number;
}

/** A ticket as it stands after an act. */
interface Moved extends Omit<Attempt, 'parties'> {
  readonly ticket: Stood;
}

/** Whether a ticket has changed so that the proposed act is no longer possible, or has another lead unit or cycle. */
export function isOvertaken(act: ProposedAct, before: Stood, after: Moved): boolean {
  const { leadUnitId, cycle } = after.ticket;
  const isElsewhere = before.leadUnitId !== leadUnitId || before.cycle !== cycle;
  return isElsewhere || barrierOf(act, { ...after, parties: ['leader'] }) !== null;
}
