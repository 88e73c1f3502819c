import { Module, type OnModuleInit } from '@nestjs/common';
import { TicketMetrics } from './persistence/ticket-metrics.js';
import { CalendarModule } from '../calendar/index.js';
import { DelegationModule } from '../delegation/index.js';
import { DocumentsModule, SecretLines } from '../documents/index.js';
import { SecretDocuments } from './application/reading/secret-documents.js';
import { DraftingModule } from '../drafting/index.js';
import { ExchangeModule } from '../exchange/index.js';
import { FilesModule } from '../files/index.js';
import { AgencyProfileModule } from '../agency-profile/index.js';
import { JournalModule } from '../journal/index.js';
import { NoticesModule } from '../notices/index.js';
import { OrganisationModule, WorkInHand } from '../organisation/index.js';
import { PositionSources } from '../platform/position/position-sources.js';
import { TicketPositions } from './application/reading/ticket-positions.js';
import { PetitionsModule } from '../petitions/index.js';
import { PoliciesModule } from '../policies/index.js';
import { RoutingTableModule } from '../routing-table/index.js';
import { SigningModule } from '../signing/index.js';
import { ActOnUnchangedTicket } from './application/act-on-unchanged-ticket.js';
import { DECISION_PARTS, DECISIONS } from './application/decisions/decisions.js';
import { AcceptTicket } from './application/accept-ticket.js';
import { ClassifyTicket } from './application/classify-ticket.js';
import { CompleteTicket } from './application/intake/complete-ticket.js';
import { RecordComplaintSubject } from './application/record-complaint-subject.js';
import { EnterTakenFeedback } from './application/intake/take-feedback-entry.js';
import { JudgeImportedRows } from './application/intake/import-feedback-periods.js';
import { EnterImportedRows } from './application/intake/import-feedback-rows.js';
import { RecordHotlineMessage } from './application/intake/record-hotline-message.js';
import { OutsideReader } from './application/reading/outside-reader.js';
import { TakeHotlineFeedback } from './application/intake/take-hotline-feedback.js';
import { ImportFeedback } from './application/intake/import-feedback.js';
import { RoutingSlip } from './application/reply/routing-slip.js';
import { TicketListExport } from './application/reading/ticket-list-export.js';
import { TicketRegisterExport } from './application/reading/ticket-register-export.js';
import { TakeFeedback } from './application/intake/take-feedback.js';
import { ProposeDirectAnswer } from './application/reply/propose-direct-answer.js';
import { ApproveAnswer } from './application/reply/approve-answer.js';
import { CloseTicket } from './application/ending/close-ticket.js';
import { EvidenceFiles } from './application/evidence-files.js';
import { NoteWithEvidence } from './application/note-with-evidence.js';
import { KeepEvidence } from './application/keep-evidence.js';
import { MailAnswerPage } from './application/answer-pages/mail-answer-page.js';
import { RatingLinks } from './application/ending/rating-links.js';
import { RateAnswer } from './application/ending/rate-answer.js';
import { ReopenTicket } from './application/ending/reopen-ticket.js';
import { RequestPublication } from './application/publication/request-publication.js';
import { WithdrawTicket } from './application/ending/withdraw-ticket.js';
import { AssignTicket } from './application/assign-ticket.js';
import { DeskDuty } from './application/desk-duty.js';
import { DeclineAssignment } from './application/decline-assignment.js';
import { FindDuplicates } from './application/intake/find-duplicates.js';
import { HandOverTickets } from './application/hand-over.js';
import { MergeTicket } from './application/ending/merge-ticket.js';
import { EndMatter } from './application/ending/end-matter.js';
import { SeparateSenders } from './application/ending/separate-senders.js';
import { SplitTicket } from './application/ending/split-ticket.js';
import { BeginAmendment } from './application/reply/begin-amendment.js';
import { NameSender } from './application/reply/name-sender.js';
import { BeginReply } from './application/reply/begin-reply.js';
import { BeginTicketDocument } from './application/reply/begin-ticket-document.js';
import { DiscardAmendment } from './application/reply/discard-amendment.js';
import { RecoverLetter } from './application/reply/recover-letter.js';
import { DiscardReply } from './application/reply/discard-reply.js';
import { FollowLetter } from './application/reply/follow-letter.js';
import { FollowArrivalNumber } from './application/intake/follow-arrival-number.js';
import { FollowTakingBack } from './application/reply/follow-taking-back.js';
import { EnterTicket } from './application/intake/enter-ticket.js';
import { AskCitizen } from './application/inquiry/ask-citizen.js';
import { RecordCitizenReply } from './application/inquiry/record-citizen-reply.js';
import { ExpireInformationRequest } from './application/inquiry/expire-information-request.js';
import { TicketProjections } from './application/ticket-projections.js';
import { CancelPendingWork } from './application/ending/cancel-pending-work.js';
import { LogFileAccess } from './application/reading/log-file-access.js';
import { Periods } from './application/deadlines/periods.js';
import { TellOfLetter } from './application/reply/tell-of-letter.js';
import { ProveDeadline } from './application/deadlines/prove-deadline.js';
import {
  RecountByCalendar,
  RecountByPolicy,
  RecountOpenTickets,
} from './application/deadlines/recount-open-tickets.js';
import { ApplyPolicyToOpenTickets } from './application/deadlines/apply-policy-to-open-tickets.js';
import { RecountOpenPeriods } from './application/deadlines/recount-open-periods.js';
import { RecountTicket } from './application/deadlines/recount-ticket.js';
import { RequestExtension } from './application/deadlines/request-extension.js';
import { OweLetters } from './application/reply/owe-letters.js';
import { TellHotline } from './application/tell-hotline.js';
import { TicketFiles } from './application/ticket-files.js';
import { TicketListReader } from './application/reading/ticket-list-reader.js';
import { TicketMatters } from './application/reading/ticket-matters.js';
import { TicketReader } from './application/reading/ticket-reader.js';
import { TicketRules } from './application/ticket-rules.js';
import { OutsideText } from './application/reading/outside-text.js';
import { TicketVisibility } from './application/reading/ticket-visibility.js';
import { SettleFurtherDocument } from './application/intake/settle-further-document.js';
import { TakeFurtherDocument } from './application/intake/take-further-document.js';
import { OpenTicket } from './application/intake/open-ticket.js';
import { OpenPendingTickets } from './application/intake/open-pending-tickets.js';
import { LetterPrivacy } from './application/reply/letter-privacy.js';
import { ApproveReply } from './application/reply/approve-reply.js';
import { SendReply } from './application/reply/send-reply.js';
import { WithdrawDraft } from './application/reply/withdraw-draft.js';
import { SavedSearches } from './application/reading/saved-searches.js';
import { RevealIdentity } from './application/reading/reveal-identity.js';
import { SubmitReply } from './application/reply/submit-reply.js';
import { Tickets } from './application/tickets.js';
import { RemindHolder } from './application/remind-holder.js';
import { NoteOpened } from './application/note-opened.js';
import { SayAssignment } from './application/say-assignment.js';
import { SayReminder } from './application/say-reminder.js';
import { TakeBackAssignment } from './application/take-back-assignment.js';
import { UndoAct } from './application/undo-act.js';
import { WorkOnTicket } from './application/work-on-ticket.js';
import { CloseAnswered } from './jobs/close-answered.js';
import { EndPauses } from './jobs/end-pauses.js';
import { OpenDeadlinesModule } from './open-deadlines.module.js';
import { BEHIND_COORDINATION, COORDINATION } from './coordination.providers.js';
import { TicketHistoryModule } from './ticket-history.module.js';
import { TicketQueriesModule } from './ticket-queries.module.js';

