import { Module, type OnModuleInit } from '@nestjs/common';
import { CalendarModule } from '../calendar/index.js';
import { DelegationModule } from '../delegation/index.js';
import { DocumentsModule } from '../documents/index.js';
import { DraftingModule } from '../drafting/index.js';
import { ExchangeModule } from '../exchange/index.js';
import { FilesModule } from '../files/index.js';
import { AgencyProfileModule } from '../agency-profile/index.js';
import { JournalModule } from '../journal/index.js';
import { NoticesModule } from '../notices/index.js';
import { OrganisationModule, WorkInHand } from '../organisation/index.js';
import { JobHandlers } from '../platform/outbox/outbox.js';
import { PositionSources } from '../platform/position/position-sources.js';
import { TicketPositions } from './application/ticket-positions.js';
import { PoliciesModule } from '../policies/index.js';
import { SigningModule } from '../signing/index.js';
import { ActOnUnchangedTicket } from './application/act-on-unchanged-ticket.js';
import { AcceptTicket } from './application/accept-ticket.js';
import { ClassifyTicket } from './application/classify-ticket.js';
import { CompleteTicket } from './application/complete-ticket.js';
import { RecordComplaintSubject } from './application/record-complaint-subject.js';
import { RejectTicket } from './application/reject-ticket.js';
import { ReturnTicket } from './application/return-ticket.js';
import { EnterTakenFeedback } from './application/take-feedback-entry.js';
import { JudgeImportedRows } from './application/import-feedback-periods.js';
import { EnterImportedRows } from './application/import-feedback-rows.js';
import { RecordHotlineMessage } from './application/record-hotline-message.js';
import { OutsideReader } from './application/outside-reader.js';
import { TakeHotlineFeedback } from './application/take-hotline-feedback.js';
import { ImportFeedback } from './application/import-feedback.js';
import { RoutingSlip } from './application/routing-slip.js';
import { TicketRegisterExport } from './application/ticket-register-export.js';
import { TakeFeedback } from './application/take-feedback.js';
import { ProposeDirectAnswer } from './application/propose-direct-answer.js';
import { ApproveAnswer } from './application/approve-answer.js';
import { CloseTicket } from './application/close-ticket.js';
import { DecidePublication } from './application/decide-publication.js';
import { KeepEvidence } from './application/keep-evidence.js';
import { RatingLinks } from './application/rating-links.js';
import { RateAnswer } from './application/rate-answer.js';
import { ReopenTicket } from './application/reopen-ticket.js';
import { RequestPublication } from './application/request-publication.js';
import { WithdrawTicket } from './application/withdraw-ticket.js';
import { AskCoordination } from './application/ask-coordination.js';
import { CoordinationRequests } from './application/ask-coordination-requests.js';
import { AssignTicket } from './application/assign-ticket.js';
import { AnswerCoordination } from './application/answer-coordination.js';
import { FinishCoordination } from './application/finish-coordination.js';
import { ExpireCoordination } from './application/expire-coordination.js';
import { DeskDuty } from './application/desk-duty.js';
import { DeclineAssignment } from './application/decline-assignment.js';
import { FindDuplicates } from './application/find-duplicates.js';
import { HandOverTickets } from './application/hand-over.js';
import { MergeTicket } from './application/merge-ticket.js';
import { EndMatter } from './application/end-matter.js';
import { SeparateSenders } from './application/separate-senders.js';
import { SplitTicket } from './application/split-ticket.js';
import { BeginAmendment } from './application/begin-amendment.js';
import { BeginReply } from './application/begin-reply.js';
import { DiscardAmendment } from './application/discard-amendment.js';
import { RecoverLetter } from './application/recover-letter.js';
import { DiscardReply } from './application/discard-reply.js';
import { FollowLetter } from './application/follow-letter.js';
import { FollowTakingBack } from './application/follow-taking-back.js';
import { EnterTicket } from './application/enter-ticket.js';
import { AskCitizen } from './application/ask-citizen.js';
import { RecordCitizenReply } from './application/record-citizen-reply.js';
import { DecideExtension } from './application/decide-extension.js';
import { ExpireInformationRequest } from './application/expire-information-request.js';
import { KeepFindable } from './application/keep-findable.js';
import { CancelPendingWork } from './application/cancel-pending-work.js';
import { LogFileAccess } from './application/log-file-access.js';
import { Periods } from './application/periods.js';
import { TellOfLetter } from './application/tell-of-letter.js';
import { ProveDeadline } from './application/prove-deadline.js';
import { RecountByCalendar, RecountByPolicy, RecountOpenTickets } from './application/recount-open-tickets.js';
import { ApplyPolicyToOpenTickets } from './application/apply-policy-to-open-tickets.js';
import { RecountOwed } from './application/recount-owed.js';
import { RecountTicket } from './application/recount-ticket.js';
import { RejectUnfounded } from './application/reject-unfounded.js';
import { RequestExtension } from './application/request-extension.js';
import { OweLetters } from './application/owe-letters.js';
import { TellHotline } from './application/tell-hotline.js';
import { TicketFiles } from './application/ticket-files.js';
import { TicketListReader } from './application/ticket-list-reader.js';
import { TicketReader } from './application/ticket-reader.js';
import { TicketRules } from './application/ticket-rules.js';
import { TicketSight } from './application/ticket-sight.js';
import { SettleFurtherDocument } from './application/settle-further-document.js';
import { TakeFurtherDocument } from './application/take-further-document.js';
import { OpenTicket } from './application/open-ticket.js';
import { OpenPendingTickets } from './application/open-pending-tickets.js';
import { LetterPrivacy } from './application/letter-privacy.js';
import { ApproveReply } from './application/approve-reply.js';
import { SendReply } from './application/send-reply.js';
import { WithdrawDraft } from './application/withdraw-draft.js';
import { SavedSearches } from './application/saved-searches.js';
import { RevealIdentity } from './application/reveal-identity.js';
import { SubmitReply } from './application/submit-reply.js';
import { Tickets } from './application/tickets.js';
import { WorkOnTicket } from './application/work-on-ticket.js';
import { CloseAnswered } from './jobs/close-answered.js';
import { EndPauses } from './jobs/end-pauses.js';
import { OpenDeadlinesModule } from './open-deadlines.module.js';
import { EndCoordination } from './jobs/end-coordination.js';
import { TicketHistoryModule } from './ticket-history.module.js';
import { TicketQueriesModule } from './ticket-queries.module.js';

