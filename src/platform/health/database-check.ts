import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { databaseIllnessOf, isDatabaseCorrupt } from '../database/database-errors.js';
import type { Database } from '../database/database.js';
import type { DamagedPlace } from './quick-check.js';
import type { QuickCheckAnswer } from './quick-check-program.js';

/** How whole the database is, as far as it was looked at. */
export type DatabaseVerdict =
  | { readonly kind: 'whole' }
  | { readonly kind: 'damaged'; readonly places: readonly DamagedPlace[] }
  /** It could not be looked at; that says nothing about its pages. */
  | { readonly kind: 'notLooked'; readonly why: string };

/** A database of several gigabytes on a slow disk. */
const TIME_LIMIT_MS = 30 * 60_000;
const PROGRAM = fileURLToPath(new URL('quick-check-program.js', import.meta.url));
const OPTIONS = ['--max-old-space-size=64'];
const SUSPECT_PAGES = `SELECT TOP 20 file_id, page_id, event_type FROM msdb.dbo.suspect_pages WHERE database_id = DB_ID() AND event_type IN (1, 2, 3)`;

/**
 * Asks a database whether its pages are what was written. The whole file is read, by a process of its own: SQLite lets nothing stop it, and a thread that
 * looks keeps its process from ending.
 */
export class DatabaseCheck {
  private readonly looking = new AbortController();

  /** Of a SQLite file: `PRAGMA quick_check`, which compares all but the content of indexes with that of their tables. */
  async ofFile(path: string): Promise<DatabaseVerdict> {
    const answer = await this.answerOn(path);
    if (typeof answer === 'string') return { kind: 'notLooked', why: answer };
    if ('code' in answer) return ofFailure(answer);
    return answer.places.length === 0 ? { kind: 'whole' } : { kind: 'damaged', places: answer.places };
  }

  /**
   * Of SQL Server: the pages that it found damaged while it read them (`msdb.dbo.suspect_pages`). Pages that nobody read are not looked at:
   * `DBCC CHECKDB` does that, as the administrator of the server plans it.
   */
  async ofServer({ reader }: Database): Promise<DatabaseVerdict> {
    try {
      const rows = await reader.query<{ readonly file_id: number; readonly page_id: number | string }[]>(SUSPECT_PAGES);
      if (rows.length === 0) return { kind: 'whole' };
      const places = rows.map(({ file_id: file, page_id: page }) => ({
        table: null,
        page: Number(page),
        words: `suspect_pages ${String(file)}:${String(page)}`,
      }));
      return { kind: 'damaged', places };
    } catch (error) {
      if (isDatabaseCorrupt(error)) return damagedSomewhere(error);
      return { kind: 'notLooked', why: databaseIllnessOf(error) ?? 'msdb.dbo.suspect_pages' };
    }
  }

  /** Ends the look that is under way. */
  close(): void {
    this.looking.abort();
  }

  /** @returns why there is no answer, where there is none */
  private answerOn(path: string): Promise<QuickCheckAnswer | string> {
    const { signal } = this.looking;
    const limits = { signal, timeout: TIME_LIMIT_MS, killSignal: 'SIGKILL', env: {}, stdio: 'ignore' } as const;
    const program = fork(PROGRAM, [path], { ...limits, execArgv: [...process.execArgv, ...OPTIONS] });
    // It hears nothing while it reads: who ends without closing takes it along.
    const end = (): boolean => program.kill('SIGKILL');
    process.once('exit', end);
    return new Promise<QuickCheckAnswer | string>((resolve) => {
      program.once('message', (answer) => resolve(answer as QuickCheckAnswer));
      program.once('error', () => resolve(signal.aborted ? 'closed' : 'died'));
      program.once('exit', () => resolve(program.killed ? 'timeout' : 'died'));
    }).finally(() => process.off('exit', end));
  }
}

/** Not even its first page could be read. */
function ofFailure({ code, words }: { readonly code: string; readonly words: string }): DatabaseVerdict {
  if (!isDatabaseCorrupt({ code })) return { kind: 'notLooked', why: code };
  return { kind: 'damaged', places: [{ table: null, page: null, words }] };
}

function damagedSomewhere(error: unknown): DatabaseVerdict {
  return { kind: 'damaged', places: [{ table: null, page: null, words: error instanceof Error ? error.name : '' }] };
}
