import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  confirmedList,
  flawedList,
  ListFiles,
  listSample,
  readListTable,
  unreadableList,
  type ListKind,
} from '../../files/index.js';
import { Journal } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { fold } from '../../kernel/vietnamese.js';
import { StaffDirectory } from '../../organisation/index.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Policies } from '../../policies/index.js';
import { mayEditRouting } from '../domain/routing-flaws.js';
import {
  MAX_ROUTING_ROWS,
  readRoutingRows,
  ROUTING_COLUMNS,
  type RoutingListCase,
  type RoutingRow,
} from '../domain/routing-rows.js';
import { RoutingImportEntity } from '../persistence/routing-import.entity.js';
import { RoutingTable } from './routing-table.js';
import { WriteRoutingLine } from './write-routing-line.js';

const LIST: ListKind<RoutingImportEntity> = { entity: RoutingImportEntity, nothingYet: { added: 0 }, mostMegabytes: 5 };

/** A list as it would be written down now. */
export interface RoutingListReview {
  readonly file: RoutingImportEntity;
  readonly rows: readonly RoutingRow[];
}

/** Brings lines in from a workbook: reviewed first, with what is wrong beside each row, written when it is confirmed, all of it or nothing. */
@Injectable()
export class ImportRouting {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly lists: ListFiles,
    private readonly journal: Journal,
    private readonly staff: StaffDirectory,
    private readonly policies: Policies,
    private readonly table: RoutingTable,
    private readonly lines: WriteRoutingLine,
  ) {}

  /**
   * Keeps a list that can be read, to be looked at. No line is written down.
   *
   * @returns the id of the import
   * @throws DomainError `forbidden`, or `input-invalid` saying why the file cannot be read
   */
  async bring(actor: Actor, brought: { readonly name: string; readonly content: Buffer }): Promise<string> {
    requireEditor(actor);
    const known = await this.known();
    return this.lists.bring(LIST, actor, brought, async (content) => rowsIn(await cellsOf(content), known));
  }

  /** Lists that were brought, newest first. */
  imports(): Promise<RoutingImportEntity[]> {
    return this.lists.latest(RoutingImportEntity);
  }

  /** @throws DomainError `forbidden`, `not-found` */
  async review(actor: Actor, id: string): Promise<RoutingListReview> {
    requireEditor(actor);
    const file = await this.lists.required(RoutingImportEntity, id);
    return { file, rows: rowsIn(await cellsOf(await this.lists.contentOf(file)), await this.known()) };
  }

  /**
   * Writes the lines down, as they stand beside what the table, units and people are by then.
   *
   * @throws DomainError `forbidden`, `not-found`, or `input-invalid` when a row is flawed, or the list was confirmed before
   */
  async confirm(actor: Actor, id: string): Promise<void> {
    requireEditor(actor);
    const file = await this.lists.required(RoutingImportEntity, id);
    const cells = await cellsOf(await this.lists.contentOf(file));
    await this.uow.run(async (tx) => {
      const list = { entity: RoutingImportEntity, id };
      const isFirst = await this.lists.confirm(tx, actor, list, () => this.write(tx, actor, { file, cells }));
      if (!isFirst) throw confirmedList();
    });
  }

  /** A list with its headings and one line that shows how it is filled in. */
  sample(): Promise<Buffer> {
    return listSample(ROUTING_COLUMNS);
  }

  private async write(
    tx: EntityManager,
    actor: Actor,
    { file: { id, sha256 }, cells }: { readonly file: RoutingImportEntity; readonly cells: ListCells },
  ): Promise<{ readonly added: number }> {
    const rows = rowsIn(cells, await this.known());
    if (rows.some(({ flaws }) => flaws.length > 0)) throw flawedList();
    for (const { draft } of rows) await this.lines.insert(tx, actor, draft);
    const counts = { added: rows.length };
    await this.journal.record(tx, actor, {
      action: 'routing.import',
      objectKind: 'routingImport',
      objectId: id,
      detail: { sha256, ...counts },
    });
    return counts;
  }

  private async known(): Promise<RoutingListCase> {
    const today = civilDateOf(this.clock.now());
    const [units, table, allUnits, officers, { categories }] = await Promise.all([
      this.table.candidates(),
      this.table.all(),
      this.staff.handlingUnits(),
      this.staff.contactOfficers(),
      this.policies.at(today),
    ]);
    return {
      units,
      table,
      today,
      categoryNames: categories,
      unitIds: new Map(allUnits.map(({ code, id }) => [fold(code), id])),
      officerIds: new Map(officers.map(({ username, id }) => [fold(username), id])),
    };
  }
}

type ListCells = Awaited<ReturnType<typeof readListTable>>;

/** @throws DomainError `input-invalid` saying why the file cannot be read */
function cellsOf(content: Buffer): Promise<ListCells> {
  return readListTable(content, MAX_ROUTING_ROWS);
}

/** @throws DomainError as `cellsOf` */
function rowsIn(cells: ListCells, known: RoutingListCase): readonly RoutingRow[] {
  const rows = readRoutingRows(cells, known);
  if (!rows.ok) throw unreadableList(rows.flaw);
  return rows.rows;
}

function requireEditor(actor: Actor): void {
  if (!mayEditRouting(actor)) throw new DomainError('forbidden');
}
