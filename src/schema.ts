/** Every table of the house: the one list of entities and migrations, known to the composition roots only. */
import { CalendarProposalEntity, CalendarVersionEntity } from './calendar/persistence/calendar.entities.js';
import {
  DispatchEntity,
  EOfficeEventEntity,
  InboxMessageEntity,
  RefusedCallEntity,
} from './exchange/persistence/exchange.entities.js';
import { ExchangeTraceEntity } from './exchange/persistence/exchange-trace.entity.js';
import { RefusedCallDayEntity } from './exchange/persistence/refused-call-day.entity.js';
import { HeardMessageEntity } from './exchange/persistence/heard-message.entity.js';
import {
  EOfficeClockEntity,
  ReconciliationDifferenceEntity,
  ReconciliationRunEntity,
} from './exchange/persistence/reconciliation.entities.js';
import { DocumentRecallEntity } from './exchange/persistence/document-recall.entity.js';
import { LetterRecipientEntity } from './exchange/persistence/letter-recipient.entity.js';
import { AgencyEntity, AgencySyncEntity, AgencyWordEntity } from './exchange/persistence/agency.entities.js';
import { AwaitedDocumentEntity } from './exchange/persistence/awaited-document.entity.js';
import { EntryByHandEntity } from './exchange/persistence/entry-by-hand.entity.js';
import { ExchangeTaskEntity } from './exchange/persistence/exchange-task.entity.js';
import {
  DocumentFileEntity,
  IncomingDocumentEntity,
  OutgoingDocumentEntity,
  RegisterBookEntity,
} from './documents/persistence/documents.entities.js';
import { CopyDocumentEntity } from './documents/persistence/copy-document.entity.js';
import { RegisterEntryEntity } from './documents/persistence/register-entry.entity.js';
import { DraftPresenceEntity, DraftRevisionEntity } from './drafting/persistence/draft-revision.entities.js';
import { SigningAuthorityEntity } from './delegation/persistence/signing-authority.entity.js';
import { ConversionEntity } from './copies/persistence/conversion.entity.js';
import { RegisterClosingEntity, RegisterClosingSealEntity } from './documents/persistence/register-closing.entities.js';
import { RegisterPrintEntity } from './documents/persistence/register-print.entity.js';
import { DraftApprovalEntity, DraftEntity } from './drafting/persistence/drafting.entities.js';
import { TemplateUploadEntity, TemplateVersionEntity } from './drafting/persistence/template.entities.js';
import { HouseVersionEntity } from './house/persistence/house.entities.js';
import { DataRequestEntity } from './data-requests/persistence/data-request.entity.js';
import { JournalDigestEntity } from './documents/persistence/journal-digest.entity.js';
import { AccessChangeEntity } from './journal/persistence/access-change.entity.js';
import { JournalEntryEntity, JournalHeadEntity } from './journal/persistence/journal.entities.js';
import {
  KnownDeviceEntity,
  RecoveryCodeEntity,
  SecondFactorEntity,
  SignInAttemptEntity,
} from './organisation/persistence/account.entities.js';
import { DirectoryRunEntity } from './organisation/persistence/directory-run.entity.js';
import {
  FunctionHolderEntity,
  StaffEntity,
  StaffRoleEntity,
  UnitEntity,
  UnitImportEntity,
  UnitNameEntity,
} from './organisation/persistence/organisation.entities.js';
import { MailDigestEntity, NoticeEntity } from './notices/persistence/notices.entities.js';
import type { Schema } from './platform/database/database.js';
import { House1764000000000 } from './platform/database/migrations/0001-house.js';
import { OrganisationAndRegisters1764000000001 } from './platform/database/migrations/0002-organisation-and-registers.js';
import { Exchange1764000000002 } from './platform/database/migrations/0003-exchange.js';
import { Letters1764000000003 } from './platform/database/migrations/0004-letters.js';
import { Tickets1764000000004 } from './platform/database/migrations/0005-tickets.js';
import { Rules1764000000005 } from './platform/database/migrations/0006-rules.js';
import { Calendar1764000000006 } from './platform/database/migrations/0007-calendar.js';
import { Search1764000000007 } from './platform/database/migrations/0008-search.js';
import { TicketLife1764000000010 } from './platform/database/migrations/0010-ticket-life.js';
import { Notices1764000000008 } from './platform/database/migrations/0009-notices.js';
import { Intake1764000000011 } from './platform/database/migrations/0011-intake.js';
import { Idempotency1764000000012 } from './platform/database/migrations/0012-idempotency.js';
import { TicketEnds1764000000014 } from './platform/database/migrations/0014-ticket-ends.js';
import { HouseFacts1764000000018 } from './platform/database/migrations/0018-house-facts.js';
import { KeysAndIndices1764000000016 } from './platform/database/migrations/0016-keys-and-indices.js';
import { ReportersPrivacy1764000000013 } from './platform/database/migrations/0013-reporters-privacy.js';
import { TemplateVersions1764000000022 } from './platform/database/migrations/0022-template-versions.js';
import { WordsOfPeople1764000000019 } from './platform/database/migrations/0019-words-of-people.js';
import { SendersAndFurtherDocuments1764000000021 } from './platform/database/migrations/0021-senders-and-further-documents.js';
import { RefusedFiles1764000000023 } from './platform/database/migrations/0023-refused-files.js';
import { DocumentOutcome1764000000024 } from './platform/database/migrations/0024-document-outcome.js';
import { Records1764000000030 } from './platform/database/migrations/0030-records.js';
import { Annexes1764000000032 } from './platform/database/migrations/0032-annexes.js';
import { IncomingSignatures1764000000031 } from './platform/database/migrations/0031-incoming-signatures.js';
import { Copies1764000000029 } from './platform/database/migrations/0029-copies.js';
import { AfterRelease1764000000028 } from './platform/database/migrations/0028-after-release.js';
import { RegisterChain1764000000020 } from './platform/database/migrations/0020-register-chain.js';
import { DraftRevisions1764000000026 } from './platform/database/migrations/0026-draft-revisions.js';
import { SigningAuthorities1764000000027 } from './platform/database/migrations/0027-signing-authorities.js';
import { PrintedAndClosedRegisters1764000000025 } from './platform/database/migrations/0025-printed-and-closed-registers.js';
import { MessageSignature1764000000039 } from './platform/database/migrations/0039-message-signature.js';
import { Agencies1764000000048 } from './platform/database/migrations/0048-agencies.js';
import { TasksOfTheExchange1764000000049 } from './platform/database/migrations/0049-tasks-of-the-exchange.js';
import { WorkByHand1764000000053 } from './platform/database/migrations/0053-work-by-hand.js';
import { UnreadColumns1764000000054 } from './platform/database/migrations/0054-unread-columns.js';
import { OfficerChangeEntity, OfficerTermEntity } from './officers/persistence/officers.entities.js';
import { AnswersOfEach1764000000055 } from './platform/database/migrations/0055-answers-of-each.js';
import { AccountsAndSessions1764000000056 } from './platform/database/migrations/0056-accounts-and-sessions.js';
import { DirectorySync1764000000057 } from './platform/database/migrations/0057-directory-sync.js';
import { Organisation1764000000058 } from './platform/database/migrations/0058-organisation.js';
import { ContactOfficers1764000000059 } from './platform/database/migrations/0059-contact-officers.js';
import { ApiTokens1764000000061 } from './platform/database/migrations/0061-api-tokens.js';
import { DigestsAndRequests1764000000063 } from './platform/database/migrations/0063-digests-requests.js';
import { WiderJournal1764000000062 } from './platform/database/migrations/0062-wider-journal.js';
import { TriesAndCircuits1764000000040 } from './platform/database/migrations/0040-tries-and-circuits.js';
import { PromisesByHand1764000000041 } from './platform/database/migrations/0041-promises-by-hand.js';
import { AwaitedDocuments1764000000045 } from './platform/database/migrations/0045-awaited-documents.js';
import { ExchangeEvidence1764000000051 } from './platform/database/migrations/0051-exchange-evidence.js';
import { HeardMessages1764000000047 } from './platform/database/migrations/0047-heard-messages.js';
import { AfterClosing1764000000033 } from './platform/database/migrations/0033-after-closing.js';
import { LettersByFile1764000000036 } from './platform/database/migrations/0036-letters-by-file.js';
import { SignatureRequests1764000000034 } from './platform/database/migrations/0034-signature-requests.js';
import { SignatureEvidence1764000000037 } from './platform/database/migrations/0037-signature-evidence.js';
import { TrustStore1764000000038 } from './platform/database/migrations/0038-trust-store.js';
import { ReservedNumbers1764000000035 } from './platform/database/migrations/0035-reserved-numbers.js';
import { OtherContent1764000000043 } from './platform/database/migrations/0043-other-content.js';
import { Reconciliation1764000000042 } from './platform/database/migrations/0042-reconciliation.js';
import { IdempotentAnswerEntity } from './platform/http/idempotency.entity.js';
import { SessionEntity } from './platform/sessions/session.entity.js';
import { CircuitEntity } from './platform/outbox/circuit.entity.js';
import { OutboxAttemptEntity } from './platform/outbox/outbox-attempt.entity.js';
import { OutboxEvidenceEntity } from './platform/outbox/outbox-evidence.entity.js';
import { OutboxEntity } from './platform/outbox/outbox.entity.js';
import { JobSlotEntity } from './platform/scheduling/job-slot.entity.js';
import { PolicyVersionEntity } from './policies/persistence/policies.entities.js';
import {
  FilePlanVersionEntity,
  RecordExportEntity,
  RecordFileEntity,
  RecordPageCountEntity,
  RecordPaperEntity,
  RecordSeriesEntity,
  RecordWatchEntity,
} from './records/persistence/records.entities.js';
import { LetterAnnexEntity } from './signing/persistence/letter-annex.entity.js';
import { SignatureRouteStepEntity } from './signing/persistence/signature-route-step.entity.js';
import { SignatureEvidenceEntity } from './signing/persistence/signature-evidence.entity.js';
import { SignatureRequestEntity, SignatureStepEntity } from './signing/persistence/signing.entities.js';
import { TrustRevocationListEntity } from './signing/trust/persistence/revocation-list.entity.js';
import { TrustCertificateEntity, TrustProposalEntity } from './signing/trust/persistence/trust.entities.js';
import {
  SavedSearchEntity,
  TicketCounterEntity,
  TicketSearchEntity,
  TicketWordEntity,
} from './tickets/persistence/search.entities.js';
import { TicketImportEntity, TicketIntakeEntity, TicketRefusalEntity } from './tickets/persistence/intake.entities.js';
import {
  TicketAnswerEntity,
  TicketCoordinationEntity,
  TicketExtensionEntity,
  TicketFileEntity,
  TicketPauseEntity,
  TicketPublicationEntity,
  TicketRatingEntity,
} from './tickets/persistence/life.entities.js';
import { FurtherDocumentEntity } from './tickets/persistence/further-document.entity.js';
import { TicketReminderEntity, TicketReminderWatchEntity } from './tickets/persistence/reminder.entities.js';
import {
  TicketAssignmentEntity,
  TicketDayEntity,
  TicketDeadlineEntity,
  TicketEntity,
  TicketEntryEntity,
} from './tickets/persistence/tickets.entities.js';
import { ApiTokenEntity } from './tokens/persistence/api-token.entity.js';

