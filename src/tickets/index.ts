export { importSampleCsv, importSampleXlsx } from './application/intake/import-feedback-sample.js';
export {
  TICKET_COLUMNS,
  TicketRegisterExport,
  type RegisterPeriod,
  type RegisterWords,
  type TicketLine,
} from './application/reading/ticket-register-export.js';
export { RoutingSlip } from './application/reply/routing-slip.js';
export { ImportFeedback, type ImportReview, type ReviewedRow } from './application/intake/import-feedback.js';
export { COUNTED_RECEIVED, IntakeQueries } from './persistence/intake-queries.js';
export type { TicketImportEntity, TicketRefusalEntity } from './persistence/intake.entities.js';
export { ActOnUnchangedTicket, type StandingAfter } from './application/act-on-unchanged-ticket.js';
export { SettleFurtherDocument } from './application/intake/settle-further-document.js';
export { AcceptTicket } from './application/accept-ticket.js';
export { ClassifyTicket, type Classification } from './application/classify-ticket.js';
export { CompleteTicket, type Completion } from './application/intake/complete-ticket.js';
export { RecordComplaintSubject } from './application/record-complaint-subject.js';
export { AssignmentWays, type AssignmentWay } from './application/decisions/assignment-ways.js';
export { DecideProposal, type AgreedProposal } from './application/decisions/decide-proposal.js';
export {
  DecideWaiting,
  WAITING_KINDS,
  type DecidedItem,
  type ReadItem,
  type WaitingKind,
} from './application/decisions/decide-waiting.js';
export { DecisionQueue, type WaitingItem } from './application/decisions/decision-queue.js';
export { DecisionRights } from './application/decisions/decision-rights.js';
export { ProposeDecision, type Proposing } from './application/decisions/propose-decision.js';
export { DecisionQueries } from './persistence/decision-queries.js';
export type { ProposedDecisionEntity } from './persistence/proposed-decision.entity.js';
export { RejectTicket } from './application/ending/reject-ticket.js';
export { ReturnTicket } from './application/ending/return-ticket.js';
export {
  TakeFeedback,
  type BroughtFile,
  type TakeFeedbackCommand,
  type TakenFeedback,
} from './application/intake/take-feedback.js';
export { OpenPendingTickets } from './application/intake/open-pending-tickets.js';
export { RecordHotlineMessage } from './application/intake/record-hotline-message.js';
export { ticketOfHotline, type NamedByHotline } from './application/intake/ticket-of-hotline.js';
export {
  OutsideReader,
  type OutsideTicket,
  type OutsideUpdate,
  type ToldOutside,
} from './application/reading/outside-reader.js';
export type { OutsideWish } from './persistence/outside-queries.js';
export {
  TakeHotlineFeedback,
  type HotlineReport,
  type TakenReport,
} from './application/intake/take-hotline-feedback.js';
export { ProposeDirectAnswer } from './application/reply/propose-direct-answer.js';
export { ApproveAnswer } from './application/reply/approve-answer.js';
export { CloseTicket } from './application/ending/close-ticket.js';
export { DecidePublication } from './application/publication/decide-publication.js';
export { KeepEvidence } from './application/keep-evidence.js';
export { ApprovedResults, type ApprovedResult } from './application/publication/approved-results.js';
export {
  CitizenLookUp,
  isWholePhone,
  PHONE_END,
  type CitizenStanding,
} from './application/publication/citizen-look-up.js';
export { RatingLinks, type OpenRatingLink } from './application/ending/rating-links.js';
export { PublicCounts, type CategoryCounts } from './persistence/public-counts.js';
export { RateAnswer } from './application/ending/rate-answer.js';
export { ReopenTicket } from './application/ending/reopen-ticket.js';
export { RequestPublication, type PublicationWish } from './application/publication/request-publication.js';
export { WithdrawTicket } from './application/ending/withdraw-ticket.js';
export { AskCoordination, type AskCoordinationCommand } from './application/inquiry/ask-coordination.js';
export { AssignTicket, type AssignTicketCommand } from './application/assign-ticket.js';
export { AnswerCoordination } from './application/inquiry/answer-coordination.js';
export { AnswerByPage, type AnswerGiven } from './application/answer-pages/answer-by-page.js';
export { AnswerPageReader, type ReadAnswerPage } from './application/answer-pages/answer-page-reader.js';
export {
  IssueAnswerPage,
  type IssueAnswerPageCommand,
  type IssuedAnswerPage,
} from './application/answer-pages/issue-answer-page.js';
export { RevokeAnswerPage } from './application/answer-pages/revoke-answer-page.js';
export { FinishCoordination } from './application/inquiry/finish-coordination.js';
export { DeclineAssignment } from './application/decline-assignment.js';
export { HandOverTickets, type HeldTicket, type TicketHandOver } from './application/hand-over.js';
export { FindDuplicates, type Duplicate } from './application/intake/find-duplicates.js';
export { MergeTicket, type MergeTicketCommand } from './application/ending/merge-ticket.js';
export { SplitTicket, type SplitTicketCommand } from './application/ending/split-ticket.js';
export { BeginAmendment } from './application/reply/begin-amendment.js';
export { BeginTicketDocument } from './application/reply/begin-ticket-document.js';
export { NameSender } from './application/reply/name-sender.js';
export { BeginReply } from './application/reply/begin-reply.js';
export { DiscardAmendment } from './application/reply/discard-amendment.js';
export { DiscardReply } from './application/reply/discard-reply.js';
export { TicketReader, type TicketOfDocument } from './application/reading/ticket-reader.js';
export { LogFileAccess } from './application/reading/log-file-access.js';
export { TicketFiles, type LetterAccess } from './application/ticket-files.js';
export { TicketListExport, type ListWords } from './application/reading/ticket-list-export.js';
export { TicketListReader } from './application/reading/ticket-list-reader.js';
export type { SeenFurther } from './application/reading/seen-further.js';
export type { SeenTicket } from './application/reading/seen-ticket.js';
export type { SeenLine } from './application/reading/seen-line.js';
export type { SeenFile, SeenLife, SeenRelated } from './application/reading/seen-life.js';
export { TicketMatters, type TicketMatter } from './application/reading/ticket-matters.js';
export { TicketRules } from './application/ticket-rules.js';
export { PURPOSE_LENGTHS, RevealIdentity, type RevealedSender } from './application/reading/reveal-identity.js';
export { ApproveReply } from './application/reply/approve-reply.js';
export { LetterPrivacy } from './application/reply/letter-privacy.js';
export { SendReply } from './application/reply/send-reply.js';
export { RecoverLetter } from './application/reply/recover-letter.js';
export { SubmitReply } from './application/reply/submit-reply.js';
export { NoteWithEvidence } from './application/note-with-evidence.js';
export {
  NOTE_FIELDS,
  NOTE_WORDS,
  noteWords,
  WorkOnTicket,
  type Note,
  type NoteField,
} from './application/work-on-ticket.js';
export { REMINDER_LENGTHS, RemindHolder, type Reminding } from './application/remind-holder.js';
export { soundReceiver } from './application/sound-receiver.js';
export { NoteOpened } from './application/note-opened.js';
export { UndoAct, type DoneLine } from './application/undo-act.js';
export type { TicketAssignmentEntity, TicketDeadlineEntity } from './persistence/tickets.entities.js';
export {
  mayBeByReceipt,
  placeOf,
  type TicketCursor,
  type TicketFilter,
  type TicketOrder,
  type TicketRow,
} from './persistence/ticket-list.js';
export type { WatchCell, WatchWish } from './persistence/ticket-watch.js';
export type { TicketPlace } from './persistence/ticket-queries.js';
export { StandingQueries, type AfterEvent, type Span, type StandingRow } from './persistence/standing-queries.js';
export { TicketTouches, type Touch } from './persistence/ticket-touches.js';
export { WorkQueries } from './persistence/work-queries.js';
export { MAX_NAME_LENGTH, SavedSearches, type SavedSearch } from './application/reading/saved-searches.js';
export { SEALED_DEADLINE, SEALED_LINE, SEALED_TICKET } from './persistence/sealed-tickets.js';
export { TicketCounters } from './persistence/ticket-counters.js';
export type { FoundTicket, SearchPage, SearchWish } from './persistence/search/ticket-search.js';
export { MOST_BY_DEADLINE, type DeadlinePage, type SearchOrder } from './persistence/search/ordered-search.js';
export type { SearchPlace } from './persistence/search/ticket-search-walk.js';
export { CloseAnswered } from './jobs/close-answered.js';
export { EndCoordination } from './jobs/end-coordination.js';
export { TicketWords } from './persistence/search/ticket-words.js';
export { Remind } from './jobs/remind.js';
export { TicketsBackgroundModule } from './tickets-background.module.js';
export { TicketHistoryModule } from './ticket-history.module.js';
export { PublicTicketsModule } from './public-tickets.module.js';
export { TicketsModule } from './tickets.module.js';
export { AskCitizen } from './application/inquiry/ask-citizen.js';
export { RecordCitizenReply } from './application/inquiry/record-citizen-reply.js';
export { DecideExtension } from './application/deadlines/decide-extension.js';
export { PreviewRecount } from './application/deadlines/preview-recount.js';
export { APPLY_REASON, ApplyPolicyToOpenTickets } from './application/deadlines/apply-policy-to-open-tickets.js';
export { ProveDeadline } from './application/deadlines/prove-deadline.js';
export { RejectUnfounded } from './application/ending/reject-unfounded.js';
export { RequestExtension } from './application/deadlines/request-extension.js';
export { EndPauses } from './jobs/end-pauses.js';
export { PUBLISH_RESULT, WITHDRAW_RESULT } from './jobs/jobs.js';
