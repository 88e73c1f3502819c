import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { dateWords } from '../../../calendar/domain/proof/moment-words.js';
import type { Actor } from '../../../kernel/actor.js';
import { civilDateOf } from '../../../kernel/civil-date.js';
import { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { Notices } from '../../../notices/index.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { extensionWords, REFUSED_EXTENSION, requireStillAhead } from '../../domain/deadlines/extension.js';
import { requireText } from '../../domain/required-text.js';
import { TicketExtensionEntity } from '../../persistence/life.entities.js';
import type { TicketEntity } from '../../persistence/tickets.entities.js';
import { updateRegisterDueDate } from '../intake/document-line.js';
import { ownCount } from './period-basis.js';
import { Periods } from './periods.js';
import { DecisionRights } from '../decisions/decision-rights.js';
import { Tickets } from '../tickets.js';

/** Somebody other than who asked decides on more time: the citizen is told the new day (status 05), or the day stays as it is. */
@Injectable()
export class DecideExtension {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly tickets: Tickets,
    private readonly periods: Periods,
    private readonly notices: Notices,
    private readonly rights: DecisionRights,
  ) {}

  /**
   * The period is counted again with the days granted; the day may differ from the one promised when the calendar or a pause changed meanwhile.
   *
   * @param extensionId the wish that was read: another one made meanwhile is not granted unread
   * @throws DomainError `not-found`, `forbidden`, `decision-of-leader`, `ticket-transition-refused`; `ticket-act-barred`, also once the day it leads to has passed;
   *   `changed-meanwhile` when it was decided already
   */
  async grant(actor: Actor, ticketId: string, extensionId: string): Promise<void> {
    await this.uow.run(async (tx) => {
      const ticket = await this.tickets.forActor(tx, actor, ticketId);
      const wish = await waiting(tx, ticketId, extensionId);
      const ground = await this.rights.require(actor, ticket, 'grantExtension');
      const before = await this.periods.inForce(tx, ticket, 'process');
      const granted = before === null ? null : ownCount(before).extendedBy;
      const extendedBy = (granted ?? 0) + wish.workingDays;
      const count = { duty: 'process', reason: 'extension', extendedBy } as const;
      const extended = await this.periods.calculate(tx, ticket, count, before);
      requireStillAhead(extended, this.clock.now());
      await this.periods.replace(tx, extended, before);
      const { dueAt, legalEndAt } = extended;
      const day = dateWords(civilDateOf(dueAt));
      await this.decide(tx, actor, wish, { granted: true, decisionReason: null, promisedOn: civilDateOf(dueAt) });
      await this.tickets.perform(tx, actor, ticket, {
        act: 'grantExtension',
        ground,
        change: { dueAt, legalEndAt, extensionAskedById: null, extensionsLeft: ticket.extensionsLeft - 1 },
        entry: {
          // The proof names who granted by this line, in the words of its time.
          id: wish.id,
          kind: 'extensionGranted',
          title: `Cho gia hạn ${wish.workingDays} ngày làm việc: hạn mới ${day}`,
          text: wish.progress,
        },
        word: extensionWords({ progress: wish.progress, due: dueAt }),
      });
      await updateRegisterDueDate(tx, ticket, dueAt);
      await this.tellAsker(tx, ticket, wish, `được gia hạn đến ${day}.`);
    });
  }

  /**
   * @param reason for the person who asked
   * @throws DomainError `input-invalid`, else as `grant`
   */
  async refuse(
    actor: Actor,
    ticketId: string,
    { extensionId, reason }: { readonly extensionId: string; readonly reason: string },
  ): Promise<void> {
    const decisionReason = requireText('reason', reason, REFUSED_EXTENSION);
    await this.uow.run(async (tx) => {
      const ticket = await this.tickets.forActor(tx, actor, ticketId);
      const wish = await waiting(tx, ticketId, extensionId);
      const ground = await this.rights.require(actor, ticket, 'refuseExtension');
      await this.decide(tx, actor, wish, { granted: false, decisionReason });
      await this.tickets.perform(tx, actor, ticket, {
        act: 'refuseExtension',
        ground,
        change: { extensionAskedById: null },
        entry: { kind: 'extensionRefused', title: 'Không cho gia hạn', text: decisionReason },
      });
      await this.tellAsker(tx, ticket, wish, 'không được gia hạn; hạn giữ nguyên.');
    });
  }

  private async decide(
    tx: EntityManager,
    actor: Actor,
    { id }: TicketExtensionEntity,
    decision: Pick<TicketExtensionEntity, 'granted' | 'decisionReason'> & Partial<TicketExtensionEntity>,
  ): Promise<void> {
    const decided = { ...decision, decidedById: actor.id, decidedAt: this.clock.now() };
    const { affected } = await tx.update(TicketExtensionEntity, { id, decidedAt: IsNull() }, decided);
    if (affected !== 1) throw new DomainError('changed-meanwhile', { what: 'extension', id });
  }

  private async tellAsker(
    tx: EntityManager,
    { id: ticketId, code }: TicketEntity,
    { id, askedById }: TicketExtensionEntity,
    what: string,
  ): Promise<void> {
    await this.notices.tell(tx, {
      key: `ticket.extensionDecided:${id}:${askedById}`,
      staffId: askedById,
      kind: 'news',
      ticket: { id: ticketId, code },
      words: `Phiếu ${code} ${what}`,
    });
  }
}

/** @throws DomainError `not-found`, `changed-meanwhile` when it was decided already or fell away */
async function waiting(tx: EntityManager, ticketId: string, id: string): Promise<TicketExtensionEntity> {
  const wish = await tx.findOneBy(TicketExtensionEntity, { id, ticketId });
  if (!wish) throw new DomainError('not-found', { what: 'extension' });
  if (wish.decidedAt !== null) throw new DomainError('changed-meanwhile', { what: 'extension', id });
  return wish;
}
