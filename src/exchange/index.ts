export { SyncAgencies } from './application/outgoing/sync-agencies.js';
export { AgencyQueries } from './persistence/agency-queries.js';
export type { AgencyEntity, AgencySyncEntity } from './persistence/agency.entities.js';
export { AwaitedDocuments } from './application/incoming/awaited-documents.js';
export { ChooseRecipients, mayChoose } from './application/outgoing/choose-recipients.js';
export { DecideTask } from './application/incoming/decide-task.js';
export { Dispatches } from './application/outgoing/dispatches.js';
export { HandDeliveries } from './application/outgoing/hand-deliveries.js';
export { ManageJob } from './application/manage-job.js';
export { ReadFeedback, type ReceivedFeedback } from './application/incoming/read-feedback.js';
export { ReadTask, type TaskReading } from './application/incoming/read-task.js';
export { RecallDocument } from './application/outgoing/recall-document.js';
export { ReceivePending } from './application/incoming/receive-pending.js';
export { ResumeNumbering } from './application/reconciliation/resume-numbering.js';
export { RecoverNumbers } from './application/reconciliation/recover-numbers.js';
export { Reconcile } from './application/reconciliation/reconcile.js';
export { DamagedFiles } from './application/reconciliation/damaged-files.js';
export { ResolveRecoveredLetter } from './application/reconciliation/resolve-recovered-letter.js';
export { RepairDifference } from './application/reconciliation/repair-difference.js';
export { ReconcileOnRequest } from './application/reconciliation/reconcile-on-request.js';
export { ReconciliationQueries } from './persistence/reconciliation-queries.js';
export type {
  EOfficeClockEntity,
  ReconciliationDifferenceEntity,
  ReconciliationRunEntity,
} from './persistence/reconciliation.entities.js';
export { RetryJob } from './application/outgoing/retry-job.js';
export { RecordHandDelivery } from './application/outgoing/record-hand-delivery.js';
export { RecordEOfficeEntry } from './application/reconciliation/record-e-office-entry.js';
export { ExchangeBackgroundModule } from './exchange-background.module.js';
export { LookForMessages } from './jobs/look-for-messages.js';
export { WatchExchangeModule } from './watch-exchange.module.js';
export { ReadTrace } from './application/log/read-trace.js';
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
