import { SUPERVISION_PAGE_QUERIES } from './supervision-pages.js';
import { Entrance } from './kit/http/entrance.js';
import { LoginViews } from './account/login-views.js';
import { PageContextFactory } from './kit/http/page-context.js';
import { AnswerPageGate } from './public-site/answer-page-gate.js';
import { PublicAnswers } from './public-site/public-answers.js';
import { CaseLetterQuery } from './drafting/case-letter-query.js';
import { ConvertedDocuments } from './drafting/converted-documents.js';
import { FilePages } from './file-view/file-pages.js';
import { KeptFiles } from './ticket-files/kept-files.js';
import { LetterPictures } from './kit/letter-pages/letter-pictures.js';
import { ActAndGoOn } from './my-work/act-and-go-on.js';
import { PresentDay } from './kit/http/present-day.js';
import { AccountPageQuery } from './account/account-page-query.js';
import { AgenciesPageQuery } from './organisation/agencies-page-query.js';
import { AuthoritiesPageQuery } from './people/authorities-page-query.js';
import { AwaitingPageQuery } from './supervision/awaiting-page-query.js';
import { CalendarPageQuery } from './calendar/calendar-page-query.js';
import { CircularsPageQuery } from './circulars/circulars-page-query.js';
import { CopiesPageQuery } from './documents/copies-page-query.js';
import { DecisionAuthoritiesPageQuery } from './decisions/decision-authorities-page-query.js';
import { DecisionQueuePageQuery } from './decisions/decision-queue-page-query.js';
import { DirectorySyncPageQuery } from './people/directory-sync-page-query.js';
import { DraftBesideQuery } from './drafting/draft-beside-query.js';
import { DraftPageQuery } from './drafting/draft-page-query.js';
import { ReleaseQuery } from './registers/release-query.js';
import { BookEndsQuery } from './registers/book-ends-query.js';
import { RegisterStartPageQuery } from './register-starts/register-start-page-query.js';
import { AwaitedNumbersQuery } from './awaited-numbers/awaited-numbers-query.js';
import { RegisterArrivalsQuery } from './registers/register-arrivals-query.js';
import { RegisterEntryPageQuery } from './registers/register-entry-page-query.js';
import { MessageHistoryPageQuery } from './exchange/message-history-page-query.js';
import { SafetyPageQuery } from './system/safety-page-query.js';
import { ExchangeQueuePageQuery } from './exchange/exchange-queue-page-query.js';
import { FilePlanPageQuery } from './records/file-plan-page-query.js';
import { AgencyProfilePageQuery } from './organisation/agency-profile-page-query.js';
import { IncomingPageQuery } from './correspondence/incoming-page-query.js';
import { IntakePageQuery } from './intake/intake-page-query.js';
import { JournalPageQuery } from './journal/journal-page-query.js';
import { LookUpPageQuery } from './signing/look-up-page-query.js';
import { ChosenPageQuery } from './many-tickets/chosen-page-query.js';
import { ReceiverChoicesQuery } from './many-tickets/receiver-choices-query.js';
import { NoticesPageQuery } from './notices/notices-page-query.js';
import { OfficersPageQuery } from './people/officers-page-query.js';
import { TicketBesidesQuery } from './tickets/ticket-besides-query.js';
import { RoutingTablePageQuery } from './routing-table/routing-table-page-query.js';
import { OrganisationPageQuery } from './organisation/organisation-page-query.js';
import { PeoplePageQuery } from './people/people-page-query.js';
import { OutgoingPageQuery } from './documents/outgoing-page-query.js';
import { PetitionPageQuery } from './petitions/petition-page-query.js';
import { PoliciesPageQuery } from './policies/policies-page-query.js';
import { PreviewPageQuery } from './drafting/preview-page-query.js';
import { PostalBookQuery } from './registers/postal-book-query.js';
import { PrintedCopiesPageQuery } from './registers/printed-copies-page-query.js';
import { JobSubjectsQuery } from './exchange/job-subjects-query.js';
import { RecipientsPageQuery } from './documents/recipients-page-query.js';
import { ReconciliationPageQuery } from './exchange/reconciliation-page-query.js';
import { RecordFilesPageQuery } from './records/record-files-page-query.js';
import { RefusedPageQuery } from './exchange/refused-page-query.js';
import { RegisterWatchQuery } from './registers/register-watch-query.js';
import { RegistersPageQuery } from './registers/registers-page-query.js';
import { ReportsPageQuery } from './reports/reports-page-query.js';
import { RevisionPageQuery } from './revisions/revision-page-query.js';
import { QuickFindQuery } from './quick-find/quick-find-query.js';
import { SavedSearchesPageQuery } from './my-work/saved-searches-page-query.js';
import { SearchPageQuery } from './my-work/search-page-query.js';
import { SignaturesPageQuery } from './signing/signatures-page-query.js';
import { SplitPageQuery } from './intake/split-page-query.js';
import { SubstitutionsPageQuery } from './people/substitutions-page-query.js';
import { TasksPageQuery } from './exchange/tasks-page-query.js';
import { TemplatesPageQuery } from './templates/templates-page-query.js';
import { TicketPageQuery } from './tickets/ticket-page-query.js';
import { TokensPageQuery } from './system/tokens-page-query.js';
import { TrustPageQuery } from './trust/trust-page-query.js';
import { WebhooksPageQuery } from './system/webhooks-page-query.js';
import { ProposedAssignmentsQuery } from './assignments/proposed-assignments-query.js';
import { WorkPageQuery } from './my-work/work-page-query.js';

