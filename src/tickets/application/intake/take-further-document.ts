import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { arrivalWords } from '../../../documents/domain/arrival/arrival-number.js';
import { IncomingDocumentEntity } from '../../../documents/index.js';
import { SYSTEM } from '../../../kernel/actor.js';
import { Clock } from '../../../kernel/clock.js';
import { Notices, NotifyRegistry } from '../../../notices/index.js';
import { FurtherDocumentEntity } from '../../persistence/further-document.entity.js';
import { TicketEntity } from '../../persistence/tickets.entities.js';
import { TicketWords } from '../../persistence/search/ticket-words.js';
import { showOutcome } from './document-line.js';
import { latestOf } from '../reading/ticket-course.js';
import { Tickets } from '../tickets.js';

/** A document of the hotline about feedback that has its ticket. */
export interface ArrivedDocument {
  readonly inboxId: string;
  readonly incomingDocumentId: string;
  /** What the citizen says in it. */
  readonly words: string;
}

/**
 * Takes what the hotline writes about feedback that has its ticket. While somebody goes on with the ticket, the document shares what becomes of it;
 * once nobody does, the desk owes a decision, so that nothing a citizen adds is lost.
 */
@Injectable()
export class TakeFurtherDocument {
  constructor(
    private readonly clock: Clock,
    private readonly tickets: Tickets,
    private readonly notifyRegistry: NotifyRegistry,
    private readonly notices: Notices,
    private readonly words: TicketWords,
  ) {}

  /** Once for each document, however often asked. */
  async take(
    tx: EntityManager,
    known: TicketEntity,
    { inboxId, incomingDocumentId: documentId, words }: ArrivedDocument,
  ): Promise<void> {
    if (known.incomingDocumentId === documentId) return;
    if (await tx.existsBy(FurtherDocumentEntity, { documentId })) return;
    const goesOn = await this.whoGoesOn(tx, known);
    const arrivedAt = this.clock.now();
    await tx.insert(FurtherDocumentEntity, {
      documentId,
      ticketId: known.id,
      inboxId,
      arrivedAt,
      words,
      ...(goesOn === null
        ? { decision: null, decidedById: null, decidedAt: null }
        : { decision: 'attached', decidedById: SYSTEM.id, decidedAt: arrivedAt }),
      reason: null,
    });
    const document = await tx.findOneByOrFail(IncomingDocumentEntity, { id: documentId });
    const title = `Tổng đài gửi thêm văn bản, ${arrivalWords(document)}`;
    const entry = { id: documentId, kind: 'furtherDocument', title, text: `${document.code}: ${document.subject}` };
    await this.tickets.addLine(tx, SYSTEM, known.id, entry);
    await tx.update(TicketEntity, { id: known.id }, { latest: latestOf(entry) });
    await this.words.renew(tx, known.id);
    if (goesOn === null) return this.tellDesk(tx, known, { documentId, title });
    if (goesOn.id !== known.id) {
      const about = { kind: entry.kind, title: `${title}, về phiếu ${known.code}`, text: entry.text };
      await this.tickets.addLine(tx, SYSTEM, goesOn.id, about);
    }
    await showOutcome(tx, documentId, arrivedAt);
    await this.tellOfficer(tx, goesOn, { documentId, title });
  }

  /** @returns null where nobody does, or not for that sender */
  private async whoGoesOn(tx: EntityManager, known: TicketEntity): Promise<TicketEntity | null> {
    if (known.ownEnd !== null) return null;
    const ticket =
      known.mergedIntoId === null ? known : await tx.findOneByOrFail(TicketEntity, { id: known.mergedIntoId });
    return ticket.open ? ticket : null;
  }

  private async tellDesk(
    tx: EntityManager,
    { id, code }: TicketEntity,
    { documentId, title }: { readonly documentId: string; readonly title: string },
  ): Promise<void> {
    await this.notifyRegistry.notify(tx, {
      key: `ticket.furtherDocument:${documentId}`,
      kind: 'news',
      ticket: { id, code },
      words: `Phiếu ${code} không còn giải quyết. ${title}: chọn lưu kèm, mở lại hoặc mở phiếu mới.`,
    });
  }

  /** Whether it is what the citizen was asked for is for the officer to say; the clock does not run again by itself. */
  private async tellOfficer(
    tx: EntityManager,
    { id, code, state, officerId }: TicketEntity,
    { documentId, title }: { readonly documentId: string; readonly title: string },
  ): Promise<void> {
    if (officerId === null) return;
    const waits = state === 'waitingCitizenInfo';
    await this.notices.tell(tx, {
      key: `ticket.furtherDocument:${documentId}:${officerId}`,
      staffId: officerId,
      kind: 'news',
      ticket: { id, code },
      words: `Phiếu ${code}: ${title}.${waits ? ' Nếu là phần bổ sung đang chờ, ghi người phản ánh đã bổ sung để tính tiếp thời hạn.' : ''}`,
    });
  }
}
