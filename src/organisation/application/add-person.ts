import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Journal, sealRecords } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { personIssues, tidyPerson, type TypedPerson } from '../domain/person-facts.js';
import { StaffEntity } from '../persistence/organisation.entities.js';
import { SEALED_ACCOUNT } from '../persistence/sealed-accounts.js';
import { knownPeople, personColumns } from '../persistence/person-rows.js';
import { requireFlawless } from './flawless.js';
import { requireUniqueCode } from './unique-code.js';
import { requireOrganiser } from './write-units.js';

/** Adds a member of staff by hand: an account without roles and without a password, both of which are given after. */
@Injectable()
export class AddPerson {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly journal: Journal,
  ) {}

  /** @returns the id of the person @throws DomainError `forbidden`, `input-invalid` at the field */
  async add(actor: Actor, typed: TypedPerson): Promise<string> {
    requireOrganiser(actor);
    const person = tidyPerson(typed);
    return this.uow.run(async (tx) => {
      requireFlawless(personIssues(person, await knownPeople(tx, civilDateOf(this.clock.now()))));
      const id = await this.insert(tx, actor, person);
      await requireUniqueCode(tx, id);
      return id;
    });
  }

  /**
   * Writes a person whose facts are sound down, inside a transaction of somebody else.
   *
   * @returns the id
   */
  async insert(tx: EntityManager, actor: Actor, person: TypedPerson): Promise<string> {
    const id = newId();
    const after = personColumns(person);
    await tx.insert(StaffEntity, {
      ...after,
      id,
      roles: [],
      passwordHash: null,
      passwordUntil: null,
      active: true,
      directoryId: null,
      directoryName: null,
      directorySeenAt: null,
      leftAt: null,
    });
    await sealRecords(tx, SEALED_ACCOUNT, [id]);
    await this.journal.record(tx, actor, { action: 'staff.add', objectKind: 'staff', objectId: id, detail: { after } });
    return id;
  }
}
