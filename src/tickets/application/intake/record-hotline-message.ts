import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SYSTEM } from '../../../kernel/actor.js';
import { Notices, NotifyRegistry } from '../../../notices/index.js';
import { CITIZEN_REPLY_LENGTHS } from '../../domain/information-request.js';
import { requireText } from '../../domain/required-text.js';
import { TicketEntity } from '../../persistence/tickets.entities.js';
import { TicketWords } from '../../persistence/search/ticket-words.js';
import { latestOf } from '../reading/ticket-course.js';
import { ticketOfHotline, type NamedByHotline } from './ticket-of-hotline.js';
import { Tickets } from '../tickets.js';

/** What the hotline writes about a ticket that there is. */
export interface HotlineWords {
  /** Names it: written down once. */
  readonly id: string;
  readonly words: string;
}

/**
 * Writes down what the hotline adds to a ticket, and tells the person who works on it, or the desk where nobody does. Whether it is what the citizen was
 * asked for is for the officer to say: the clock does not run again by itself.
 */
@Injectable()
export class RecordHotlineMessage {
  constructor(
    private readonly tickets: Tickets,
    private readonly notifyRegistry: NotifyRegistry,
    private readonly notices: Notices,
    private readonly words: TicketWords,
  ) {}

  /** @throws DomainError `input-invalid`; `not-found` as `ticketOfHotline` */
  async record(tx: EntityManager, named: NamedByHotline, { id, words }: HotlineWords): Promise<TicketEntity> {
    const text = requireText('description', words, CITIZEN_REPLY_LENGTHS);
    const ticket = await ticketOfHotline(tx, named);
    const entry = { id, kind: 'hotlineWrote', title: 'Tổng đài gửi thêm thông tin', text };
    await this.tickets.addLine(tx, SYSTEM, ticket.id, entry);
    await tx.update(TicketEntity, { id: ticket.id }, { latest: latestOf(entry) });
    await this.words.renew(tx, ticket.id);
    await this.tell(tx, await this.goingOn(tx, ticket), id);
    return ticket;
  }

  private goingOn(tx: EntityManager, ticket: TicketEntity): Promise<TicketEntity> | TicketEntity {
    return ticket.mergedIntoId === null ? ticket : tx.findOneByOrFail(TicketEntity, { id: ticket.mergedIntoId });
  }

  private async tell(tx: EntityManager, { id, code, open, state, officerId }: TicketEntity, event: string) {
    const about = { key: `ticket.hotlineWrote:${event}`, kind: 'news' as const, ticket: { id, code } };
    if (open && officerId !== null) {
      const waits = state === 'waitingCitizenInfo';
      const next = waits ? ' Nếu là phần bổ sung đang chờ, ghi người phản ánh đã bổ sung để tính tiếp thời hạn.' : '';
      const words = `Phiếu ${code}: Tổng đài gửi thêm thông tin.${next}`;
      return this.notices.tellEach(tx, [officerId], { ...about, words });
    }
    const words = open
      ? `Phiếu ${code}: Tổng đài gửi thêm thông tin.`
      : `Phiếu ${code} không còn giải quyết mà Tổng đài gửi thêm thông tin: xem, rồi mở lại nếu cần.`;
    return this.notifyRegistry.notify(tx, { ...about, words });
  }
}
