import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/index.js';
import { DraftingModule } from '../drafting/index.js';
import { JournalModule } from '../journal/index.js';
import { NoticesModule } from '../notices/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { PoliciesModule } from '../policies/index.js';
import { TicketHistoryModule } from '../tickets/index.js';
import { BeginReportLetter } from './application/begin-report-letter.js';
import { CheckReport } from './application/check-report.js';
import { CompileReport } from './application/compile-report.js';
import { KeepReport } from './application/keep-report.js';
import { MakeReportDocument } from './application/make-document.js';
import { MakeReport } from './application/make-report.js';
import { ReportHistory } from './application/report-history.js';
import { ReportSheet } from './application/report-sheet.js';
import { DraftDueReports } from './jobs/draft-due.js';
import { ReportQueries } from './persistence/report-queries.js';

/** Who does which job. */
export const REPORT_HANDLERS = {
  'reports.document': MakeReportDocument,
};

/** What other features, pages and commands use. */
const EXPORTED = [ReportQueries, MakeReport, KeepReport, CheckReport, ReportSheet, BeginReportLetter, DraftDueReports];

@Module({
  imports: [
    CalendarModule,
    DraftingModule,
    JournalModule,
    NoticesModule,
    OrganisationModule,
    PoliciesModule,
    TicketHistoryModule,
  ],
  providers: [...EXPORTED, ReportHistory, CompileReport, ...Object.values(REPORT_HANDLERS)],
  exports: EXPORTED,
})
export class ReportsModule {}