export const SCHEMA: Schema = {
  entities: [
    OutboxEntity,
    OutboxAttemptEntity,
    OutboxEvidenceEntity,
    CircuitEntity,
    JobSlotEntity,
    SessionEntity,
    IdempotentAnswerEntity,
    JournalEntryEntity,
    JournalHeadEntity,
    AccessChangeEntity,
    JournalDigestEntity,
    DataRequestEntity,
    UnitEntity,
    StaffEntity,
    FunctionHolderEntity,
    SignInAttemptEntity,
    KnownDeviceEntity,
    SecondFactorEntity,
    RecoveryCodeEntity,
    UnitNameEntity,
    StaffRoleEntity,
    UnitImportEntity,
    DirectoryRunEntity,
    SigningAuthorityEntity,
    CalendarVersionEntity,
    CalendarProposalEntity,
    PolicyVersionEntity,
    HouseVersionEntity,
    RegisterBookEntity,
    IncomingDocumentEntity,
    OutgoingDocumentEntity,
    DocumentFileEntity,
    RegisterEntryEntity,
    CopyDocumentEntity,
    ConversionEntity,
    RegisterPrintEntity,
    RegisterClosingEntity,
    RegisterClosingSealEntity,
    InboxMessageEntity,
    DispatchEntity,
    EOfficeEventEntity,
    HeardMessageEntity,
    RefusedCallEntity,
    RefusedCallDayEntity,
    ExchangeTraceEntity,
    DocumentRecallEntity,
    EntryByHandEntity,
    ExchangeTaskEntity,
    LetterRecipientEntity,
    AwaitedDocumentEntity,
    ReconciliationRunEntity,
    ReconciliationDifferenceEntity,
    EOfficeClockEntity,
    AgencyEntity,
    AgencyWordEntity,
    AgencySyncEntity,
    DraftEntity,
    DraftApprovalEntity,
    DraftRevisionEntity,
    DraftPresenceEntity,
    TemplateUploadEntity,
    TemplateVersionEntity,
    SignatureRequestEntity,
    SignatureStepEntity,
    SignatureRouteStepEntity,
    LetterAnnexEntity,
    SignatureEvidenceEntity,
    TrustCertificateEntity,
    TrustProposalEntity,
    TrustRevocationListEntity,
    TicketEntity,
    TicketDayEntity,
    TicketDeadlineEntity,
    TicketAssignmentEntity,
    TicketEntryEntity,
    NoticeEntity,
    MailDigestEntity,
    TicketReminderWatchEntity,
    TicketReminderEntity,
    TicketPauseEntity,
    TicketExtensionEntity,
    TicketCoordinationEntity,
    TicketAnswerEntity,
    TicketPublicationEntity,
    TicketRatingEntity,
    TicketFileEntity,
    TicketIntakeEntity,
    TicketImportEntity,
    TicketRefusalEntity,
    FurtherDocumentEntity,
    TicketSearchEntity,
    TicketWordEntity,
    TicketCounterEntity,
    SavedSearchEntity,
    FilePlanVersionEntity,
    RecordSeriesEntity,
    RecordFileEntity,
    RecordPaperEntity,
    RecordPageCountEntity,
    RecordExportEntity,
    RecordWatchEntity,
    OfficerTermEntity,
    OfficerChangeEntity,
    ApiTokenEntity,
  ],
  migrations: [
    House1764000000000,
    OrganisationAndRegisters1764000000001,
    Exchange1764000000002,
    Letters1764000000003,
    Tickets1764000000004,
    Rules1764000000005,
    Calendar1764000000006,
    Search1764000000007,
    TicketLife1764000000010,
    Intake1764000000011,
    Notices1764000000008,
    Idempotency1764000000012,
    TicketEnds1764000000014,
    HouseFacts1764000000018,
    KeysAndIndices1764000000016,
    ReportersPrivacy1764000000013,
    TemplateVersions1764000000022,
    WordsOfPeople1764000000019,
    SendersAndFurtherDocuments1764000000021,
    RefusedFiles1764000000023,
    DocumentOutcome1764000000024,
    RegisterChain1764000000020,
    DraftRevisions1764000000026,
    Records1764000000030,
    IncomingSignatures1764000000031,
    SigningAuthorities1764000000027,
    Copies1764000000029,
    PrintedAndClosedRegisters1764000000025,
    AfterRelease1764000000028,
    AfterClosing1764000000033,
    Annexes1764000000032,
    SignatureRequests1764000000034,
    SignatureEvidence1764000000037,
    TrustStore1764000000038,
    ReservedNumbers1764000000035,
    LettersByFile1764000000036,
    MessageSignature1764000000039,
    Agencies1764000000048,
    TasksOfTheExchange1764000000049,
    WorkByHand1764000000053,
    TriesAndCircuits1764000000040,
    PromisesByHand1764000000041,
    HeardMessages1764000000047,
    Reconciliation1764000000042,
    OtherContent1764000000043,
    AwaitedDocuments1764000000045,
    ExchangeEvidence1764000000051,
    UnreadColumns1764000000054,
    AnswersOfEach1764000000055,
    AccountsAndSessions1764000000056,
    DirectorySync1764000000057,
    Organisation1764000000058,
    ContactOfficers1764000000059,
    ApiTokens1764000000061,
    WiderJournal1764000000062,
    DigestsAndRequests1764000000063,
  ],
};
