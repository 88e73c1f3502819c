import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Dispatches } from '../../exchange/index.js';
import { finalStatus, finalWords, outcomeOf } from '../domain/reply/document-outcome.js';
import { withoutPeople, withoutSender, type Sender } from '../domain/identity/sender.js';
import { wordsToHotline } from '../domain/reply/told-outside.js';
import type { HotlineStatus } from '../domain/ticket-acts.js';
import type { TicketEntity } from '../persistence/tickets.entities.js';
import { broughtBy, documentsOf, mattersOf, mergedInto, type DocumentMatters } from './intake/document-matters.js';

export interface HotlineWord {
  readonly status: HotlineStatus;
  /** What the citizen or the hotline's operator reads. */
  readonly description: string;
  /** What those read whose ticket was merged into this one; left out where it is the same. */
  readonly elsewhere?: string;
  /** The course line that the word belongs to: enqueued once for each. */
  readonly lineId: string;
}

type Told = Sender & Pick<TicketEntity, 'id' | 'code' | 'incomingDocumentId' | 'ownEnd' | 'phoneKey' | 'nature'>;

/**
 * Enqueues what the citizens behind a ticket hear: its own sender and those of all tickets merged into it, each document once, until their matter ends.
 * Feedback that did not come through the hotline is answered by the agency itself, so nothing is enqueued for it.
 *
 * What we say about a ticket is written for the first sender who waits for it, whose document a letter answers: the others read it without people, unless
 * they wrote from the same telephone.
 *
 * The last status about a document, 02 or 06, follows its last matter: while others of the same document go on, the end of one is a 05.
 */
@Injectable()
export class TellHotline {
  constructor(private readonly dispatches: Dispatches) {}

  /** @returns the documents whose senders hear it */
  async tell(tx: EntityManager, ticket: Told, word: HotlineWord): Promise<readonly string[]> {
    const behind = [ticket, ...(await mergedInto(tx, ticket.id))];
    const documents = await documentsOf(tx, ticket);
    const [{ ticket: addressee } = { ticket }] = documents;
    const { elsewhere = word.description, ...first } = word;
    for (const [place, { id, ticket: hearer }] of documents.entries()) {
      const description = wordsFor(hearer, { addressee, behind }, place === 0 ? word.description : elsewhere);
      await this.tellAbout(tx, id, { ticket, word: { ...first, description } });
    }
    return documents.map(({ id }) => id);
  }

  /** Takes a word back that still waits behind another job. @returns false where it was sent, or may have been */
  async retract(tx: EntityManager, { incomingDocumentId: id }: Told, lineId: string): Promise<boolean> {
    return this.dispatches.retract(
      tx,
      { id },
      STATUSES.map((status) => `${status}-${lineId}`),
    );
  }

  /** What the ticket's own sender hears alone, about each document that sender brought. */
  async tellOwn(tx: EntityManager, ticket: Told, word: HotlineWord): Promise<void> {
    for (const { id } of await broughtBy(tx, [ticket])) await this.tellAbout(tx, id, { ticket, word });
  }

  /** What the senders of one document hear alone. */
  async tellAbout(
    tx: EntityManager,
    id: string,
    { ticket, word }: { readonly ticket: Told; readonly word: HotlineWord },
  ): Promise<void> {
    const matters = await mattersOf(tx, id);
    if (!matters.tickets.some(({ hotlineCode }) => hotlineCode !== null)) return;
    const { lineId } = word;
    const description = wordsToHotline(ticket, word.description);
    const status = statusAbout(word.status, ticket, matters);
    await this.dispatches.status(tx, { id }, { status, description, key: `${status}-${lineId}` });
    if (status !== word.status && isFinal(word.status)) await this.tellEnd(tx, id, matters, lineId);
  }

  /** The end of a document of several matters; not while a letter that answers one of them is on its way. */
  private async tellEnd(tx: EntityManager, id: string, { carriers }: DocumentMatters, lineId: string): Promise<void> {
    const outcome = outcomeOf(carriers);
    if (outcome === null) return;
    const answered = carriers.map(({ documentId }) => documentId);
    if (await this.dispatches.isLetterOnItsWay(tx, answered)) return;
    const status = finalStatus(outcome);
    await this.dispatches.status(tx, { id }, { status, description: finalWords(carriers), key: `${status}-${lineId}` });
  }
}

/** By which a word of one line may have been enqueued. */
const STATUSES: readonly HotlineStatus[] = ['04', '05'];

/** Words written for one of the senders behind a ticket, as another of them hears them. */
function wordsFor(
  hearer: Told,
  { addressee, behind }: { readonly addressee: Told; readonly behind: readonly Told[] },
  words: string,
): string {
  if (isSameSender(hearer, addressee)) return words;
  return behind
    .filter((one) => !isSameSender(one, hearer))
    .reduce((text, one) => withoutSender(text, one), withoutPeople(words, addressee));
}

function isSameSender(one: Told, other: Told): boolean {
  const samePhone = one.phoneKey !== '' && one.phoneKey === other.phoneKey;
  return samePhone || one.incomingDocumentId === other.incomingDocumentId;
}

function isFinal(status: HotlineStatus): boolean {
  return status === '02' || status === '06';
}

/** One matter of several does not speak for the whole document; that it was handed out, the whole alone says. */
function statusAbout(status: HotlineStatus, ticket: Told, { tickets, carriers }: DocumentMatters): HotlineStatus {
  if (isFinal(status)) return carriers.length === 1 ? status : '05';
  if (status === '05') return status;
  const whole = tickets.find(({ splitFromId }) => splitFromId === null);
  return whole?.id === ticket.id || whole?.mergedIntoId === ticket.id ? status : '05';
}
