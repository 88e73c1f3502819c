/** All tables: the one list of entities and migrations, known to the composition roots only. */
import { beginCalendar } from '../calendar/persistence/begin-calendar.js';
import { CalendarProposalEntity, CalendarVersionEntity } from '../calendar/persistence/calendar.entities.js';
import {
  DispatchEntity,
  EOfficeEventEntity,
  InboxMessageEntity,
  RefusedCallEntity,
} from '../exchange/persistence/exchange.entities.js';
import { ExchangeTraceEntity } from '../exchange/persistence/exchange-trace.entity.js';
import { RefusedCallDayEntity } from '../exchange/persistence/refused-call-day.entity.js';
import { HeardMessageEntity } from '../exchange/persistence/heard-message.entity.js';
import {
  EOfficeClockEntity,
  ReconciliationDifferenceEntity,
  ReconciliationRunEntity,
} from '../exchange/persistence/reconciliation.entities.js';
import { DocumentRecallEntity } from '../exchange/persistence/document-recall.entity.js';
import { LetterRecipientEntity } from '../exchange/persistence/letter-recipient.entity.js';
import { AgencyEntity, AgencySyncEntity, AgencyWordEntity } from '../exchange/persistence/agency.entities.js';
import { AwaitedDocumentEntity } from '../exchange/persistence/awaited-document.entity.js';
import { EntryByHandEntity } from '../exchange/persistence/entry-by-hand.entity.js';
import { HandDeliveryEntity } from '../documents/persistence/hand-delivery.entity.js';
import { ExchangeTaskEntity } from '../exchange/persistence/exchange-task.entity.js';
import {
  DocumentFileEntity,
  IncomingDocumentEntity,
  OutgoingDocumentEntity,
  RegisterBookEntity,
} from '../documents/persistence/documents.entities.js';
import { CopyDocumentEntity } from '../documents/persistence/copy-document.entity.js';
import { RegisterEntryEntity } from '../documents/persistence/register-entry.entity.js';
import { StandardTextEntity } from '../drafting/persistence/standard-text.entity.js';
import { DraftPresenceEntity, DraftRevisionEntity } from '../drafting/persistence/draft-revision.entities.js';
import { DecisionAuthorityEntity } from '../delegation/persistence/decision-authority.entity.js';
import { SigningAuthorityEntity } from '../delegation/persistence/signing-authority.entity.js';
import { ConversionEntity } from '../copies/persistence/conversion.entity.js';
import {
  RegisterClosingEntity,
  RegisterClosingSealEntity,
} from '../documents/persistence/register-closing.entities.js';
import { RegisterTakeOverEntity } from '../documents/persistence/register-take-over.entity.js';
import { RegisterStartEntity } from '../documents/persistence/register-start.entity.js';
import { NumberingHoldEntity } from '../documents/persistence/numbering-hold.entity.js';
import { KeyFingerprintEntity } from '../platform/files/key-fingerprint.entity.js';
import { RegisterPrintEntity } from '../documents/persistence/register-print.entity.js';
import { DraftApprovalEntity, DraftEntity } from '../drafting/persistence/drafting.entities.js';
import { TemplateUploadEntity, TemplateVersionEntity } from '../drafting/persistence/template.entities.js';
import { AgencyProfileVersionEntity } from '../agency-profile/persistence/agency-profile.entities.js';
import {
  CircularEntity,
  CircularReceiptEntity,
  CircularUnitEntity,
} from '../circulars/persistence/circulars.entities.js';
import { CommendationProposalEntity, MeritEntity } from '../commendations/persistence/commendations.entities.js';
import { DataRequestEntity } from '../data-requests/persistence/data-request.entity.js';
import { JournalDigestEntity } from '../documents/persistence/journal-digest.entity.js';
import { AccessChangeEntity } from '../journal/persistence/access-change.entity.js';
import { JournalEntryEntity, JournalHeadEntity } from '../journal/persistence/journal.entities.js';
import { RecordSealEntity } from '../journal/persistence/record-seal.entity.js';
import {
  FirstDayLeftEntity,
  KnownDeviceEntity,
  RecoveryCodeEntity,
  SecondFactorEntity,
  SignInAttemptEntity,
} from '../organisation/persistence/account.entities.js';
import { DirectoryRunEntity } from '../organisation/persistence/directory-run.entity.js';
import { DocumentWordEntity } from '../documents/persistence/document-word.entity.js';
import {
  DocumentCoordinationEntity,
  DocumentHandlingEntity,
} from '../correspondence/persistence/correspondence.entities.js';
import {
  FunctionHolderEntity,
  StaffEntity,
  StaffImportEntity,
  StaffRoleEntity,
  UnitEntity,
  UnitImportEntity,
  UnitNameEntity,
} from '../organisation/persistence/organisation.entities.js';
import { NoticeChoiceEntity } from '../notices/persistence/notice-choice.entity.js';
import { MailDigestEntity, NoticeConditionEntity, NoticeEntity } from '../notices/persistence/notices.entities.js';
import type { Schema } from '../platform/database/database.js';
import { MIGRATIONS } from '../platform/database/migrations/all.js';
import { OfficerChangeEntity, OfficerTermEntity } from '../officers/persistence/officers.entities.js';
import { OutageEntity } from '../outages/persistence/outage.entity.js';
import { IdempotentAnswerEntity } from '../platform/http/idempotency.entity.js';
import { SessionEntity } from '../platform/sessions/session.entity.js';
import { ReferenceVersionEntity } from '../platform/database/reference-version.entity.js';
import { CircuitEntity } from '../platform/outbox/circuit.entity.js';
import { OutboxAttemptEntity } from '../platform/outbox/outbox-attempt.entity.js';
import { OutboxEvidenceEntity } from '../platform/outbox/outbox-evidence.entity.js';
import { OutboxEntity } from '../platform/outbox/outbox.entity.js';
import { CallCountEntity } from '../platform/http/rates/call-count.entity.js';
import { JobSlotEntity } from '../platform/scheduling/job-slot.entity.js';
import { PublicFiguresEntity, PublicResultEntity } from '../publication/persistence/publication.entities.js';
import { PolicyVersionEntity } from '../policies/persistence/policies.entities.js';
import {
  FilePlanVersionEntity,
  RecordExportEntity,
  RecordFileEntity,
  RecordPageCountEntity,
  RecordPaperEntity,
  RecordSeriesEntity,
  RecordWatchEntity,
} from '../records/persistence/records.entities.js';
import {
  DirectiveEntity,
  DirectiveStepEntity,
  InspectionFileEntity,
  InspectionNoteEntity,
  InspectionSampleEntity,
  ReminderLetterEntity,
} from '../supervision/persistence/supervision.entities.js';
import { LetterAnnexEntity } from '../signing/persistence/letter-annex.entity.js';
import { NumberOrderEntity } from '../signing/persistence/number-order.entity.js';
import { SignatureRouteStepEntity } from '../signing/persistence/signature-route-step.entity.js';
import { SignatureEvidenceEntity } from '../signing/persistence/signature-evidence.entity.js';
import { SignatureRequestEntity, SignatureStepEntity } from '../signing/persistence/signing.entities.js';
import { TrustRevocationListEntity } from '../signing/trust/persistence/revocation-list.entity.js';
import { TrustCertificateEntity, TrustProposalEntity } from '../signing/trust/persistence/trust.entities.js';
import { ReportEntity, ReportFactEntity } from '../reports/persistence/report.entities.js';
import { SubstitutionEntity } from '../substitution/persistence/substitution.entity.js';
import {
  HotlineCallEntity,
  WebhookAttemptEntity,
  WebhookDeliveryEntity,
  WebhookEndpointEntity,
  WebhookWatchEntity,
} from '../hotline/persistence/hotline.entities.js';
import { ApiTokenEntity } from '../tokens/persistence/api-token.entity.js';
import { TICKET_ENTITIES } from './ticket-entities.js';

