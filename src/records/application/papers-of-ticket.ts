import { Injectable } from '@nestjs/common';
import { RegisterQueries } from '../../documents/index.js';
import { DraftQueries } from '../../drafting/index.js';
import { SYSTEM } from '../../kernel/actor.js';
import { civilDateOf, type CivilDate } from '../../kernel/civil-date.js';
import { SignatureQueries } from '../../signing/index.js';
import { TicketReader, type SeenLife, type SeenTicket } from '../../tickets/index.js';
import { hasEnded } from '../domain/keeping.js';
import { outgoingPaper, type PaperRef } from '../domain/record-file.js';

/** A ticket as its file follows it. */
export interface FiledTicket {
  readonly ticket: SeenTicket;
  /** What the register says it is about; names nobody. */
  readonly subject: string;
  readonly papers: readonly PaperRef[];
  /** Null while somebody goes on with it. */
  readonly workEndedOn: CivilDate | null;
}

/** Finds every paper of a ticket: what came, what was said and decided, what proves it, what went out, voided numbers included. */
@Injectable()
export class PapersOfTicket {
  constructor(
    private readonly tickets: TicketReader,
    private readonly registers: RegisterQueries,
    private readonly drafts: DraftQueries,
    private readonly signatures: SignatureQueries,
  ) {}

  /** @throws DomainError `not-found` */
  async of(ticketId: string): Promise<FiledTicket> {
    const ticket = await this.tickets.one(SYSTEM, ticketId);
    const life = await this.tickets.lifeOf(SYSTEM, ticket);
    const [incoming, outgoing] = await Promise.all([this.incomingOf(ticket, life), this.outgoingOf(ticketId)]);
    const own = await this.registers.incomingById(ticket.incomingDocumentId);
    return {
      ticket,
      subject: own?.subject ?? '',
      papers: [...incoming, ...papersIn(life), ...outgoing],
      workEndedOn: await this.workEndOf(ticket),
    };
  }

  /** Its own document, those of the tickets merged into it, and what the hotline sent later and the desk kept with it. */
  private async incomingOf(ticket: SeenTicket, life: SeenLife): Promise<readonly PaperRef[]> {
    const joined = life.merged.map(({ id }) => id).filter((id) => id !== ticket.mergedIntoId);
    const [merged, further] = await Promise.all([
      this.tickets.byIds(SYSTEM, joined),
      this.tickets.furtherDocumentsOf(SYSTEM, ticket),
    ]);
    const kept = further.filter(({ decision }) => decision !== null && decision !== 'opened');
    const ids = [ticket, ...merged].map(({ incomingDocumentId }) => incomingDocumentId);
    const all = new Set([...ids, ...kept.map(({ documentId }) => documentId)]);
    const documents = await this.registers.incomingByIds([...all]);
    return documents.map(({ id, queuedAt }) => ({ kind: 'incoming', sourceId: id, at: queuedAt }));
  }

  private async outgoingOf(ticketId: string): Promise<readonly PaperRef[]> {
    const drafts = await this.drafts.ofCase(ticketId);
    const requests = await this.signatures.ofDrafts(drafts.map(({ id }) => id));
    const letters = await this.registers.outgoingOfRequests(requests.map(({ id }) => id));
    return letters.map(outgoingPaper);
  }

  private async workEndOf(ticket: SeenTicket): Promise<CivilDate | null> {
    if (!hasEnded(ticket.state)) return null;
    if (ticket.closedAt !== null) return civilDateOf(ticket.closedAt);
    const met = (await this.tickets.deadlinesOf(ticket)).flatMap(({ metAt }) => metAt ?? []);
    const last = met.toSorted((one, other) => one.getTime() - other.getTime()).at(-1);
    return civilDateOf(last ?? ticket.startedAt);
  }
}

function papersIn({ files, coordinations, answers }: SeenLife): readonly PaperRef[] {
  return [
    ...files.map(({ id, purpose, addedAt }): PaperRef => ({
      kind: purpose === 'intake' ? 'brought' : 'evidence',
      sourceId: id,
      at: addedAt,
    })),
    ...coordinations.flatMap(({ id, reply, endedAt }): PaperRef[] =>
      reply === null || endedAt === null ? [] : [{ kind: 'opinion', sourceId: id, at: endedAt }],
    ),
    ...answers.flatMap(({ id, decidedAt }): PaperRef[] =>
      decidedAt === null ? [] : [{ kind: 'answer', sourceId: id, at: decidedAt }],
    ),
  ];
}
