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

  /** @returns whether they were not contact officer before @throws DomainError `not-found` for a person who does not work in that unit (any more) */
  async give(tx: EntityManager, actor: Actor, staffId: string, unitId: string): Promise<boolean> {
    const person = await tx.findOneBy(StaffEntity, { id: staffId, unitId, active: true });
    if (!person) throw new DomainError('not-found', { what: 'staff' });
    if (person.roles.includes('contactOfficer')) return false;
    await this.roles.giveIn(tx, actor, this.changeOf(staffId));
    return true;
  }

  /**
   * Makes somebody contact officer again who was it before.
   *
   * @returns who are contact officers of the unit then
   * @throws DomainError `input-invalid` with the sentence for people, where the person no longer works there
   */
  async giveBack(tx: EntityManager, actor: Actor, staffId: string | null, unitId: string): Promise<readonly string[]> {
    if (staffId !== null) {
      const { active, unitId: worksIn, honorific, fullName } = await tx.findOneByOrFail(StaffEntity, { id: staffId });
      if (!active || worksIn !== unitId)
        throw new DomainError('input-invalid', { message: goneWords(`${honorific} ${fullName}`) });
      await this.give(tx, actor, staffId, unitId);
    }
    const people = await tx.findBy(StaffEntity, { unitId, active: true });
    return people.filter(({ roles }) => roles.includes('contactOfficer')).map(({ id }) => id);
  }

  async end(tx: EntityManager, actor: Actor, staffId: string): Promise<void> {
    const person = await tx.findOneBy(StaffEntity, { id: staffId });
    if (person?.roles.includes('contactOfficer') === true) await this.roles.endIn(tx, actor, this.changeOf(staffId));
  }

  private changeOf(staffId: string): RoleChange {
    return { staffId, role: 'contactOfficer', from: civilDateOf(this.clock.now()) };
  }
}

function goneWords(who: string): string {
  return `${who} không còn làm việc ở đơn vị này nên không nhận lại được việc đầu mối. Lập một lần thay đổi mới để giao việc cho người khác.`;
}
