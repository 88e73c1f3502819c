import { countTogether } from '../../platform/database/counts-together.js';
import type { Database } from '../../platform/database/database.js';
import { sql, type Sql } from '../../platform/database/sql.js';
import type { Book } from '../domain/register.js';

/** Numbers of a book that follow one another, each with its line. */
interface WholeRun {
  readonly first: number;
  readonly last: number;
  /** When it was counted from its first number on, in milliseconds of the process. */
  readonly countedAt: number;
}

const NONE: WholeRun = { first: 1, last: 0, countedAt: 0 };
/** After so long everything is counted again, so that a line deleted in the database by hand shows. */
const TRUSTED_MS = 600_000;

const NUMBERS = {
  incoming: { column: sql`"arrivalNumber"`, table: sql`"incoming_document"` },
  outgoing: { column: sql`"number"`, table: sql`"outgoing_document"` },
} as const;

/**
 * How many lines with a number each book holds. No line is ever removed, so a run of numbers that was found whole is not counted again for ten minutes: of a
 * year that runs, only what was entered since.
 */
export class LinesOfBooks {
  private readonly whole = new Map<string, WholeRun>();

  /** @param nowMs milliseconds of the process */
  constructor(
    private readonly database: Database,
    private readonly nowMs: () => number = () => performance.now(),
  ) {}

  async count(book: Book, year: number): Promise<number> {
    const { column, table } = NUMBERS[book === 'incoming' ? book : 'outgoing'];
    const key = `${book} ${year}`;
    const run = this.trusted(key);
    const ask = (what: Sql, where: Sql): Promise<number> => {
      const lines = sql`FROM ${table} WHERE "year" = ${year} AND ${column} >= 1 AND ${column}`;
      return countTogether(this.database, sql`SELECT ${what} AS "held" ${lines} ${where}`);
    };
    const beyond = sql`> ${run.last}`;
    const [before, after, lowest, highest] = await Promise.all([
      ask(sql`COUNT(*)`, sql`< ${run.first}`),
      ask(sql`COUNT(*)`, beyond),
      ask(sql`COALESCE(MIN(${column}), 0)`, beyond),
      ask(sql`COALESCE(MAX(${column}), 0)`, beyond),
    ]);
    // Numbers are unique: as many lines as from the lowest to the highest leave none out.
    const followsOn = run === NONE || lowest === run.last + 1;
    if (after > 0 && followsOn && highest - lowest + 1 === after)
      this.whole.set(
        key,
        run === NONE ? { first: lowest, last: highest, countedAt: this.nowMs() } : { ...run, last: highest },
      );
    return before + (run.last - run.first + 1) + after;
  }

  private trusted(key: string): WholeRun {
    const run = this.whole.get(key);
    return run && this.nowMs() - run.countedAt < TRUSTED_MS ? run : NONE;
  }
}
