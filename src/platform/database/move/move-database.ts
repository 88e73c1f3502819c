import type { DataSource } from 'typeorm';
import type { Database } from '../database.js';
import { copyTable, misfitsIn, sumOf, type Misfit } from './copy-tables.js';
import { claimTarget, askedOf, releaseTarget, type TargetStanding } from './move-target.js';
import { movedTables } from './moved-tables.js';
import type { MoveSource } from './source-file.js';
import type { Asked } from './table-pages.js';
import type { TableSum } from './table-digest.js';

/** What is told meanwhile: a table and its rows so far. */
export type Watch = (act: 'copied' | 'read' | 'compared', table: string, rows: number) => void;

/** A table after the move, as both databases hold it. */
export interface MovedSum extends TableSum {
  readonly table: string;
  /** Whether the target holds the same. */
  readonly accept: boolean;
}

export interface Move {
  readonly source: MoveSource;
  readonly database: Database;
  readonly standing: TargetStanding;
  readonly watch: Watch;
  /** So many rows are read, and committed, at once. */
  readonly size: number;
}

/** Reads all that would be moved, and changes nothing. */
export async function lookOver({ source, database, standing, watch, size }: Move): Promise<{
  readonly tables: readonly MovedSum[];
  readonly misfits: readonly Misfit[];
}> {
  // Of tables that are not there yet: the same steps make both, of the same lengths.
  const shape = standing === 'bare' ? source : askedOf(database.writer);
  const misfits: Misfit[] = [];
  const tables: MovedSum[] = [];
  for (const table of await movedTables(source, shape)) {
    const sum = await sumOf({ side: source, size }, table, (page, rows) => {
      misfits.push(...misfitsIn(table, page));
      watch('read', table.name, rows);
    });
    tables.push({ table: table.name, ...sum, accept: misfits.every((misfit) => misfit.table !== table.name) });
  }
  return { tables, misfits };
}

/**
 * Copies every table, from where a move before has come, and compares both databases. The target is released only where all is the same and `prove` says
 * so of what it holds.
 *
 * @throws TargetUnfit @throws DoesNotFit @throws AlikeInTarget @throws MovedMeanwhile @throws TablesDiffer
 */
export async function moveDatabase(move: Move, prove: () => Promise<boolean>): Promise<readonly MovedSum[]> {
  return move.database.unhurried(async (writer) => {
    const tables = await copyAll(writer, move);
    if (tables.every(({ accept }) => accept) && (await prove())) await releaseTarget(writer);
    return tables;
  });
}

async function copyAll(
  writer: DataSource,
  { source, database, standing, watch, size }: Move,
): Promise<readonly MovedSum[]> {
  const marks = await claimTarget(database, standing, { writer, source: source.fingerprint });
  const target = askedOf(writer);
  const tables = await movedTables(source, target);
  const progress = (table: string, rows: number): void => watch('copied', table, rows);
  for (const table of tables) await copyTable({ source, target: writer, size }, table, { marks, progress });
  const compared: MovedSum[] = [];
  const summed = async (side: Asked, table: (typeof tables)[number]): Promise<TableSum> =>
    sumOf({ side, size }, table, (_, rows) => watch('compared', table.name, rows));
  for (const table of tables) {
    const [here, there] = [await summed(source, table), await summed(target, table)];
    const accept = here.rows === there.rows && here.sha256 === there.sha256;
    compared.push({ table: table.name, ...there, accept });
  }
  return compared;
}