/** What is done to letters of tickets. */
const LETTERS = [BeginAmendment, BeginReply, DiscardAmendment, DiscardReply, RecoverLetter];

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
    PoliciesModule,
    SigningModule,
    TicketHistoryModule,
    TicketQueriesModule,
  ],
  providers: [
    ...LETTERS,
    TicketPositions,
    Tickets,
    ActOnUnchangedTicket,
    TicketRules,
    TicketSight,
    TicketReader,
    TicketListReader,
    TicketFiles,
    LogFileAccess,
    Periods,
    DeskDuty,
    CancelPendingWork,
    WithdrawDraft,
    KeepFindable,
    TellHotline,
    OweLetters,
    AskCitizen,
    RecordCitizenReply,
    ExpireInformationRequest,
    RejectUnfounded,
    RequestExtension,
    DecideExtension,
    ProveDeadline,
    RecountOwed,
    RecountTicket,
    RecountOpenTickets,
    RecountByCalendar,
    RecountByPolicy,
    ApplyPolicyToOpenTickets,
    EndPauses,
    EnterTicket,
    OpenTicket,
    TakeFurtherDocument,
    SettleFurtherDocument,
    EnterTakenFeedback,
    OpenPendingTickets,
    TakeFeedback,
    TakeHotlineFeedback,
    RecordHotlineMessage,
    OutsideReader,
    ImportFeedback,
    JudgeImportedRows,
    TicketRegisterExport,
    RoutingSlip,
    EnterImportedRows,
    CompleteTicket,
    AcceptTicket,
    ClassifyTicket,
    RecordComplaintSubject,
    ReturnTicket,
    RejectTicket,
    FollowLetter,
    TellOfLetter,
    FollowTakingBack,
    AssignTicket,
    DeclineAssignment,
    HandOverTickets,
    AskCoordination,
    AnswerCoordination,
    FinishCoordination,
    EndCoordination,
    CoordinationRequests,
    ExpireCoordination,
    FindDuplicates,
    EndMatter,
    SeparateSenders,
    MergeTicket,
    SplitTicket,
    WorkOnTicket,
    SendReply,
    ApproveReply,
    LetterPrivacy,
    SubmitReply,
    ProposeDirectAnswer,
    ApproveAnswer,
    CloseTicket,
    DecidePublication,
    KeepEvidence,
    RateAnswer,
    RatingLinks,
    ReopenTicket,
    RequestPublication,
    WithdrawTicket,
    CloseAnswered,
    RevealIdentity,
    SavedSearches,
  ],
  exports: [
    ...LETTERS,
    TicketQueriesModule,
    ProveDeadline,
    SettleFurtherDocument,
    ActOnUnchangedTicket,
    AskCitizen,
    RecordCitizenReply,
    RejectUnfounded,
    RequestExtension,
    DecideExtension,
    ApplyPolicyToOpenTickets,
    EndPauses,
    TakeFeedback,
    TakeHotlineFeedback,
    RecordHotlineMessage,
    OutsideReader,
    ImportFeedback,
    TicketRegisterExport,
    RoutingSlip,
    CompleteTicket,
    AcceptTicket,
    ClassifyTicket,
    RecordComplaintSubject,
    ReturnTicket,
    RejectTicket,
    AssignTicket,
    DeclineAssignment,
    HandOverTickets,
    AskCoordination,
    AnswerCoordination,
    FinishCoordination,
    EndCoordination,
    FindDuplicates,
    MergeTicket,
    SplitTicket,
    WorkOnTicket,
    SendReply,
    ApproveReply,
    LetterPrivacy,
    SubmitReply,
    ProposeDirectAnswer,
    ApproveAnswer,
    CloseTicket,
    DecidePublication,
    KeepEvidence,
    RateAnswer,
    RatingLinks,
    ReopenTicket,
    RequestPublication,
    WithdrawTicket,
    CloseAnswered,
    RevealIdentity,
    TicketReader,
    TicketListReader,
    TicketFiles,
    LogFileAccess,
    TicketRules,
    SavedSearches,
  ],
})
export class TicketsModule implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly openTicket: OpenTicket,
    private readonly followLetter: FollowLetter,
    private readonly byCalendar: RecountByCalendar,
    private readonly byPolicy: RecountByPolicy,
    private readonly importedRows: EnterImportedRows,
    private readonly takingBack: FollowTakingBack,
    private readonly workInHand: WorkInHand,
    private readonly handOver: HandOverTickets,
    private readonly tellOfLetter: TellOfLetter,
    private readonly positions: PositionSources,
    private readonly codes: TicketPositions,
  ) {}

  onModuleInit(): void {
    this.handlers.add(this.openTicket, this.followLetter, this.takingBack, this.tellOfLetter);
    this.handlers.add(this.byCalendar, this.byPolicy, this.importedRows);
    this.workInHand.add(this.handOver);
    this.positions.add(this.codes);
  }
}
