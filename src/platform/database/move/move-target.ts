import type { DataSource } from 'typeorm';
import type { Dialect } from '../columns.js';
import type { Database } from '../database.js';
import { MIGRATIONS_TABLE } from '../migrations-table.js';
import { isSnapshotOff } from '../snapshot-isolation.js';
import { isBlindToMarks } from '../text-order.js';
import { MARKS_TABLE, tableNames } from './moved-tables.js';
import { MoveMarks } from './move-marks.js';
import type { Asked } from './table-pages.js';

/** The tables with rows of a database that was made and never used. */
const BEGUN_TABLES: readonly string[] = ['circuit', 'calendar_version', 'reference_version'];

/** `bare`: lacks tables, be it all or some · `unused`: has them, as migrations leave them · `halfMoved`: a move into it has not ended. */
export type TargetStanding = 'bare' | 'unused' | 'halfMoved';

export type TargetFlaw = 'snapshotOff' | 'marksAlike' | 'foreign' | 'inUse' | 'otherVersion' | 'otherSource';

export class TargetUnfit extends Error {
  constructor(readonly flaw: TargetFlaw) {
    super(flaw);
  }
}

/** @throws TargetUnfit */
export async function standingOfTarget(database: Database): Promise<TargetStanding> {
  if (await isSnapshotOff(database)) throw new TargetUnfit('snapshotOff');
  if (await isBlindToMarks(database)) throw new TargetUnfit('marksAlike');
  const target = askedOf(database.writer);
  const names = await tableNames(target);
  if (names.length === 0) return 'bare';
  if (!names.includes(MIGRATIONS_TABLE)) throw new TargetUnfit('foreign');
  const isPending = await lacksSteps(database);
  if (names.includes(MARKS_TABLE)) {
    if (isPending) throw new TargetUnfit('otherVersion');
    return 'halfMoved';
  }
  const used = names.filter((name) => name !== MIGRATIONS_TABLE && !BEGUN_TABLES.includes(name));
  for (const name of used) if (await hasRows(target, name)) throw new TargetUnfit('inUse');
  return isPending ? 'bare' : 'unused';
}

/** Makes ready what stands there: its tables, without what a new database begins with. @throws TargetUnfit */
export async function claimTarget(
  database: Database,
  standing: TargetStanding,
  { writer, source }: { readonly writer: DataSource; readonly source: string },
): Promise<MoveMarks> {
  if (standing === 'bare') await database.migrate();
  return writer.transaction(async (tx) => {
    if (standing === 'halfMoved') {
      const marks = await MoveMarks.read(tx);
      if (marks.source !== source) throw new TargetUnfit('otherSource');
      return marks;
    }
    // A change of a reference table is counted, so that what counts goes last.
    for (const table of BEGUN_TABLES) await tx.query(`DELETE FROM "${table}"`);
    return MoveMarks.begin(tx, source);
  });
}

/**
 * A move into the database has not ended; there is none into an embedded one. Asked by every process that starts, so by the one name: a list of all tables
 * can take a server many seconds.
 */
export async function isHalfMoved({ dialect, writer }: Database): Promise<boolean> {
  if (dialect !== 'mssql') return false;
  const found = await writer.query<readonly unknown[]>(
    `SELECT 1 AS "found" WHERE OBJECT_ID('${MARKS_TABLE}', 'U') IS NOT NULL`,
  );
  return found.length > 0;
}

/** The last word of a move: from here on the database may be used. */
export async function releaseTarget(writer: DataSource): Promise<void> {
  await writer.query(`DROP TABLE "${MARKS_TABLE}"`);
}

export function askedOf(source: DataSource): Asked {
  return {
    dialect: source.options.type as Dialect,
    query: (statement, parameters = []) => source.query(statement, [...parameters]),
  };
}

/** @throws TargetUnfit where a newer version has been there */
async function lacksSteps(database: Database): Promise<boolean> {
  const known = database.stepsKnown;
  const had = await database.stepsHad();
  if (had.some((name) => !known.includes(name))) throw new TargetUnfit('otherVersion');
  return had.length < known.length;
}

async function hasRows(target: Asked, table: string): Promise<boolean> {
  const found = await target.query<readonly object[]>(`SELECT 1 AS "hasRows" WHERE EXISTS (SELECT 1 FROM "${table}")`);
  return found.length > 0;
}
