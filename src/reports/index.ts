export { BeginReportLetter } from './application/begin-report-letter.js';
export { CheckReport, REPORT_CHECKS, type CheckedReport, type ReportCheck } from './application/check-report.js';
export { KeepReport } from './application/keep-report.js';
export { MakeReport, type PeriodWish } from './application/make-report.js';
export {
  ReportQueries,
  type FactWish,
  type FoundFact,
  type ListedReport,
  type ReportPlace,
} from './persistence/report-queries.js';
export type { ReportEntity } from './persistence/report.entities.js';
export { DraftDueReports } from './jobs/draft-due.js';
export { ReportSheet } from './application/report-sheet.js';
export { ReportsBackgroundModule } from './reports-background.module.js';
export { ReportsModule } from './reports.module.js';
