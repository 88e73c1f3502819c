import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Journal } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { HandOverTickets } from '../../tickets/index.js';
import type { HandedTicket } from '../domain/officer-change.js';
import { OfficerChangeEntity } from '../persistence/officers.entities.js';
import { OfficerRoles } from './officer-roles.js';
import { OfficerTerms } from './officer-terms.js';
import { PlanChange } from './plan-change.js';
import { TellOfChange } from './tell-of-change.js';
import { MAKE_CHANGE_LETTER } from '../jobs/jobs.js';

/** Does a confirmed change, all of it at once: roles, directory, tickets, notices, and the letter to the city as a job. */
@Injectable()
export class ApplyOfficerChange {
  constructor(
    private readonly clock: Clock,
    private readonly plans: PlanChange,
    private readonly roles: OfficerRoles,
    private readonly terms: OfficerTerms,
    private readonly handOver: HandOverTickets,
    private readonly tell: TellOfChange,
    private readonly outbox: Outbox,
    private readonly journal: Journal,
  ) {}

  /** @throws DomainError `not-found` where who takes over has left the unit, `changed-meanwhile`, `deadline-calendar-missing` */
  async apply(tx: EntityManager, actor: Actor, change: OfficerChangeEntity): Promise<void> {
    const { id, unitId, leavingId, takingId, validFrom, phone, email } = change;
    const { tickets } = await this.plans.planOf(change, tx);
    const gaveRole = await this.roles.give(tx, actor, takingId, unitId);
    if (leavingId !== null) {
      await this.roles.end(tx, actor, leavingId);
      await this.terms.end(tx, unitId, leavingId, validFrom);
    }
    await this.terms.begin(tx, { unitId, staffId: takingId, phone, email, changeId: id, from: validFrom });
    const because = `Thay đổi cán bộ đầu mối: ${change.reason}`;
    const handed: HandedTicket[] = [];
    for (const { ticket, toOfficerId } of tickets) {
      const to = { unitId, officerId: toOfficerId };
      const { version } = await this.handOver.one(tx, actor, ticket, { to, because });
      handed.push({ id: ticket.id, code: ticket.code, version, fromOfficerId: ticket.officerId, toOfficerId });
    }
    const done = { state: 'done' as const, doneAt: this.clock.now(), handed, gaveRole };
    const { affected } = await tx.update(OfficerChangeEntity, { id, version: change.version }, done);
    if (affected !== 1) throw new DomainError('changed-meanwhile', { what: 'officerChange', id });
    await this.tell.done(tx, change, handed);
    await this.outbox.enqueue(tx, MAKE_CHANGE_LETTER.of({ changeId: id }));
    await this.journal.record(tx, actor, {
      action: 'officer.change',
      objectKind: 'officerChange',
      objectId: id,
      detail: { unitId, before: leavingId, after: takingId, validFrom, tickets: handed.map(({ code }) => code) },
    });
  }
}
