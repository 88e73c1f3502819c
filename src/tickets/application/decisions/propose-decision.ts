import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Journal } from '../../../journal/index.js';
import type { Actor } from '../../../kernel/actor.js';
import { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { newId } from '../../../kernel/ids.js';
import { Notices } from '../../../notices/index.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { requireAsSeen } from '../../domain/assignment.js';
import { partiesOf, requireAct } from '../../domain/deadlines/policy.js';
import type { ProposedWish } from '../../domain/decisions/proposed-decision.js';
import { mayPropose, type ProposedAct } from '../../domain/decisions/who-decides.js';
import { TICKET_ACTS } from '../../domain/ticket-acts.js';
import { ProposedDecisionEntity } from '../../persistence/proposed-decision.entity.js';
import type { TicketEntity } from '../../persistence/tickets.entities.js';
import { Tickets } from '../tickets.js';
import { Deciders } from './deciders.js';
import { DecisionRights } from './decision-rights.js';
import { SoundWishes } from './sound-wishes.js';

export interface Proposing {
  readonly ticketId: string;
  readonly wish: ProposedWish;
  /** The version of the ticket that was seen. */
  readonly seen?: number;
}

/** Lays an act before the leaders, with all that it needs: agreed to, it is done as it is. Nothing of the ticket changes yet. */
@Injectable()
export class ProposeDecision {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly tickets: Tickets,
    private readonly rights: DecisionRights,
    private readonly wishes: SoundWishes,
    private readonly deciders: Deciders,
    private readonly journal: Journal,
    private readonly notices: Notices,
  ) {}

  /**
   * @throws DomainError as `SoundWishes.of`; `not-found`; `forbidden`, also for those who decide it themselves; `ticket-act-barred`, also while another
   *   proposal waits; `ticket-transition-refused`, `changed-meanwhile`
   */
  async propose(actor: Actor, { ticketId, wish, seen }: Proposing): Promise<string> {
    const id = newId();
    await this.uow.run(async (tx) => {
      const ticket = await this.tickets.forActor(tx, actor, ticketId);
      requireAsSeen(ticket, seen);
      await this.requireProposer(actor, ticket, wish.act);
      if (await tx.existsBy(ProposedDecisionEntity, { ticketId, state: 'proposed' })) throw waitsAlready(wish);
      const { sound, words } = await this.wishes.of(tx, ticket, wish);
      await tx.insert(ProposedDecisionEntity, {
        id,
        ticketId,
        act: wish.act,
        wish: sound,
        state: 'proposed',
        proposedById: actor.id,
        proposedForId: actor.onBehalfOf?.id ?? null,
        proposedByName: actor.name,
        proposedAt: this.clock.now(),
        decidedById: null,
        decidedByName: null,
        decidedAt: null,
        reason: null,
      });
      const title = `Đề xuất lãnh đạo quyết định: ${TICKET_ACTS[wish.act].words.toLocaleLowerCase('vi')}`;
      await this.tickets.addLine(tx, actor, ticketId, { kind: 'decisionProposed', title, text: words });
      const act = { action: 'decision.propose', objectKind: 'ticket', objectId: ticketId } as const;
      await this.journal.record(tx, actor, { ...act, detail: { proposalId: id, act: wish.act } });
      await this.tellDeciders(tx, ticket, wish.act, { id, title });
    });
    return id;
  }

  private async requireProposer(actor: Actor, ticket: TicketEntity, act: ProposedWish['act']): Promise<void> {
    const attempt = { ticket, actor, parties: partiesOf(actor, ticket), now: this.clock.now() };
    requireAct(act, attempt);
    if (!mayPropose(act, attempt, await this.rights.powersOf(actor))) throw new DomainError('forbidden', { act });
  }

  private async tellDeciders(
    tx: EntityManager,
    { id: ticketId, code }: TicketEntity,
    act: ProposedAct,
    { id, title }: { readonly id: string; readonly title: string },
  ): Promise<void> {
    await this.notices.tellEach(tx, await this.deciders.of(act), {
      key: `decision.proposed:${id}`,
      kind: 'news',
      ticket: { id: ticketId, code },
      words: `Phiếu ${code}: ${title.toLocaleLowerCase('vi')}. Mở trang Chờ quyết định.`,
    });
  }
}

function waitsAlready({ act }: ProposedWish): DomainError {
  return new DomainError('ticket-act-barred', {
    act,
    message: 'Phiếu này đã có một đề xuất chờ lãnh đạo quyết định. Rút đề xuất đó trước khi đề xuất khác.',
  });
}
