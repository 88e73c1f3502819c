import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { builtInCalendar } from '../../calendar/index.js';
import { IncomingDocumentEntity } from '../../documents/index.js';
import { ReadFeedback, type ReceivedFeedback } from '../../exchange/index.js';
import { SYSTEM } from '../../kernel/actor.js';
import { civilDateOf, type CivilDate } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { fold } from '../../kernel/vietnamese.js';
import { policyAt } from '../../law/index.js';
import { Journal } from '../../journal/index.js';
import { isUniqueViolation } from '../../platform/database/database-errors.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Payload, PromiseKeeper } from '../../platform/outbox/outbox.js';
import { ticketCode } from '../domain/ticket-code.js';
import { levelOfPriority, ticketPeriod, type TicketPeriod } from '../domain/ticket-periods.js';
import {
  TicketDayEntity,
  TicketDeadlineEntity,
  TicketEntity,
  TicketEntryEntity,
} from '../persistence/tickets.entities.js';
import { Tickets } from './tickets.js';

/** Opens the ticket of a registered feedback document, with its periods counted and proved. Once per hotline number, however often asked. */
@Injectable()
export class OpenTicket implements PromiseKeeper {
  readonly kind = 'case.open';
  private readonly calendar = builtInCalendar();

  constructor(
    private readonly feedback: ReadFeedback,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly tickets: Tickets,
  ) {}

  async keep({ inboxId, incomingDocumentId }: Payload): Promise<void> {
    const received = await this.feedback.execute(inboxId ?? '');
    await this.uow.run((tx) => this.open(tx, received, incomingDocumentId ?? ''));
  }

  private async open(tx: EntityManager, received: ReceivedFeedback, incomingDocumentId: string): Promise<void> {
    const { hotlineCode } = received.feedback;
    const known = await tx.findOneBy(TicketEntity, { hotlineCode });
    if (known) return this.noteFurtherDocument(tx, known, incomingDocumentId);
    const startedAt = received.queuedAt;
    const day = civilDateOf(startedAt);
    const policy = policyAt(day);
    const level = levelOfPriority(received.priority);
    const rules = { policy, level, calendar: this.calendar };
    const process = ticketPeriod('process', startedAt, rules);
    const id = newId();
    const code = ticketCode(day, await this.nextOfDay(tx, day));
    await tx.insert(TicketEntity, {
      ...ticketFacts(received),
      id,
      code,
      incomingDocumentId,
      level,
      startedAt,
      dueAt: process.due,
      legalEndAt: process.legalEnd,
      createdAt: this.clock.now(),
      folded: fold(
        [code, hotlineCode, received.subject, received.feedback.place ?? '', received.feedback.category ?? ''].join(
          ' ',
        ),
      ).slice(0, 1000),
    });
    for (const period of [process, ticketPeriod('acknowledge', startedAt, rules)]) {
      await this.keepPeriod(tx, id, period, { startedAt, policyVersion: String(policy.version) });
    }
    await this.journal.record(tx, SYSTEM, {
      action: 'ticket.open',
      objectKind: 'ticket',
      objectId: id,
      detail: { code, incomingDocumentId },
    });
    await this.tickets.addLine(tx, SYSTEM, id, { kind: 'received', title: 'Nhận từ Tổng đài 1022', toHotline: true });
  }

  /** The hotline wrote again about a feedback that has its ticket: said on the ticket, once, for whoever handles it. */
  private async noteFurtherDocument(tx: EntityManager, known: TicketEntity, incomingDocumentId: string): Promise<void> {
    if (known.incomingDocumentId === incomingDocumentId) return;
    if (await tx.existsBy(TicketEntryEntity, { id: incomingDocumentId })) return;
    const document = await tx.findOneByOrFail(IncomingDocumentEntity, { id: incomingDocumentId });
    const title = `Tổng đài gửi thêm văn bản, số đến ${document.arrivalNumber}`;
    const text = `${document.code}: ${document.subject}`;
    await this.tickets.addLine(tx, SYSTEM, known.id, { id: incomingDocumentId, kind: 'furtherDocument', title, text });
    await tx.update(TicketEntity, { id: known.id }, { latest: title });
  }

  private async keepPeriod(
    tx: EntityManager,
    ticketId: string,
    { duty, amount, unit, due, legalEnd, proof }: TicketPeriod,
    rules: { readonly startedAt: Date; readonly policyVersion: string },
  ): Promise<void> {
    await tx.insert(TicketDeadlineEntity, {
      ...rules,
      id: newId(),
      ticketId,
      duty,
      amount,
      unit,
      dueAt: due,
      legalEndAt: legalEnd,
      calendarVersion: String(this.calendar.version),
      proof: [...proof],
    });
  }

  private async nextOfDay(tx: EntityManager, day: CivilDate): Promise<number> {
    const days = tx.getRepository(TicketDayEntity);
    if ((await days.increment({ day }, 'last', 1)).affected !== 1) {
      await tx.insert(TicketDayEntity, { day, last: 0 }).catch((error: unknown) => {
        if (!isUniqueViolation(error)) throw error;
      });
      await days.increment({ day }, 'last', 1);
    }
    return (await days.findOneByOrFail({ day })).last;
  }
}

function ticketFacts({ feedback, subject, complete }: ReceivedFeedback) {
  const { sender } = feedback;
  return {
    hotlineCode: feedback.hotlineCode,
    state: 'received' as const,
    open: true,
    kind: feedback.kind,
    channel: (feedback.channel ?? '').slice(0, 40),
    category: (feedback.category ?? '').slice(0, 100),
    subject: subject.slice(0, 500),
    words: feedback.text,
    place: (feedback.place ?? '').slice(0, 200),
    senderName: (sender.name ?? '').slice(0, 100),
    senderPhone: (sender.phone ?? '').slice(0, 30),
    senderEmail: (sender.email ?? '').slice(0, 200),
    senderAddress: (sender.address ?? '').slice(0, 300),
    keepSecret: sender.keepSecret,
    complete,
    leadUnitId: null,
    officerId: null,
    latest: 'Nhận từ Tổng đài 1022',
    closedAt: null,
  };
}
