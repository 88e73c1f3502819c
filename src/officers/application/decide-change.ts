import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { WriteDraft } from '../../drafting/index.js';
import { Journal, type JournalAction } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { HandOverTickets } from '../../tickets/index.js';
import { isReversible, whatGoesBack, whoTakesBack } from '../domain/officer-change.js';
import { OfficerChangeEntity } from '../persistence/officers.entities.js';
import { ApplyOfficerChange } from './apply-officer-change.js';
import { OfficerRoles } from './officer-roles.js';
import { OfficerTerms } from './officer-terms.js';
import { PlanChange, requireEditor } from './plan-change.js';
import { TellOfChange } from './tell-of-change.js';

const LETTER_UNDER_WAY =
  'Công văn báo thành phố đã trình duyệt hoặc trình ký. Trả lại hoặc rút công văn về người soạn, rồi hoàn tác.';

/** Decides on a planned change: confirmed as it was seen, given up, or taken back within a day. */
@Injectable()
export class DecideChange {
  constructor(
    private readonly clock: Clock,
    private readonly uow: UnitOfWork,
    private readonly plans: PlanChange,
    private readonly applyOfficerChange: ApplyOfficerChange,
    private readonly roles: OfficerRoles,
    private readonly terms: OfficerTerms,
    private readonly handOver: HandOverTickets,
    private readonly tell: TellOfChange,
    private readonly journal: Journal,
    private readonly letters: WriteDraft,
  ) {}

  /**
   * Confirms the plan with that hash: it is done at once, or waits for its day.
   *
   * @throws DomainError `forbidden`, `not-found`, `changed-meanwhile` where the plan is no longer the one that was seen
   */
  async confirm(actor: Actor, id: string, hash: string): Promise<'done' | 'waiting'> {
    requireEditor(actor);
    return this.uow.run(async (tx) => {
      const change = await this.plans.one(id, tx);
      const now = this.clock.now();
      const isSeen = change.state === 'planned' && (await this.plans.planOf(change, tx)).hash === hash;
      const { isOneWaiting } = await this.plans.caseOf(change.unitId, tx);
      if (!isSeen || isOneWaiting) throw meanwhile(id);
      const confirmed = { confirmedById: actor.id, confirmedByName: actor.name, confirmedAt: now };
      await this.write(tx, change, { ...confirmed, state: 'waiting' });
      await this.record(tx, actor, id, 'officer.confirm', { hash });
      const confirmedNow = await this.plans.one(id, tx);
      if (change.validFrom > civilDateOf(now)) {
        await this.tell.foreseen(tx, confirmedNow);
        return 'waiting';
      }
      await this.applyOfficerChange.apply(tx, actor, confirmedNow);
      return 'done';
    });
  }

  /** Gives up a change that has not been done. @throws DomainError `forbidden`, `not-found`, `changed-meanwhile` */
  async withdraw(actor: Actor, id: string): Promise<void> {
    requireEditor(actor);
    await this.uow.run(async (tx) => {
      const change = await this.plans.one(id, tx);
      if (!['planned', 'waiting', 'failed'].includes(change.state)) throw meanwhile(id);
      await this.write(tx, change, { state: 'withdrawn' });
      if (change.state === 'waiting') await this.tell.withdrawn(tx, change);
      await this.record(tx, actor, id, 'officer.withdraw', { from: change.state });
    });
  }

  /**
   * Takes a change back: all goes back that nobody has touched; where something stays with the new officer, that person stays officer, too. What
   * was held by somebody who is no longer officer there goes to the one who is it again.
   *
   * @returns codes of the tickets that stay
   * @throws DomainError `forbidden`, `not-found`, `changed-meanwhile` when its day is over or it was taken back, `input-invalid` when who left
   *   the work to another no longer works there, `letter-under-way` while the letter about it is before its approvers or its leader
   */
  async reverse(actor: Actor, id: string): Promise<readonly string[]> {
    requireEditor(actor);
    return this.uow.run(async (tx) => {
      const change = await this.plans.one(id, tx);
      if (!isReversible(change, this.clock.now())) throw meanwhile(id);
      await this.dropLetter(tx, actor, id);
      const { unitId, leavingId, takingId } = change;
      const handed = change.handed ?? [];
      const ofUnit = await this.handOver.held(tx, { unitId });
      const held = ofUnit.filter((ticket) => handed.some((one) => one.id === ticket.id));
      const { back, left } = whatGoesBack(handed, held);
      const officers = await this.roles.giveBack(tx, actor, leavingId, unitId);
      for (const { id: ticketId, fromOfficerId } of back) {
        const ticket = held.find((one) => one.id === ticketId);
        const to = { unitId, officerId: whoTakesBack(fromOfficerId, { officers, leavingId }) };
        if (ticket) await this.handOver.one(tx, actor, ticket, { to, because: 'Hoàn tác thay đổi cán bộ đầu mối.' });
      }
      const stayed = left.map(({ code }) => code);
      const further = ofUnit.filter(
        ({ id, officerId }) => officerId === takingId && !back.some((one) => one.id === id),
      );
      const keepsNew =
        change.gaveRole === true && (further.length > 0 || left.some(({ toOfficerId }) => toOfficerId === takingId));
      if (change.gaveRole === true && !keepsNew) await this.roles.end(tx, actor, takingId);
      await this.terms.takeBack(tx, { id, unitId, leavingId, from: change.validFrom }, keepsNew);
      const reversed = { reversedAt: this.clock.now(), reversedByName: actor.name, stayed };
      await this.write(tx, change, { ...reversed, state: 'reversed' });
      await this.tell.reversed(tx, change, stayed);
      const detail = { unitId, before: takingId, after: leavingId, back: back.map(({ code }) => code), stayed };
      await this.record(tx, actor, id, 'officer.reverse', detail);
      return stayed;
    });
  }

  /** Nobody is told of a change that was taken back. */
  private async dropLetter(tx: EntityManager, actor: Actor, caseId: string): Promise<void> {
    const letter = await this.letters.latestOf(tx, { caseKind: 'officerChange', caseId });
    if (letter === null || letter.state === 'done') return;
    if (letter.state !== 'editing') throw new DomainError('letter-under-way', { message: LETTER_UNDER_WAY });
    await this.letters.withdraw(tx, actor, letter);
  }

  private async write(
    tx: EntityManager,
    { id, version, state }: OfficerChangeEntity,
    change: Partial<OfficerChangeEntity>,
  ): Promise<void> {
    const { affected } = await tx.update(OfficerChangeEntity, { id, version, state }, change);
    if (affected !== 1) throw meanwhile(id);
  }

  private record(
    tx: EntityManager,
    actor: Actor,
    objectId: string,
    ...[action, detail]: [JournalAction, Readonly<Record<string, unknown>>]
  ): Promise<void> {
    return this.journal.record(tx, actor, { action, objectKind: 'officerChange', objectId, detail });
  }
}

function meanwhile(id: string): DomainError {
  return new DomainError('changed-meanwhile', { what: 'officerChange', id });
}
