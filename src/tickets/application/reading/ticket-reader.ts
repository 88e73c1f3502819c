import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { inTurns, stepsOf } from '../../../kernel/turns.js';
import { NameQueries } from '../../../organisation/index.js';
import { whereAny } from '../../../platform/database/counts-together.js';
import { Database } from '../../../platform/database/database.js';
import { sql } from '../../../platform/database/sql.js';
import { FurtherDocumentEntity } from '../../persistence/further-document.entity.js';
import { NearTickets } from '../../persistence/near-tickets.js';
import { TicketLife, type LifeOfTicket } from '../../persistence/ticket-life.js';
import { TicketQueries } from '../../persistence/ticket-queries.js';
import type { SignedLetter } from '../../domain/reply/release-owed.js';
import {
  TicketEntity,
  type TicketAssignmentEntity,
  type TicketDeadlineEntity,
  type TicketEntryEntity,
} from '../../persistence/tickets.entities.js';
import { answeredDocument } from '../intake/document-matters.js';
import { Authorship } from './authorship.js';
import { seenFurther, type SeenFurther } from './seen-further.js';
import { seenFiles, seenLife, type SeenFile, type SeenLife } from './seen-life.js';
import { seenLine, type SeenLine } from './seen-line.js';
import { seenTicket, type SeenTicket } from './seen-ticket.js';
import { TicketVisibility, VISIBILITY_FACTS, type Visibility } from './ticket-visibility.js';
import { uninformedAuthors } from './uninformed-authors.js';

/** What everybody who reads the registers may know of a document's ticket; its words stay behind. */
export interface TicketOfDocument extends Readonly<
  Pick<
    TicketEntity,
    | 'id'
    | 'code'
    | 'incomingDocumentId'
    | 'state'
    | 'leadUnitId'
    | 'officerId'
    | 'dueAt'
    | 'legalEndAt'
    | 'pausedAt'
    | 'answeredAt'
    | 'closedAt'
  >
> {
  /** Whether this person may open it. */
  readonly seen: boolean;
}

/** The columns of those. */
const SHOWN_OF_DOCUMENTS = {
  id: true,
  code: true,
  incomingDocumentId: true,
  state: true,
  leadUnitId: true,
  officerId: true,
  dueAt: true,
  legalEndAt: true,
  pausedAt: true,
  answeredAt: true,
  closedAt: true,
};

/**
 * Reads tickets as one person may, and is the only way for pages, programs and files to do so: what this person may not see is not found, and every
 * text comes as this person gets it (docs/adr/0014-who-wrote.md).
 */
@Injectable()
export class TicketReader {
  constructor(
    private readonly tickets: TicketQueries,
    private readonly life: TicketLife,
    private readonly visibility: TicketVisibility,
    private readonly names: NameQueries,
    private readonly near: NearTickets,
    private readonly database: Database,
  ) {}

  /** @param idOrCode `PAKN.20260318.0001` as well @returns null when there is no such ticket for this person */
  async find(actor: Actor, idOrCode: string): Promise<SeenTicket | null> {
    const near = await this.near.toTickets([idOrCode]);
    const ticket = near.find(({ id }) => id === idOrCode);
    if (ticket === undefined) return this.seen(actor, await this.tickets.byCode(idOrCode));
    return seenBy(actor, ticket, await this.visibility.ofThose(actor, [ticket], near));
  }

  /** @throws DomainError `not-found`, also for those who may not see it */
  async one(actor: Actor, idOrCode: string): Promise<SeenTicket> {
    const ticket = await this.find(actor, idOrCode);
    if (ticket === null) throw new DomainError('not-found', { what: 'ticket' });
    return ticket;
  }

  async byHotlineCode(actor: Actor, hotlineCode: string): Promise<SeenTicket | null> {
    return this.seen(actor, await this.tickets.byHotlineCode(hotlineCode));
  }

  /** Of these the ones that this person may see. */
  async byIds(actor: Actor, ids: readonly string[]): Promise<readonly SeenTicket[]> {
    const near = await this.near.toTickets(ids);
    const asked = new Set(ids);
    const tickets = near.filter(({ id }) => asked.has(id));
    const visibilities = await this.visibility.ofThose(actor, tickets, near);
    return tickets.flatMap((ticket) => seenBy(actor, ticket, visibilities) ?? []);
  }

