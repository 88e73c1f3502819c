import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { Database } from '../../platform/database/database.js';
import { joinSql, limitSql, sql, toStatement, type Sql } from '../../platform/database/sql.js';
import type { Fact } from '../domain/fact.js';
import type { ReportPeriod } from '../domain/period.js';
import { ReportEntity } from './report.entities.js';

/** Which rows of a report are asked for; what is left out is any. */
export interface FactWish {
  readonly span: 'now' | 'before';
  /** Code of the number whose rows they are. */
  readonly mark: string;
  readonly unitId?: string | undefined;
  readonly category?: string | undefined;
  readonly level?: string | undefined;
  readonly channel?: string | undefined;
  readonly ground?: string | undefined;
}

export interface FoundFact {
  readonly no: number;
  readonly fact: Fact;
}

/** A report in a list: without its figures. */
export type ListedReport = Pick<
  ReportEntity,
  | 'id'
  | 'kind'
  | 'cutOff'
  | 'firstDay'
  | 'lastDay'
  | 'cutAt'
  | 'state'
  | 'createdAt'
  | 'createdByName'
  | 'frozenAt'
  | 'frozenByName'
>;

/** The last report of the page before. */
export interface ReportPlace {
  readonly createdAt: Date;
  readonly id: string;
}

/** Reads reports and the rows behind their numbers. */
@Injectable()
export class ReportQueries {
  constructor(private readonly database: Database) {}

  /** @throws DomainError `not-found` */
  async one(id: string): Promise<ReportEntity> {
    const report = await this.database.reader.getRepository(ReportEntity).findOneBy({ id });
    if (report === null) throw new DomainError('not-found', { what: 'report' });
    return report;
  }

  /** Newest first; those that were dropped fall away. */
  async page(after: ReportPlace | null, size: number): Promise<readonly ListedReport[]> {
    const reports = this.database.reader
      .getRepository(ReportEntity)
      .createQueryBuilder('r')
      .select(LISTED.map((name) => `r.${name}`))
      .where(`r.state <> 'dropped'`);
    if (after !== null) {
      const { createdAt, id } = after;
      reports.andWhere('(r.createdAt < :createdAt OR (r.createdAt = :createdAt AND r.id < :id))', { createdAt, id });
    }
    return reports.orderBy('r.createdAt', 'DESC').addOrderBy('r.id', 'DESC').take(size).getMany();
  }

  /** Whether the period has had a report, also one that was dropped. */
  isMade({ kind, cutOff, firstDay, lastDay }: ReportPeriod): Promise<boolean> {
    return this.database.reader.getRepository(ReportEntity).existsBy({ kind, cutOff, firstDay, lastDay });
  }

  /** The next rows behind a number, in the order of the snapshot: a walk along the key. */
  async rows(
    reportId: string,
    wish: FactWish,
    { after, size }: { readonly after: number; readonly size: number },
  ): Promise<readonly FoundFact[]> {
    const { dialect, reader } = this.database;
    const statement = sql`SELECT "no", "fact" FROM "report_fact" WHERE "reportId" = ${reportId} AND "span" = ${wish.span} AND "no" > ${after} AND ${conditionsOf(wish)} ORDER BY "no" ${limitSql(size, dialect)}`;
    const rows = await reader.query<{ readonly no: number; readonly fact: string }[]>(
      ...toStatement(statement, dialect),
    );
    return rows.map(({ no, fact }) => ({ no, fact: JSON.parse(fact) as Fact }));
  }

  /** Every row of a span, as text, in the order of the snapshot. */
  async texts(reportId: string, span: 'now' | 'before'): Promise<readonly string[]> {
    const { dialect, reader } = this.database;
    const statement = sql`SELECT "fact" FROM "report_fact" WHERE "reportId" = ${reportId} AND "span" = ${span} ORDER BY "no"`;
    const rows = await reader.query<{ readonly fact: string }[]>(...toStatement(statement, dialect));
    return rows.map(({ fact }) => fact);
  }
}

const LISTED = [
  ...['id', 'kind', 'cutOff', 'firstDay', 'lastDay', 'cutAt', 'state'],
  ...['createdAt', 'createdByName', 'frozenAt', 'frozenByName'],
] as const;

function conditionsOf({ mark, unitId, category, level, channel, ground }: FactWish): Sql {
  return joinSql(
    [
      sql`"marks" LIKE ${`%|${mark}|%`}`,
      ...given(unitId, (value) => sql`"unitId" = ${value}`),
      ...given(category, (value) => sql`"category" = ${value}`),
      ...given(level, (value) => sql`"level" = ${value}`),
      ...given(channel, (value) => sql`"channel" = ${value}`),
      ...given(ground, (value) => sql`"ground" = ${value}`),
    ],
    ' AND ',
  );
}

function given(value: string | undefined, condition: (value: string) => Sql): readonly Sql[] {
  return value === undefined ? [] : [condition(value)];
}
