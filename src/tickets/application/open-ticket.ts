import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { IncomingDocumentEntity } from '../../documents/index.js';
import { ReadFeedback, type ReceivedFeedback } from '../../exchange/index.js';
import { SYSTEM } from '../../kernel/actor.js';
import { Notices } from '../../notices/index.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Payload, PromiseKeeper } from '../../platform/outbox/outbox.js';
import { categoryOfWords } from '../domain/category-words.js';
import { levelOfPriority } from '../domain/ticket-periods.js';
import { TicketEntity, TicketEntryEntity } from '../persistence/tickets.entities.js';
import { EnterTicket, type NewTicket } from './enter-ticket.js';
import { latestOf } from './ticket-course.js';
import { Tickets } from './tickets.js';

/** Opens the ticket of a registered feedback document, with its periods counted and proved. Once per hotline number, however often asked. */
@Injectable()
export class OpenTicket implements PromiseKeeper {
  readonly kind = 'case.open';

  constructor(
    private readonly feedback: ReadFeedback,
    private readonly uow: UnitOfWork,
    private readonly enter: EnterTicket,
    private readonly tickets: Tickets,
    private readonly notices: Notices,
  ) {}

  async keep({ inboxId, incomingDocumentId }: Payload): Promise<void> {
    const received = await this.feedback.execute(inboxId ?? '');
    await this.uow.run((tx) => this.open(tx, received, incomingDocumentId ?? ''));
  }

  private async open(tx: EntityManager, received: ReceivedFeedback, incomingDocumentId: string): Promise<void> {
    const known = await tx.findOneBy(TicketEntity, { hotlineCode: received.feedback.hotlineCode });
    if (known) return this.noteFurtherDocument(tx, known, incomingDocumentId);
    const facts = { ...ticketFacts(received), incomingDocumentId };
    await this.enter.enter(tx, SYSTEM, facts, 'Nhận từ Tổng đài 1022');
  }

  /** The hotline wrote again about a feedback that has its ticket: said on the ticket, once, for whoever handles it. */
  private async noteFurtherDocument(tx: EntityManager, known: TicketEntity, incomingDocumentId: string): Promise<void> {
    if (known.incomingDocumentId === incomingDocumentId) return;
    if (await tx.existsBy(TicketEntryEntity, { id: incomingDocumentId })) return;
    const document = await tx.findOneByOrFail(IncomingDocumentEntity, { id: incomingDocumentId });
    const title = `Tổng đài gửi thêm văn bản, số đến ${document.arrivalNumber}`;
    const text = `${document.code}: ${document.subject}`;
    const entry = { id: incomingDocumentId, kind: 'furtherDocument', title, text };
    await this.tickets.addLine(tx, SYSTEM, known.id, entry);
    await tx.update(TicketEntity, { id: known.id }, { latest: latestOf(entry) });
    await this.tellOfficer(tx, known, { key: incomingDocumentId, title });
  }

  /** Whether it is what the citizen was asked for is for the officer to say; the clock does not run again by itself. */
  private async tellOfficer(
    tx: EntityManager,
    { id, code, state, officerId }: TicketEntity,
    { key, title }: { readonly key: string; readonly title: string },
  ): Promise<void> {
    if (officerId === null) return;
    const waits = state === 'waitingCitizenInfo';
    await this.notices.tell(tx, {
      key: `ticket.furtherDocument:${key}:${officerId}`,
      staffId: officerId,
      kind: 'news',
      ticket: { id, code },
      words: `Phiếu ${code}: ${title}.${waits ? ' Nếu là phần bổ sung đang chờ, ghi công dân đã bổ sung để tính tiếp thời hạn.' : ''}`,
    });
  }
}

const LENGTHS = { channel: 40, place: 200, name: 100, phone: 30, email: 200, address: 300 } as const;

/** A line of the message within the length of its column; empty where the message has none. */
function line(text: string | null | undefined, length: number): string {
  return (text ?? '').slice(0, length);
}

function ticketFacts({
  feedback,
  subject,
  complete,
  priority,
  queuedAt,
}: ReceivedFeedback): Omit<NewTicket, 'incomingDocumentId'> {
  const { sender } = feedback;
  const hotlineCategory = line(feedback.category, 100);
  return {
    hotlineCode: feedback.hotlineCode,
    nature: 'feedback',
    kind: feedback.kind,
    level: levelOfPriority(priority),
    category: categoryOfWords(hotlineCategory),
    hotlineCategory,
    channel: line(feedback.channel, LENGTHS.channel),
    subject: subject.slice(0, 500),
    words: feedback.text,
    place: line(feedback.place, LENGTHS.place),
    senderName: line(sender.name, LENGTHS.name),
    senderPhone: line(sender.phone, LENGTHS.phone),
    senderEmail: line(sender.email, LENGTHS.email),
    senderAddress: line(sender.address, LENGTHS.address),
    keepSecret: sender.keepSecret,
    complete,
    startedAt: queuedAt,
  };
}
