import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Journal } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { StaffEntity } from '../../organisation/index.js';

/** Makes people contact officers, and ends it, in somebody else's transaction. */
@Injectable()
export class OfficerRoles {
  constructor(private readonly journal: Journal) {}

  /** @returns whether they were not contact officer before @throws DomainError `not-found` for who does not work in that unit (any more) */
  async give(tx: EntityManager, actor: Actor, staffId: string, unitId: string): Promise<boolean> {
    const person = await tx.findOneBy(StaffEntity, { id: staffId, unitId, active: true });
    if (!person) throw new DomainError('not-found', { what: 'staff' });
    if (person.roles.includes('contactOfficer')) return false;
    await this.write(tx, actor, person, [...person.roles, 'contactOfficer']);
    return true;
  }

  async end(tx: EntityManager, actor: Actor, staffId: string): Promise<void> {
    const person = await tx.findOneBy(StaffEntity, { id: staffId });
    if (!person?.roles.includes('contactOfficer')) return;
    await this.write(
      tx,
      actor,
      person,
      person.roles.filter((role) => role !== 'contactOfficer'),
    );
  }

  private async write(
    tx: EntityManager,
    actor: Actor,
    { id, roles: before }: StaffEntity,
    roles: StaffEntity['roles'],
  ): Promise<void> {
    await tx.update(StaffEntity, { id }, { roles });
    const detail = { before, after: roles };
    await this.journal.record(tx, actor, { action: 'staff.roles', objectKind: 'staff', objectId: id, detail });
  }
}
