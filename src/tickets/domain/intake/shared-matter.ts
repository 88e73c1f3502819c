/** How the matter of one sender may end while the ticket goes on for others. */
export const OWN_ENDS = ['withdrawn', 'rejected'] as const;

export type OwnEnd = (typeof OWN_ENDS)[number];

/** What must be known of a ticket to tell who waits for it. */
export interface SharedTicket {
  readonly code: string;
  readonly incomingDocumentId: string;
  readonly ownEnd: OwnEnd | null;
}

/**
 * The tickets whose senders hear what becomes of one: itself, then those merged into it, without those whose matter ended by itself. A letter answers the
 * document of the first; the others hear where.
 *
 * @param merged in the order of their codes
 */
export function waiting<Shared extends SharedTicket>(ticket: Shared, merged: readonly Shared[]): readonly Shared[] {
  return [ticket, ...merged].filter(({ ownEnd }) => ownEnd === null);
}

/**
 * The codes by which those know their feedback to whom a letter is addressed: the ticket's own sender, or, where that one left, those for whom it goes on.
 *
 * @param senders the tickets whose senders still wait
 */
export function addressedCodes(
  ticket: Pick<SharedTicket, 'ownEnd'> & Coded,
  senders: readonly Coded[],
): readonly string[] {
  return ticket.ownEnd === null || senders.length === 0 ? [toldCode(ticket)] : senders.map(toldCode);
}

interface Coded {
  readonly code: string;
  readonly hotlineCode: string | null;
}

/** The code that a sender was told: the hotline's where it took the feedback, otherwise ours. */
function toldCode({ code, hotlineCode }: Coded): string {
  return hotlineCode ?? code;
}

/** The merged tickets through which somebody else than the ticket's own sender waits for it. */
export function othersWaiting<Merged extends SharedTicket>(
  { incomingDocumentId }: SharedTicket,
  merged: readonly Merged[],
): readonly Merged[] {
  return merged.filter((one) => one.ownEnd === null && one.incomingDocumentId !== incomingDocumentId);
}
