import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { CHAIN_START, linkHash } from '../../kernel/hash-chain.js';
import { mayFollowClosing, type ClosingDigest } from '../domain/register-closing.js';
import type { RegisterStart } from '../domain/register-start.js';
import { saidByEntry, type LineAct, type RegisterEntry, type RegisterLine } from '../domain/register-line.js';
import type { Book } from '../domain/register.js';
import type { BookOfYear } from '../persistence/register-check-queries.js';
import { RegisterEntryEntity } from '../persistence/register-entry.entity.js';
import { requireOpen } from './require-open.js';
import { changedRows } from '../../platform/database/changed-rows.js';
import type { Dialect } from '../../platform/database/columns.js';
import { insertRows } from '../../platform/database/rows.js';
import { limitSql, sql, toStatement } from '../../platform/database/sql.js';

/** Nine values a row; SQL Server takes 2,100 in a statement. */
const WRITTEN_AT_ONCE = 200;

/** Writes each act upon a register in the book's chain, in the transaction of the act: what the register says can be proved from its start. */
@Injectable()
export class RegisterChain {
  constructor(private readonly clock: Clock) {}

  /** @throws DomainError `register-closed` when the year's book is closed: nothing but a recall is done to its lines any more */
  async append(
    tx: EntityManager,
    act: LineAct,
    { book, year, number, documentId, facts }: RegisterLine,
  ): Promise<void> {
    await standInLine(tx, book, year);
    if (!mayFollowClosing(act)) await requireOpen(tx, book, year);
    await this.write(tx, { book, year, act, number, documentId, facts });
  }

  /** As `append` does for each of them, in their order; for lines that are many. */
  async appendAll(
    tx: EntityManager,
    act: LineAct,
    { book, year, lines }: BookOfYear & { readonly lines: readonly RegisterLine[] },
  ): Promise<void> {
    await standInLine(tx, book, year);
    await requireOpen(tx, book, year);
    let { seq, hash: previousHash } = await headOf(tx, book, year);
    for (let from = 0; from < lines.length; from += WRITTEN_AT_ONCE) {
      const some = lines.slice(from, from + WRITTEN_AT_ONCE).map(({ number, documentId, facts }) => {
        const entry = { book, year, act, number, documentId, facts, seq: seq + 1, at: this.clock.now() };
        const link = { previousHash, hash: linkHash(previousHash, saidByEntry(entry)) };
        [seq, previousHash] = [entry.seq, link.hash];
        return { ...entry, ...link };
      });
      await tx.insert(RegisterEntryEntity, some);
    }
  }

  /** Enters that a book begins at another number than 1. @throws DomainError `register-begun` where anything is written in it already */
  async begin(tx: EntityManager, said: RegisterStart): Promise<void> {
    const { book, year, first } = said;
    await standInLine(tx, book, year);
    await requireOpen(tx, book, year);
    if ((await headOf(tx, book, year)).seq > 0) throw new DomainError('register-begun', { book, year });
    await this.write(tx, { book, year, act: 'begun', number: first, documentId: `bat-dau-${year}`, facts: said });
  }

  /** Enters that a book is closed, after what stands in its chain now. @returns what was entered */
  async close(tx: EntityManager, said: Omit<ClosingDigest, 'chain'>): Promise<ClosingDigest> {
    const { book, year, to } = said;
    await standInLine(tx, book, year);
    const digest = { ...said, chain: await headOf(tx, book, year) };
    await this.write(tx, { book, year, act: 'closed', number: to, documentId: `khoa-so-${year}`, facts: digest });
    return digest;
  }

  private async write(tx: EntityManager, act: Omit<RegisterEntry, 'seq' | 'at'>): Promise<void> {
    const { book, year } = act;
    const { seq, hash: previousHash } = await headOf(tx, book, year);
    const entry = { ...act, seq: seq + 1, at: this.clock.now() };
    const hash = linkHash(previousHash, saidByEntry(entry));
    await insertRows(tx, RegisterEntryEntity, { ...entry, previousHash, hash });
  }
}

/** The update of the book's row, as when a number is taken, puts writers of one chain in a queue until commit. */
export async function standInLine(tx: EntityManager, book: Book, year: number): Promise<void> {
  await changedRows(
    tx,
    sql`UPDATE "register_book" SET "last" = "last" + 0 WHERE "book" = ${book} AND "year" = ${year}`,
  );
}

async function headOf(tx: EntityManager, book: Book, year: number): Promise<ClosingDigest['chain']> {
  const dialect = tx.dataSource.options.type as Dialect;
  const asked = sql`SELECT "seq", "hash" FROM "register_entry" WHERE "book" = ${book} AND "year" = ${year} ORDER BY "seq" DESC ${limitSql(1, dialect)}`;
  const [last] = await tx.query<readonly ClosingDigest['chain'][]>(...toStatement(asked, dialect));
  return last ?? { seq: 0, hash: CHAIN_START };
}
