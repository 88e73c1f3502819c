import type { VNode } from 'preact';
import { AccountPage } from '../../../src/web/account/account-page.js';
import { AskAgainPage } from '../../../src/web/account/ask-again-page.js';
import { RecoveryCodesPage } from '../../../src/web/account/recovery-codes-page.js';
import { SecondFactorPage } from '../../../src/web/account/second-factor-page.js';
import { SafetyPage } from '../../../src/web/system/safety-page.js';
import { AgenciesPage } from '../../../src/web/organisation/agencies-page.js';
import { JournalPage } from '../../../src/web/journal/journal-page.js';
import { JournalLinePage } from '../../../src/web/journal/journal-line-page.js';
import { RecipientsPage } from '../../../src/web/documents/recipients-page.js';
import { CalendarPage } from '../../../src/web/calendar/calendar-page.js';
import { CalendarProposalPage } from '../../../src/web/calendar/calendar-proposal-page.js';
import { CopiesPage } from '../../../src/web/documents/copies-page.js';
import { DirectorySyncPage } from '../../../src/web/people/directory-sync-page.js';
import { DocumentDraftsPage } from '../../../src/web/drafting/document-drafts-page.js';
import { DraftPage } from '../../../src/web/drafting/draft-page.js';
import { ErrorPage } from '../../../src/web/kit/error-page.js';
import { SignatureCheckPage } from '../../../src/web/signing/signature-check-page.js';
import { ExchangeTaskPage } from '../../../src/web/exchange/exchange-task-page.js';
import { ExchangeTasksPage } from '../../../src/web/exchange/exchange-tasks-page.js';
import { FormatCheckPage } from '../../../src/web/format/format-check-page.js';
import { LookUpPage } from '../../../src/web/signing/look-up-page.js';
import { MyWorkPage } from '../../../src/web/my-work/my-work-page.js';
import { NoticesPage } from '../../../src/web/notices/notices-page.js';
import { OrganisationPage } from '../../../src/web/organisation/organisation-page.js';
import { UnitClosingPage } from '../../../src/web/organisation/unit-closing-page.js';
import { UnitImportPage, UnitImportReviewPage } from '../../../src/web/organisation/unit-import-page.js';
import { UnitPage } from '../../../src/web/organisation/unit-page.js';
import { OfficerChangePage } from '../../../src/web/people/officer-change-page.js';
import { OfficerUnitPage } from '../../../src/web/people/officer-unit-page.js';
import { StandardTextsPage } from '../../../src/web/standard-texts/standard-texts-page.js';
import { SubstitutionsPage } from '../../../src/web/people/substitutions-page.js';
import { PublicContactsPage } from '../../../src/web/public-site/public-contacts-page.js';
import { PublicDataPage } from '../../../src/web/public-site/public-data-page.js';
import { PublicFiguresPage } from '../../../src/web/public-site/public-figures-page.js';
import { PublicLookUpPage } from '../../../src/web/public-site/public-look-up-page.js';
import {
  PublicResultGonePage,
  PublicResultPage,
  PublicResultsPage,
} from '../../../src/web/public-site/public-results-page.js';
import { PublicationListPage, PublicationOnePage } from '../../../src/web/public-site/publication-page.js';
import { RatingClosedPage, RatingPage, RatingThanksPage } from '../../../src/web/public-site/rating-page.js';
import { OPEN_DATA } from '../../../src/web/public-site/open-data.js';
import { OfficersPage } from '../../../src/web/people/officers-page.js';
import { ReportPage } from '../../../src/web/reports/report-page.js';
import { ReportCheckPage, ReportRowsPage } from '../../../src/web/reports/report-rows-page.js';
import { ReportsPage } from '../../../src/web/reports/reports-page.js';
import { PoliciesPage } from '../../../src/web/policies/policies-page.js';
import { PolicyFormPage } from '../../../src/web/policies/policy-form-page.js';
import { PolicyPage } from '../../../src/web/policies/policy-page.js';
import { PostalBookPage } from '../../../src/web/registers/postal-book-page.js';
import { PrintedCopiesPage } from '../../../src/web/registers/printed-copies-page.js';
import { MessageHistoryPage } from '../../../src/web/exchange/message-history-page.js';
import { ExchangeQueuePage } from '../../../src/web/exchange/exchange-queue-page.js';
import { RefusedMessagesPage } from '../../../src/web/exchange/refused-messages-page.js';
import { RegistersPage } from '../../../src/web/registers/registers-page.js';
import { TakeOverPage } from '../../../src/web/register-starts/register-take-over-page.js';
import { RegisterStartPage } from '../../../src/web/register-starts/register-start-page.js';
import { SignaturePage } from '../../../src/web/signing/signature-page.js';
import { TemplatePage } from '../../../src/web/templates/template-page.js';
import { TemplateUploadPage } from '../../../src/web/templates/template-upload-page.js';
import { TemplatesPage } from '../../../src/web/templates/templates-page.js';
import { MadeEndpointPage, WebhooksPage } from '../../../src/web/system/webhooks-page.js';
import { MadeTokenPage, TokensPage } from '../../../src/web/system/tokens-page.js';
import { DirectivePage, DirectivesPage, LettersPage } from '../../../src/web/supervision/directives-pages.js';
import { SamplePage, SamplesPage, WatchedTicketPage } from '../../../src/web/supervision/inspection-pages.js';
import { OutagesPage, StatusPage } from '../../../src/web/system/outages-pages.js';
import { SupervisionPage } from '../../../src/web/supervision/supervision-page.js';
import { WatchedListPage } from '../../../src/web/supervision/watched-list-page.js';
import { SearchPage } from '../../../src/web/my-work/search-page.js';
import { TicketRegisterPage } from '../../../src/web/tickets/ticket-register-page.js';
import { TicketPage } from '../../../src/web/tickets/ticket-page.js';
import { answerPageStates } from './answer-pages.js';
import { outgoingPages } from './outgoing-pages.js';
import { ticketRegister } from './samples/ticket-register.js';
import * as searches from './samples/search.js';
import * as accounts from './samples/account.js';
import * as directory from './samples/agencies.js';
import * as journals from './samples/journal.js';
import { safety } from './samples/safety.js';
import * as receivers from './samples/recipients.js';
import * as calendars from './samples/calendar.js';
import { copies } from './samples/copies.js';
import { CORRESPONDENCE_PAGES } from './correspondence-pages.js';
import { DOOR_PAGES } from './door-pages.js';
import { FILE_VIEW_PAGES } from './file-view-pages.js';
import * as doors from './samples/doors.js';
import * as exchanges from './samples/exchange.js';
import * as drafts from './samples/draft.js';
import * as signatureChecks from './samples/signature-check.js';
import * as exchange from './samples/exchange-tasks.js';
import * as formats from './samples/format-check.js';
import * as syncs from './samples/directory-sync.js';
import { DecisionAuthoritiesPage } from '../../../src/web/decisions/decision-authorities-page.js';
import { DecisionQueuePage } from '../../../src/web/decisions/decision-queue-page.js';
import * as decisions from './samples/decisions.js';
import { administrator, clerk, head, leader, officer, supervisor } from './samples/frames.js';
import * as work from './samples/my-work.js';
import { notices } from './samples/notices.js';
import * as units from './samples/organisation.js';
import { PEOPLE_GALLERY } from './people-gallery.js';
import * as phrases from './samples/standard-texts.js';
import * as away from './samples/substitutions.js';
import * as contacts from './samples/officers.js';
import * as reporting from './samples/reports.js';
import * as policies from './samples/policies.js';
import { noPost, postalBook } from './samples/postal-book.js';
import * as printed from './samples/printed-copies.js';
import * as publics from './samples/public-site.js';
import { enteringPages } from './entering-pages.js';
import { reconciliationPages } from './reconciliation-pages.js';
import * as starts from './samples/register-starts.js';
import { registerTracking } from './samples/register-tracking.js';
import * as registers from './samples/registers.js';
import * as signatures from './samples/signature.js';
import * as openSignatures from './samples/signature-open.js';
import * as templates from './samples/templates.js';
import * as outages from './samples/outages.js';
import * as watch from './samples/supervision.js';
import * as tickets from './samples/ticket.js';
import * as tokens from './samples/tokens.js';
import * as webhooks from './samples/webhooks.js';
import { DESK_GALLERY } from './desk-gallery.js';

