import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { dateWords } from '../../../calendar/domain/proof/moment-words.js';
import type { Actor } from '../../../kernel/actor.js';
import { civilDateOf } from '../../../kernel/civil-date.js';
import { Clock } from '../../../kernel/clock.js';
import { newId } from '../../../kernel/ids.js';
import { Notices } from '../../../notices/index.js';
import { Database } from '../../../platform/database/database.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import {
  extensionChoices,
  requireWish,
  type ExtensionChoices,
  type ExtensionWish,
} from '../../domain/deadlines/extension.js';
import { TicketExtensionEntity } from '../../persistence/life.entities.js';
import type { TicketEntity } from '../../persistence/tickets.entities.js';
import { ownCount, pauseOf } from './period-basis.js';
import { Periods, type MeasuredTicket } from './periods.js';
import { Deciders } from '../decisions/deciders.js';
import { TicketRules } from '../ticket-rules.js';
import { Tickets } from '../tickets.js';

const NO_CHOICE: ExtensionChoices = { ends: [], cutByCalendar: false };

/** Asks for more time before the ticket is due, with the day it promises; somebody else decides. */
@Injectable()
export class RequestExtension {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly tickets: Tickets,
    private readonly periods: Periods,
    private readonly rules: TicketRules,
    private readonly deciders: Deciders,
    private readonly notices: Notices,
  ) {}

  /** The ends a wish may promise as things stand, nearest first. */
  choices(ticket: MeasuredTicket): Promise<ExtensionChoices> {
    return this.choicesIn(this.database.reader.manager, ticket);
  }

  /**
   * @returns the id of the wish
   * @throws DomainError `input-invalid`, `text-held-back`, `not-found`, `forbidden`, `ticket-act-barred`, `ticket-transition-refused`, `changed-meanwhile`
   */
  async request(actor: Actor, ticketId: string, wish: ExtensionWish): Promise<string> {
    const id = newId();
    await this.uow.run(async (tx) => {
      const ticket = await this.tickets.forActor(tx, actor, ticketId);
      this.tickets.require(actor, ticket, 'requestExtension');
      const { promised, ...asked } = requireWish(wish, await this.choicesIn(tx, ticket));
      const promisedOn = civilDateOf(promised.due);
      await tx.insert(TicketExtensionEntity, {
        id,
        ticketId,
        cycle: ticket.cycle,
        ...asked,
        promisedOn,
        askedById: actor.id,
        askedAt: this.clock.now(),
        granted: null,
        decidedById: null,
        decidedAt: null,
        decisionReason: null,
      });
      const title = `Xin gia hạn ${asked.workingDays} ngày làm việc, đến ${dateWords(promisedOn)}`;
      await this.tickets.perform(tx, actor, ticket, {
        act: 'requestExtension',
        change: { extensionAskedById: actor.id },
        entry: { kind: 'extensionAsked', title, text: asked.reason },
      });
      await this.tellWhoDecides(tx, ticket, { id, words: title });
    });
    return id;
  }

  private async choicesIn(tx: EntityManager, ticket: MeasuredTicket): Promise<ExtensionChoices> {
    const inForce = await this.periods.inForce(tx, ticket, 'process');
    if (!inForce) return NO_CHOICE;
    const [policy, calendar] = await Promise.all([
      this.rules.policyOf(ticket),
      this.rules.calendar(inForce.countedForUnitId),
    ]);
    const { level, category } = ticket;
    const { startedAt, extendedBy, ...own } = ownCount(inForce);
    const pauses = own.pauses.map(pauseOf);
    const parts = await this.periods.partsOf(tx, ticket, startedAt);
    return extensionChoices(startedAt, { policy, level, category, calendar, pauses, extendedBy, parts });
  }

  private async tellWhoDecides(
    tx: EntityManager,
    { id: ticketId, code }: TicketEntity,
    { id, words }: { readonly id: string; readonly words: string },
  ): Promise<void> {
    await this.notices.tellEach(tx, await this.deciders.of('grantExtension'), {
      key: `ticket.extensionAsked:${id}`,
      kind: 'news',
      ticket: { id: ticketId, code },
      words: `Phiếu ${code}: ${words.replace('Xin', 'xin')}, chờ duyệt.`,
    });
  }
}
