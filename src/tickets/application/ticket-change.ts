import type { TicketEntity } from '../persistence/tickets.entities.js';

/** What an act changes in a ticket's row; its state follows from the table. */
export type TicketChange = Partial<
  Omit<TicketEntity, 'id' | 'code' | 'words' | 'state' | 'open' | 'latest' | 'heardAt' | 'version'>
>;

/**
 * Which facts of a ticket stand in the journal with their value. It is kept for ever and cannot be corrected, so that what a citizen wrote, and who it
 * was, never stands there: of those facts it says only that they changed. A new column does not compile until it is here.
 */
const MAY_STAND: Readonly<Record<keyof TicketChange, boolean>> = {
  hotlineCode: true,
  incomingDocumentId: true,
  nature: true,
  kind: true,
  level: true,
  channel: true,
  category: true,
  hotlineCategory: false,
  subject: false,
  place: false,
  senderName: false,
  senderPhone: false,
  senderEmail: false,
  senderAddress: false,
  phoneKey: false,
  folded: false,
  keepSecret: true,
  anonymous: true,
  complainedUnitId: true,
  aboutNoUnitAt: true,
  splitFromId: true,
  mergedIntoId: true,
  ownEnd: true,
  takenById: true,
  complete: true,
  policyVersion: true,
  startedAt: true,
  dueAt: true,
  legalEndAt: true,
  leadUnitId: true,
  officerId: true,
  coordinators: true,
  acceptBy: true,
  cycle: true,
  extensionsLeft: true,
  extensionAskedById: true,
  informationAsked: true,
  informationLapsed: true,
  pausedAt: true,
  answerProposedById: true,
  evidence: true,
  answerMode: true,
  answeredAt: true,
  publicationAskedById: true,
  publishedAt: true,
  rating: true,
  ratingEndsAt: true,
  reopenEndsAt: true,
  reopeningsLeft: true,
  closedAt: true,
  createdAt: true,
};

/** A change as the journal keeps it: facts with their values, and of personal text the names of what changed. */
export function journalled(change: TicketChange): Readonly<Record<string, unknown>> {
  const names = Object.keys(change).filter(isFact);
  const withheld = names.filter((name) => !MAY_STAND[name]);
  const facts = Object.fromEntries(names.filter((name) => MAY_STAND[name]).map((name) => [name, change[name]]));
  return withheld.length === 0 ? facts : { ...facts, changed: withheld };
}

function isFact(name: string): name is keyof TicketChange {
  return Object.hasOwn(MAY_STAND, name);
}
