import type { Actor } from '../../../kernel/actor.js';
import { identityOf, type IdentityInView } from '../../domain/identity/identity.js';
import type { TextFor } from '../../domain/identity/secrecy.js';
import type { Sender } from '../../domain/identity/sender.js';
import type { TicketEntity } from '../../persistence/tickets.entities.js';
import type { Visibility } from './ticket-visibility.js';

/** What of a ticket's row goes to nobody as it stands: who sent it, and every text that may name people. */
type Unread = keyof Sender | 'phoneKey' | 'folded' | 'words' | 'subject' | 'place' | 'hotlineCategory' | 'latest';

/** `heardAt` is for the counts of supervision alone. */
type Facts = Readonly<Omit<TicketEntity, Unread | 'heardAt'>>;

/** A ticket as one person may read it. */
export interface SeenTicket extends Facts {
  readonly subject: string;
  readonly place: string;
  /** The category as the sender's side named it. */
  readonly hotlineCategory: string;
  /** The latest thing that happened. */
  readonly latest: string;
  /** The citizen's words, and whether something was taken out of them. */
  readonly words: { readonly text: string; readonly redacted: boolean };
  readonly sender: IdentityInView;
  /** How this person reads what else is written about it; where it is redacted, this person's unit opens no file of the sender. */
  readonly text: TextFor;
}

/** The only way from a row to a reader. A new column reaches nobody until it is named here. */
export function seenTicket(actor: Actor, ticket: TicketEntity, { hiding, text }: Visibility): SeenTicket {
  const { redacted, ofCitizen } = text;
  return {
    ...factsOf(ticket),
    subject: ofCitizen(ticket.subject),
    place: ofCitizen(ticket.place),
    hotlineCategory: ofCitizen(ticket.hotlineCategory),
    latest: ofCitizen(ticket.latest),
    words: { text: ofCitizen(ticket.words), redacted },
    sender: identityOf(actor, ticket, hiding),
    text,
  };
}

function factsOf(ticket: TicketEntity): Facts {
  const { id, code, hotlineCode, incomingDocumentId, state, open, nature, kind, level, channel, category, complete } =
    ticket;
  const { keepSecret, anonymous, complainedUnitId, aboutNoUnitAt, splitFromId, mergedIntoId, ownEnd, takenById } =
    ticket;
  const { policyVersion, startedAt, dueAt, legalEndAt, leadUnitId, officerId, coordinators, acceptBy, cycle } = ticket;
  const { extensionsLeft, extensionAskedById, informationAsked, informationLapsed, pausedAt } = ticket;
  const { answerProposedById, evidence, answerMode, answeredAt, publicationAskedById, publishedAt } = ticket;
  const { rating, ratingEndsAt, reopenEndsAt, reopeningsLeft, closedAt, createdAt, version } = ticket;
  return {
    id,
    code,
    hotlineCode,
    incomingDocumentId,
    state,
    open,
    nature,
    kind,
    level,
    channel,
    category,
    complete,
    keepSecret,
    anonymous,
    complainedUnitId,
    aboutNoUnitAt,
    splitFromId,
    mergedIntoId,
    ownEnd,
    takenById,
    policyVersion,
    startedAt,
    dueAt,
    legalEndAt,
    leadUnitId,
    officerId,
    coordinators,
    acceptBy,
    cycle,
    extensionsLeft,
    extensionAskedById,
    informationAsked,
    informationLapsed,
    pausedAt,
    answerProposedById,
    evidence,
    answerMode,
    answeredAt,
    publicationAskedById,
    publishedAt,
    rating,
    ratingEndsAt,
    reopenEndsAt,
    reopeningsLeft,
    closedAt,
    createdAt,
    version,
  };
}
