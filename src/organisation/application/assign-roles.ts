import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Journal, noteTampers, sealRecords, type JournalAction } from '../../journal/index.js';
import type { Actor, Role } from '../../kernel/actor.js';
import { civilDate, civilDateOf, type CivilDate } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { newId } from '../../kernel/ids.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { administersOn, isRole, roleEndFlaws, roleFlaws, rolesOn, type RoleDraft } from '../domain/roles-by-date.js';
import { dayBefore } from '../domain/unit-tree.js';
import { SEALED_ACCOUNT, SEALED_ROLE } from '../persistence/sealed-accounts.js';
import { StaffEntity, StaffRoleEntity } from '../persistence/organisation.entities.js';
import { OrganisationQueries } from '../persistence/organisation-queries.js';
import { requireFlawless } from './flawless.js';
import { requireOrganiser } from './write-units.js';

const LAST_ADMINISTRATOR = 'Đây là quản trị hệ thống cuối cùng; giao vai trò này cho người khác trước.';

/** A role that changes hands inside somebody else's transaction, such as that of a contact officer. */
export interface RoleChange {
  readonly staffId: string;
  readonly role: Role;
  /** First day with it, or first day without it. */
  readonly from: CivilDate;
}

/**
 * Gives roles to people and ends them, each from a day to a day; the only writer of `StaffEntity.roles`, which is what of them holds today. Roles never
 * come from the directory.
 */
