import { Injectable } from '@nestjs/common';
import { IsNull, LessThan, MoreThan, MoreThanOrEqual, Not } from 'typeorm';
import type { Actor } from '../../kernel/actor.js';
import type { CivilDate } from '../../kernel/civil-date.js';
import { StaffEntity } from '../../organisation/index.js';
import { countTogether, whereAny } from '../../platform/database/counts-together.js';
import { Database } from '../../platform/database/database.js';
import { joinSql, limitSql, sql, toStatement } from '../../platform/database/sql.js';
import type { QuietChoice } from '../domain/notice-choices.js';
import { NoticeChoiceEntity } from './notice-choice.entity.js';
import { MailDigestEntity, NoticeEntity } from './notices.entities.js';

/** Above this a bell says "many": nobody counts further, and the index is not walked for it. */
export const COUNTED_UNREAD = 100;

/** Somebody who can be written to. */
export interface DigestReader {
  readonly actor: Actor;
  readonly address: string;
}

/** Named reads of notices; each person's own. */
@Injectable()
export class NoticeQueries {
  constructor(private readonly database: Database) {}

  /** Newest first. @param before number of the last row of the page before; null for the first page */
  page(staffId: string, before: number | null, size: number): Promise<NoticeEntity[]> {
    const older = before === null ? {} : { seq: LessThan(before) };
    return this.notices.find({ where: { staffId, ...older }, order: { seq: 'DESC' }, take: size });
  }

  /** What a person has chosen not to be rung for. */
  async quiet(staffId: string): Promise<readonly QuietChoice[]> {
    const rows = await this.database.reader.getRepository(NoticeChoiceEntity).findBy({ staffId });
    return rows.map(({ choice }) => choice);
  }

  /** How many a person has not read, `COUNTED_UNREAD` at most. */
  unread(staffId: string): Promise<number> {
    const first = limitSql(COUNTED_UNREAD, this.database.dialect);
    return countTogether(
      this.database,
      sql`SELECT COUNT(*) AS "held" FROM (SELECT "seq" FROM "notice" WHERE "staffId" = ${staffId} AND "readAt" IS NULL ORDER BY "seq" ${first}) AS n`,
    );
  }

  /** The number of the last notice of all; 0 where there is none. */
  async last(): Promise<number> {
    return (await this.notices.maximum('seq')) ?? 0;
  }

  /** Whom the next notices are for, in the order of telling. */
  toldSince(seq: number, size: number): Promise<readonly Pick<NoticeEntity, 'seq' | 'at' | 'staffId'>[]> {
    const read = (): Promise<readonly NoticeEntity[]> =>
      this.notices.find({
        where: { seq: MoreThan(seq) },
        select: { seq: true, at: true, staffId: true },
        order: { seq: 'ASC' },
        take: size,
      });
    return whereAny(this.database, sql`"notice" WHERE "seq" > ${seq}`, read, []);
  }

  /** Whether the name of a notice begins so. */
  async isBegun(beginning: string): Promise<boolean> {
    const [first] = await this.notices.find({
      where: { key: MoreThanOrEqual(beginning) },
      order: { key: 'ASC' },
      take: 1,
    });
    return first?.key.startsWith(beginning) ?? false;
  }

  /** The last name of a notice, in the order of names, that is each of some texts and then a moment; those that have none are left out. */
  async lastKeys(prefixes: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const { dialect, reader } = this.database;
    // A letter stands behind every digit wherever texts are ordered; of signs, SQL Server has an order of its own.
    const each = prefixes.map(
      (prefix) => sql`SELECT MAX("key") AS "last" FROM "notice" WHERE "key" >= ${prefix} AND "key" < ${`${prefix}a`}`,
    );
    const rows = await reader.query<readonly { readonly last: string | null }[]>(
      ...toStatement(joinSql(each, ' UNION ALL '), dialect),
    );
    const found = rows.flatMap(({ last }) => last ?? []);
    return new Map(
      prefixes.flatMap((prefix) => {
        const last = found.find((key) => key.startsWith(prefix));
        return last === undefined ? [] : [[prefix, last] as const];
      }),
    );
  }

  /** Mails that the server refused, newest first. */
  refusedDigests(): Promise<MailDigestEntity[]> {
    return this.database.reader
      .getRepository(MailDigestEntity)
      .find({ where: { state: 'refused' }, order: { day: 'DESC', staffId: 'ASC' }, take: 20 });
  }

  /** People who work here, have an address, have not chosen to go without, and whose mail of that day is not written yet. */
  async readersWithoutDigest(day: CivilDate): Promise<readonly DigestReader[]> {
    const [staff, written, without] = await Promise.all([
      this.database.reader.getRepository(StaffEntity).findBy({ active: true, email: Not(IsNull()) }),
      this.database.reader.getRepository(MailDigestEntity).find({ where: { day }, select: { staffId: true } }),
      this.database.reader.getRepository(NoticeChoiceEntity).findBy({ choice: 'dailyMail' }),
    ]);
    const done = new Set([...written, ...without].map(({ staffId }) => staffId));
    return staff.flatMap(({ id, fullName, unitId, roles, email }) =>
      done.has(id) || !email ? [] : [{ actor: { id, name: fullName, unitId, roles }, address: email }],
    );
  }

  private get notices() {
    return this.database.reader.getRepository(NoticeEntity);
  }
}
