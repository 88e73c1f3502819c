import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { hasHandIn, type Actor } from '../../../kernel/actor.js';
import { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { Journal, noteTampers, sealRecords } from '../../../journal/index.js';
import { Notices } from '../../../notices/index.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { requireAsSeen } from '../../domain/assignment.js';
import { MERGE_REASON_LENGTHS, requireMerge } from '../../domain/intake/duplicates.js';
import { seesTicket } from '../../domain/deadlines/policy.js';
import { requireText } from '../../domain/required-text.js';
import { TicketEntity } from '../../persistence/tickets.entities.js';
import { SEALED_TICKET } from '../../persistence/sealed-tickets.js';
import { mergedInto } from '../intake/document-matters.js';
import { showOutcomes } from '../intake/document-line.js';
import { latestOf } from '../reading/ticket-course.js';
import { Tickets } from '../tickets.js';

export interface MergeTicketCommand {
  readonly ticketId: string;
  /** Code of the ticket that goes on. */
  readonly into: string;
  readonly reason: string;
  readonly seen?: number;
}

/**
 * Merges a ticket into another about the same matter. From then on its citizen, and those of all tickets merged into it before, hear everything that
 * the other's citizen hears (rule 18).
 */
@Injectable()
export class MergeTicket {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly journal: Journal,
    private readonly tickets: Tickets,
    private readonly notices: Notices,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the id of the ticket that goes on
   * @throws DomainError `input-invalid`, `not-found`, `forbidden`, `letter-under-way`, `ticket-transition-refused`, `changed-meanwhile`
   */
  async merge(actor: Actor, { ticketId, into: code, reason, seen }: MergeTicketCommand): Promise<string> {
    const words = requireText('reason', reason, MERGE_REASON_LENGTHS);
    return this.uow.run(async (tx) => {
      const ticket = await this.tickets.forActor(tx, actor, ticketId);
      requireAsSeen(ticket, seen);
      this.tickets.require(actor, ticket, 'merge');
      const into = await this.byCode(tx, actor, code);
      requireMerge(ticket, into);
      const { lineId } = await this.tickets.perform(tx, actor, ticket, {
        act: 'merge',
        change: { mergedIntoId: into.id },
        entry: { kind: 'merged', title: `Gộp vào phiếu ${into.code}`, text: words },
        word: `Phản ánh có cùng nội dung với phiếu ${into.code} và được giải quyết chung; kết quả sẽ báo tới người phản ánh.`,
      });
      await this.followOn(tx, actor, ticket, into);
      await showOutcomes(tx, into, this.clock.now());
      await this.joinTo(tx, actor, { ticket, into, words });
      await this.tellHolders(tx, actor, { ticket, into, lineId });
      return into.id;
    });
  }

  /** @throws DomainError `input-invalid` where nobody, or not this person, may see such a ticket */
  private async byCode(tx: EntityManager, actor: Actor, code: string): Promise<TicketEntity> {
    const into = await tx.findOneBy(TicketEntity, { code: code.trim().toUpperCase() });
    if (into && seesTicket(actor, into)) return into;
    throw new DomainError('input-invalid', { field: 'into', message: 'Không có phiếu mang mã này. Xem lại mã phiếu.' });
  }

  /** What was merged into the ticket before goes on with it, so that nobody's way to the answer has two steps. */
  private async followOn(tx: EntityManager, actor: Actor, ticket: TicketEntity, into: TicketEntity): Promise<void> {
    const before = await mergedInto(tx, ticket.id);
    for (const { id } of before) {
      const title = `Phiếu ${ticket.code} đã gộp vào phiếu ${into.code}; theo dõi tại phiếu đó`;
      await this.tickets.addLine(tx, actor, id, { kind: 'merged', title });
      await noteTampers(tx, SEALED_TICKET, [id]);
      await tx.update(TicketEntity, { id }, { mergedIntoId: into.id, latest: title.slice(0, 200) });
      await sealRecords(tx, SEALED_TICKET, [id]);
    }
  }

  /** The ticket that goes on says whom it speaks for; another change of it at the same moment is refused and must look again. */
  private async joinTo(
    tx: EntityManager,
    actor: Actor,
    { ticket, into, words }: { readonly ticket: TicketEntity; readonly into: TicketEntity; readonly words: string },
  ): Promise<void> {
    const entry = { kind: 'joined', title: `Nhận phiếu ${ticket.code} gộp vào`, text: words };
    const { id, version } = into;
    const { affected } = await tx.update(TicketEntity, { id, version }, { latest: latestOf(entry) });
    if (affected !== 1) throw new DomainError('changed-meanwhile', { what: 'ticket', id });
    await this.tickets.addLine(tx, actor, id, entry);
    await this.journal.record(tx, actor, {
      action: 'ticket.join',
      objectKind: 'ticket',
      objectId: id,
      detail: { joined: ticket.id },
    });
  }

  private async tellHolders(
    tx: EntityManager,
    actor: Actor,
    { ticket, into, lineId }: { readonly ticket: TicketEntity; readonly into: TicketEntity; readonly lineId: string },
  ): Promise<void> {
    const heard = [
      { of: ticket, words: `Phiếu ${ticket.code} đã gộp vào phiếu ${into.code}; không phải xử lý riêng.` },
      {
        of: into,
        words: `Phiếu ${into.code} nhận phiếu ${ticket.code} gộp vào; kết quả báo tới người phản ánh ở cả hai phiếu.`,
      },
    ];
    for (const { of, words } of heard) {
      if (of.officerId === null || hasHandIn(actor, of.officerId)) continue;
      await this.notices.tell(tx, {
        key: `ticket.merged:${lineId}:${of.id}:${of.officerId}`,
        staffId: of.officerId,
        kind: 'news',
        ticket: { id: of.id, code: of.code },
        words,
      });
    }
  }
}
