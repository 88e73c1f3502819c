import { Injectable } from '@nestjs/common';
import { JournalQueries } from '../../journal/index.js';
import { canonicalJson } from '../../kernel/canonical-json.js';
import { FileStore } from '../../platform/files/file-store.js';
import { balances, cellsIn, numberIn } from '../domain/figures.js';
import { readRecord, recordOf, recordText, type FoundFacts, type ReportRecord } from '../domain/record.js';
import { frozenHashOf } from '../domain/report.js';
import type { ReportEntity } from '../persistence/report.entities.js';
import { ReportQueries } from '../persistence/report-queries.js';
import { CompileReport } from './compile-report.js';

/** What a report is held to, each by itself. */
export const REPORT_CHECKS = ['snapshot', 'figures', 'balance', 'carried', 'rows', 'history', 'frozen'] as const;

export type ReportCheck = (typeof REPORT_CHECKS)[number];

/** Whether each holds; `frozen` is null while nobody has frozen it. */
export type CheckedReport = Readonly<Record<ReportCheck, boolean | null>>;

const NOTHING_HOLDS: CheckedReport = {
  snapshot: false,
  figures: false,
  balance: false,
  carried: false,
  rows: false,
  history: false,
  frozen: false,
};

/** Makes a report once more, from its snapshot and from the history, and holds what is kept against it, byte by byte. */
@Injectable()
export class CheckReport {
  constructor(
    private readonly reports: ReportQueries,
    private readonly files: FileStore,
    private readonly compile: CompileReport,
    private readonly journal: JournalQueries,
  ) {}

  /** @throws DomainError `not-found` */
  async check(id: string): Promise<CheckedReport> {
    const report = await this.reports.one(id);
    if ((await this.files.stateOf(report.snapshotSha256)) !== 'whole') return NOTHING_HOLDS;
    const text = (await this.files.get(report.snapshotSha256)).toString();
    const record = readRecord(text);
    return {
      snapshot: true,
      figures: isCountedRight(text, record) && isShownRight(report, record),
      balance: [...cellsIn(record.now.figures), ...cellsIn(record.before.figures)].every(balances),
      carried: isCarriedOver(record),
      rows: (await this.areKept(id, record, 'now')) && (await this.areKept(id, record, 'before')),
      history: recordText(await this.compile.again(record)) === text,
      frozen: report.frozenAt === null ? null : await this.isFrozenAsSaid(report),
    };
  }

  private async areKept(id: string, record: ReportRecord, span: keyof FoundFacts): Promise<boolean> {
    const kept = await this.reports.texts(id, span);
    const { facts } = record[span];
    return kept.length === facts.length && facts.every((fact, index) => canonicalJson(fact) === kept[index]);
  }

  private async isFrozenAsSaid(report: ReportEntity): Promise<boolean> {
    const { id, frozenAt, frozenById, frozenHash, snapshotSha256, addressee, assessment, proposals } = report;
    if (frozenAt === null || frozenById === null) return false;
    const line = (await this.journal.linesAbout('report', id)).find(({ action }) => action === 'report.freeze');
    const said: { readonly frozenHash?: unknown } = line?.detail ?? {};
    const words = { snapshotSha256, addressee, assessment, proposals };
    return frozenHash === frozenHashOf({ ...words, frozenAt, frozenById }) && said.frozenHash === frozenHash;
  }
}

/** By the rows of the snapshot, by the indicators of its version. */
function isCountedRight(text: string, record: ReportRecord): boolean {
  return recordText(recordOf(record, { now: record.now.facts, before: record.before.facts }, record)) === text;
}

/** What pages read without the snapshot is what stands in it. */
function isShownRight(report: ReportEntity, { now, before, rules, names }: ReportRecord): boolean {
  const shown = [report.figures, report.figuresBefore, report.rules, report.names];
  return canonicalJson(shown) === canonicalJson([now.figures, before.figures, rules, names]);
}

/** What was open at the end of the period before is what the period began with. */
function isCarriedOver({ now, before }: ReportRecord): boolean {
  return numberIn(before.figures.total, 'open') === numberIn(now.figures.total, 'carried');
}