const done = { kind: 'done', text: 'Đã gửi tiến độ cho Tổng đài 1022.' } as const;
const refusal = { kind: 'refused', text: 'Chưa giao được: ông Phan Văn Quyết vừa nhận lúc 10:41.' } as const;

/** Every page in its telling states, with sentences of a real day; the name is the page's path in the gallery. */
export const GALLERY: Readonly<Record<string, () => VNode>> = {
  ...DOOR_PAGES,
  ...FILE_VIEW_PAGES,
  ...CORRESPONDENCE_PAGES,
  'xac-nhan-lai': () => AskAgainPage({ frame: officer, view: accounts.askAgain }),
  'tai-khoan': () => AccountPage({ frame: officer, view: accounts.account }),
  'tai-khoan-nguoi': () => AccountPage({ frame: officer, view: accounts.accountOfSomebody }),
  'tai-khoan-hai-lop': () => SecondFactorPage({ frame: officer, view: accounts.secondFactor }),
  'tai-khoan-ma-du-phong': () => RecoveryCodesPage({ frame: officer, view: accounts.recoveryCodes }),
  'viec-cua-toi': () => MyWorkPage({ frame: officer, view: work.myWork }),
  'viec-cua-toi-giao': () => MyWorkPage({ frame: clerk, view: work.myWorkToAssign }),
  'so-tiep-nhan': () => TicketRegisterPage({ frame: clerk, view: ticketRegister }),
  'tim-kiem': () => SearchPage({ frame: officer, view: searches.search }),
  'tim-kiem-thay': () => SearchPage({ frame: officer, view: searches.searchFound }),
  'tim-kiem-khong-thay': () => SearchPage({ frame: officer, view: searches.searchInVain }),
  'viec-cua-toi-trong': () => MyWorkPage({ frame: { ...officer, notice: done }, view: work.myWorkDone }),
  phieu: () => TicketPage({ frame: officer, view: tickets.ticket }),
  'phieu-giao': () => TicketPage({ frame: { ...clerk, notice: refusal }, view: tickets.ticketToAssign }),
  'soan-cong-van': () => DraftPage({ frame: officer, view: drafts.draft }),
  'soan-cong-van-duyet': () => DraftPage({ frame: head, view: drafts.draftToApprove }),
  'soan-cong-van-tra-lai': () => DraftPage({ frame: officer, view: drafts.draftSentBack }),
  'kiem-tra-the-thuc': () => FormatCheckPage({ frame: officer, view: formats.formatCheck }),
  'kiem-tra-the-thuc-can-sua': () => FormatCheckPage({ frame: officer, view: formats.formatChecked }),
  'kiem-tra-the-thuc-bi-tu-choi': () => FormatCheckPage({ frame: clerk, view: formats.formatNotChecked }),
  'kiem-tra-chu-ky': () => SignatureCheckPage({ frame: clerk, view: signatureChecks.signatureCheck }),
  'kiem-tra-chu-ky-hop-le': () => SignatureCheckPage({ frame: clerk, view: signatureChecks.signatureChecked }),
  'kiem-tra-chu-ky-bi-sua': () => SignatureCheckPage({ frame: clerk, view: signatureChecks.signatureCheckChanged }),
  'kiem-tra-chu-ky-bi-tu-choi': () => SignatureCheckPage({ frame: clerk, view: signatureChecks.signatureNotChecked }),
  'trinh-ky': () => SignaturePage({ frame: officer, view: signatures.signatureFailed }),
  'trinh-ky-cho-ky': () => SignaturePage({ frame: officer, view: signatures.signatureWaiting }),
  'trinh-ky-bang-tay': () => SignaturePage({ frame: clerk, view: signatures.signatureByHand }),
  'trinh-ky-phu-luc-bang-tay': () => SignaturePage({ frame: clerk, view: signatures.signatureAnnexesByHand }),
  'trinh-ky-dat': () => SignaturePage({ frame: clerk, view: signatures.signaturePassed }),
  'trinh-ky-chua-du-can-cu': () => SignaturePage({ frame: leader, view: openSignatures.signatureOpen }),
  'trinh-ky-cho-phep-dung': () => SignaturePage({ frame: leader, view: openSignatures.signatureOverridden }),
  'so-van-ban': () => RegistersPage({ frame: clerk, view: registers.registerOut }),
  'so-van-ban-dang-phat-hanh': () => RegistersPage({ frame: clerk, view: registers.registerReleasing }),
  'so-van-ban-chua-duoc': () => RegistersPage({ frame: clerk, view: registers.registerBlocked }),
  'so-van-ban-so-cap-trung': () => RegistersPage({ frame: clerk, view: registers.registerNumberStopped }),
  'so-van-ban-noi-tiep': () => RegistersPage({ frame: clerk, view: registers.registerContinued }),
  'so-bat-dau': () => RegisterStartPage({ frame: clerk, view: starts.startToPropose }),
  'so-bat-dau-cho-xac-nhan': () => RegisterStartPage({ frame: leader, view: starts.startToConfirm }),
  'so-tiep-quan-phai-sua': () => TakeOverPage({ frame: clerk, view: starts.takeOverToRepair }),
  'so-tiep-quan': () => TakeOverPage({ frame: clerk, view: starts.takeOverToPropose }),
  'so-van-ban-den': () => RegistersPage({ frame: clerk, view: registers.registerIn }),
  'so-van-ban-theo-doi': () => RegistersPage({ frame: officer, view: registerTracking }),
  'ban-in': () => PrintedCopiesPage({ frame: officer, view: printed.printedCopies }),
  'ban-in-chua-co': () => PrintedCopiesPage({ frame: officer, view: printed.noPrintedCopies }),
  'tra-cuu': () => LookUpPage({ view: printed.lookedUp }),
  'tra-cuu-chua-hoi': () => LookUpPage({ view: printed.notLookedUpYet }),
  'tra-cuu-khong-co': () => LookUpPage({ view: printed.lookedUpInVain }),
  'cong-khai-ket-qua': () => PublicResultsPage({ view: publics.results }),
  'cong-khai-ket-qua-chua-co': () => PublicResultsPage({ view: publics.noResults }),
  'cong-khai-ket-qua-mot': () => PublicResultPage({ view: publics.result }),
  'cong-khai-da-go': () => PublicResultGonePage({ agency: publics.agency }),
  'cong-khai-dau-moi': () => PublicContactsPage({ view: publics.contacts }),
  'cong-khai-so-lieu': () => PublicFiguresPage({ view: publics.figures }),
  'cong-khai-du-lieu': () => PublicDataPage({ view: { agency: publics.agency, sets: OPEN_DATA } }),
  'cong-khai-tra-cuu': () => PublicLookUpPage({ view: publics.lookUp }),
  'cong-khai-tra-cuu-khong-co': () => PublicLookUpPage({ view: publics.lookUpInVain }),
  'cong-khai-tra-cuu-thay': () => PublicLookUpPage({ view: publics.lookUpFound }),
  'danh-gia': () => RatingPage({ view: publics.rating }),
  'danh-gia-khong-con': () => RatingClosedPage({ agency: publics.agency }),
  'danh-gia-cam-on': () => RatingThanksPage({ agency: publics.agency }),
  ...answerPageStates(officer),
  'cong-bo': () => PublicationListPage({ frame: supervisor, view: publics.publication }),
  'cong-bo-mot': () => PublicationOnePage({ frame: supervisor, view: publics.publicationOne }),
  'so-van-ban-sao': () => CopiesPage({ frame: clerk, view: copies }),
  'so-gui-buu-dien': () => PostalBookPage({ frame: clerk, view: postalBook }),
  'so-gui-buu-dien-chua-co': () => PostalBookPage({ frame: clerk, view: noPost }),
  ...outgoingPages(clerk),
  'trao-doi': () => ExchangeQueuePage({ frame: clerk, view: exchanges.queueAway }),
  'trao-doi-yen': () => ExchangeQueuePage({ frame: clerk, view: exchanges.queueQuiet }),
  ...reconciliationPages(clerk),
  ...enteringPages(clerk),
  'tin-loi': () => RefusedMessagesPage({ frame: clerk, view: doors.refused }),
  'trao-doi-lan-thu': () => MessageHistoryPage({ frame: clerk, view: exchanges.jobHistory }),
  'trao-doi-hoi-tin': () => MessageHistoryPage({ frame: clerk, view: exchanges.lookHistory }),
  'trao-doi-ban-ghi': () => MessageHistoryPage({ frame: leader, view: exchanges.calls }),
  'trao-doi-ban-ghi-trong': () => MessageHistoryPage({ frame: clerk, view: exchanges.noCalls }),
  'trao-doi-viec': () => ExchangeTasksPage({ frame: clerk, view: exchange.tasks }),
  'trao-doi-viec-trong': () => ExchangeTasksPage({ frame: clerk, view: exchange.noTasks }),
  'trao-doi-thu-hoi': () => ExchangeTaskPage({ frame: clerk, view: exchange.revocation }),
  'trao-doi-thay-the': () => ExchangeTaskPage({ frame: clerk, view: exchange.replacing }),
  'trao-doi-nghi-ngo': () => ExchangeTaskPage({ frame: clerk, view: exchange.doubtful }),
  'trao-doi-da-quyet-dinh': () => ExchangeTaskPage({ frame: leader, view: exchange.decided }),
  'noi-nhan': () => RecipientsPage({ frame: officer, view: receivers.recipients }),
  'noi-nhan-chua-co': () => RecipientsPage({ frame: clerk, view: receivers.recipientsNone }),
  'doan-mau': () => StandardTextsPage({ frame: officer, view: phrases.standardTexts }),
  'doan-mau-trong': () => StandardTextsPage({ frame: officer, view: phrases.noStandardTexts }),
  'lam-thay': () => SubstitutionsPage({ frame: { ...officer, actsFor: 'Bùi Thị Ngọc Ánh' }, view: away.substitutions }),
  'lam-thay-trong': () => SubstitutionsPage({ frame: head, view: away.nobodyAway }),
  'lam-thay-sai': () => SubstitutionsPage({ frame: officer, view: away.substitutionRefused }),
  'viec-khi-lam-thay': () => MyWorkPage({ frame: { ...officer, actsFor: 'Bùi Thị Ngọc Ánh' }, view: work.myWork }),
  'bao-cao': () => ReportsPage({ frame: supervisor, view: reporting.reports }),
  'bao-cao-chua-co': () => ReportsPage({ frame: clerk, view: reporting.reportsNone }),
  'bao-cao-du-thao': () => ReportPage({ frame: supervisor, view: reporting.report }),
  'bao-cao-da-chot': () => ReportPage({ frame: leader, view: reporting.reportFrozen }),
  'van-ban-dang-soan': () => DocumentDraftsPage({ frame: leader, view: reporting.documents }),
  'bao-cao-phieu': () => ReportRowsPage({ frame: supervisor, view: reporting.reportRows }),
  'bao-cao-kiem-tra': () => ReportCheckPage({ frame: supervisor, view: reporting.reportChecked }),
  'bao-cao-kiem-tra-khong-dat': () => ReportCheckPage({ frame: supervisor, view: reporting.reportCheckFailed }),
  'can-bo-dau-moi': () => OfficersPage({ frame: clerk, view: contacts.officers }),
  'can-bo-dau-moi-khong-thay': () => OfficersPage({ frame: officer, view: contacts.officersUnmatched }),
  'can-bo-dau-moi-don-vi': () => OfficerUnitPage({ frame: clerk, view: contacts.officerUnit }),
  'can-bo-dau-moi-don-vi-trong': () => OfficerUnitPage({ frame: head, view: contacts.officerUnitEmpty }),
  'thay-can-bo-dau-moi': () => OfficerChangePage({ frame: clerk, view: contacts.officerChange }),
  'thay-can-bo-dau-moi-xong': () => OfficerChangePage({ frame: clerk, view: contacts.officerChangeDone }),
  'thay-can-bo-dau-moi-hoan-tac': () => OfficerChangePage({ frame: clerk, view: contacts.officerChangeReversed }),
  'trao-doi-co-quan': () => AgenciesPage({ frame: clerk, view: directory.agencies }),
  'trao-doi-co-quan-cho': () => AgenciesPage({ frame: clerk, view: directory.agenciesHeld }),
  'trao-doi-co-quan-chua-co': () => AgenciesPage({ frame: clerk, view: directory.agenciesNone }),
  'dong-bo-nhan-su': () => DirectorySyncPage({ frame: administrator, view: syncs.syncPlanned }),
  'dong-bo-nhan-su-dang-doc': () => DirectorySyncPage({ frame: administrator, view: syncs.syncReading }),
  'dong-bo-nhan-su-chua-noi': () => DirectorySyncPage({ frame: administrator, view: syncs.syncOff }),
  'quy-dinh-thoi-han': () => PoliciesPage({ frame: leader, view: policies.versions }),
  'quy-dinh-thoi-han-bo': () => PolicyPage({ frame: leader, view: policies.version }),
  'quy-dinh-thoi-han-soan': () => PolicyFormPage({ frame: leader, view: policies.draft }),
  'quy-dinh-thoi-han-can-sua': () => PolicyFormPage({ frame: leader, view: policies.draftRefused }),
  'quyet-dinh': () => DecisionQueuePage({ frame: leader, view: decisions.decisionQueue }),
  'quyet-dinh-trong': () => DecisionQueuePage({ frame: leader, view: decisions.nothingToDecide }),
  'quyet-dinh-da-chon-trong': () => DecisionQueuePage({ frame: head, view: decisions.nothingChosen }),
  'tham-quyen-quyet-dinh': () => DecisionAuthoritiesPage({ frame: clerk, view: decisions.decisionAuthorities }),
  'mau-van-ban': () => TemplatesPage({ frame: clerk, view: templates.templates }),
  'mau-van-ban-loai': () => TemplatePage({ frame: clerk, view: templates.template }),
  'mau-van-ban-can-sua': () => TemplateUploadPage({ frame: clerk, view: templates.uploadFlawed }),
  'mau-van-ban-luu-y': () => TemplateUploadPage({ frame: clerk, view: templates.uploadToWeigh }),
  'lich-lam-viec': () => CalendarPage({ frame: officer, view: calendars.calendar }),
  'lich-de-nghi': () => CalendarProposalPage({ frame: officer, view: calendars.calendarProposal }),
  'lich-de-nghi-can-sua': () => CalendarProposalPage({ frame: officer, view: calendars.calendarProposalFlawed }),
  'tich-hop-webhook': () => WebhooksPage({ frame: administrator, view: webhooks.webhooks }),
  'tich-hop-webhook-tra-lai': () => WebhooksPage({ frame: administrator, view: webhooks.webhooksRefused }),
  'tich-hop-webhook-trong': () => WebhooksPage({ frame: administrator, view: webhooks.noWebhooks }),
  'tich-hop-webhook-khoa': () => MadeEndpointPage({ frame: administrator, view: webhooks.madeEndpoint }),
  'ma-truy-cap': () => TokensPage({ frame: administrator, view: tokens.tokens }),
  'ma-truy-cap-cua-toi': () => TokensPage({ frame: clerk, view: tokens.ownTokens }),
  'ma-truy-cap-khong': () => TokensPage({ frame: officer, view: tokens.noTokens }),
  'ma-truy-cap-vua-tao': () => MadeTokenPage({ frame: administrator, view: tokens.madeToken }),
  'thong-bao': () => NoticesPage({ frame: officer, view: notices }),
  'nhat-ky': () => JournalPage({ frame: administrator, view: journals.journal }),
  'nhat-ky-khong-co': () => JournalPage({ frame: supervisor, view: journals.journalNothing }),
  'nhat-ky-dong': () => JournalLinePage({ frame: administrator, view: journals.journalLine }),
  'an-toan': () => SafetyPage({ frame: administrator, view: safety }),
  'giam-sat': () => SupervisionPage({ frame: supervisor, view: watch.board }),
  'giam-sat-trong': () => SupervisionPage({ frame: leader, view: watch.boardEmpty }),
  'giam-sat-danh-sach': () => WatchedListPage({ frame: supervisor, view: watch.watchedList }),
  'giam-sat-cac-mau': () => SamplesPage({ frame: supervisor, view: watch.samples }),
  'giam-sat-mau': () => SamplePage({ frame: supervisor, view: watch.sample }),
  'giam-sat-mau-bi-sua': () => SamplePage({ frame: supervisor, view: watch.sampleTampered }),
  'giam-sat-phieu': () => WatchedTicketPage({ frame: supervisor, view: watch.watchedTicket }),
  'chi-dao': () => DirectivesPage({ frame: supervisor, view: watch.directives }),
  'chi-dao-don-vi': () => DirectivesPage({ frame: head, view: watch.directivesOfUnit }),
  'chi-dao-mot': () => DirectivePage({ frame: supervisor, view: watch.directive }),
  'cong-van-don-doc': () => LettersPage({ frame: supervisor, view: watch.letters }),
  'thong-bao-gian-doan': () => OutagesPage({ frame: clerk, view: outages.outages }),
  'viec-cua-toi-sap-ngung': () => MyWorkPage({ frame: { ...officer, outage: outages.outageSoon }, view: work.myWork }),
  'tinh-trang': () => StatusPage({ view: outages.statusWell }),
  'tinh-trang-sap-ngung': () => StatusPage({ view: outages.statusPlanned }),
  'loi-404': () => ErrorPage({ frame: officer, view: doors.notFound }),
  'loi-410': () => ErrorPage({ frame: clerk, view: doors.fileDamaged }),
  'loi-500': () => ErrorPage({ frame: officer, view: doors.broken }),
  'loi-401': () => ErrorPage({ frame: null, view: doors.signInFirst }),
  ...PEOPLE_GALLERY,
  ...DESK_GALLERY,
  'to-chuc': () => OrganisationPage({ frame: units.administrator, view: units.organisation }),
  'to-chuc-tim': () => OrganisationPage({ frame: officer, view: units.organisationFound }),
  'to-chuc-don-vi': () => UnitPage({ frame: units.administrator, view: units.unit }),
  'to-chuc-da-ngung': () => UnitPage({ frame: officer, view: units.unitClosed }),
  'to-chuc-ngung': () => UnitClosingPage({ frame: units.administrator, view: units.unitClosing }),
  'to-chuc-nhap': () => UnitImportPage({ frame: units.administrator, view: units.unitImport }),
  'to-chuc-nhap-xem': () => UnitImportReviewPage({ frame: units.administrator, view: units.unitImportReview }),
};
