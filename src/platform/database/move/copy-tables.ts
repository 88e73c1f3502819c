import type { DataSource } from 'typeorm';
import { isUniqueViolation } from '../database-errors.js';
import { fits } from './cells.js';
import { insertRows, lastNumber, numberAfter } from './insert-rows.js';
import type { MoveMarks } from './move-marks.js';
import { TableDigest, type Row, type TableSum } from './table-digest.js';
import { keyOf, pagesOf, type Asked, type MovedTable } from './table-pages.js';

/** A cell that its column in the target does not hold. */
export interface Misfit {
  readonly table: string;
  readonly key: string;
  readonly column: string;
  /** Null where it is not too long, but of another kind. */
  readonly maxLength: number | null;
}

export class DoesNotFit extends Error {
  constructor(readonly misfit: Misfit) {
    super(`${misfit.table} ${misfit.key} ${misfit.column}`);
  }
}

/** Two rows are one by the target's order of texts, which the source tells apart. */
export class AlikeInTarget extends Error {
  constructor(
    readonly table: string,
    cause: unknown,
  ) {
    super(table, { cause });
  }
}

/** Called after each page, with the rows of the table so far. */
export type Progress = (table: string, rows: number) => void;

/**
 * Copies a table from where its mark stands, `size` rows at once; each such page is there whole and with its mark, or not at all.
 *
 * @throws DoesNotFit @throws AlikeInTarget @throws MovedMeanwhile
 */
export async function copyTable(
  { source, target, size }: { readonly source: Asked; readonly target: DataSource; readonly size: number },
  table: MovedTable,
  { marks, progress }: { readonly marks: MoveMarks; readonly progress: Progress },
): Promise<void> {
  let mark = marks.of(table.name);
  if (mark.done) return;
  for await (const page of pagesOf(source, table, { after: mark.after, size })) {
    requireFitting(table, page);
    mark = { after: keyOf(table, page.at(-1) ?? {}), rows: mark.rows + page.length, done: false };
    await target.transaction(async (tx) => {
      // First, so that a second move into the same database is told apart from rows that are alike.
      await marks.set(tx, table.name, mark);
      await insertRows(tx, table, page).catch((error: unknown) => {
        throw isUniqueViolation(error) ? new AlikeInTarget(table.name, error) : error;
      });
    });
    progress(table.name, mark.rows);
  }
  const last = await lastNumber(source, table);
  await target.transaction(async (tx) => {
    if (last > 0) await numberAfter(tx, table, { last, isEmpty: mark.rows === 0 });
    await marks.set(tx, table.name, { ...mark, done: true });
  });
}

/** @param seen is told each page as it was read */
export async function sumOf(
  { side, size }: { readonly side: Asked; readonly size: number },
  table: MovedTable,
  seen: (page: readonly Row[], rows: number) => void,
): Promise<TableSum> {
  const digest = new TableDigest(table.columns);
  for await (const page of pagesOf(side, table, { after: null, size })) {
    for (const row of page) digest.add(row);
    seen(page, digest.result.rows);
  }
  return digest.result;
}

/** The cells of a page, read from SQLite, that the target would not hold. */
export function misfitsIn(table: MovedTable, page: readonly Row[]): readonly Misfit[] {
  return page.flatMap((row) =>
    table.columns
      .filter((column) => !fits(row[column.name] ?? null, column))
      .map(({ name, kind, maxLength }) => ({
        table: table.name,
        key: keyOf(table, row).join(', '),
        column: name,
        maxLength: kind === 'text' ? maxLength : null,
      })),
  );
}

function requireFitting(table: MovedTable, page: readonly Row[]): void {
  const [misfit] = misfitsIn(table, page);
  if (misfit !== undefined) throw new DoesNotFit(misfit);
}
