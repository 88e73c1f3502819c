import { awaitsNumber } from '../../../documents/domain/arrival/arrival-number.js';
import { hasRole, type Actor } from '../../../kernel/actor.js';
import { DomainError } from '../../../kernel/domain-error.js';
import type { TextLengths } from '../required-text.js';
import type { SharedTicket } from './shared-matter.js';

/** What may be made of a document that the hotline sends about feedback that has its ticket. */
export const FURTHER_DECISIONS = ['attached', 'reopened', 'opened'] as const;

export type FurtherDecision = (typeof FURTHER_DECISIONS)[number];

/** Of why it was decided so; where the ticket is reopened, what the citizen says is not settled. */
export const FURTHER_REASON: TextLengths = { shortest: 20, longest: 2000 };

export const FURTHER_WORDS: Readonly<Record<FurtherDecision, string>> = {
  attached: 'Lưu kèm phiếu, không giải quyết lại',
  reopened: 'Mở lại phiếu',
  opened: 'Mở thành phiếu mới',
};

/** Decisions with which the document shares what becomes of the ticket. */
export const SHARING: readonly FurtherDecision[] = ['attached', 'reopened'];

/** The desk says what becomes of a document that came too late for its ticket. */
export function settlesFurtherDocuments(actor: Actor): boolean {
  return hasRole(actor, 'registryClerk');
}

/** What is said where a ticket is not reopened for its own sender. */
export const OWN_SENDER_ENDED =
  'Việc của người phản ánh ở phiếu này đã kết thúc riêng nên không mở lại phiếu cho người đó: mở thành phiếu mới, hoặc lưu kèm phiếu này.';

/** Whose matter ended alone would hear nothing of a ticket that is reopened; those for whom it was answered did not ask for it. */
export function reopensForSender({ ownEnd }: Pick<SharedTicket, 'ownEnd'>): boolean {
  return ownEnd === null;
}

/** @throws DomainError `ticket-act-barred` */
export function requireReopensForSender(ticket: Pick<SharedTicket, 'ownEnd'>): void {
  if (!reopensForSender(ticket))
    throw new DomainError('ticket-act-barred', { act: 'reopen', message: OWN_SENDER_ENDED });
}

/** Those who say what becomes of such a document, or watch over it. */
export function readsUndecided(actor: Actor): boolean {
  return hasRole(actor, 'registryClerk', 'leader', 'supervisor');
}

/**
 * Whether what a document says may be read where its old ticket is read. While it is undecided nobody has said whom it is about, so it may be the unit
 * that has the old ticket; once it has a ticket of its own, that one alone says who reads it.
 *
 * Source: Nghị định 154/2026/NĐ-CP, Điều 12 khoản 2.
 */
export function readsFurther(actor: Actor, decision: FurtherDecision | null): boolean {
  return decision === null ? readsUndecided(actor) : SHARING.includes(decision);
}

/** Of the hotline's number; the rest is for the document that tells two tickets of one number apart. */
const NUMBER_LONGEST = 70;

/** So much of an id is unlike any other's. */
const ID_SHOWN = 8;

/**
 * The hotline's number for a further ticket under it, unlike any other: `1022-20261125-0007 (số đến 45/2026)`; of a document that waits for its number, by the
 * document itself.
 */
export function furtherCode(
  hotlineCode: string,
  { id, arrivalNumber, year }: { readonly id: string; readonly arrivalNumber: number; readonly year: number },
): string {
  const document = awaitsNumber({ arrivalNumber })
    ? `văn bản ${id.slice(0, ID_SHOWN)}`
    : `số đến ${String(arrivalNumber)}`;
  return `${hotlineCode.slice(0, NUMBER_LONGEST)} (${document}/${String(year)})`;
}