/** What pages are read by, and what all of them share. */
export const PAGE_QUERIES = [
  PageContextFactory,
  PublicAnswers,
  Entrance,
  LoginViews,
  AccountPageQuery,
  PresentDay,
  ActAndGoOn,
  AnswerPageGate,
  LetterPictures,
  KeptFiles,
  FilePages,
  PreviewPageQuery,
  ChosenPageQuery,
  ReceiverChoicesQuery,
  NoticesPageQuery,
  AwaitingPageQuery,
  WorkPageQuery,
  ProposedAssignmentsQuery,
  TicketPageQuery,
  SplitPageQuery,
  IncomingPageQuery,
  IntakePageQuery,
  CaseLetterQuery,
  DraftBesideQuery,
  DraftPageQuery,
  BookEndsQuery,
  ReleaseQuery,
  RegisterStartPageQuery,
  RegisterEntryPageQuery,
  RegisterArrivalsQuery,
  AwaitedNumbersQuery,
  RecipientsPageQuery,
  RevisionPageQuery,
  CalendarPageQuery,
  SignaturesPageQuery,
  PostalBookQuery,
  PrintedCopiesPageQuery,
  LookUpPageQuery,
  ConvertedDocuments,
  CopiesPageQuery,
  CircularsPageQuery,
  RegisterWatchQuery,
  RegistersPageQuery,
  OutgoingPageQuery,
  FilePlanPageQuery,
  RecordFilesPageQuery,
  RefusedPageQuery,
  ExchangeQueuePageQuery,
  SafetyPageQuery,
  JobSubjectsQuery,
  ReconciliationPageQuery,
  MessageHistoryPageQuery,
  TasksPageQuery,
  AgenciesPageQuery,
  OrganisationPageQuery,
  PeoplePageQuery,
  DirectorySyncPageQuery,
  SavedSearchesPageQuery,
  SearchPageQuery,
  QuickFindQuery,
  PetitionPageQuery,
  PoliciesPageQuery,
  AgencyProfilePageQuery,
  AuthoritiesPageQuery,
  DecisionAuthoritiesPageQuery,
  DecisionQueuePageQuery,
  RoutingTablePageQuery,
  TicketBesidesQuery,
  OfficersPageQuery,
  ReportsPageQuery,
  JournalPageQuery,
  TrustPageQuery,
  TemplatesPageQuery,
  TokensPageQuery,
  SubstitutionsPageQuery,
  ...SUPERVISION_PAGE_QUERIES,
  WebhooksPageQuery,
];