  /** Of these the ones that this person may see, each with its code. */
  async codesOfSeen(actor: Actor, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const near = await this.near.toTickets(ids, { ...VISIBILITY_FACTS, code: true });
    const asked = new Set(ids);
    const tickets = near.filter(({ id }) => asked.has(id));
    const visibilities = await this.visibility.ofThose(actor, tickets, near);
    const seen = tickets.filter(({ id }) => visibilities.get(id)?.sees === true);
    return new Map(seen.map(({ id, code }) => [id, code]));
  }

  /** The tickets of documents of the registers, without their words. */
  async ofDocuments(actor: Actor, documentIds: readonly string[]): Promise<readonly TicketOfDocument[]> {
    const near = await this.near.toDocuments(documentIds, { ...VISIBILITY_FACTS, ...SHOWN_OF_DOCUMENTS });
    const asked = new Set(documentIds);
    const tickets = near.filter(({ incomingDocumentId }) => asked.has(incomingDocumentId));
    const visibilities = await this.visibility.ofThose(actor, tickets, near);
    return tickets.map((ticket) => {
      const { id, code, incomingDocumentId, state, leadUnitId, officerId } = ticket;
      const { dueAt, legalEndAt, pausedAt, answeredAt, closedAt } = ticket;
      const seen = visibilities.get(id)?.sees === true;
      return {
        id,
        code,
        incomingDocumentId,
        state,
        leadUnitId,
        officerId,
        dueAt,
        legalEndAt,
        pausedAt,
        answeredAt,
        closedAt,
        seen,
      };
    });
  }

  /** The ticket's course, the last line first. */
  async courseOf(actor: Actor, ticket: SeenTicket): Promise<readonly SeenLine[]> {
    const lines = await this.tickets.entriesOf(ticket.id);
    const authorship = await this.authorship(actor, ticket, lines);
    return inTurns(stepsOf(lines, (line) => seenLine(line, ticket.text, authorship)));
  }

  /** The last line of its course. */
  async latestOf(actor: Actor, ticket: SeenTicket): Promise<SeenLine | null> {
    const lines = await this.tickets.latestEntryOf(ticket.id);
    const authorship = await this.authorship(actor, ticket, lines);
    return lines.map((line) => seenLine(line, ticket.text, authorship))[0] ?? null;
  }

  /** What it has met besides its course; of related tickets that this person may not see the code alone. */
  async lifeOf(actor: Actor, ticket: SeenTicket): Promise<SeenLife> {
    const life = await this.life.of(ticket);
    const related = [...life.parts, ...life.merged];
    const [authorship, visibilities] = await Promise.all([
      this.authorship(actor, ticket, [], authorsIn(life)),
      this.visibility.ofIds(
        actor,
        related.map(({ id }) => id),
      ),
    ]);
    return seenLife(life, { text: ticket.text, authorship, visibilities });
  }

  /** What was added to it: the sender's own things and the evidence of its answer. */
  async filesOf(actor: Actor, ticket: SeenTicket): Promise<readonly SeenFile[]> {
    const files = await this.life.filesOf(ticket);
    const authors = files.map(({ addedById }) => addedById);
    const authorship =
      files.length === 0 ? Authorship.OF_NO_ACCOUNT : await this.authorship(actor, ticket, [], authors);
    return seenFiles(files, { text: ticket.text, authorship });
  }

  /** The document that a letter about it answers: its own, unless its own sender waits no longer. */
  answeredDocument(ticket: SeenTicket): Promise<string> {
    return answeredDocument(this.database.reader.manager, ticket);
  }

  /** What the hotline sent about it later, oldest first, and what was made of it. */
  async furtherDocumentsOf(actor: Actor, { id, text }: SeenTicket): Promise<readonly SeenFurther[]> {
    const order = { arrivedAt: 'ASC', documentId: 'ASC' } as const;
    const read = () => this.database.reader.manager.find(FurtherDocumentEntity, { where: { ticketId: id }, order });
    const sent = await whereAny(this.database, sql`"further_document" WHERE "ticketId" = ${id}`, read, []);
    if (sent.length === 0) return [];
    const alone = sent.filter(({ decision }) => decision === 'opened').map(({ documentId }) => documentId);
    const opened = (await this.tickets.byIncomingIds(alone)).filter(({ splitFromId }) => splitFromId === null);
    const visibilities = await this.visibility.ofAll(actor, opened);
    return sent.map((one) => seenFurther(one, { actor, text, opened, visibilities }));
  }

