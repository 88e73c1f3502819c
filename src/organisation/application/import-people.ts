import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Settings } from '../../config/settings.js';
import { flawedList, ListFiles, readListTable, unreadableList, type ListKind } from '../../files/index.js';
import { Journal } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import { civilDateOf, type CivilDate } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { MAX_PEOPLE_ROWS } from '../domain/people-columns.js';
import {
  makesAdministrator,
  peopleListMark,
  readPeopleRows,
  writesSomething,
  type PersonRow,
} from '../domain/people-rows.js';
import { StaffImportEntity, type StaffEntity } from '../persistence/organisation.entities.js';
import { OrganisationQueries } from '../persistence/organisation-queries.js';
import { AddPerson } from './add-person.js';
import { AssignRoles } from './assign-roles.js';
import { ChangePerson } from './change-person.js';
import { peopleSample } from './people-sample.js';
import { requireUniqueCodes } from './unique-code.js';
import { requireOrganiser } from './write-units.js';

/** Two thousand people with all their columns. */
const LIST: ListKind<StaffImportEntity> = {
  entity: StaffImportEntity,
  nothingYet: { added: 0, changed: 0 },
  mostMegabytes: 5,
};

/** A list as it would be written down now. */
export interface PeopleListReview {
  readonly file: StaffImportEntity;
  readonly rows: readonly PersonRow[];
  readonly fresh: readonly PersonRow[];
  readonly changed: readonly PersonRow[];
  readonly flawed: readonly PersonRow[];
  /** Who would become an administrator. */
  readonly administrators: readonly PersonRow[];
  /** What is confirmed: `peopleListMark` of the rows. */
  readonly mark: string;
}

export interface PeopleListConfirmation {
  /** The mark of the review that was seen. */
  readonly mark: string;
  /** Whether it was said once more that administrators are to be made. */
  readonly withAdministrators: boolean;
}

/**
 * Brings people in from a workbook: looked at first, with what is wrong beside each row, written down when somebody confirms what they have seen, all of it or
 * nothing. A list that was written down already changes nothing; of one that differs only the differences are written. Nobody gets a password: they
 * sign in by the directory, or with a temporary password from their page.
 */
