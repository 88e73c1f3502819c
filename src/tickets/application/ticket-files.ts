import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { readsUndecided } from '../domain/intake/further-document.js';
import type { TicketFileEntity } from '../persistence/life.entities.js';
import { TicketLife } from '../persistence/ticket-life.js';
import { TicketQueries } from '../persistence/ticket-queries.js';
import { TicketVisibility } from './reading/ticket-visibility.js';

/** What a person may do with the files of a document: those of the sender stay closed to the unit they may be about. */
export type LetterAccess = 'noTicket' | 'none' | 'withoutSender' | 'whole';

/** Says which files of a ticket and of its document a person may open. */
@Injectable()
export class TicketFiles {
  constructor(
    private readonly tickets: TicketQueries,
    private readonly life: TicketLife,
    private readonly visibility: TicketVisibility,
  ) {}

  /** What proves a ticket's facts; null where it is not for this person. */
  async evidence(actor: Actor, fileId: string): Promise<TicketFileEntity | null> {
    const file = await this.life.evidenceFile(fileId);
    const ticket = file && (await this.tickets.byId(file.ticketId));
    return ticket !== null && (await this.visibility.of(actor, ticket)).sees ? file : null;
  }

  /** What a caller or visitor brought; it may show who wrote. Null where it is not for this person. */
  async brought(actor: Actor, fileId: string): Promise<TicketFileEntity | null> {
    const file = await this.life.broughtFile(fileId);
    const ticket = file && (await this.tickets.byId(file.ticketId));
    if (ticket === null) return null;
    const { sees, hiding } = await this.visibility.of(actor, ticket);
    return sees && hiding === null ? file : null;
  }

  /**
   * A document may have several tickets, parts of one letter with different units: seeing any of them is enough for what came with it, but what hides
   * the sender in one hides it in all. While nobody has said what becomes of a further document, it stays with the desk.
   */
  async ofDocument(actor: Actor, documentId: string): Promise<LetterAccess> {
    if (!readsUndecided(actor) && (await this.tickets.isUndecided(documentId))) return 'none';
    const tickets = await this.tickets.aboutDocument(documentId);
    if (tickets.length === 0) return 'noTicket';
    const visibilities = [...(await this.visibility.ofAll(actor, tickets)).values()];
    if (!visibilities.some(({ sees }) => sees)) return 'none';
    return visibilities.some(({ hiding }) => hiding !== null) ? 'withoutSender' : 'whole';
  }

  /** Names of those who sent a document, to find them where they must not be read. */
  async sendersOf(documentId: string): Promise<readonly string[]> {
    return (await this.tickets.aboutDocument(documentId)).map(({ senderName }) => senderName);
  }
}
