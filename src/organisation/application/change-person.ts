import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager, type FindOptionsWhere } from 'typeorm';
import { Settings } from '../../config/settings.js';
import { Journal, noteTampers, sealRecords } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { personIssues, tidyPerson, type PersonField, type TypedPerson } from '../domain/person-facts.js';
import { changedFields, directoryFields, factsMark, typedFacts } from '../domain/directory/person-source.js';
import { ROLES_OF_A_UNIT } from '../domain/directory/sync-plan.js';
import { StaffEntity } from '../persistence/organisation.entities.js';
import { SEALED_ACCOUNT } from '../persistence/sealed-accounts.js';
import { OrganisationQueries } from '../persistence/organisation-queries.js';
import { knownPeople, personColumns, type PersonColumns } from '../persistence/person-rows.js';
import { AssignRoles } from './assign-roles.js';
import { requireFlawless } from './flawless.js';
import { requireUniqueCode } from './unique-code.js';
import { requireOrganiser } from './write-units.js';

export interface PersonChange {
  /** What is left out stays as it is. */
  readonly facts: Partial<TypedPerson>;
  /** `factsMark` of the facts that were shown; null where nothing was shown, as in an import. */
  readonly shown: string | null;
}

/** Changes the facts of a person that are ours; those that the directory brings are changed there. Roles of the unit that is left end today. */
@Injectable()
export class ChangePerson {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly journal: Journal,
    private readonly queries: OrganisationQueries,
    private readonly roles: AssignRoles,
  ) {}

  /**
   * @returns the fields that changed
   * @throws DomainError `forbidden`, `not-found`, `changed-meanwhile` when the facts are no longer those that were shown, `input-invalid` at the field,
   *   also for a fact that the directory brings
   */
  async change(actor: Actor, id: string, { facts, shown }: PersonChange): Promise<readonly PersonField[]> {
    requireOrganiser(actor);
    return this.uow.run(async (tx) => {
      const person = await this.queries.person(id, tx);
      if (person === null) throw new DomainError('not-found', { what: 'staff' });
      const before = typedFacts(person);
      if (shown !== null && shown !== factsMark(before))
        throw new DomainError('changed-meanwhile', { what: 'staff', id });
      const after = tidyPerson({ ...before, ...facts });
      const changed = changedFields(before, after);
      this.requireOurs(person, changed);
      const issues = personIssues(after, await knownPeople(tx, civilDateOf(this.clock.now()), id));
      requireFlawless(issues.filter(({ field }) => changed.some((one) => one === field)));
      await this.writeIn(tx, actor, { person, after, changed });
      if (changed.includes('eOfficeCode') && person.active) await requireUniqueCode(tx, id);
      return changed;
    });
  }

  /** @throws DomainError `input-invalid` at the first field that the directory brings */
  private requireOurs(person: StaffEntity, changed: readonly PersonField[]): void {
    const locked = directoryFields(person, this.settings.directorySync.attributes);
    const field = changed.find((one) => locked.includes(one));
    if (field !== undefined) throw new DomainError('input-invalid', { field, message: OF_DIRECTORY });
  }

  /**
   * Writes facts that are sound and ours, inside a transaction of somebody else, who asks at its end whether codes are unique.
   *
   * @throws DomainError `changed-meanwhile` when the person is no longer as read
   */
  async writeIn(
    tx: EntityManager,
    actor: Actor,
    { person, after, changed }: { person: StaffEntity; after: TypedPerson; changed: readonly PersonField[] },
  ): Promise<void> {
    if (changed.length === 0) return;
    const { id } = person;
    const [before, columns] = [personColumns(typedFacts(person)), picked(personColumns(after), changed)];
    await noteTampers(tx, SEALED_ACCOUNT, [id]);
    const { affected } = await tx.update(StaffEntity, { id, ...asRead(picked(before, changed)) }, columns);
    if (affected !== 1) throw new DomainError('changed-meanwhile', { what: 'staff', id });
    await sealRecords(tx, SEALED_ACCOUNT, [id]);
    const detail = { before: picked(before, changed), after: columns };
    await this.journal.record(tx, actor, { action: 'staff.change', objectKind: 'staff', objectId: id, detail });
    if (changed.includes('unitId')) await this.leaveUnit(tx, actor, id);
  }

  private async leaveUnit(tx: EntityManager, actor: Actor, staffId: string): Promise<void> {
    const from = civilDateOf(this.clock.now());
    for (const role of ROLES_OF_A_UNIT) await this.roles.endIn(tx, actor, { staffId, role, from });
  }
}

const OF_DIRECTORY = 'Thông tin này do thư mục của cơ quan cung cấp; sửa ở thư mục rồi đồng bộ nhân sự.';

function picked(columns: PersonColumns, fields: readonly PersonField[]): Partial<PersonColumns> {
  return Object.fromEntries(fields.map((field) => [field, columns[field]]));
}

/** Columns as they must still stand for the change to be written. */
function asRead(columns: Partial<PersonColumns>): FindOptionsWhere<StaffEntity> {
  return Object.fromEntries(Object.entries(columns).map(([field, value]) => [field, value ?? IsNull()]));
}
