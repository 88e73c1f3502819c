import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { arrivalWords } from '../../../documents/domain/arrival/arrival-number.js';
import { IncomingDocumentEntity } from '../../../documents/index.js';
import { Dispatches, ReadFeedback } from '../../../exchange/index.js';
import { Journal } from '../../../journal/index.js';
import type { Actor } from '../../../kernel/actor.js';
import { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { finalStatus, outcomeOf } from '../../domain/reply/document-outcome.js';
import {
  FURTHER_REASON,
  FURTHER_WORDS,
  furtherCode,
  requireReopensForSender,
  settlesFurtherDocuments,
  type FurtherDecision,
} from '../../domain/intake/further-document.js';
import { requireText } from '../../domain/required-text.js';
import { FurtherDocumentEntity } from '../../persistence/further-document.entity.js';
import { TicketEntity } from '../../persistence/tickets.entities.js';
import { TicketWords } from '../../persistence/search/ticket-words.js';
import { mattersOf } from './document-matters.js';
import { showOutcome } from './document-line.js';
import { EnterTicket } from './enter-ticket.js';
import { hotlineFacts } from './hotline-facts.js';
import { ReopenTicket } from '../ending/reopen-ticket.js';
import { TellHotline } from '../tell-hotline.js';
import { latestOf } from '../reading/ticket-course.js';
import { Tickets } from '../tickets.js';

export interface SettleFurtherDocumentCommand {
  readonly ticketId: string;
  /** The line of the incoming register. */
  readonly documentId: string;
  readonly decision: FurtherDecision;
  readonly reason: string;
}

/** Settles what becomes of a document that came after its ticket had ended: kept with it, the ticket reopened, or a ticket of its own. */
@Injectable()
export class SettleFurtherDocument {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly tickets: Tickets,
    private readonly readFeedback: ReadFeedback,
    private readonly enter: EnterTicket,
    private readonly reopenTicket: ReopenTicket,
    private readonly hotline: TellHotline,
    private readonly dispatches: Dispatches,
    private readonly words: TicketWords,
  ) {}

  /**
   * @returns the id of the ticket in which one goes on reading: the one that was opened or reopened, or its own
   * @throws DomainError `forbidden`, `not-found`, `input-invalid`, `changed-meanwhile` where somebody settled it before; where the ticket is to be reopened,
   *   `ticket-act-barred` where the matter of its sender ended alone, and what `ReopenTicket` throws
   */
  async settle(actor: Actor, command: SettleFurtherDocumentCommand): Promise<string> {
    const { ticketId, documentId, decision } = command;
    if (!settlesFurtherDocuments(actor)) throw new DomainError('forbidden', { act: 'furtherDocument' });
    const reason = requireText('reason', command.reason, FURTHER_REASON);
    return this.uow.run(async (tx) => {
      const ticket = await this.tickets.forActor(tx, actor, ticketId);
      const further = await tx.findOneBy(FurtherDocumentEntity, { documentId, ticketId });
      if (!further) throw new DomainError('not-found', { what: 'incomingDocument' });
      const decided = { decision, reason, decidedById: actor.id, decidedAt: this.clock.now() };
      const { affected } = await tx.update(FurtherDocumentEntity, { documentId, decision: IsNull() }, decided);
      if (affected !== 1) throw new DomainError('changed-meanwhile', { what: 'furtherDocument', id: documentId });
      const document = await tx.findOneByOrFail(IncomingDocumentEntity, { id: documentId });
      const made = await this[decision](tx, actor, { ticket, document, further, reason });
      const about = `Văn bản ${arrivalWords(document)}: ${FURTHER_WORDS[decision].toLocaleLowerCase('vi')}`;
      const title = made === null ? about : `${about} ${made.code}`;
      const entry = { kind: 'furtherSettled', title, ...(decision === 'opened' ? {} : { text: reason }) };
      const lineId = await this.tickets.addLine(tx, actor, ticketId, entry);
      await tx.update(TicketEntity, { id: ticketId }, { latest: latestOf(entry) });
      await this.words.renew(tx, ticketId);
      await this.journal.record(tx, actor, {
        action: 'ticket.furtherDocument',
        objectKind: 'ticket',
        objectId: ticketId,
        detail: { documentId, decision, made: made?.id ?? null },
      });
      await showOutcome(tx, documentId, this.clock.now());
      if (decision === 'attached') await this.tellKept(tx, ticket, documentId, lineId);
      return made?.id ?? ticketId;
    });
  }

  private attached(): Promise<null> {
    return Promise.resolve(null);
  }

  /** Of a merged ticket, the one that went on for its sender is reopened. */
  private async reopened(
    tx: EntityManager,
    actor: Actor,
    { ticket: { id, ownEnd, mergedIntoId }, reason }: Settling,
  ): Promise<Pick<TicketEntity, 'id' | 'code'> | null> {
    requireReopensForSender({ ownEnd });
    await this.reopenTicket.reopen(actor, mergedIntoId ?? id, reason);
    return mergedIntoId === null ? null : tx.findOneByOrFail(TicketEntity, { id: mergedIntoId });
  }

  /** Its time runs from when the document came; its words are its own, and so is why it was opened, which may tell whom they are about. */
  private async opened(
    tx: EntityManager,
    actor: Actor,
    { ticket, document, further, reason }: Settling,
  ): Promise<Pick<TicketEntity, 'id' | 'code'>> {
    const received = hotlineFacts(await this.readFeedback.read(further.inboxId));
    const facts = {
      ...received,
      hotlineCode: furtherCode(received.hotlineCode ?? '', document),
      incomingDocumentId: document.id,
    };
    const opened = await this.enter.enter(tx, actor, facts, `Mở từ văn bản gửi thêm về phiếu ${ticket.code}`);
    await this.tickets.addLine(tx, actor, opened.id, {
      kind: 'furtherSettled',
      title: 'Vì sao mở phiếu mới',
      text: reason,
    });
    return opened;
  }

  /** The last status about a document that is kept with a ticket that has ended; a letter that is on its way brings it on arrival. */
  private async tellKept(tx: EntityManager, ticket: TicketEntity, documentId: string, lineId: string): Promise<void> {
    const { carriers } = await mattersOf(tx, documentId);
    const outcome = outcomeOf(carriers);
    if (outcome === null) return;
    const answered = carriers.map((carrier) => carrier.documentId);
    if (await this.dispatches.isLetterOnItsWay(tx, answered)) return;
    const status = finalStatus(outcome);
    const description = `Văn bản được lưu kèm phiếu ${ticket.code} đã kết thúc; xem kết quả đã báo về phiếu đó.`;
    await this.hotline.tellAbout(tx, documentId, { ticket, word: { status, description, lineId } });
  }
}

interface Settling {
  readonly ticket: TicketEntity;
  readonly document: IncomingDocumentEntity;
  readonly further: FurtherDocumentEntity;
  readonly reason: string;
}