  /** By the ticket, its signed letter that is to be released; of tickets whose letter was released, nothing. */
  async signedLetters(ticketIds: readonly string[]): Promise<ReadonlyMap<string, SignedLetter>> {
    const [owed, tickets] = await Promise.all([this.tickets.releasesOwed(ticketIds), this.tickets.byIds(ticketIds)]);
    const levels = new Map(tickets.map(({ id, level }) => [id, level]));
    return new Map(
      owed.map(({ ticketId, startedAt, legalEndAt }) => [
        ticketId,
        { level: levels.get(ticketId) ?? 'normal', signedAt: startedAt, legalEndAt },
      ]),
    );
  }

  /** Every period as it was counted. */
  deadlinesOf({ id }: SeenTicket): Promise<readonly TicketDeadlineEntity[]> {
    return this.tickets.deadlinesOf(id);
  }

  /** The assignment in force. */
  assignmentOf({ id }: SeenTicket): Promise<TicketAssignmentEntity | null> {
    return this.tickets.assignmentOf(id);
  }

  /** How it was last decided who handles it, with the words that went along as this person may read them. */
  async decidedAssignmentOf(actor: Actor, ticket: SeenTicket): Promise<TicketAssignmentEntity | null> {
    return this.readable(actor, ticket, await this.tickets.decidedAssignmentOf(ticket.id));
  }

  /** How it was last shared out within its unit, likewise; null where it was not shared out since it was decided. */
  async sharedAssignmentOf(actor: Actor, ticket: SeenTicket): Promise<TicketAssignmentEntity | null> {
    const latest = await this.tickets.assignmentOf(ticket.id);
    return this.readable(actor, ticket, latest?.ground === 'unit' ? latest : null);
  }

  private async readable(
    actor: Actor,
    ticket: SeenTicket,
    found: TicketAssignmentEntity | null,
  ): Promise<TicketAssignmentEntity | null> {
    if (found === null || found.directive === null) return found;
    const { assignedById, assignedAt, directive } = found;
    const authorship = await this.authorship(actor, ticket, [], [assignedById]);
    return Object.assign(found, { directive: ticket.text.ofStaff(directive, authorship.by(assignedById, assignedAt)) });
  }

  private async seen(actor: Actor, ticket: TicketEntity | null): Promise<SeenTicket | null> {
    return ticket && seenBy(actor, ticket, await this.visibility.ofAll(actor, [ticket]));
  }

  /** Who wrote what; asked for only where it makes a difference. */
  private async authorship(
    actor: Actor,
    { id, text, officerId }: SeenTicket,
    lines: readonly TicketEntryEntity[],
    authors: readonly (string | null)[] = [],
  ): Promise<Authorship> {
    if (text.whole) return Authorship.OF_NO_ACCOUNT;
    const ids = [...lines.map(({ actorId }) => actorId), ...authors, officerId];
    const [people, uninformed] = await Promise.all([
      this.names.people(ids),
      uninformedAuthors(this.database.reader.manager, id),
    ]);
    return Authorship.of(actor, { people, uninformed });
  }
}

function seenBy(actor: Actor, ticket: TicketEntity, visibilities: ReadonlyMap<string, Visibility>): SeenTicket | null {
  const visibility = visibilities.get(ticket.id);
  return visibility?.sees === true ? seenTicket(actor, ticket, visibility) : null;
}

function authorsIn({
  pauses,
  extensions,
  coordinations,
  answers,
  publications,
  ratings,
  files,
}: LifeOfTicket): (string | null)[] {
  return [
    ...pauses.flatMap(({ askedById, repliedById }) => [askedById, repliedById]),
    ...ratings.map(({ recordedById }) => recordedById),
    ...[...extensions, ...publications].flatMap(({ askedById, decidedById }) => [askedById, decidedById]),
    ...coordinations.flatMap(({ askedById, repliedById }) => [askedById, repliedById]),
    ...answers.flatMap(({ proposedById, decidedById }) => [proposedById, decidedById]),
    ...files.map(({ addedById }) => addedById),
  ];
}
