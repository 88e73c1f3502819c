import { SUPERVISION_CONTROLLERS } from './supervision-pages.js';
import { AccountController } from './account/account.controller.js';
import { AgenciesController } from './organisation/agencies.controller.js';
import { AskAgainController } from './account/ask-again.controller.js';
import { AuthoritiesController } from './people/authorities.controller.js';
import { BeginDocumentController } from './correspondence/begin-document.controller.js';
import { IncomingController } from './correspondence/incoming.controller.js';
import { RoutingImportController } from './routing-table/routing-import.controller.js';
import { RoutingTableController } from './routing-table/routing-table.controller.js';
import { CalendarController } from './calendar/calendar.controller.js';
import { CircularDeskController } from './circulars/circular-desk.controller.js';
import { CircularsController } from './circulars/circulars.controller.js';
import { CommendationsController } from './commendations/commendations.controller.js';
import { CopiesController } from './documents/copies.controller.js';
import { DataRequestsController } from './system/data-requests.controller.js';
import { DecisionAuthoritiesController } from './decisions/decision-authorities.controller.js';
import { DecisionQueueController } from './decisions/decision-queue.controller.js';
import { ProposalsController } from './decisions/proposals.controller.js';
import { DirectorySyncController } from './people/directory-sync.controller.js';
import { DocumentDraftsController } from './drafting/document-drafts.controller.js';
import { DraftAnnexesController } from './drafting/draft-annexes.controller.js';
import { DraftFilesController } from './drafting/draft-files.controller.js';
import { DraftPresenceController } from './drafting/draft-presence.controller.js';
import { DraftRevisionsController } from './revisions/draft-revisions.controller.js';
import { DraftWordController } from './revisions/draft-word.controller.js';
import { DraftController } from './drafting/draft.controller.js';
import { AwaitedNumbersController } from './awaited-numbers/awaited-numbers.controller.js';
import { EntriesController } from './registers/entries.controller.js';
import { EvidenceController } from './signing/evidence.controller.js';
import { MessageHistoryController } from './exchange/message-history.controller.js';
import { ExchangeQueueController } from './exchange/exchange-queue.controller.js';
import { ExchangeTasksController } from './exchange/exchange-tasks.controller.js';
import { FilePlanController } from './records/file-plan.controller.js';
import { FileViewController } from './file-view/file-view.controller.js';
import { FilesController } from './ticket-files/files.controller.js';
import { FormatCheckController } from './format/format-check.controller.js';
import { AgencyProfileController } from './organisation/agency-profile.controller.js';
import { GuideController } from './guide/guide.controller.js';
import { IdentityController } from './identity/identity.controller.js';
import { ImportController } from './intake/import.controller.js';
import { IntakeController } from './intake/intake.controller.js';
import { JournalController } from './journal/journal.controller.js';
import { LoginCodeController } from './account/login-code.controller.js';
import { LoginController } from './account/login.controller.js';
import { LookUpController } from './signing/look-up.controller.js';
import { ProposedAssignmentsController } from './assignments/proposed-assignments.controller.js';
import { ManyTicketsController } from './many-tickets/many-tickets.controller.js';
import { MovesController } from './moves/moves.controller.js';
import { ListSheetsController } from './my-work/list-sheets.controller.js';
import { MyWorkController } from './my-work/my-work.controller.js';
import { NoticesController } from './notices/notices.controller.js';
import { OfficersController } from './people/officers.controller.js';
import { OrganisationController } from './organisation/organisation.controller.js';
import { OutgoingDocumentController } from './documents/outgoing-document.controller.js';
import { PeopleImportController } from './people/people-import.controller.js';
import { PeopleController } from './people/people.controller.js';
import { PetitionController } from './petitions/petition.controller.js';
import { PetitionsController } from './petitions/petitions.controller.js';
import { PoliciesController } from './policies/policies.controller.js';
import { PrintedCopiesController } from './registers/printed-copies.controller.js';
import { PublicSiteController } from './public-site/public-site.controller.js';
import { AnswerPageController } from './public-site/answer-page.controller.js';
import { PublicTicketController } from './public-site/public-ticket.controller.js';
import { PublicationController } from './public-site/publication.controller.js';
import { RecipientsController } from './documents/recipients.controller.js';
import { ReconciliationController } from './exchange/reconciliation.controller.js';
import { RecordFilesController } from './records/record-files.controller.js';
import { RecordRetentionController } from './records/record-retention.controller.js';
import { RedactionController } from './identity/redaction.controller.js';
import { RefusedMessagesController } from './exchange/refused-messages.controller.js';
import { PostalBookController } from './registers/postal-book.controller.js';
import { RegisterPrintController } from './registers/register-print.controller.js';
import { RegisterTakeOverController } from './register-starts/register-take-over.controller.js';
import { RegisterStartController } from './register-starts/register-start.controller.js';
import { RegistersController } from './registers/registers.controller.js';
import { ShortAddressesController } from './kit/http/short-addresses.controller.js';
import { ResumeController } from './kit/http/resume.controller.js';
import { ReportsController } from './reports/reports.controller.js';
import { RoutingSlipController } from './documents/routing-slip.controller.js';
import { SafetyController } from './system/safety.controller.js';
import { QuickFindController } from './quick-find/quick-find.controller.js';
import { SearchController } from './my-work/search.controller.js';
import { SecondFactorController } from './account/second-factor.controller.js';
import { SignatureCheckController } from './signing/signature-check.controller.js';
import { SignatureController } from './signing/signature.controller.js';
import { StandardTextsController } from './standard-texts/standard-texts.controller.js';
import { SubstitutionsController } from './people/substitutions.controller.js';
import { TemplateFilesController } from './templates/template-files.controller.js';
import { TemplatesController } from './templates/templates.controller.js';
import { TicketAfterController } from './tickets/ticket-after.controller.js';
import { TicketAnswerPageController } from './tickets/ticket-answer-page.controller.js';
import { TicketAnswerController } from './tickets/ticket-answer.controller.js';
import { TicketDocumentsController } from './tickets/ticket-documents.controller.js';
import { TicketDeskController } from './tickets/ticket-desk.controller.js';
import { TicketFurtherController } from './tickets/ticket-further.controller.js';
import { TicketMergeController } from './tickets/ticket-merge.controller.js';
import { TicketRegisterController } from './tickets/ticket-register.controller.js';
import { TicketTimeController } from './deadlines/ticket-time.controller.js';
import { TicketUnitsController } from './tickets/ticket-units.controller.js';
import { TicketController } from './tickets/ticket.controller.js';
import { TokensController } from './system/tokens.controller.js';
import { TrustController } from './trust/trust.controller.js';
import { UnitClosingController } from './organisation/unit-closing.controller.js';
import { UnitImportController } from './organisation/unit-import.controller.js';
import { WebhookPagesController } from './system/webhooks.controller.js';

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
  ListSheetsController,
  ManyTicketsController,
  MovesController,
  ProposedAssignmentsController,
  DirectorySyncController,
  TicketController,
  TicketUnitsController,
  TicketAnswerPageController,
  TicketFurtherController,
  TicketMergeController,
  TicketDeskController,
  TicketDocumentsController,
  TicketTimeController,
  TicketAnswerController,
  TicketAfterController,
  RedactionController,
  IntakeController,
  ImportController,
  TicketRegisterController,
  PetitionsController,
  PetitionController,
  RoutingSlipController,
  GuideController,
  IdentityController,
  DraftController,
  DocumentDraftsController,
  BeginDocumentController,
  IncomingController,
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
  AnswerPageController,
  PublicationController,
  CopiesController,
  RegistersController,
  ShortAddressesController,
  OutgoingDocumentController,
  PostalBookController,
  RegisterPrintController,
  RegisterStartController,
  RegisterTakeOverController,
  FilePlanController,
  RecordFilesController,
  RecordRetentionController,
  RefusedMessagesController,
  ExchangeQueueController,
  MessageHistoryController,
  ReconciliationController,
  ExchangeTasksController,
  EntriesController,
  AwaitedNumbersController,
  AgenciesController,
  UnitClosingController,
  UnitImportController,
  OrganisationController,
  SearchController,
  QuickFindController,
  PeopleController,
  PeopleImportController,
  PoliciesController,
  AgencyProfileController,
  AuthoritiesController,
  DecisionAuthoritiesController,
  DecisionQueueController,
  ProposalsController,
  RoutingImportController,
  RoutingTableController,
  OfficersController,
  ReportsController,
  TrustController,
  TemplatesController,
  TemplateFilesController,
  FilesController,
  FileViewController,
  NoticesController,
  CalendarController,
  TokensController,
  StandardTextsController,
  SubstitutionsController,
  SafetyController,
  ...SUPERVISION_CONTROLLERS,
  WebhookPagesController,
];
