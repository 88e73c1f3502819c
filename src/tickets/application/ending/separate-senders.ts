import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../../kernel/actor.js';
import { othersWaiting } from '../../domain/intake/shared-matter.js';
import { noteTampers, sealRecords } from '../../../journal/index.js';
import { SEALED_TICKET } from '../../persistence/sealed-tickets.js';
import { TicketEntity } from '../../persistence/tickets.entities.js';
import { DeskDuty } from '../desk-duty.js';
import { mergedInto } from '../intake/document-matters.js';
import { updateRegisterDueDate, showOutcomes } from '../intake/document-line.js';
import { Clock } from '../../../kernel/clock.js';
import { EndMatter } from './end-matter.js';
import { TicketProjections } from '../ticket-projections.js';
import { Periods } from '../deadlines/periods.js';
import { Tickets } from '../tickets.js';

/**
 * Parts the other senders from a ticket that is judged to be no feedback: the words of its own sender were judged, not theirs. The first of the other
 * tickets goes back to the desk with its own period, and carries those of the rest.
 */
@Injectable()
export class SeparateSenders {
  constructor(
    private readonly clock: Clock,
    private readonly tickets: Tickets,
    private readonly periods: Periods,
    private readonly desk: DeskDuty,
    private readonly ends: EndMatter,
    private readonly projections: TicketProjections,
  ) {}

  /**
   * @param judged the ticket as it now stands
   * @throws DomainError `changed-meanwhile`, `deadline-calendar-missing`
   */
  async from(tx: EntityManager, actor: Actor, judged: TicketEntity): Promise<void> {
    if (judged.nature === 'feedback') return;
    const [first, ...rest] = othersWaiting(judged, await mergedInto(tx, judged.id));
    if (first === undefined) return;
    for (const { id } of rest) {
      const title = `Không còn giải quyết chung với phiếu ${judged.code}; theo dõi tại phiếu ${first.code}`;
      await this.tickets.addLine(tx, actor, id, { kind: 'merged', title });
      await noteTampers(tx, SEALED_TICKET, [id]);
      await tx.update(TicketEntity, { id }, { mergedIntoId: first.id, latest: title.slice(0, 200) });
      await sealRecords(tx, SEALED_TICKET, [id]);
    }
    const { dueAt, legalEndAt } = await this.periods.count(tx, first, { duty: 'process', reason: 'separation' });
    const { ticket } = await this.tickets.perform(tx, actor, first, {
      act: 'separate',
      as: 'system',
      change: {
        mergedIntoId: null,
        leadUnitId: null,
        officerId: null,
        acceptBy: null,
        coordinators: [],
        dueAt,
        legalEndAt,
      },
      entry: { kind: 'separated', title: `Trở lại giải quyết riêng, không chung với phiếu ${judged.code}` },
      word: `Phản ánh được giải quyết riêng tại phiếu ${first.code}, không còn chung với phiếu ${judged.code}.`,
    });
    await this.desk.begin(tx, ticket, 'separation');
    await updateRegisterDueDate(tx, ticket, dueAt);
    for (const { id } of [first, ...rest]) await this.release(tx, judged, id);
    await showOutcomes(tx, judged, this.clock.now());
    const codes = [first, ...rest].map(({ code }) => code).join(', ');
    await this.tickets.addLine(tx, actor, judged.id, {
      kind: 'separated',
      title: `Trả lại phiếu đã nhận gộp: ${codes}`,
    });
    await this.ends.endWhereNobodyWaits(tx, actor, judged.id);
  }

  /** The ticket keeps no period of one that left it. */
  private async release(tx: EntityManager, judged: TicketEntity, leftId: string): Promise<void> {
    const counted = await this.periods.countWithout(tx, judged, leftId);
    if (counted === null) return;
    const { dueAt, legalEndAt } = counted;
    await noteTampers(tx, SEALED_TICKET, [judged.id]);
    await tx.update(TicketEntity, { id: judged.id }, { dueAt, legalEndAt });
    await sealRecords(tx, SEALED_TICKET, [judged.id]);
    await this.projections.updateDates(tx, judged, { dueAt, legalEndAt });
    await updateRegisterDueDate(tx, judged, dueAt);
  }
}
