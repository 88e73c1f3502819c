import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Dispatches } from '../../exchange/index.js';
import type { Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { clean } from '../../kernel/vietnamese.js';
import { StaffDirectory } from '../../organisation/index.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { TicketAssignmentEntity, TicketEntity } from '../persistence/tickets.entities.js';
import { requireTicketAbility, Tickets } from './tickets.js';

/** Progress, measures and result are three things (source letter, part 1), each dated and told on its own. */
export const NOTE_FIELDS = ['progress', 'measure', 'result'] as const;

export type NoteField = (typeof NOTE_FIELDS)[number];

export const NOTE_WORDS: Readonly<Record<NoteField, string>> = {
  progress: 'Tiến độ',
  measure: 'Biện pháp',
  result: 'Kết quả',
};

export interface Note {
  readonly field: NoteField;
  readonly audience: 'internal' | 'hotline';
  readonly text: string;
}

const SHORTEST_NOTE = 10;
const LONGEST_NOTE = 4000;

/** What the unit's officer does with a ticket: takes it, and says how it goes. */
@Injectable()
export class WorkOnTicket {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly tickets: Tickets,
    private readonly staff: StaffDirectory,
    private readonly dispatches: Dispatches,
  ) {}

  /** The unit's officer takes the ticket: from now the unit answers for it (status 05). */
  async accept(actor: Actor, ticketId: string): Promise<void> {
    await this.uow.run(async (tx) => {
      const { ticket, may } = await this.tickets.forActor(tx, actor, ticketId);
      requireTicketAbility(may, 'accept');
      await tx.update(
        TicketAssignmentEntity,
        { ticketId, officerId: ticket.officerId ?? '', acceptedAt: IsNull() },
        { acceptedAt: this.clock.now() },
      );
      const unit = await this.staff.unit(ticket.leadUnitId ?? '');
      const entry = { kind: 'unitAccepted', title: `${unit.name} nhận việc`, toHotline: true };
      const line = await this.tickets.move(tx, actor, ticket, { to: 'verifying', action: 'ticket.accept', entry });
      await this.tellHotline(ticket, line, `${unit.name} đã nhận, đang xác minh.`);
    });
  }

  /** @throws DomainError `input-invalid`, `not-found`, `forbidden`, `changed-meanwhile` */
  async note(actor: Actor, ticketId: string, { field, audience, text }: Note): Promise<void> {
    const words = clean(text).trim();
    if (words.length < SHORTEST_NOTE) {
      const message = `Viết thêm: cần từ ${SHORTEST_NOTE} ký tự, hiện có ${words.length}.`;
      throw new DomainError('input-invalid', { field: 'text', message });
    }
    if (words.length > LONGEST_NOTE) {
      throw new DomainError('input-invalid', {
        field: 'text',
        message: `Viết gọn lại: nhiều nhất ${LONGEST_NOTE} ký tự, hiện có ${words.length}.`,
      });
    }
    await this.uow.run(async (tx) => {
      const { ticket, may } = await this.tickets.forActor(tx, actor, ticketId);
      requireTicketAbility(may, 'note');
      const toHotline = audience === 'hotline';
      const entry = {
        kind: field,
        title: toHotline ? `${NOTE_WORDS[field]} gửi Tổng đài 1022` : `${NOTE_WORDS[field]} nội bộ`,
        text: words,
        toHotline,
      };
      const to = ticket.state === 'verifying' && field !== 'progress' ? 'processing' : ticket.state;
      const line = await this.tickets.move(tx, actor, ticket, { to, action: `ticket.note.${field}`, entry });
      if (toHotline) await this.tellHotline(ticket, line, `${NOTE_WORDS[field]}: ${words}`);
    });
  }

  /** Joins the running unit of work: the word is promised with the act. */
  private async tellHotline(ticket: TicketEntity, lineId: string, description: string): Promise<void> {
    const about = { id: ticket.incomingDocumentId };
    await this.uow.run((tx) => this.dispatches.status(tx, about, { status: '05', description, key: `05-${lineId}` }));
  }
}