@Injectable()
export class AssignRoles {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly queries: OrganisationQueries,
  ) {}

  /** @throws DomainError `forbidden`, `not-found`, `input-invalid` at the field */
  async give(actor: Actor, staffId: string, draft: RoleDraft): Promise<void> {
    requireOrganiser(actor);
    await this.uow.run(async (tx) => {
      const held = await this.heldBy(tx, staffId);
      requireFlawless(roleFlaws(draft, held, this.today()));
      if (!isRole(draft.role)) throw new DomainError('input-invalid', { field: 'role' });
      const to = draft.to === '' ? null : civilDate(draft.to);
      await this.write(tx, actor, { staffId, role: draft.role, from: civilDate(draft.from) }, to);
    });
  }

  /**
   * Ends a role after a day; with yesterday's day it is gone at once.
   *
   * @throws DomainError `forbidden`, `not-found`, `input-invalid` at the field, also for the last administrator of the agency
   */
  async end(actor: Actor, staffId: string, given: { readonly roleId: string; readonly to: string }): Promise<void> {
    requireOrganiser(actor);
    await this.uow.run(async (tx) => {
      const held = await this.heldBy(tx, staffId);
      const role = held.find(({ id }) => id === given.roleId);
      if (role === undefined) throw new DomainError('not-found', { what: 'role' });
      requireFlawless(roleEndFlaws(given.to, role, this.today()));
      await this.endRow(tx, actor, role, civilDate(given.to));
      if (role.role === 'administrator') await this.requireAdministrator(tx);
    });
  }

  /** Gives a role inside somebody else's transaction; who has it on its first day keeps it as it is. @param to its last day; null without end */
  async giveIn(tx: EntityManager, actor: Actor, change: RoleChange, to: CivilDate | null = null): Promise<void> {
    const held = await this.heldBy(tx, change.staffId);
    if (rolesOn(held, change.from).includes(change.role)) return;
    await this.write(tx, actor, change, to);
  }

  /** Ends a role inside somebody else's transaction; who has it not is left alone. */
  async endIn(tx: EntityManager, actor: Actor, { staffId, role, from }: RoleChange): Promise<void> {
    const last = dayBefore(from);
    for (const one of await this.heldBy(tx, staffId)) {
      if (one.role === role && (one.validTo === null || one.validTo > last)) await this.endRow(tx, actor, one, last);
    }
  }

  /**
   * Writes into a person's account what of the roles by date holds today. The account is held first and the roles are read then, so that of two
   * who write at once the second sees what the first wrote.
   *
   * @returns whether that was something else before
   */
  async apply(tx: EntityManager, staffId: string): Promise<boolean> {
    await tx.update(StaffEntity, { id: staffId }, { active: () => '"active"' });
    const person = await tx.findOneByOrFail(StaffEntity, { id: staffId });
    const roles = rolesOn(await this.queries.roles(staffId, tx), this.today());
    if (roles.join() === [...person.roles].join()) return false;
    await noteTampers(tx, SEALED_ACCOUNT, [staffId]);
    await tx.update(StaffEntity, { id: staffId }, { roles: [...roles] });
    await sealRecords(tx, SEALED_ACCOUNT, [staffId]);
    return true;
  }

  /** The roles of a person by date; those held before days were kept are written down first. @throws DomainError `not-found` */
  private async heldBy(tx: EntityManager, staffId: string): Promise<StaffRoleEntity[]> {
    const person = await this.queries.person(staffId, tx);
    if (person === null) throw new DomainError('not-found', { what: 'staff' });
    const held = await this.queries.roles(staffId, tx);
    if (held.length > 0 || person.roles.length === 0) return held;
    const grantedAt = this.clock.now();
    const kept = person.roles.map((role) => ({
      id: newId(),
      staffId,
      role,
      validFrom: null,
      validTo: null,
      grantedBy: '',
      grantedAt,
      source: 'import' as const,
    }));
    await tx.insert(StaffRoleEntity, kept);
    await sealRecords(
      tx,
      SEALED_ROLE,
      kept.map(({ id }) => id),
    );
    return this.queries.roles(staffId, tx);
  }

  private async write(
    tx: EntityManager,
    actor: Actor,
    { staffId, role, from }: RoleChange,
    to: CivilDate | null,
  ): Promise<void> {
    const row = { id: newId(), staffId, role, validFrom: from, validTo: to };
    await tx.insert(StaffRoleEntity, {
      ...row,
      grantedBy: actor.name,
      grantedAt: this.clock.now(),
      source: 'hand' as const,
    });
    await sealRecords(tx, SEALED_ROLE, [row.id]);
    await this.settle(tx, actor, { staffId, action: 'staff.giveRole', detail: { role, from, to } });
  }

  private async endRow(tx: EntityManager, actor: Actor, row: StaffRoleEntity, to: CivilDate): Promise<void> {
    const { id, staffId, role, validTo } = row;
    await noteTampers(tx, SEALED_ROLE, [id]);
    await tx.update(StaffRoleEntity, { id }, { validTo: to });
    await sealRecords(tx, SEALED_ROLE, [id]);
    await this.settle(tx, actor, { staffId, action: 'staff.endRole', detail: { role, before: validTo, after: to } });
  }

  private async settle(
    tx: EntityManager,
    actor: Actor,
    act: {
      readonly staffId: string;
      readonly action: JournalAction;
      readonly detail: Readonly<Record<string, unknown>>;
    },
  ): Promise<void> {
    const { staffId, action, detail } = act;
    await this.apply(tx, staffId);
    await this.journal.record(tx, actor, { action, objectKind: 'staff', objectId: staffId, detail });
  }

  /**
   * Asked after the act's line stands in the journal: its head is held until the end of the transaction, so that of two who end the last two
   * administrators at once the second sees what the first did.
   *
   * @throws DomainError `input-invalid` when nobody who works here would be administrator without end
   */
  async requireAdministrator(tx: EntityManager): Promise<void> {
    if ((await this.administrators(tx)).length === 0) throw lastAdministrator();
  }

  /** Ids of those who work here and are administrators without end. */
  async administrators(tx: EntityManager): Promise<readonly string[]> {
    const lasting: string[] = [];
    for (const { id, roles } of await tx.findBy(StaffEntity, { active: true })) {
      const isOne = roles.includes('administrator') && administersOn(roles, await this.queries.roles(id, tx));
      if (isOne) lasting.push(id);
    }
    return lasting;
  }

  private today(): CivilDate {
    return civilDateOf(this.clock.now());
  }
}

function lastAdministrator(): DomainError {
  return new DomainError('input-invalid', { field: 'to', message: LAST_ADMINISTRATOR });
}
