import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { sha256Of } from '../../../../src/kernel/sha256.js';
import { type HeldBytes, MemoryBytes } from '../../../../src/kernel/held-bytes.js';
import { FileBytes } from '../../../../src/platform/spool/file-bytes.js';
import { takeOver } from '../../../../src/platform/spool/take-over.js';
import { SCHEMA } from './schema.js';

type SqlValue = string | number | Buffer | null;

/** Stands in the row of bytes that lie in a file. */
const IN_FILE = Buffer.alloc(0);

/** An instant as the tables keep it. */
export const storedInstant = z.iso.datetime().transform((text) => new Date(text));

/** A new identity with a prefix that tells a reader of the ledger what it names: `msg-…`, `rcp-…`. */
export function newIdentity(prefix: string): string {
  return `${prefix}-${randomUUID()}`;
}

const keptBytes = z.object({ size: z.int(), bytes: z.instanceof(Buffer) });

/**
 * The one file that the simulated e-office keeps, with a folder beside it for what is too large for a row. What a method here has answered survives `kill -9`
 * and a power cut: WAL with `synchronous = FULL`.
 */
export class SimulatorDatabase {
  private readonly statements = new Map<string, Database.Statement>();

  private constructor(
    private readonly sqlite: Database.Database,
    /** Of the files too large for a row. */
    private readonly folder: string,
  ) {}

  /** Opens `simulator.db` in the directory, or creates both. */
  static open(directory: string): SimulatorDatabase {
    mkdirSync(directory, { recursive: true });
    const sqlite = new Database(join(directory, 'simulator.db'));
    sqlite.pragma('journal_mode = WAL');
    sqlite.pragma('synchronous = FULL');
    sqlite.pragma('foreign_keys = ON');
    sqlite.exec(SCHEMA);
    return new SimulatorDatabase(sqlite, join(directory, 'tep'));
  }

  /** All or nothing, alone among writers. An inner call joins the outer one. */
  atomically<T>(work: () => T): T {
    return this.sqlite.inTransaction ? work() : this.sqlite.transaction(work).immediate();
  }

  all<T>(shape: z.ZodType<T>, sql: string, ...values: SqlValue[]): T[] {
    return z.array(shape).parse(this.statement(sql).all(...values));
  }

  first<T>(shape: z.ZodType<T>, sql: string, ...values: SqlValue[]): T | undefined {
    const row = this.statement(sql).get(...values);
    return row === undefined ? undefined : shape.parse(row);
  }

  /** @returns the number of rows changed */
  run(sql: string, ...values: SqlValue[]): number {
    return this.statement(sql).run(...values).changes;
  }

  /** Keeps the bytes once, however often they come. @returns their sha256, by which `bytes` finds them */
  keep(bytes: Buffer): string {
    const sha256 = sha256Of(bytes);
    this.run('insert into blob values (?, ?, ?) on conflict do nothing', sha256, bytes.length, bytes);
    return sha256;
  }

  /** The same for bytes that may be many; a file of theirs is taken over. */
  async keepHeld(held: HeldBytes): Promise<string> {
    if (!(held instanceof FileBytes)) return this.keep(await held.read());
    const sha256 = await held.sha256();
    await takeOver(held, this.pathOf(sha256));
    this.run('insert into blob values (?, ?, ?) on conflict do nothing', sha256, held.size, IN_FILE);
    return sha256;
  }

  /** @throws RangeError when nothing with this sha256 was kept */
  bytes(sha256: string): Buffer {
    const { size, bytes } = this.kept(sha256);
    return bytes.length < size ? readFileSync(this.pathOf(sha256)) : bytes;
  }

  /** The same, read only when they are asked for. */
  held(sha256: string): HeldBytes {
    const { size, bytes } = this.kept(sha256);
    return bytes.length < size ? FileBytes.kept(this.pathOf(sha256), size, sha256) : new MemoryBytes(bytes);
  }

  /** The next number of a named sequence, from 1, without gaps within a transaction that commits. */
  nextOf(sequence: string): number {
    const row = this.first(
      z.object({ value: z.int() }),
      'insert into sequence values (?, 1) on conflict (name) do update set value = value + 1 returning value',
      sequence,
    );
    return row?.value ?? 1;
  }

  /** The sequence goes on with this number. */
  setNext(sequence: string, next: number): void {
    this.run(
      'insert into sequence values (?, ?) on conflict (name) do update set value = excluded.value',
      sequence,
      next - 1,
    );
  }

  close(): void {
    this.sqlite.close();
  }

  private kept(sha256: string): z.output<typeof keptBytes> {
    const row = this.first(keptBytes, 'select size, bytes from blob where sha256 = ?', sha256);
    if (!row) throw new RangeError(`No bytes are kept under ${sha256}`);
    return row;
  }

  private pathOf(sha256: string): string {
    return join(this.folder, sha256);
  }

  private statement(sql: string): Database.Statement {
    const known = this.statements.get(sql);
    if (known) return known;
    const prepared = this.sqlite.prepare(sql);
    this.statements.set(sql, prepared);
    return prepared;
  }
}
