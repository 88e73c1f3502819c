import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { StaffDirectory } from '../../organisation/index.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { requireAsSeen } from '../domain/assignment.js';
import { requireOutgoing, type OutgoingText } from '../domain/reply/outgoing.js';
import { requireText } from '../domain/required-text.js';
import { TicketAssignmentEntity, type TicketEntity } from '../persistence/tickets.entities.js';
import { showReceipt } from './intake/document-line.js';
import { Periods } from './deadlines/periods.js';
import { Tickets } from './tickets.js';

/** Progress, measures and result are three things (source letter, part 1), each dated and told on its own. */
export const NOTE_FIELDS = ['progress', 'measure', 'result'] as const;

export type NoteField = (typeof NOTE_FIELDS)[number];

export const NOTE_WORDS: Readonly<Record<NoteField, string>> = {
  progress: 'Tiến độ',
  measure: 'Biện pháp',
  result: 'Kết quả',
};

export interface Note extends OutgoingText {
  readonly field: NoteField;
  readonly audience: 'internal' | 'hotline';
  /** The version of the ticket that the writer has seen. */
  readonly seen?: number;
}

const NOTE_LENGTHS = { shortest: 10, longest: 4000 };

/** @returns the words as they are kept @throws DomainError `input-invalid`, `text-held-back` */
export function noteWords({ audience, ...given }: Pick<Note, 'audience' | 'text' | 'verbatim'>): string {
  return audience === 'hotline'
    ? requireOutgoing('text', given, NOTE_LENGTHS)
    : requireText('text', given.text, NOTE_LENGTHS);
}

/** What the unit's officer does with a ticket: takes it, and says how it goes. */
@Injectable()
export class WorkOnTicket {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly tickets: Tickets,
    private readonly periods: Periods,
    private readonly staff: StaffDirectory,
  ) {}

  /**
   * The unit's officer takes the ticket: from now the unit answers for it (status 05).
   *
   * @throws DomainError `not-found`, `forbidden`, `ticket-act-barred`, `ticket-transition-refused`, `changed-meanwhile`
   */
  async accept(actor: Actor, ticketId: string): Promise<void> {
    await this.uow.run(async (tx) => {
      const ticket = await this.tickets.forActor(tx, actor, ticketId);
      this.tickets.require(actor, ticket, 'unitAccept');
      await tx.update(
        TicketAssignmentEntity,
        {
          ...{ ticketId, officerId: ticket.officerId ?? '' },
          ...{ acceptedAt: IsNull(), declinedAt: IsNull(), undoneAt: IsNull() },
        },
        { acceptedAt: this.clock.now() },
      );
      await showReceipt(tx, ticket.incomingDocumentId, { who: actor.name, now: this.clock.now() });
      const unit = await this.staff.unit(ticket.leadUnitId ?? '');
      await this.periods.met(tx, ticketId, 'unitAcknowledge');
      await this.tickets.perform(tx, actor, ticket, {
        act: 'unitAccept',
        change: { acceptBy: null },
        entry: { kind: 'unitAccepted', title: `${unit.name} nhận việc` },
        word: `${unit.name} đã nhận, đang xác minh.`,
      });
    });
  }

  /**
   * Progress, measure or result, each dated and told on its own. Who notes a measure or a result has done with verifying.
   *
   * @returns the id of its line
   * @throws DomainError `input-invalid`, `text-held-back`, `not-found`, `forbidden`, `ticket-transition-refused`, `changed-meanwhile`
   */
  async note(actor: Actor, ticketId: string, { field, seen, ...given }: Note): Promise<string> {
    const toHotline = given.audience === 'hotline';
    const words = noteWords(given);
    return this.uow.run(async (tx) => {
      const ticket = await this.tickets.forActor(tx, actor, ticketId);
      requireAsSeen(ticket, seen);
      const { lineId } = await this.tickets.perform(tx, actor, ticket, {
        act: ticket.state === 'verifying' && field !== 'progress' ? 'beginWork' : 'note',
        entry: {
          kind: field,
          title: `${NOTE_WORDS[field]} ${toHotline ? hearerWords(ticket) : 'nội bộ'}`,
          text: words,
        },
        ...(toHotline ? { word: `${NOTE_WORDS[field]}: ${words}` } : {}),
      });
      return lineId;
    });
  }
}

/** Only what the hotline brought is told to the hotline. */
function hearerWords({ hotlineCode }: Pick<TicketEntity, 'hotlineCode'>): string {
  return hotlineCode === null ? 'cho người phản ánh' : 'gửi Tổng đài 1022';
}
