import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { flawedList, ListFiles, listSample, readListTable, unreadableList, type ListKind } from '../../files/index.js';
import { Journal } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import { civilDateOf, type CivilDate } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { fold } from '../../kernel/vietnamese.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { UnitKind } from '../domain/functions.js';
import { MAX_UNIT_ROWS, readUnitRows, UNIT_COLUMNS, type ListedUnit, type UnitRow } from '../domain/unit-rows.js';
import { UnitImportEntity, type UnitEntity } from '../persistence/organisation.entities.js';
import { OrganisationQueries } from '../persistence/organisation-queries.js';
import { keptContacts, requireOrganiser, WriteUnits } from './write-units.js';

/** Two thousand schools with all their columns. */
const LIST: ListKind<UnitImportEntity> = {
  entity: UnitImportEntity,
  nothingYet: { added: 0, changed: 0 },
  mostMegabytes: 5,
};

/** A list as it would be written down now. */
export interface UnitListReview {
  readonly file: UnitImportEntity;
  readonly rows: readonly UnitRow[];
  readonly fresh: readonly UnitRow[];
  readonly changed: readonly UnitRow[];
  readonly flawed: readonly UnitRow[];
}

/**
 * Brings units in from a workbook: looked at first, with what is wrong beside each row, written down when somebody confirms, all of it or nothing. A
 * list that was written down already changes nothing; of one that differs only the differences are written.
 */
@Injectable()
export class ImportUnits {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly lists: ListFiles,
    private readonly journal: Journal,
    private readonly queries: OrganisationQueries,
    private readonly units: WriteUnits,
  ) {}

  /**
   * Keeps a list that can be read, to be looked at. No unit is written down.
   *
   * @returns the id of the import
   * @throws DomainError `forbidden`, or `input-invalid` saying why the file cannot be read
   */
  async bring(actor: Actor, brought: { readonly name: string; readonly content: Buffer }): Promise<string> {
    requireOrganiser(actor);
    const units = await this.queries.units();
    return this.lists.bring(LIST, actor, brought, (content) => this.rowsOf(content, units));
  }

  /** Lists that were brought, newest first. */
  imports(): Promise<UnitImportEntity[]> {
    return this.lists.latest(UnitImportEntity);
  }

  /** @throws DomainError `forbidden`, `not-found` */
  async review(actor: Actor, importId: string): Promise<UnitListReview> {
    requireOrganiser(actor);
    const file = await this.lists.required(UnitImportEntity, importId);
    const rows = await this.rowsOf(await this.lists.contentOf(file), await this.queries.units());
    return { file, rows, ...sorted(rows) };
  }

  /**
   * Writes new units down and changes known ones. Confirmed twice, it is done once.
   *
   * @throws DomainError `forbidden`, `not-found`, or `input-invalid` when a row is flawed
   */
  async confirm(actor: Actor, importId: string): Promise<void> {
    requireOrganiser(actor);
    const file = await this.lists.required(UnitImportEntity, importId);
    const content = await this.lists.contentOf(file);
    await this.uow.run((tx) =>
      this.lists.confirm(tx, actor, { entity: UnitImportEntity, id: importId }, async () => {
        const before = await this.queries.units(tx);
        const { fresh, changed, flawed } = sorted(await this.rowsOf(content, before));
        if (flawed.length > 0) throw flawedList();
        const counts = { added: fresh.length, changed: changed.length };
        await this.write(tx, actor, { fresh, changed, before });
        await this.journal.record(tx, actor, {
          action: 'unit.import',
          objectKind: 'unitImport',
          objectId: importId,
          detail: { sha256: file.sha256, ...counts },
        });
        return counts;
      }),
    );
  }

  /** An empty list with its headings and one line that shows how it is filled in. */
  sample(): Promise<Buffer> {
    return listSample(UNIT_COLUMNS);
  }

  /** In the order of the file, so that a unit above is there before those under it. */
  private async write(
    tx: EntityManager,
    actor: Actor,
    { fresh, changed, before }: Pick<UnitListReview, 'fresh' | 'changed'> & { readonly before: readonly UnitEntity[] },
  ): Promise<void> {
    const ids = new Map(before.map(({ code, id }) => [fold(code), id]));
    const idOf = (code: string): string => ids.get(fold(code)) ?? '';
    for (const { draft } of fresh) {
      ids.set(fold(draft.code), await this.units.insert(tx, actor, { ...draft, parentId: idOf(draft.parentId) }));
    }
    for (const { draft, unitId } of changed) {
      const unit = before.find(({ id }) => id === unitId);
      if (unit !== undefined) await this.changeOne(tx, actor, unit, { ...draft, parentId: idOf(draft.parentId) });
    }
  }

  private async changeOne(
    tx: EntityManager,
    actor: Actor,
    { id, name, symbol }: UnitEntity,
    draft: UnitRow['draft'],
  ): Promise<void> {
    const parentId = draft.parentId === '' ? null : draft.parentId;
    const change = { kind: draft.kind as UnitKind, parentId, ...keptContacts(draft) };
    await this.units.change(tx, actor, { id, action: 'unit.change', change });
    if (name === draft.name && symbol === draft.symbol) return;
    await this.units.renameIn(tx, actor, id, { name: draft.name, symbol: draft.symbol, from: this.today() });
  }

  /** @throws DomainError `input-invalid` saying why the file cannot be read */
  private async rowsOf(content: Buffer, units: readonly ListedUnit[]): Promise<readonly UnitRow[]> {
    const table = await readListTable(content, MAX_UNIT_ROWS);
    const rows = readUnitRows(table, { units, today: this.today() });
    if (!rows.ok) throw unreadableList(rows.flaw);
    return rows.rows;
  }

  private today(): CivilDate {
    return civilDateOf(this.clock.now());
  }
}

function sorted(rows: readonly UnitRow[]): Omit<UnitListReview, 'file' | 'rows'> {
  const sound = rows.filter(({ flaws }) => flaws.length === 0);
  return {
    fresh: sound.filter(({ unitId }) => unitId === null),
    changed: sound.filter(({ unitId, changes }) => unitId !== null && changes.length > 0),
    flawed: rows.filter(({ flaws }) => flaws.length > 0),
  };
}
