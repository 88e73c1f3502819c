import { Injectable } from '@nestjs/common';
import { BeginDocument } from '../../drafting/index.js';
import { hasRole, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { FileStore } from '../../platform/files/file-store.js';
import { REPORT_WRITERS } from '../domain/report.js';
import { ReportQueries } from '../persistence/report-queries.js';
import { reportPlan } from './report-plan.js';

/**
 * Begins the document of a frozen report as a draft of the agency. Its figures stay as they were frozen; what is around them may still be worded otherwise.
 *
 * Source: source letter, part 2 (báo cáo Ủy ban nhân dân thành phố).
 */
@Injectable()
export class BeginReportLetter {
  constructor(
    private readonly reports: ReportQueries,
    private readonly files: FileStore,
    private readonly beginDocument: BeginDocument,
  ) {}

  /** @returns the id of the draft @throws DomainError `forbidden`, `not-found`, `report-act-barred` unless it is frozen, and as `BeginDocument` */
  async begin(actor: Actor, id: string): Promise<string> {
    if (!hasRole(actor, ...REPORT_WRITERS)) throw new DomainError('forbidden', { ability: 'beginReportLetter' });
    const report = await this.reports.one(id);
    if (report.state !== 'frozen') throw new DomainError('report-act-barred', { state: report.state });
    return this.beginDocument.begin(actor, { caseKind: 'report', caseId: id }, async () =>
      reportPlan(report, await this.files.get(report.snapshotSha256)),
    );
  }
}
