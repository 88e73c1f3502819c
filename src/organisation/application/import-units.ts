import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import writeExcelFile from 'write-excel-file/node';
import { IncomingFiles, readXlsxTable } from '../../files/index.js';
import { Journal } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import { civilDateOf, type CivilDate } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { newId } from '../../kernel/ids.js';
import { fold } from '../../kernel/vietnamese.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { FileStore } from '../../platform/files/file-store.js';
import type { UnitKind } from '../domain/functions.js';
import { MOST_UNIT_ROWS, readUnitRows, UNIT_COLUMNS, type ListedUnit, type UnitRow } from '../domain/unit-rows.js';
import { UnitImportEntity, type UnitEntity } from '../persistence/organisation.entities.js';
import { OrganisationQueries } from '../persistence/organisation-queries.js';
import { keptContacts, requireOrganiser, WriteUnits } from './write-units.js';

/** Bytes; two thousand schools with all their columns. */
const LARGEST_LIST = 5 * 1024 * 1024;
const FILE_NAME = 200;
const SAMPLE_WIDTH = 24;

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
    private readonly files: FileStore,
    private readonly incoming: IncomingFiles,
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
  async bring(actor: Actor, { name, content }: { readonly name: string; readonly content: Buffer }): Promise<string> {
    requireOrganiser(actor);
    if (content.length > LARGEST_LIST) throw unreadable('Tệp lớn hơn 5 MB. Chia thành nhiều tệp rồi nhập từng tệp.');
    const { sha256 } = await this.incoming.keepOne({ name, content }, 'file');
    await this.rowsOf(content, await this.queries.units());
    const id = newId();
    await this.uow.run((tx) =>
      tx.insert(UnitImportEntity, {
        ...{ id, name: name.normalize('NFC').slice(-FILE_NAME), sha256 },
        ...{ uploadedById: actor.id, uploadedAt: this.clock.now() },
        ...{ confirmedById: null, confirmedAt: null, added: 0, changed: 0 },
      }),
    );
    return id;
  }

  /** @throws DomainError `forbidden`, `not-found` */
  async review(actor: Actor, importId: string): Promise<UnitListReview> {
    requireOrganiser(actor);
    const file = await this.queries.importById(importId);
    if (file === null) throw new DomainError('not-found', { what: 'import' });
    const rows = await this.rowsOf(await this.files.get(file.sha256), await this.queries.units());
    return { file, rows, ...sorted(rows) };
  }

  /**
   * Writes new units down and changes known ones. Confirmed twice, it is done once.
   *
   * @throws DomainError `forbidden`, `not-found`, or `input-invalid` when a row is flawed
   */
  async confirm(actor: Actor, importId: string): Promise<void> {
    requireOrganiser(actor);
    const file = await this.queries.importById(importId);
    if (file === null) throw new DomainError('not-found', { what: 'import' });
    const content = await this.files.get(file.sha256);
    await this.uow.run(async (tx) => {
      const before = await this.queries.units(tx);
      const { fresh, changed, flawed } = sorted(await this.rowsOf(content, before));
      if (flawed.length > 0) throw unreadable('Tệp còn dòng phải sửa; chưa nhập dòng nào. Sửa trong tệp rồi chọn lại.');
      const counts = { added: fresh.length, changed: changed.length };
      const confirmed = { confirmedById: actor.id, confirmedAt: this.clock.now(), ...counts };
      const unconfirmed = { id: importId, confirmedAt: IsNull() };
      if ((await tx.update(UnitImportEntity, unconfirmed, confirmed)).affected !== 1) return;
      await this.write(tx, actor, { fresh, changed, before });
      await this.journal.record(tx, actor, {
        ...{ action: 'unit.import', objectKind: 'unitImport', objectId: importId },
        detail: { sha256: file.sha256, ...counts },
      });
    });
  }

  /** An empty list with its headings and one line that shows how it is filled in. */
  sample(): Promise<Buffer> {
    const head = UNIT_COLUMNS.map(({ heading }) => ({ value: heading, type: String, fontWeight: 'bold' as const }));
    const row = UNIT_COLUMNS.map(({ sample }) => ({ value: sample, type: String, format: '@' }));
    return writeExcelFile([head, row], { columns: UNIT_COLUMNS.map(() => ({ width: SAMPLE_WIDTH })) }).toBuffer();
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
    const reading = await readXlsxTable(content, MOST_UNIT_ROWS);
    if (!reading.ok) throw unreadable(reading.flaw);
    const rows = readUnitRows(reading.table, { units, today: this.today() });
    if (!rows.ok) throw unreadable(rows.flaw);
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

function unreadable(message: string): DomainError {
  return new DomainError('input-invalid', { field: 'file', message });
}
