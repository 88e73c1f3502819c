import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { FileStore } from '../../platform/files/file-store.js';
import { ReportQueries, ReportSheet, type ReportEntity, type ReportPlace } from '../../reports/index.js';
import { reportName } from './report-view.js';
import type { ReportReading, ReportRowsReading, ReportsReading, RowsWish, TableDimension } from './report-reading.js';
import { DOCX, XLSX } from '../ticket-files/file-answer.js';
import { CaseLetterQuery } from '../drafting/case-letter-query.js';
import type { KeptFile } from '../ticket-files/kept-files.js';

const LISTED = 30;
const ROWS = 50;

/** Reads the reports, one of them, and the rows behind a number, for their pages. */
@Injectable()
export class ReportsPageQuery {
  constructor(
    private readonly reports: ReportQueries,
    private readonly files: FileStore,
    private readonly sheet: ReportSheet,
    private readonly clock: Clock,
    private readonly letters: CaseLetterQuery,
  ) {}

  async list(actor: Actor, after: ReportPlace | null): Promise<ReportsReading> {
    const found = await this.reports.page(after, LISTED + 1);
    const today = civilDateOf(this.clock.now());
    return { actor, today, reports: found.slice(0, LISTED), more: found.length > LISTED };
  }

  /** @throws DomainError `not-found` */
  async one(
    actor: Actor,
    id: string,
    asked: { readonly dimension: TableDimension; readonly unitId: string | null },
  ): Promise<ReportReading> {
    const [report, letters] = await Promise.all([this.reports.one(id), this.letters.of('report', [id])]);
    return { actor, report, letters, ...asked };
  }

  /** @throws DomainError `not-found` */
  async rows(id: string, wish: RowsWish, after: number): Promise<ReportRowsReading> {
    const report = await this.reports.one(id);
    const found = await this.reports.rows(id, wish, { after, size: ROWS + 1 });
    return { report, wish, rows: found.slice(0, ROWS), more: found.length > ROWS };
  }

  /** @throws DomainError `not-found` */
  report(id: string): Promise<ReportEntity> {
    return this.reports.one(id);
  }

  /** The report as a file of one of its kinds. @throws DomainError `not-found` while there is none */
  async file(id: string, ending: 'docx' | 'pdf' | 'xlsx' | 'json'): Promise<KeptFile> {
    const report = await this.reports.one(id);
    const name = `${reportName(report)}.${ending}`;
    if (ending === 'xlsx') return { content: await this.sheet.xlsx(report), name, type: XLSX };
    const sha256 = { docx: report.docxSha256, pdf: report.pdfSha256, json: report.snapshotSha256 }[ending];
    if (sha256 === null) throw new DomainError('not-found', { what: 'file' });
    const type = { docx: DOCX, pdf: 'application/pdf', json: 'application/json' }[ending];
    return { content: await this.files.get(sha256), name, type };
  }
}