@Injectable()
export class ImportPeople {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly lists: ListFiles,
    private readonly journal: Journal,
    private readonly queries: OrganisationQueries,
    private readonly addPerson: AddPerson,
    private readonly changePerson: ChangePerson,
    private readonly roles: AssignRoles,
  ) {}

  /**
   * Keeps a list that can be read, to be looked at. Nobody is written down.
   *
   * @returns the id of the import
   * @throws DomainError `forbidden`, or `input-invalid` saying why the file cannot be read
   */
  async bring(actor: Actor, brought: { readonly name: string; readonly content: Buffer }): Promise<string> {
    requireOrganiser(actor);
    return this.lists.bring(LIST, actor, brought, async (content) => this.rowsOf(await tableOf(content)));
  }

  /** Lists that were brought, newest first. */
  imports(): Promise<StaffImportEntity[]> {
    return this.lists.latest(StaffImportEntity);
  }

  /** @throws DomainError `forbidden`, `not-found` */
  async review(actor: Actor, importId: string): Promise<PeopleListReview> {
    requireOrganiser(actor);
    const file = await this.lists.required(StaffImportEntity, importId);
    const { rows } = await this.rowsOf(await tableOf(await this.lists.contentOf(file)));
    return { file, rows, ...sorted(rows), mark: peopleListMark(rows) };
  }

  /**
   * Writes new people down and changes known ones, exactly as the review showed it. Confirmed twice, it is done once.
   *
   * @throws DomainError `forbidden`, `not-found`, `import-plan-changed` when the list would do something else than was seen, `input-invalid` when a row is
   *   flawed, or makes an administrator and that was not said
   */
  async confirm(actor: Actor, importId: string, confirmation: PeopleListConfirmation): Promise<void> {
    requireOrganiser(actor);
    const file = await this.lists.required(StaffImportEntity, importId);
    const table = await tableOf(await this.lists.contentOf(file));
    await this.uow.run((tx) =>
      this.lists.confirm(tx, actor, { entity: StaffImportEntity, id: importId }, async () => {
        const { rows, people } = await this.rowsOf(table, tx);
        const { fresh, changed, administrators } = requireConfirmed(rows, confirmation);
        const counts = { added: fresh.length, changed: changed.length };
        const written = await this.write(tx, actor, { rows: rows.filter(writesSomething), people });
        await this.journal.record(tx, actor, {
          action: 'staff.import',
          objectKind: 'staffImport',
          objectId: importId,
          detail: { sha256: file.sha256, ...counts, administrators: administrators.length },
        });
        await requireUniqueCodes(tx, written);
        return counts;
      }),
    );
  }

  /** An empty list with its headings, a row that shows how it is filled in, and the values that columns take. */
  async sample(): Promise<Buffer> {
    return peopleSample(await this.queries.units(), this.today());
  }

  /** In the order of the file, by which codes become free. @returns the ids of whom it wrote */
  private async write(
    tx: EntityManager,
    actor: Actor,
    { rows, people }: { readonly rows: readonly PersonRow[]; readonly people: readonly StaffEntity[] },
  ): Promise<readonly string[]> {
    const known = new Map(people.map((person) => [person.id, person]));
    const written: string[] = [];
    for (const { staffId, facts, changed, grants } of rows) {
      const person = known.get(staffId ?? '');
      const id = person?.id ?? (await this.addPerson.insert(tx, actor, facts));
      if (person !== undefined) await this.changePerson.writeIn(tx, actor, { person, after: facts, changed });
      for (const { role, from, to } of grants) await this.roles.giveIn(tx, actor, { staffId: id, role, from }, to);
      written.push(id);
    }
    return written;
  }

  /** @throws DomainError `input-invalid` saying why the file cannot be read */
  private async rowsOf(
    table: Table,
    tx?: EntityManager,
  ): Promise<{ readonly rows: readonly PersonRow[]; readonly people: readonly StaffEntity[] }> {
    const around = await this.queries.peopleAround(this.today(), tx);
    const reading = readPeopleRows(table, { ...around, attributes: this.settings.directorySync.attributes });
    if (!reading.ok) throw unreadableList(reading.issue);
    return { rows: reading.rows, people: around.people };
  }

  private today(): CivilDate {
    return civilDateOf(this.clock.now());
  }
}

type Table = Parameters<typeof readPeopleRows>[0];

/** @throws DomainError `input-invalid` saying why the file cannot be read */
function tableOf(content: Buffer): Promise<Table> {
  return readListTable(content, MAX_PEOPLE_ROWS);
}

type Sorted = Pick<PeopleListReview, 'fresh' | 'changed' | 'flawed' | 'administrators'>;

function sorted(rows: readonly PersonRow[]): Sorted {
  const writes = rows.filter(writesSomething);
  return {
    fresh: writes.filter(({ staffId }) => staffId === null),
    changed: writes.filter(({ staffId }) => staffId !== null),
    flawed: rows.filter(({ issues }) => issues.length > 0),
    administrators: writes.filter(makesAdministrator),
  };
}

function requireConfirmed(rows: readonly PersonRow[], { mark, withAdministrators }: PeopleListConfirmation): Sorted {
  const found = sorted(rows);
  if (found.flawed.length > 0) throw flawedList();
  if (mark !== peopleListMark(rows)) throw new DomainError('import-plan-changed');
  if (found.administrators.length > 0 && !withAdministrators) {
    const message = 'Tệp giao vai trò quản trị hệ thống; đánh dấu vào ô xác nhận, hoặc bỏ vai trò ấy khỏi tệp.';
    throw new DomainError('input-invalid', { field: 'administrators', message });
  }
  return found;
}
