import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Journal, type JournalAction } from '../../../journal/index.js';
import { hasHandIn, type Actor } from '../../../kernel/actor.js';
import { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { Notices } from '../../../notices/index.js';
import { isOvertaken, type ProposedState } from '../../domain/decisions/proposed-decision.js';
import { ProposedDecisionEntity } from '../../persistence/proposed-decision.entity.js';
import { TicketEntity } from '../../persistence/tickets.entities.js';

interface End {
  readonly state: Exclude<ProposedState, 'proposed'>;
  readonly reason?: string;
}

const ACTIONS: Readonly<Partial<Record<ProposedState, JournalAction>>> = {
  refused: 'decision.refuse',
  withdrawn: 'decision.withdraw',
  overtaken: 'decision.overtake',
};

const WORDS: Readonly<Record<End['state'], string>> = {
  decided: 'lãnh đạo đã quyết định như đề xuất.',
  refused: 'lãnh đạo không đồng ý đề xuất; mở phiếu để xem lý do.',
  withdrawn: 'người khác đã rút đề xuất; mở phiếu để xem.',
  overtaken: 'phiếu đã chuyển bước nên đề xuất không còn hiệu lực; xem lại rồi đề xuất lại nếu còn cần.',
};

/** What waits for a leader to decide, and how it ends, once. */
@Injectable()
export class ProposedDecisions {
  constructor(
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly notices: Notices,
  ) {}

  /** @throws DomainError `not-found` */
  async found(tx: EntityManager, id: string): Promise<ProposedDecisionEntity> {
    const proposal = await tx.findOneBy(ProposedDecisionEntity, { id });
    if (proposal === null) throw new DomainError('not-found', { what: 'proposedDecision' });
    return proposal;
  }

  /** @throws DomainError `changed-meanwhile` when another decided first */
  async end(tx: EntityManager, actor: Actor, proposal: ProposedDecisionEntity, { state, reason }: End): Promise<void> {
    const { id, ticketId, proposedById } = proposal;
    const ended = { state, reason: reason ?? null, decidedById: actor.id, decidedByName: actor.name };
    const { affected } = await tx.update(
      ProposedDecisionEntity,
      { id, state: 'proposed' },
      { ...ended, decidedAt: this.clock.now() },
    );
    if (affected !== 1) throw new DomainError('changed-meanwhile', { what: 'proposedDecision', id });
    const action = ACTIONS[state];
    if (action !== undefined) {
      const detail = { proposalId: id, act: proposal.act };
      await this.journal.record(tx, actor, { action, objectKind: 'ticket', objectId: ticketId, detail });
    }
    if (!hasHandIn(actor, proposedById)) await this.tell(tx, proposal, { to: proposedById, words: WORDS[state] });
  }

  /** A ticket has changed: what was proposed for how it stood before falls away. @returns whether anything did */
  async overtake(tx: EntityManager, actor: Actor, before: TicketEntity, after: TicketEntity): Promise<boolean> {
    const waiting = await tx.findOneBy(ProposedDecisionEntity, { ticketId: after.id, state: 'proposed' });
    if (waiting === null || !isOvertaken(waiting.act, before, { ticket: after, actor, now: this.clock.now() }))
      return false;
    await this.end(tx, actor, waiting, { state: 'overtaken' });
    return true;
  }

  private async tell(
    tx: EntityManager,
    { id, ticketId }: ProposedDecisionEntity,
    { to, words }: { readonly to: string; readonly words: string },
  ): Promise<void> {
    const { code } = await tx.findOneByOrFail(TicketEntity, { id: ticketId });
    await this.notices.tell(tx, {
      key: `decision.ended:${id}:${to}`,
      staffId: to,
      kind: 'news',
      ticket: { id: ticketId, code },
      words: `Phiếu ${code}: ${words}`,
    });
  }
}
