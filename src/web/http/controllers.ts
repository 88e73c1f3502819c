import { SUPERVISION_CONTROLLERS } from '../supervision-pages.js';
import { AccountController } from './account.controller.js';
import { AgenciesController } from './agencies.controller.js';
import { AskAgainController } from './ask-again.controller.js';
import { AuthoritiesController } from './authorities.controller.js';
import { CalendarController } from './calendar.controller.js';
import { CircularDeskController } from './circular-desk.controller.js';
import { CircularsController } from './circulars.controller.js';
import { CommendationsController } from './commendations.controller.js';
import { CopiesController } from './copies.controller.js';
import { DataRequestsController } from './data-requests.controller.js';
import { DirectorySyncController } from './directory-sync.controller.js';
import { DocumentDraftsController } from './document-drafts.controller.js';
import { DraftAnnexesController } from './draft-annexes.controller.js';
import { DraftFilesController } from './draft-files.controller.js';
import { DraftPresenceController } from './draft-presence.controller.js';
import { DraftRevisionsController } from './draft-revisions.controller.js';
import { DraftWordController } from './draft-word.controller.js';
import { DraftController } from './draft.controller.js';
import { EntriesController } from './entries.controller.js';
import { EvidenceController } from './evidence.controller.js';
import { ExchangeCourseController } from './exchange-course.controller.js';
import { ExchangeQueueController } from './exchange-queue.controller.js';
import { ExchangeTasksController } from './exchange-tasks.controller.js';
import { FilePlanController } from './file-plan.controller.js';
import { FilesController } from './files.controller.js';
import { FormatCheckController } from './format-check.controller.js';
import { HouseController } from './house.controller.js';
import { IdentityController } from './identity.controller.js';
import { ImportController } from './import.controller.js';
import { IntakeController } from './intake.controller.js';
import { JournalController } from './journal.controller.js';
import { LoginCodeController } from './login-code.controller.js';
import { LoginController } from './login.controller.js';
import { LookUpController } from './look-up.controller.js';
import { MyWorkController } from './my-work.controller.js';
import { NoticesController } from './notices.controller.js';
import { OfficersController } from './officers.controller.js';
import { OrganisationController } from './organisation.controller.js';
import { OutgoingDocumentController } from './outgoing-document.controller.js';
import { PeopleImportController } from './people-import.controller.js';
import { PeopleController } from './people.controller.js';
import { PoliciesController } from './policies.controller.js';
import { PrintedCopiesController } from './printed-copies.controller.js';
import { PublicSiteController } from './public-site.controller.js';
import { PublicTicketController } from './public-ticket.controller.js';
import { PublicationController } from './publication.controller.js';
import { RecipientsController } from './recipients.controller.js';
import { ReconciliationController } from './reconciliation.controller.js';
import { RecordFilesController } from './record-files.controller.js';
import { RecordRetentionController } from './record-retention.controller.js';
import { RedactionController } from './redaction.controller.js';
import { RefusedMessagesController } from './refused-messages.controller.js';
import { RegisterPrintController } from './register-print.controller.js';
import { RegistersController } from './registers.controller.js';
import { ShortAddressesController } from './short-addresses.controller.js';
import { ResumeController } from './resume.controller.js';
import { ReportsController } from './reports.controller.js';
import { RoutingSlipController } from './routing-slip.controller.js';
import { SafetyController } from './safety.controller.js';
import { SearchController } from './search.controller.js';
import { SecondFactorController } from './second-factor.controller.js';
import { SignatureCheckController } from './signature-check.controller.js';
import { SignatureController } from './signature.controller.js';
import { SubstitutionsController } from './substitutions.controller.js';
import { TemplateFilesController } from './template-files.controller.js';
import { TemplatesController } from './templates.controller.js';
import { TicketAfterController } from './ticket-after.controller.js';
import { TicketAnswerController } from './ticket-answer.controller.js';
import { TicketDeskController } from './ticket-desk.controller.js';
import { TicketFurtherController } from './ticket-further.controller.js';
import { TicketMergeController } from './ticket-merge.controller.js';
import { TicketRegisterController } from './ticket-register.controller.js';
import { TicketTimeController } from './ticket-time.controller.js';
import { TicketUnitsController } from './ticket-units.controller.js';
import { TicketController } from './ticket.controller.js';
import { TokensController } from './tokens.controller.js';
import { TrustController } from './trust.controller.js';
import { UnitClosingController } from './unit-closing.controller.js';
import { UnitImportController } from './unit-import.controller.js';
import { WebhookPagesController } from './webhooks.controller.js';

/** What answers at each address of the pages. Nest keeps to the order: a fixed address stands before one with a part left open. */
export const CONTROLLERS = [
  LoginController,
  LoginCodeController,
  AskAgainController,
  ResumeController,
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
  DocumentDraftsController,
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
  ShortAddressesController,
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
  PeopleController,
  PeopleImportController,
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
];