/** What is done to letters of tickets. */
const LETTERS = [
  BeginAmendment,
  BeginReply,
  NameSender,
  BeginTicketDocument,
  DiscardAmendment,
  DiscardReply,
  RecoverLetter,
];

/** Who does which job. */
export const TICKET_HANDLERS = {
  'case.open': OpenTicket,
  'case.letter': FollowLetter,
  'case.takenBack': FollowTakingBack,
  'documents.findByNumber': FollowArrivalNumber,
  'letter.tell': TellOfLetter,
  'case.recount': RecountByCalendar,
  'case.applyPolicy': RecountByPolicy,
  'case.import': EnterImportedRows,
  'case.answerPage': MailAnswerPage,
  'case.remind': SayReminder,
  'case.sayAssigned': SayAssignment,
};

/** What other features, pages and commands use. */
const EXPORTED = [
  ...LETTERS,
  ProveDeadline,
  SettleFurtherDocument,
  ActOnUnchangedTicket,
  AskCitizen,
  RecordCitizenReply,
  RequestExtension,
  ApplyPolicyToOpenTickets,
  EndPauses,
  TakeFeedback,
  TakeHotlineFeedback,
  OpenPendingTickets,
  RecordHotlineMessage,
  OutsideReader,
  ImportFeedback,
  TicketListExport,
  TicketRegisterExport,
  RoutingSlip,
  CompleteTicket,
  AcceptTicket,
  ClassifyTicket,
  RecordComplaintSubject,
  ...DECISIONS,
  AssignTicket,
  DeclineAssignment,
  HandOverTickets,
  ...COORDINATION,
  FindDuplicates,
  MergeTicket,
  SplitTicket,
  WorkOnTicket,
  RemindHolder,
  NoteOpened,
  UndoAct,
  SendReply,
  ApproveReply,
  LetterPrivacy,
  SubmitReply,
  ProposeDirectAnswer,
  ApproveAnswer,
  CloseTicket,
  KeepEvidence,
  NoteWithEvidence,
  RateAnswer,
  RatingLinks,
  ReopenTicket,
  RequestPublication,
  WithdrawTicket,
  CloseAnswered,
  RevealIdentity,
  TicketReader,
  TicketListReader,
  TicketMatters,
  TicketFiles,
  LogFileAccess,
  TicketRules,
  SavedSearches,
];

