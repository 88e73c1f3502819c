import type { EntityManager } from 'typeorm';
import { canonicalJson } from '../../kernel/canonical-json.js';
import { indicatorsOf, marksOf } from '../domain/indicators.js';
import type { ReportRecord } from '../domain/record.js';
import { ReportFactEntity } from './report.entities.js';

/** A statement takes some 2,000 values on SQL Server, and a row has ten. */
const AT_ONCE = 200;

/** Writes the rows of a report beside its snapshot, in the transaction of the report itself. */
export async function keepFacts(tx: EntityManager, reportId: string, record: ReportRecord): Promise<void> {
  const set = indicatorsOf(record.rules.indicators);
  for (const span of ['now', 'before'] as const) {
    const { facts, window } = record[span];
    const rows = facts.map((fact, index) => ({
      reportId,
      span,
      no: index + 1,
      marks: `|${marksOf(set, fact, window).join('|')}|`,
      unitId: fact.unitId ?? '',
      category: fact.category,
      level: fact.level,
      channel: fact.channel,
      ground: fact.ground ?? '',
      fact: canonicalJson(fact),
    }));
    for (let from = 0; from < rows.length; from += AT_ONCE) {
      await tx
        .createQueryBuilder()
        .insert()
        .into(ReportFactEntity)
        .values(rows.slice(from, from + AT_ONCE))
        .updateEntity(false)
        .execute();
    }
  }
}
