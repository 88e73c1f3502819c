import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { civilDateOf } from '../../../kernel/civil-date.js';
import type { Actor } from '../../../kernel/actor.js';
import { Clock } from '../../../kernel/clock.js';
import { newId } from '../../../kernel/ids.js';
import { fold } from '../../../kernel/vietnamese.js';
import { Journal, sealTogether } from '../../../journal/index.js';
import { PetitionOfTicket } from '../../../petitions/index.js';
import { countOn } from '../../../platform/database/counted-row.js';
import { insertRows } from '../../../platform/database/rows.js';
import { cannotBeAnswered } from '../../domain/intake/intake.js';
import { freshCycle, phoneKeyOf } from '../../domain/intake/new-ticket.js';
import { ticketCode } from '../../domain/intake/ticket-code.js';
import { SEALED_DEADLINE, SEALED_LINE, SEALED_TICKET } from '../../persistence/sealed-tickets.js';
import { TicketDayEntity, TicketEntity } from '../../persistence/tickets.entities.js';
import { petitionOf } from '../petition-of.js';
import { TicketProjections } from '../ticket-projections.js';
import { Periods } from '../deadlines/periods.js';
import { TicketRules } from '../ticket-rules.js';
import { Tickets } from '../tickets.js';

/** What is known of a feedback when its ticket is opened. */
export type NewTicket = Pick<
  TicketEntity,
  | 'hotlineCode'
  | 'incomingDocumentId'
  | 'nature'
  | 'kind'
  | 'level'
  | 'category'
  | 'hotlineCategory'
  | 'channel'
  | 'subject'
  | 'words'
  | 'place'
  | 'senderName'
  | 'senderPhone'
  | 'senderEmail'
  | 'senderAddress'
  | 'keepSecret'
  | 'complete'
  | 'startedAt'
> &
  Partial<Pick<TicketEntity, 'complainedUnitId' | 'aboutNoUnitAt' | 'splitFromId' | 'takenById'>>;

/** Enters a feedback item among the tickets: its code, its periods with their proof, its first line. Every intake ends here. */
@Injectable()
export class EnterTicket {
  constructor(
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly tickets: Tickets,
    private readonly periods: Periods,
    private readonly rules: TicketRules,
    private readonly projections: TicketProjections,
    private readonly petitions: PetitionOfTicket,
  ) {}

  /**
   * @param title the first line of its course, e.g. `Nhận từ Tổng đài 1022`
   * @throws DomainError `policy-missing`, `deadline-calendar-missing`
   */
  async enter(tx: EntityManager, actor: Actor, facts: NewTicket, title: string): Promise<TicketEntity> {
    const day = civilDateOf(facts.startedAt);
    const policy = await this.rules.policyAt(day);
    const id = newId();
    const code = ticketCode(day, await countOn(tx, { entity: TicketDayEntity, key: { day } }, 1));
    const cycle = 1;
    const measured = { ...facts, id, cycle, policyVersion: policy.version };
    const { process, ids: periodIds } = await this.periods.begin(tx, measured);
    const now = this.clock.now();
    const ticket = tx.create(TicketEntity, {
      complainedUnitId: null,
      aboutNoUnitAt: null,
      splitFromId: null,
      takenById: null,
      mergedIntoId: null,
      ownEnd: null,
      ...facts,
      ...freshCycle(policy),
      id,
      code,
      cycle,
      state: 'received',
      open: true,
      policyVersion: policy.version,
      reopeningsLeft: policy.reopeningsAllowed,
      phoneKey: phoneKeyOf(facts.senderPhone),
      anonymous: cannotBeAnswered(facts),
      dueAt: process.dueAt,
      legalEndAt: process.legalEndAt,
      latest: title,
      createdAt: now,
      version: 1,
      folded: fold([code, facts.hotlineCode ?? '', facts.subject, facts.place, facts.hotlineCategory].join(' ')).slice(
        0,
        1000,
      ),
    });
    await insertRows(tx, TicketEntity, ticket);
    await this.journal.record(tx, actor, {
      action: 'ticket.open',
      objectKind: 'ticket',
      objectId: id,
      detail: { code, incomingDocumentId: facts.incomingDocumentId },
    });
    const line = { kind: 'received' as const, title, toHotline: facts.hotlineCode !== null };
    const lineId = await this.tickets.writeLine(tx, actor, id, line);
    await sealTogether(tx, [
      [SEALED_DEADLINE, periodIds],
      [SEALED_TICKET, [id]],
      [SEALED_LINE, [lineId]],
    ]);
    await this.projections.update(tx, null, ticket);
    // A part of a petition is a petition.
    if (ticket.nature !== 'feedback') await this.petitions.follow(tx, actor, petitionOf(ticket));
    return ticket;
  }
}
