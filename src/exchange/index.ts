export { SyncAgencies } from './application/sync-agencies.js';
export { AgencyQueries } from './persistence/agency-queries.js';
export type { AgencyEntity, AgencySyncEntity } from './persistence/agency.entities.js';
export { AwaitedDocuments } from './application/awaited-documents.js';
export { ChooseRecipients, mayChoose } from './application/choose-recipients.js';
export { DecideTask } from './application/decide-task.js';
export { Dispatches } from './application/dispatches.js';
export { HandDeliveries } from './application/hand-deliveries.js';
export { ManageJob } from './application/manage-job.js';
export { ReadFeedback, type ReceivedFeedback } from './application/read-feedback.js';
export { ReadTask, type TaskReading } from './application/read-task.js';
export { RecallDocument } from './application/recall-document.js';
export { ReceivePending } from './application/receive-pending.js';
export { ResumeNumbering } from './application/resume-numbering.js';
export { RecoverNumbers } from './application/recover-numbers.js';
export { Reconcile } from './application/reconcile.js';
export { DamagedFiles } from './application/damaged-files.js';
export { ResolveRecoveredLetter } from './application/resolve-recovered-letter.js';
export { RepairDifference } from './application/repair-difference.js';
export { ReconcileOnRequest } from './application/reconcile-on-request.js';
export { ReconciliationQueries } from './persistence/reconciliation-queries.js';
export type {
  EOfficeClockEntity,
  ReconciliationDifferenceEntity,
  ReconciliationRunEntity,
} from './persistence/reconciliation.entities.js';
export { RetryJob } from './application/retry-job.js';
export { RecordHandDelivery } from './application/record-hand-delivery.js';
export { RecordEOfficeEntry } from './application/record-e-office-entry.js';
export { ExchangeBackgroundModule } from './exchange-background.module.js';
export { LookForMessages } from './jobs/look-for-messages.js';
export { WatchExchangeModule } from './watch-exchange.module.js';
export { ReadTrace } from './application/read-trace.js';
export { TracesModule } from './traces.module.js';
export { TraceQueries } from './persistence/trace-queries.js';
export type { ExchangeTraceEntity } from './persistence/exchange-trace.entity.js';
export type { RefusedCallDayEntity } from './persistence/refused-call-day.entity.js';
export { ExchangeModule } from './exchange.module.js';
export type { DispatchEntity, InboxMessageEntity, RefusedCallEntity } from './persistence/exchange.entities.js';
export type { DocumentRecallEntity } from './persistence/document-recall.entity.js';
export type { LetterRecipientEntity } from './persistence/letter-recipient.entity.js';
export { LetterRecipients } from './persistence/letter-recipients.js';
export type { EntryByHandEntity } from './persistence/entry-by-hand.entity.js';
export type { HandDeliveryEntity } from './persistence/hand-delivery.entity.js';
export { HandDeliveryQueries } from './persistence/hand-delivery-queries.js';
export { EntryQueries } from './persistence/entry-queries.js';
export { ExchangeQueries } from './persistence/exchange-queries.js';
export type { ExchangeTaskEntity } from './persistence/exchange-task.entity.js';
export { TaskQueries, type SeenTask } from './persistence/task-queries.js';
