import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/index.js';
import { DraftingModule } from '../drafting/index.js';
import { FilesModule } from '../files/index.js';
import { AgencyProfileModule } from '../agency-profile/index.js';
import { JournalModule } from '../journal/index.js';
import { NoticesModule } from '../notices/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { SigningModule } from '../signing/index.js';
import { AcknowledgeMessage } from './application/incoming/acknowledge-message.js';
import { AwaitedDocuments } from './application/incoming/awaited-documents.js';
import { CheckArrival } from './application/incoming/check-arrival.js';
import { CheckMessageSignature } from './application/incoming/check-message-signature.js';
import { ChooseRecipients } from './application/outgoing/choose-recipients.js';
import { ClerkTasks } from './application/incoming/clerk-tasks.js';
import { ComposeMessage } from './application/outgoing/compose-message.js';
import { DamagedFiles } from './application/reconciliation/damaged-files.js';
import { DecideTask } from './application/incoming/decide-task.js';
import { Dispatches } from './application/outgoing/dispatches.js';
import { HandDeliveries } from './application/outgoing/hand-deliveries.js';
import { ManageJob } from './application/manage-job.js';
import { EnterMessage } from './application/incoming/enter-message.js';
import { HoldBackLetter } from './application/outgoing/hold-back-letter.js';
import { HeedStatus } from './application/outgoing/heed-status.js';
import { JudgeMessage } from './application/incoming/judge-message.js';
import { TakeArrivalNumber } from './application/incoming/take-arrival-number.js';
import { AskArrivalNumber } from './application/incoming/ask-arrival-number.js';
import { EnterArrivalNumber } from './application/incoming/enter-arrival-number.js';
import { MirrorIncoming } from './application/incoming/mirror-incoming.js';
import { ReadFeedback } from './application/incoming/read-feedback.js';
import { RecallDocument } from './application/outgoing/recall-document.js';
import { ReadTask } from './application/incoming/read-task.js';
import { ReceivePending } from './application/incoming/receive-pending.js';
import { RecipientAnswers } from './application/outgoing/recipient-answers.js';
import { RefuseConflictingContent } from './application/incoming/refuse-conflicting-content.js';
import { RegisterMessage } from './application/incoming/register-message.js';
import { ReleaseLetter } from './application/outgoing/release-letter.js';
import { ReturnMessage } from './application/incoming/return-message.js';
import { RedactHotlineSubject } from './application/incoming/redact-hotline-subject.js';
import { RecordHandDelivery } from './application/outgoing/record-hand-delivery.js';
import { RecordReceipt } from './application/outgoing/record-receipt.js';
import { SendDispatch } from './application/outgoing/send-dispatch.js';
import { SyncAgencies } from './application/outgoing/sync-agencies.js';
import { TakeEvents } from './application/incoming/take-events.js';
import { RecordEOfficeEntry } from './application/reconciliation/record-e-office-entry.js';
import { RetryJob } from './application/outgoing/retry-job.js';
import { KeepHeardMessages } from './application/incoming/keep-heard-messages.js';
import { EOfficeClock } from './application/e-office-clock.js';
import { ResumeNumbering } from './application/reconciliation/resume-numbering.js';
import { RecoverIncoming } from './application/reconciliation/recover-incoming.js';
import { RecoverNumbers } from './application/reconciliation/recover-numbers.js';
import { RecoverOutgoing } from './application/reconciliation/recover-outgoing.js';
import { Reconcile } from './application/reconciliation/reconcile.js';
import { ReconcileOnRequest } from './application/reconciliation/reconcile-on-request.js';
import { RecordDifferences } from './application/reconciliation/record-differences.js';
import { RepairDifference } from './application/reconciliation/repair-difference.js';
import { ResolveRecoveredLetter } from './application/reconciliation/resolve-recovered-letter.js';
import { LookForMessages } from './jobs/look-for-messages.js';
import { ComparedSides } from './persistence/compared-sides.js';
import { ReconciliationQueries } from './persistence/reconciliation-queries.js';
import { AgencyQueries } from './persistence/agency-queries.js';
import { HandDeliveryQueries } from './persistence/hand-delivery-queries.js';
import { LetterRecipients } from './persistence/letter-recipients.js';
import { EntryQueries } from './persistence/entry-queries.js';
import { ExchangeQueries } from './persistence/exchange-queries.js';
import { TaskQueries } from './persistence/task-queries.js';
import { InboxMetrics } from './persistence/inbox-metrics.js';
import { EOfficeEvents } from './ports/e-office-events.port.js';
import { HeardMessages } from './ports/heard-messages.port.js';
import { TracesModule } from './traces.module.js';

const HANDLERS = [
  AcknowledgeMessage,
  RegisterMessage,
  MirrorIncoming,
  SendDispatch,
  ReleaseLetter,
  HoldBackLetter,
  HeedStatus,
  LookForMessages,
  RepairDifference,
  ReconcileOnRequest,
];

const RECONCILING = [
  Reconcile,
  RecordDifferences,
  ComparedSides,
  ReconciliationQueries,
  EOfficeClock,
  RecoverNumbers,
  ResumeNumbering,
];

/** Who does which job. */
export const EXCHANGE_HANDLERS = {
  'exchange.acknowledge': AcknowledgeMessage,
  'exchange.register': RegisterMessage,
  'exchange.mirrorIncoming': MirrorIncoming,
  'exchange.send': SendDispatch,
  'exchange.release': ReleaseLetter,
  'exchange.heedStatus': HeedStatus,
  'exchange.look': LookForMessages,
  'exchange.holdBack': HoldBackLetter,
  'exchange.repair': RepairDifference,
  'exchange.reconcile': ReconcileOnRequest,
};

/** What other features, pages and commands use. */
const EXPORTED = [
  Dispatches,
  DecideTask,
  ReadTask,
  SyncAgencies,
  AgencyQueries,
  TaskQueries,
  ChooseRecipients,
  LetterRecipients,
  RecordEOfficeEntry,
  EnterArrivalNumber,
  AskArrivalNumber,
  EntryQueries,
  HandDeliveries,
  HandDeliveryQueries,
  RecordHandDelivery,
  RecordReceipt,
  RecallDocument,
  ReceivePending,
  DamagedFiles,
  ReadFeedback,
  RetryJob,
  ManageJob,
  AwaitedDocuments,
  ...RECONCILING,
  ResolveRecoveredLetter,
  ExchangeQueries,
];

@Module({
  imports: [
    DocumentsModule,
    DraftingModule,
    FilesModule,
    AgencyProfileModule,
    JournalModule,
    NoticesModule,
    OrganisationModule,
    SigningModule,
    TracesModule,
  ],
  providers: [
    ...EXPORTED,
    ...HANDLERS,
    RecoverIncoming,
    RecoverOutgoing,
    ComposeMessage,
    CheckArrival,
    CheckMessageSignature,
    ReturnMessage,
    ClerkTasks,
    JudgeMessage,
    EnterMessage,
    TakeArrivalNumber,
    RedactHotlineSubject,
    RecipientAnswers,
    RefuseConflictingContent,
    InboxMetrics,
    { provide: EOfficeEvents, useClass: TakeEvents },
    { provide: HeardMessages, useClass: KeepHeardMessages },
    ...Object.values(EXCHANGE_HANDLERS),
  ],
  exports: [
    ...EXPORTED,
    RepairDifference,
    ReconcileOnRequest,
    LookForMessages,
    EOfficeEvents,
    TracesModule,
    HeardMessages,
  ],
})
export class ExchangeModule {}
