import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { hasHandIn, type Actor } from '../../../kernel/actor.js';
import { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { Journal } from '../../../journal/index.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { GIVEN_BACK_LENGTHS } from '../../domain/reply/answer.js';
import { requirePublishable } from '../../domain/reply/publication.js';
import { requireText } from '../../domain/required-text.js';
import { knownOf } from '../../domain/identity/sender.js';
import { TicketPublicationEntity } from '../../persistence/life.entities.js';
import type { TicketEntity } from '../../persistence/tickets.entities.js';
import type { DecisionGround } from '../../domain/decisions/who-decides.js';
import { DecisionRights } from '../decisions/decision-rights.js';
import { Periods } from '../deadlines/periods.js';
import { TicketRules } from '../ticket-rules.js';
import { TicketVisibility } from '../reading/ticket-visibility.js';
import { Tickets } from '../tickets.js';
import { PUBLISH_RESULT } from '../../jobs/jobs.js';

/** What an approval did: the result goes out, or it waits for a second person. */
export type Approval = 'published' | 'endorsed';

/**
 * Supervision or a leader decides whether a result is published, never the person who asked for it (rule 20). In categories in which children may be
 * recognised two of them approve, one after the other; a substitute of the first does not count as a second person.
 */
@Injectable()
export class DecidePublication {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly tickets: Tickets,
    private readonly periods: Periods,
    private readonly rules: TicketRules,
    private readonly journal: Journal,
    private readonly outbox: Outbox,
    private readonly visibility: TicketVisibility,
    private readonly rights: DecisionRights,
  ) {}

  /**
   * The text is searched once more: what the rules find today counts, not what they found when it was written.
   *
   * @param publicationId the text that the approver read; when another one was asked for meanwhile, the approval is refused
   * @throws DomainError `not-found`, `forbidden`, `ticket-act-barred`, `ticket-transition-refused`, `text-names-private`, `changed-meanwhile`
   */
  async approve(actor: Actor, ticketId: string, publicationId: string): Promise<Approval> {
    return this.uow.run(async (tx) => {
      const ticket = await this.tickets.forActor(tx, actor, ticketId);
      const ground = await this.rights.require(actor, ticket, 'approvePublication');
      const wish = await tx.findOneBy(TicketPublicationEntity, { id: publicationId, ticketId, approved: IsNull() });
      if (wish === null) throw new DomainError('changed-meanwhile', { what: 'publication', id: publicationId });
      const { aboutChildren } = (await this.rules.policyOf(ticket)).categories[ticket.category];
      await this.requireKnowing(tx, actor, ticket);
      const { left, consent } = wish;
      // Null on rows from before the names that stay were recorded: those cannot be searched again.
      if (left !== null) requirePublishable(wish, { left, consent, aboutChildren, sender: knownOf(ticket) });
      if (aboutChildren && wish.endorsedById === null) return this.endorse(tx, actor, wish);
      if (aboutChildren && hasHandIn(actor, wish.endorsedById, wish.endorsedForId)) throw samePerson();
      return this.publish(tx, actor, ticket, { id: wish.id, ground });
    });
  }

  /** Only a person who may know the sender can judge whether the text names them. */
  private async requireKnowing(tx: EntityManager, actor: Actor, ticket: TicketEntity): Promise<void> {
    const { hiding } = await this.visibility.of(actor, ticket, tx);
    if (hiding === null) return;
    const message =
      'Đơn vị của bạn không được biết ai phản ánh nên không duyệt công khai được. Đề nghị người khác duyệt.';
    throw new DomainError('ticket-act-barred', { act: 'approvePublication', guard: 'approverKnowsSender', message });
  }

  /** Records the first of two approvals. */
  private async endorse(tx: EntityManager, actor: Actor, { id, ticketId }: TicketPublicationEntity): Promise<Approval> {
    const endorsedForId = actor.onBehalfOf?.id ?? null;
    const endorsed = { endorsedById: actor.id, endorsedForId, endorsedAt: this.clock.now() };
    const open = { id, approved: IsNull(), endorsedById: IsNull() };
    const { affected } = await tx.update(TicketPublicationEntity, open, endorsed);
    if (affected !== 1) throw new DomainError('changed-meanwhile', { what: 'publication', id });
    const title = 'Duyệt công khai kết quả, người thứ nhất; còn chờ người thứ hai';
    await this.tickets.addLine(tx, actor, ticketId, { kind: 'publicationEndorsed', title });
    const line = { action: 'ticket.endorsePublication', objectKind: 'ticket', objectId: ticketId } as const;
    await this.journal.record(tx, actor, { ...line, detail: { publicationId: id } });
    return 'endorsed';
  }

  private async publish(
    tx: EntityManager,
    actor: Actor,
    ticket: TicketEntity,
    { id, ground }: { readonly id: string; readonly ground: DecisionGround },
  ): Promise<Approval> {
    const wish = { ticketId: ticket.id, publicationId: id };
    await this.decide(tx, actor, wish, { approved: true, decisionReason: null });
    await this.published(tx, ticket);
    await this.tickets.perform(tx, actor, ticket, {
      act: 'approvePublication',
      ground,
      change: { publicationAskedById: null, publishedAt: this.clock.now() },
      entry: { kind: 'publicationApproved', title: 'Duyệt công khai kết quả' },
    });
    await this.outbox.enqueue(tx, PUBLISH_RESULT.of({ publicationId: id }, ticket.id));
    return 'published';
  }

  /**
   * The period for publishing starts with the approval and is met by it at once; the kept period proves that.
   *
   * Source: Nghị định 20/2008/NĐ-CP, Điều 19.
   */
  private async published(tx: EntityManager, ticket: TicketEntity): Promise<void> {
    await this.periods.count(tx, ticket, { duty: 'publish', reason: 'publication', startedAt: this.clock.now() });
    await this.periods.met(tx, ticket.id, 'publish');
  }

  /** @throws DomainError `input-invalid`, else as `approve` */
  async decline(
    actor: Actor,
    ticketId: string,
    { publicationId, reason }: { readonly publicationId: string; readonly reason: string },
  ): Promise<void> {
    const decisionReason = requireText('reason', reason, GIVEN_BACK_LENGTHS);
    await this.uow.run(async (tx) => {
      const ticket = await this.tickets.forActor(tx, actor, ticketId);
      const ground = await this.rights.require(actor, ticket, 'declinePublication');
      await this.decide(tx, actor, { ticketId, publicationId }, { approved: false, decisionReason });
      await this.tickets.perform(tx, actor, ticket, {
        act: 'declinePublication',
        ground,
        change: { publicationAskedById: null },
        entry: { kind: 'publicationDeclined', title: 'Không công khai kết quả', text: decisionReason },
      });
    });
  }

  private async decide(
    tx: EntityManager,
    actor: Actor,
    { ticketId, publicationId: id }: { readonly ticketId: string; readonly publicationId: string },
    decision: Pick<TicketPublicationEntity, 'approved' | 'decisionReason'>,
  ): Promise<void> {
    const decided = { ...decision, decidedById: actor.id, decidedAt: this.clock.now() };
    const { affected } = await tx.update(TicketPublicationEntity, { id, ticketId, approved: IsNull() }, decided);
    if (affected !== 1) throw new DomainError('changed-meanwhile', { what: 'publication', id });
  }
}

function samePerson(): DomainError {
  return new DomainError('ticket-act-barred', {
    act: 'approvePublication',
    guard: 'endorsedByAnother',
    message: 'Lĩnh vực này có thể nhận ra trẻ em nên cần hai người duyệt. Người khác phải duyệt lần thứ hai.',
  });
}
