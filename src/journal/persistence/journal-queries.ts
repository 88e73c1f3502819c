import { Injectable } from '@nestjs/common';
import { In, LessThanOrEqual, MoreThan, MoreThanOrEqual } from 'typeorm';
import { CHAIN_START } from '../../kernel/hash-chain.js';
import { cutList } from '../../platform/cut-lists.js';
import { isAppendOnly } from '../../platform/database/append-only.js';
import { Database } from '../../platform/database/database.js';
import { instantText, limitSql, sql, toStatement, type Sql } from '../../platform/database/sql.js';
import type { JournalHead } from '../domain/journal-check.js';
import { JournalEntryEntity, JournalHeadEntity } from './journal.entities.js';
import type { JournalAction } from '../domain/acts.js';
import type { JournalObject } from '../domain/objects.js';

const PAGE = 2000;
const SHOWN = 200;
/** By so many lines it shows whether everybody comes from one address; a week of a large agency has a hundred times as many. */
const CALLS_LOOKED_AT = 5000;

/** Reads the journal: all of it, page by page, for those who check it; what was done to one record for those who look at that. */
@Injectable()
export class JournalQueries {
  constructor(private readonly database: Database) {}

  async *linesAfter(seq: number): AsyncGenerator<readonly JournalEntryEntity[]> {
    for (let after = seq; ;) {
      const page = await this.database.reader.manager.find(JournalEntryEntity, {
        where: { seq: MoreThan(after) },
        order: { seq: 'ASC' },
        take: PAGE,
      });
      if (page.length > 0) yield page;
      after = page.at(-1)?.seq ?? after;
      if (page.length < PAGE) return;
    }
  }

  /** What was done to one record, oldest first. */
  linesAbout(objectKind: string, objectId: string): Promise<JournalEntryEntity[]> {
    return cutList(
      { name: 'Nhật ký của đối tượng này', how: 'Xem tiếp ở trang Nhật ký, tìm theo đối tượng.' },
      this.database.reader.manager.findAndCount(JournalEntryEntity, {
        where: { objectKind, objectId },
        order: { seq: 'ASC' },
        take: SHOWN,
      }),
    );
  }

  /** What was done to several records by these acts, oldest first. */
  actsOn(
    { kind, ids }: { readonly kind: string; readonly ids: readonly string[] },
    actions: readonly JournalAction[],
  ): Promise<JournalEntryEntity[]> {
    return this.database.reader.manager.find(JournalEntryEntity, {
      where: { objectKind: kind, objectId: In([...ids]), action: In([...actions]) },
      order: { seq: 'ASC' },
    });
  }

  /** Which records these acts have touched since then. @param ids only among these; null: among all of the kind */
  async touchedSince(
    since: Date,
    { kind, ids }: { readonly kind: JournalObject; readonly ids: readonly string[] | null },
    actions: readonly JournalAction[],
  ): Promise<readonly string[]> {
    const at = MoreThanOrEqual(since);
    const lines = await this.database.reader.manager.find(JournalEntryEntity, {
      select: { seq: true, objectId: true },
      where: { objectKind: kind, action: In([...actions]), at, ...(ids && { objectId: In([...ids]) }) },
    });
    return lines.map(({ objectId }) => objectId);
  }

  /** How many lines, up to one, are of these acts. */
  countOf(actions: readonly JournalAction[], upTo: number): Promise<number> {
    const of = { action: In([...actions]), seq: LessThanOrEqual(upTo) };
    return this.database.reader.manager.countBy(JournalEntryEntity, of);
  }

  /** The hash of a line; null where there is none. */
  async hashAt(seq: number): Promise<string | null> {
    if (seq === 0) return CHAIN_START;
    const line = await this.database.reader.manager.findOneBy(JournalEntryEntity, { seq });
    return line?.hash ?? null;
  }

  /** When the first line was written; null before there is one. */
  async beganAt(): Promise<Date | null> {
    const first = await this.database.reader.manager.findOne(JournalEntryEntity, {
      select: { seq: true, at: true },
      where: { seq: 1 },
    });
    return first?.at ?? null;
  }

  /**
   * How many people acted from how many addresses of the net since then; the command line and the app itself come from none. Where the newest lines
   * come from several addresses they are enough; others may be of a night, or of what was brought in by the command line.
   */
  async callersSince(since: Date): Promise<{ readonly people: number; readonly addresses: number }> {
    const lines = sql`SELECT "actorId", "address" FROM "journal_entry" WHERE "at" >= ${instantText(since)}`;
    const newest = sql`${lines} ORDER BY "at" DESC ${limitSql(CALLS_LOOKED_AT, this.database.dialect)}`;
    const { held, ...callers } = await this.callersOf(newest);
    if (held < CALLS_LOOKED_AT || callers.addresses > 1) return callers;
    const { people, addresses } = await this.callersOf(lines);
    return { people, addresses };
  }

  /** Whether the database still refuses to change or remove a line. */
  isGuarded(): Promise<boolean> {
    return isAppendOnly(this.database.reader.manager, 'journal_entry');
  }

  async head(): Promise<JournalHead> {
    const row = await this.database.reader.manager.findOneBy(JournalHeadEntity, { id: 1 });
    return row ? { seq: row.seq, hash: row.hash } : { seq: 0, hash: CHAIN_START };
  }

  private async callersOf(lines: Sql): Promise<Record<'held' | 'people' | 'addresses', number>> {
    const { reader, dialect } = this.database;
    const called = sql`"address" <> 'cli'`;
    const statement = sql`SELECT COUNT(*) AS "held", COUNT(DISTINCT CASE WHEN ${called} THEN "actorId" END) AS "people", COUNT(DISTINCT CASE WHEN ${called} THEN "address" END) AS "addresses" FROM (${lines}) AS c`;
    const [found] = await reader.query<Record<'held' | 'people' | 'addresses', number | string>[]>(
      ...toStatement(statement, dialect),
    );
    return {
      held: Number(found?.held ?? 0),
      people: Number(found?.people ?? 0),
      addresses: Number(found?.addresses ?? 0),
    };
  }
}
