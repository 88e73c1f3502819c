import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { AssignRoles, StaffEntity, type RoleChange } from '../../organisation/index.js';

/** Makes people contact officers, and ends it, in somebody else's transaction; from today on, as a role by date. */
@Injectable()
export class OfficerRoles {
  constructor(
    private readonly clock: Clock,
    private readonly roles: AssignRoles,
  ) {}

  /** @returns whether they were not contact officer before @throws DomainError `not-found` for who does not work in that unit (any more) */
  async give(tx: EntityManager, actor: Actor, staffId: string, unitId: string): Promise<boolean> {
    const person = await tx.findOneBy(StaffEntity, { id: staffId, unitId, active: true });
    if (!person) throw new DomainError('not-found', { what: 'staff' });
    if (person.roles.includes('contactOfficer')) return false;
    await this.roles.giveIn(tx, actor, this.changeOf(staffId));
    return true;
  }

  async end(tx: EntityManager, actor: Actor, staffId: string): Promise<void> {
    const person = await tx.findOneBy(StaffEntity, { id: staffId });
    if (person?.roles.includes('contactOfficer') === true) await this.roles.endIn(tx, actor, this.changeOf(staffId));
  }

  private changeOf(staffId: string): RoleChange {
    return { staffId, role: 'contactOfficer', from: civilDateOf(this.clock.now()) };
  }
}
