import type { EntityManager } from 'typeorm';
import { changedRows } from '../changed-rows.js';
import { typeText, type Dialect } from '../columns.js';
import { toStatement, type SqlValue } from '../sql.js';
import { isUniqueViolation } from '../database-errors.js';
import { MARKS_TABLE } from './moved-tables.js';
import type { Key } from './table-pages.js';

/** How far a table has come; of a table without a mark nothing has. */
export interface Mark {
  readonly after: Key;
  readonly rows: number;
  readonly done: boolean;
}

/** Under this name stands what the source was when the move began. */
const SOURCE = '';

/** Two moves into one database at the same time, of which one has come first. */
export class MovedMeanwhile extends Error {}

/** How far a move has come, in the target itself: written with the rows, so that neither is there without the other. */
export class MoveMarks {
  private constructor(
    readonly source: string,
    private readonly marks: Map<string, Mark>,
  ) {}

  static async begin(tx: EntityManager, source: string): Promise<MoveMarks> {
    const dialect = dialectOf(tx);
    await tx.query(
      `CREATE TABLE "${MARKS_TABLE}" ("name" ${typeText({ text: 128 }, dialect)} NOT NULL CONSTRAINT "pk_${MARKS_TABLE}" PRIMARY KEY, "mark" ${typeText('longText', dialect)} NOT NULL)`,
    );
    await ask(tx, [`INSERT INTO "${MARKS_TABLE}" ("name", "mark") VALUES (`, ', ', ')'], [SOURCE, source]);
    return new MoveMarks(source, new Map());
  }

  static async read(tx: EntityManager): Promise<MoveMarks> {
    const rows = await tx.query<readonly { readonly name: string; readonly mark: string }[]>(
      `SELECT "name", "mark" FROM "${MARKS_TABLE}"`,
    );
    const source = rows.find(({ name }) => name === SOURCE)?.mark ?? '';
    const tables = rows.filter(({ name }) => name !== SOURCE);
    return new MoveMarks(source, new Map(tables.map(({ name, mark }) => [name, JSON.parse(mark) as Mark])));
  }

  of(table: string): Mark {
    return this.marks.get(table) ?? { after: null, rows: 0, done: false };
  }

  /** @throws MovedMeanwhile where the mark is no longer the one that was read */
  async set(tx: EntityManager, table: string, mark: Mark): Promise<void> {
    const before = this.marks.get(table);
    const next = JSON.stringify(mark);
    if (before === undefined) await this.add(tx, table, next);
    else await this.replace(tx, table, [JSON.stringify(before), next]);
    this.marks.set(table, mark);
  }

  private async add(tx: EntityManager, table: string, mark: string): Promise<void> {
    try {
      await ask(tx, [`INSERT INTO "${MARKS_TABLE}" ("name", "mark") VALUES (`, ', ', ')'], [table, mark]);
    } catch (error) {
      throw isUniqueViolation(error) ? new MovedMeanwhile(table, { cause: error }) : error;
    }
  }

  private async replace(tx: EntityManager, table: string, [before, next]: readonly [string, string]): Promise<void> {
    const texts = [`UPDATE "${MARKS_TABLE}" SET "mark" = `, ` WHERE "name" = `, ` AND "mark" = `, ''];
    if ((await changedRows(tx, { texts, values: [next, table, before] })) !== 1) throw new MovedMeanwhile(table);
  }
}

function ask<T = unknown>(tx: EntityManager, texts: readonly string[], values: readonly SqlValue[]): Promise<T> {
  return tx.query<T>(...toStatement({ texts, values }, dialectOf(tx)));
}

function dialectOf(tx: EntityManager): Dialect {
  return tx.dataSource.options.type as Dialect;
}