@Module({
  imports: [
    CalendarModule,
    DelegationModule,
    DocumentsModule,
    DraftingModule,
    ExchangeModule,
    FilesModule,
    AgencyProfileModule,
    JournalModule,
    NoticesModule,
    OpenDeadlinesModule,
    OrganisationModule,
    PetitionsModule,
    PoliciesModule,
    RoutingTableModule,
    SigningModule,
    TicketHistoryModule,
    TicketQueriesModule,
  ],
  providers: [
    ...EXPORTED,
    TicketPositions,
    SecretDocuments,
    Tickets,
    TicketVisibility,
    OutsideText,
    Periods,
    DeskDuty,
    CancelPendingWork,
    WithdrawDraft,
    TicketProjections,
    TellHotline,
    OweLetters,
    ExpireInformationRequest,
    RecountOpenPeriods,
    RecountTicket,
    RecountOpenTickets,
    EnterTicket,
    TakeFurtherDocument,
    EnterTakenFeedback,
    JudgeImportedRows,
    ...DECISION_PARTS,
    ...BEHIND_COORDINATION,
    EndMatter,
    TakeBackAssignment,
    SeparateSenders,
    EvidenceFiles,
    TicketMetrics,
    ...Object.values(TICKET_HANDLERS),
  ],
  exports: [...EXPORTED, TicketQueriesModule],
})
export class TicketsModule implements OnModuleInit {
  constructor(
    private readonly workInHand: WorkInHand,
    private readonly handOver: HandOverTickets,
    private readonly positions: PositionSources,
    private readonly codes: TicketPositions,
    private readonly secret: SecretLines,
    private readonly secretDocuments: SecretDocuments,
  ) {}

  onModuleInit(): void {
    this.workInHand.add(this.handOver);
    this.positions.add(this.codes);
    this.secret.add((ids) => this.secretDocuments.among(ids));
  }
}
