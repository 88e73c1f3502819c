import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { joinSql, limitSql, sql, toStatement } from '../../platform/database/sql.js';
import { agencyWords } from '../domain/agency-directory.js';
import { AgencyEntity, AgencySyncEntity } from './agency.entities.js';

const RUNS_SHOWN = 10;
/** Found agencies of which the best are offered. */
const LOOKED_AT = 200;
const OFFERED = 20;

/** Reads of the directory. */
@Injectable()
export class AgencyQueries {
  constructor(private readonly database: Database) {}

  /**
   * Agencies in whose name or codes every word of the question begins a word, along the index of the longest: those whose name begins with the question
   * first, then the shortest names. Units for tests and what has ended are not offered.
   */
  async offered(question: string): Promise<readonly AgencyEntity[]> {
    const [rarest, ...others] = agencyWords(question).toSorted((a, b) => b.length - a.length);
    if (rarest === undefined) return [];
    const { dialect } = this.database;
    const checks = others.map(
      (word) =>
        sql`EXISTS (SELECT 1 FROM "agency_word" o WHERE o."code" = w."code" AND o."word" >= ${word} AND o."word" < ${endOf(word)})`,
    );
    const offeredAtAll = sql`EXISTS (SELECT 1 FROM "agency" a WHERE a."code" = w."code" AND a."active" = 1 AND a."forTests" = 0)`;
    const conditions = [sql`w."word" >= ${rarest}`, sql`w."word" < ${endOf(rarest)}`, offeredAtAll, ...checks];
    const statement = sql`SELECT w."word", w."code" FROM "agency_word" w
      WHERE ${joinSql(conditions, ' AND ')} ORDER BY w."word", w."code" ${limitSql(LOOKED_AT, dialect)}`;
    const found: { code: string }[] = await this.database.reader.query(...toStatement(statement, dialect));
    return this.bestOf(
      found.map(({ code }) => code),
      agencyWords(question).join(' '),
    );
  }

  /** The agency that has this code in either generation. */
  async byCode(code: string): Promise<AgencyEntity | null> {
    const { manager } = this.database.reader;
    return (await manager.findOneBy(AgencyEntity, { code })) ?? manager.findOneBy(AgencyEntity, { legacyCode: code });
  }

  /** Whether a receiver can be reached, as far as the directory tells; null while there is no directory. */
  async standingOf(code: string): Promise<'listed' | 'ended' | 'unlisted' | null> {
    const agency = await this.byCode(code);
    if (agency !== null) return agency.active ? 'listed' : 'ended';
    const isKept = await this.database.reader.manager.existsBy(AgencyEntity, { active: true });
    return isKept ? 'unlisted' : null;
  }

  /** All codes by which an agency goes, the one given among them. */
  async codesOf(code: string): Promise<readonly string[]> {
    const agency = await this.byCode(code);
    return [
      ...new Set([
        code,
        ...(agency === null ? [] : [agency.code, ...(agency.legacyCode === null ? [] : [agency.legacyCode])]),
      ]),
    ];
  }

  /** The names of these agencies, by the codes of either generation. */
  async namesOf(codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const asked = In([...new Set(codes)]);
    const rows = await this.database.reader.manager.findBy(AgencyEntity, [{ code: asked }, { legacyCode: asked }]);
    return new Map(rows.flatMap(({ code, legacyCode, name }) => [code, legacyCode ?? code].map((one) => [one, name])));
  }

  /** Which of these codes of the directory are of active agencies. */
  async activeOf(codes: readonly string[]): Promise<ReadonlySet<string>> {
    const active = { code: In([...codes]), active: true };
    const rows = await this.database.reader.manager.find(AgencyEntity, { select: { code: true }, where: active });
    return new Set(rows.map(({ code }) => code));
  }

  async counts(): Promise<{ readonly active: number; readonly ended: number }> {
    const { manager } = this.database.reader;
    const [active, ended] = await Promise.all([
      manager.countBy(AgencyEntity, { active: true }),
      manager.countBy(AgencyEntity, { active: false }),
    ]);
    return { active, ended };
  }

  /** The last runs, newest first. */
  runs(): Promise<readonly AgencySyncEntity[]> {
    return this.database.reader.manager.find(AgencySyncEntity, { order: { startedAt: 'DESC' }, take: RUNS_SHOWN });
  }

  private async bestOf(codes: readonly string[], question: string): Promise<readonly AgencyEntity[]> {
    const rows = await this.database.reader.manager.findBy(AgencyEntity, { code: In([...new Set(codes)]) });
    const begins = ({ name }: AgencyEntity): number => (agencyWords(name).join(' ').startsWith(question) ? 0 : 1);
    return rows
      .toSorted((a, b) => begins(a) - begins(b) || a.name.length - b.name.length || (a.code < b.code ? -1 : 1))
      .slice(0, OFFERED);
  }
}

/** What comes after every word that begins so. */
function endOf(word: string): string {
  return `${word}\uffff`;
}
