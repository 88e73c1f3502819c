import { Global, Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/index.js';
import { DelegationModule } from '../delegation/index.js';
import { CopiesModule } from '../copies/index.js';
import { DocumentsModule, RegisterPrintingModule } from '../documents/index.js';
import { DraftingModule } from '../drafting/index.js';
import { ExchangeModule } from '../exchange/index.js';
import { HouseModule } from '../house/index.js';
import { JournalModule } from '../journal/index.js';
import { NoticesModule } from '../notices/index.js';
import { OutagesModule } from '../outages/index.js';
import { OfficersModule } from '../officers/index.js';
import { DirectorySyncModule, OrganisationModule } from '../organisation/index.js';
import { ActorSource } from '../platform/http/access.js';
import { ProofOfPerson } from '../platform/http/ask-again.js';
import { TokenSource } from '../platform/http/bearer.js';
import { RefusalPages } from '../platform/http/refusal-filter.js';
import { PoliciesModule } from '../policies/index.js';
import { PublicationModule } from '../publication/index.js';
import { RecordsModule } from '../records/index.js';
import { SubstitutionModule } from '../substitution/index.js';
import { SubstitutionsController } from './http/substitutions.controller.js';
import { ReadSubstitutions } from './http/readings/read-substitutions.js';
import { ReportsModule } from '../reports/index.js';
import { SuccessionModule } from '../succession/index.js';
import { SafetyModule } from '../safety/index.js';
import { SigningModule } from '../signing/index.js';
import { TrustModule } from '../signing/trust/index.js';
import { SupervisionModule } from '../supervision/index.js';
import { TicketsModule } from '../tickets/index.js';
import { TokensModule } from '../tokens/index.js';
import { AgenciesController } from './http/agencies.controller.js';
import { CircularsModule } from '../circulars/index.js';
import { CommendationsModule } from '../commendations/index.js';
import { DataRequestsModule } from '../data-requests/index.js';
import { CircularDeskController } from './http/circular-desk.controller.js';
import { CommendationsController } from './http/commendations.controller.js';
import { CircularsController } from './http/circulars.controller.js';
import { ReadCirculars } from './http/readings/read-circulars.js';
import { DataRequestsController } from './http/data-requests.controller.js';
import { JournalController } from './http/journal.controller.js';
import { ReadJournalPage } from './http/readings/read-journal-page.js';
import { AuthoritiesController } from './http/authorities.controller.js';
import { ReadAgencies } from './http/readings/read-agencies.js';
import { OfficersController } from './http/officers.controller.js';
import { ReadReports } from './http/readings/read-reports.js';
import { ReadOfficers } from './http/readings/read-officers.js';
import { ReadAuthorities } from './http/readings/read-authorities.js';
import { CalendarController } from './http/calendar.controller.js';
import { DirectorySyncController } from './http/directory-sync.controller.js';
import { ReadDirectorySync } from './http/readings/read-directory-sync.js';
import { DraftController } from './http/draft.controller.js';
import { DraftAnnexesController } from './http/draft-annexes.controller.js';
import { DraftFilesController } from './http/draft-files.controller.js';
import { DraftPresenceController } from './http/draft-presence.controller.js';
import { DraftWordController } from './http/draft-word.controller.js';
import { DraftRevisionsController } from './http/draft-revisions.controller.js';
import { ExchangeCourseController } from './http/exchange-course.controller.js';
import { ExchangeQueueController } from './http/exchange-queue.controller.js';
import { EntriesController } from './http/entries.controller.js';
import { ExchangeTasksController } from './http/exchange-tasks.controller.js';
import { FilePlanController } from './http/file-plan.controller.js';
import { FilesController } from './http/files.controller.js';
import { SignatureCheckController } from './http/signature-check.controller.js';
import { FormatCheckController } from './http/format-check.controller.js';
import { Frames } from './http/frames.js';
import { HouseController } from './http/house.controller.js';
import { IdentityController } from './http/identity.controller.js';
import { ImportController } from './http/import.controller.js';
import { TicketRegisterController } from './http/ticket-register.controller.js';
import { RoutingSlipController } from './http/routing-slip.controller.js';
import { IntakeController } from './http/intake.controller.js';
import { ReadExchangeQueue } from './http/readings/read-exchange-queue.js';
import { ReadPromiseSubjects } from './http/readings/read-promise-subjects.js';
import { ReadHouse } from './http/readings/read-house.js';
import { ReadIntake } from './http/readings/read-intake.js';
import { LoginController } from './http/login.controller.js';
import { MyWorkController } from './http/my-work.controller.js';
import { NoticesController } from './http/notices.controller.js';
import { UnitClosingController } from './http/unit-closing.controller.js';
import { UnitImportController } from './http/unit-import.controller.js';
import { OrganisationController } from './http/organisation.controller.js';
import { ReadOrganisation } from './http/readings/read-organisation.js';
import { KeptFiles } from './http/readings/kept-files.js';
import { LetterPictures } from './http/readings/letter-pictures.js';
import { PresentDay } from './http/readings/present-day.js';
import { ReadCalendar } from './http/readings/read-calendar.js';
import { ReadDraft } from './http/readings/read-draft.js';
import { ReadFilePlan } from './http/readings/read-file-plan.js';
import { ReadNoticesPage } from './http/readings/read-notices-page.js';
import { ReadPreview } from './http/readings/read-preview.js';
import { ReadCopies } from './http/readings/read-copies.js';
import { CopiesController } from './http/copies.controller.js';
import { ConvertedDocuments } from './http/readings/converted-documents.js';
import { LookUpController } from './http/look-up.controller.js';
import { ReadLookUp } from './http/readings/read-look-up.js';
import { ReadPrintedCopies } from './http/readings/read-printed-copies.js';
import { PublicAnswers } from './http/public-answers.js';
import { PublicSiteController } from './http/public-site.controller.js';
import { PublicTicketController } from './http/public-ticket.controller.js';
import { PublicationController } from './http/publication.controller.js';
import { PrintedCopiesController } from './http/printed-copies.controller.js';
import { ReadPolicies } from './http/readings/read-policies.js';
import { ReadExchangeCourse } from './http/readings/read-exchange-course.js';
import { ReadReconciliation } from './http/readings/read-reconciliation.js';
import { ReadRefused } from './http/readings/read-refused.js';
import { ReadRevision } from './http/readings/read-revision.js';
import { ReadRecordFiles } from './http/readings/read-record-files.js';
import { ReadRegisters } from './http/readings/read-registers.js';
import { ReadSplit } from './http/readings/read-split.js';
import { ReadSignatures } from './http/readings/read-signatures.js';
import { ReadTemplates } from './http/readings/read-templates.js';
import { ReadTrust } from './http/readings/read-trust.js';
import { ReadTasks } from './http/readings/read-tasks.js';
import { ReadTicket } from './http/readings/read-ticket.js';
import { ReadWork } from './http/readings/read-work.js';
import { OutgoingDocumentController } from './http/outgoing-document.controller.js';
import { ReadOutgoing } from './http/readings/read-outgoing.js';
import { PoliciesController } from './http/policies.controller.js';
import { ReconciliationController } from './http/reconciliation.controller.js';
import { ReadEntries } from './http/readings/read-entries.js';
import { ReadRecipients } from './http/readings/read-recipients.js';
import { RecipientsController } from './http/recipients.controller.js';
import { RefusedMessagesController } from './http/refused-messages.controller.js';
import { WebRefusals } from './http/refusal-pages.js';
import { RegisterPrintController } from './http/register-print.controller.js';
import { RecordFilesController } from './http/record-files.controller.js';
import { RecordRetentionController } from './http/record-retention.controller.js';
import { ReportsController } from './http/reports.controller.js';
import { RegistersController } from './http/registers.controller.js';
import { ReadTokens } from './http/readings/read-tokens.js';
import { ReadSearch } from './http/readings/read-search.js';
import { SearchController } from './http/search.controller.js';
import { WebhookPagesController } from './http/webhooks.controller.js';
import { ReadWebhooks } from './http/readings/read-webhooks.js';
import { HotlineModule } from '../hotline/index.js';
import { SafetyController } from './http/safety.controller.js';
import { EvidenceController } from './http/evidence.controller.js';
import { SignatureController } from './http/signature.controller.js';
import { AccountController } from './http/account.controller.js';
import { Entrance } from './http/entrance.js';
import { LoginCodeController } from './http/login-code.controller.js';
import { ReadAccount } from './http/readings/read-account.js';
import { SecondFactorController } from './http/second-factor.controller.js';
import { AskAgainController } from './http/ask-again.controller.js';
import { StaffProof } from './http/staff-proof.js';
import { StaffActors } from './http/staff-actors.js';
import { RedactionController } from './http/redaction.controller.js';
import { TemplateFilesController } from './http/template-files.controller.js';
import { TemplatesController } from './http/templates.controller.js';
import { TicketDeskController } from './http/ticket-desk.controller.js';
import { TicketAfterController } from './http/ticket-after.controller.js';
import { TicketAnswerController } from './http/ticket-answer.controller.js';
import { TicketTimeController } from './http/ticket-time.controller.js';
import { TicketController } from './http/ticket.controller.js';
import { TicketFurtherController } from './http/ticket-further.controller.js';
import { TicketMergeController } from './http/ticket-merge.controller.js';
import { TokenPrograms } from './http/token-programs.js';
import { TokensController } from './http/tokens.controller.js';
import { TrustController } from './http/trust.controller.js';
import { TicketUnitsController } from './http/ticket-units.controller.js';
import { SUPERVISION_CONTROLLERS, SUPERVISION_READINGS } from './supervision-pages.js';

/** The pages. Global, for the guards and the refusals of every door ask it who calls and how a refusal looks. */
@Global()
@Module({
  imports: [
    CalendarModule,
    DelegationModule,
    CopiesModule,
    DocumentsModule,
    DraftingModule,
    ExchangeModule,
    HouseModule,
    JournalModule,
    DataRequestsModule,
    CircularsModule,
    CommendationsModule,
    NoticesModule,
    DirectorySyncModule,
    OfficersModule,
    OutagesModule,
    OrganisationModule,
    SubstitutionModule,
    SuccessionModule,
    SupervisionModule,
    PoliciesModule,
    PublicationModule,
    RecordsModule,
    ReportsModule,
    RegisterPrintingModule,
    SafetyModule,
    SigningModule,
    TrustModule,
    TicketsModule,
    TokensModule,
    HotlineModule,
  ],
  controllers: [
    LoginController,
    LoginCodeController,
    AskAgainController,
    AccountController,
    SecondFactorController,
    JournalController,
    DataRequestsController,
    CircularsController,
    CircularDeskController,
    CommendationsController,
    MyWorkController,
    DirectorySyncController,
    TicketController,
    TicketUnitsController,
    TicketFurtherController,
    TicketMergeController,
    TicketDeskController,
    TicketTimeController,
    TicketAnswerController,
    TicketAfterController,
    RedactionController,
    IntakeController,
    ImportController,
    TicketRegisterController,
    RoutingSlipController,
    IdentityController,
    DraftController,
    DraftAnnexesController,
    RecipientsController,
    DraftFilesController,
    DraftRevisionsController,
    DraftWordController,
    DraftPresenceController,
    FormatCheckController,
    SignatureCheckController,
    SignatureController,
    EvidenceController,
    PrintedCopiesController,
    LookUpController,
    PublicSiteController,
    PublicTicketController,
    PublicationController,
    CopiesController,
    RegistersController,
    OutgoingDocumentController,
    RegisterPrintController,
    FilePlanController,
    RecordFilesController,
    RecordRetentionController,
    RefusedMessagesController,
    ExchangeQueueController,
    ExchangeCourseController,
    ReconciliationController,
    ExchangeTasksController,
    EntriesController,
    AgenciesController,
    UnitClosingController,
    UnitImportController,
    OrganisationController,
    SearchController,
    PoliciesController,
    HouseController,
    AuthoritiesController,
    OfficersController,
    ReportsController,
    TrustController,
    TemplatesController,
    TemplateFilesController,
    FilesController,
    NoticesController,
    CalendarController,
    TokensController,
    SubstitutionsController,
    SafetyController,
    ...SUPERVISION_CONTROLLERS,
    WebhookPagesController,
  ],
  providers: [
    Frames,
    PublicAnswers,
    Entrance,
    ReadAccount,
    PresentDay,
    LetterPictures,
    KeptFiles,
    ReadPreview,
    ReadNoticesPage,
    ReadWork,
    ReadTicket,
    ReadSplit,
    ReadIntake,
    ReadDraft,
    ReadEntries,
    ReadRecipients,
    ReadRevision,
    ReadCalendar,
    ReadSignatures,
    ReadPrintedCopies,
    ReadLookUp,
    ConvertedDocuments,
    ReadCopies,
    ReadCirculars,
    ReadRegisters,
    ReadOutgoing,
    ReadFilePlan,
    ReadRecordFiles,
    ReadRefused,
    ReadExchangeQueue,
    ReadPromiseSubjects,
    ReadReconciliation,
    ReadExchangeCourse,
    ReadTasks,
    ReadAgencies,
    ReadOrganisation,
    ReadDirectorySync,
    ReadSearch,
    ReadPolicies,
    ReadHouse,
    ReadAuthorities,
    ReadOfficers,
    ReadReports,
    ReadJournalPage,
    ReadTrust,
    ReadTemplates,
    ReadTokens,
    ReadSubstitutions,
    ...SUPERVISION_READINGS,
    ReadWebhooks,
    { provide: ActorSource, useClass: StaffActors },
    { provide: ProofOfPerson, useClass: StaffProof },
    { provide: TokenSource, useClass: TokenPrograms },
    { provide: RefusalPages, useClass: WebRefusals },
  ],
  exports: [ActorSource, ProofOfPerson, TokenSource, RefusalPages],
})
export class WebModule {}
