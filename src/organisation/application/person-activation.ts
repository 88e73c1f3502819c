import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Journal, noteTampers, sealRecords, type JournalAction } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Database } from '../../platform/database/database.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { LiveSessions } from '../../platform/sessions/live-sessions.js';
import { KnownDeviceEntity } from '../persistence/account.entities.js';
import { StaffEntity } from '../persistence/organisation.entities.js';
import { SEALED_ACCOUNT } from '../persistence/sealed-accounts.js';
import { OrganisationQueries } from '../persistence/organisation-queries.js';
import { AssignRoles } from './assign-roles.js';
import { requireUniqueCode } from './unique-code.js';
import { UnusedAccounts } from './unused-accounts.js';
import { WorkInHand, type WorkCount } from './work-in-hand.js';
import { requireOrganiser } from './write-units.js';

/** Stops the account of somebody who left, and opens it again. Nobody is deleted, and roles stay as they are: a stopped account has no use of them. */
@Injectable()
export class PersonActivation {
  constructor(
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly journal: Journal,
    private readonly queries: OrganisationQueries,
    private readonly roles: AssignRoles,
    private readonly sessions: LiveSessions,
    private readonly work: WorkInHand,
    private readonly unused: UnusedAccounts,
  ) {}

  /**
   * Every browser is signed out; the directory does not open the account again.
   *
   * @throws DomainError `forbidden`, `not-found`, `changed-meanwhile` when it is stopped already; `input-invalid` for oneself and for the last
   *   administrator
   */
  async deactivate(actor: Actor, id: string): Promise<void> {
    requireOrganiser(actor);
    if (actor.id === id) throw new DomainError('input-invalid', { message: ONESELF });
    await this.uow.run(async (tx) => {
      const person = await this.person(tx, id);
      await this.switch(tx, person, false);
      await tx.delete(KnownDeviceEntity, { staffId: id });
      const sessionsEnded = await this.sessions.end(tx, id, 'all');
      await this.record(tx, actor, { action: 'staff.deactivate', id, detail: { sessionsEnded } });
      if (person.roles.includes('administrator')) await this.roles.requireAdministrator(tx);
    });
  }

  /**
   * Also an account that is locked as unused: the line in the journal opens it.
   *
   * @throws DomainError `forbidden`, `not-found`, `changed-meanwhile` when it is open already; `input-invalid` where the directory stopped it, and where
   *   somebody else has the code in the e-office by now
   */
  async reactivate(actor: Actor, id: string): Promise<void> {
    requireOrganiser(actor);
    const isLocked = await this.unused.isLocked({ id, roles: (await this.queries.person(id))?.roles ?? [] });
    await this.uow.run(async (tx) => {
      const person = await this.person(tx, id);
      if (person.directoryId !== null && person.leftAt !== null)
        throw new DomainError('input-invalid', { message: BY_DIRECTORY });
      if (!(person.active && isLocked)) await this.switch(tx, person, true);
      await this.record(tx, actor, { action: 'staff.reactivate', id, detail: { roles: person.roles } });
      await requireUniqueCode(tx, id);
    });
  }

  /** The work that a person still holds, for the administrator who is about to disable the account; kinds without any are left out. */
  async workOf({
    id: officerId,
    unitId,
  }: {
    readonly id: string;
    readonly unitId: string;
  }): Promise<readonly WorkCount[]> {
    const work = await this.work.lyingWith(this.database.reader.manager, { unitId, officerId });
    return work.filter(({ count }) => count > 0);
  }

  private async person(tx: EntityManager, id: string): Promise<StaffEntity> {
    const person = await this.queries.person(id, tx);
    if (person === null) throw new DomainError('not-found', { what: 'staff' });
    return person;
  }

  private async switch(tx: EntityManager, { id }: StaffEntity, active: boolean): Promise<void> {
    await noteTampers(tx, SEALED_ACCOUNT, [id]);
    const { affected } = await tx.update(StaffEntity, { id, active: !active }, { active });
    if (affected !== 1) throw new DomainError('changed-meanwhile', { what: 'staff', id });
    await sealRecords(tx, SEALED_ACCOUNT, [id]);
  }

  private record(
    tx: EntityManager,
    actor: Actor,
    {
      action,
      id,
      detail,
    }: { readonly action: JournalAction; readonly id: string; readonly detail: Record<string, unknown> },
  ): Promise<void> {
    return this.journal.record(tx, actor, { action, objectKind: 'staff', objectId: id, detail });
  }
}

const ONESELF = 'Không tự ngừng tài khoản của mình được; nhờ quản trị khác.';
const BY_DIRECTORY = 'Thư mục của cơ quan đã ngừng người này; mở lại ở thư mục rồi đồng bộ nhân sự.';
