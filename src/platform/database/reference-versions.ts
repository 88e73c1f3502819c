import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * Tables that every page asks and that change a few times a day. The database counts their changes itself, in the transaction that makes
 * them (`count-changes.ts`), so that rows in memory are known to be those of the database by one small statement.
 */
export const REFERENCE_TABLES = [
  'agency_profile_version',
  'calendar_version',
  'decision_authority',
  'function_holder',
  'policy_version',
  'signing_authority',
  'staff',
  'substitution',
  'unit',
  'unit_name',
] as const;

export type ReferenceTable = (typeof REFERENCE_TABLES)[number];

/** How often each table has changed. */
export type Versions = ReadonlyMap<string, number>;

/** What a request has asked already. */
interface OneLook {
  versions: Promise<Versions> | null;
}

const looks = new AsyncLocalStorage<OneLook>();

/**
 * Runs a request that only reads: it asks once how often the reference tables have changed, and sees them all as they were then. Requests that act, and
 * jobs, ask each time.
 */
export function withOneLook(run: () => void): void {
  looks.run({ versions: null }, run);
}

/** What versions are asked of. */
interface Asked {
  readonly reader: { query<T>(statement: string): Promise<T> };
  readonly openTransaction: object | null;
}

interface Row {
  readonly name: string;
  readonly version: number;
}

/** How often the reference tables of one database have changed. */
export class ReferenceVersions {
  constructor(private readonly database: Asked) {}

  /** By now, the changes of the open transaction among them; in a request that only reads, when it asked first. */
  now(): Promise<Versions> {
    const look = looks.getStore();
    if (look === undefined || this.database.openTransaction !== null) return this.ask();
    look.versions ??= this.ask().catch((error: unknown) => {
      look.versions = null;
      throw error;
    });
    return look.versions;
  }

  /** Something was committed in this request: what it asked before may be outdated. */
  forget(): void {
    const look = looks.getStore();
    if (look !== undefined) look.versions = null;
  }

  private async ask(): Promise<Versions> {
    const rows = await this.database.reader.query<readonly Row[]>('SELECT "name", "version" FROM "reference_version"');
    return new Map(rows.map(({ name, version }) => [name, version]));
  }
}