export const SCHEMA: Schema = {
  entities: [
    ...TICKET_ENTITIES,
    OutboxEntity,
    OutboxAttemptEntity,
    OutboxEvidenceEntity,
    CircuitEntity,
    ReferenceVersionEntity,
    JobSlotEntity,
    SessionEntity,
    IdempotentAnswerEntity,
    CallCountEntity,
    JournalEntryEntity,
    JournalHeadEntity,
    RecordSealEntity,
    AccessChangeEntity,
    JournalDigestEntity,
    DataRequestEntity,
    UnitEntity,
    StaffEntity,
    FunctionHolderEntity,
    SignInAttemptEntity,
    FirstDayLeftEntity,
    KnownDeviceEntity,
    SecondFactorEntity,
    RecoveryCodeEntity,
    UnitNameEntity,
    StaffRoleEntity,
    StaffImportEntity,
    UnitImportEntity,
    DirectoryRunEntity,
    DecisionAuthorityEntity,
    SigningAuthorityEntity,
    CalendarVersionEntity,
    CalendarProposalEntity,
    PolicyVersionEntity,
    AgencyProfileVersionEntity,
    RegisterBookEntity,
    NumberingHoldEntity,
    KeyFingerprintEntity,
    IncomingDocumentEntity,
    OutgoingDocumentEntity,
    DocumentFileEntity,
    RegisterEntryEntity,
    CopyDocumentEntity,
    ConversionEntity,
    RegisterPrintEntity,
    RegisterClosingEntity,
    RegisterClosingSealEntity,
    RegisterStartEntity,
    RegisterTakeOverEntity,
    InboxMessageEntity,
    DispatchEntity,
    EOfficeEventEntity,
    HeardMessageEntity,
    RefusedCallEntity,
    RefusedCallDayEntity,
    ExchangeTraceEntity,
    DocumentRecallEntity,
    EntryByHandEntity,
    HandDeliveryEntity,
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
    StandardTextEntity,
    DraftPresenceEntity,
    TemplateUploadEntity,
    TemplateVersionEntity,
    SignatureRequestEntity,
    SignatureStepEntity,
    SignatureRouteStepEntity,
    NumberOrderEntity,
    LetterAnnexEntity,
    SignatureEvidenceEntity,
    TrustCertificateEntity,
    TrustProposalEntity,
    TrustRevocationListEntity,
    NoticeEntity,
    NoticeConditionEntity,
    NoticeChoiceEntity,
    MailDigestEntity,
    PublicResultEntity,
    PublicFiguresEntity,
    ReportEntity,
    ReportFactEntity,
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
    SubstitutionEntity,
    CircularEntity,
    CircularUnitEntity,
    CircularReceiptEntity,
    HotlineCallEntity,
    WebhookEndpointEntity,
    WebhookDeliveryEntity,
    WebhookAttemptEntity,
    WebhookWatchEntity,
    InspectionSampleEntity,
    InspectionNoteEntity,
    InspectionFileEntity,
    DirectiveEntity,
    DirectiveStepEntity,
    ReminderLetterEntity,
    OutageEntity,
    MeritEntity,
    CommendationProposalEntity,
    DocumentHandlingEntity,
    DocumentCoordinationEntity,
    DocumentWordEntity,
  ],
  migrations: MIGRATIONS,
  begin: beginCalendar,
};
