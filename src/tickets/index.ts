export { importSampleCsv, importSampleXlsx } from './application/import-feedback-sample.js';
export {
  TICKET_COLUMNS,
  TicketRegisterExport,
  type RegisterPeriod,
  type RegisterWords,
  type TicketLine,
} from './application/ticket-register-export.js';
export { RoutingSlip } from './application/routing-slip.js';
export { ImportFeedback, type ImportReview, type ReviewedRow } from './application/import-feedback.js';
export { IntakeQueries } from './persistence/intake-queries.js';
export type { TicketImportEntity, TicketRefusalEntity } from './persistence/intake.entities.js';
export { ActOnUnchangedTicket, type StandingAfter } from './application/act-on-unchanged-ticket.js';
export { SettleFurtherDocument } from './application/settle-further-document.js';
export { AcceptTicket } from './application/accept-ticket.js';
export { ClassifyTicket, type Classification } from './application/classify-ticket.js';
export { CompleteTicket, type Completion } from './application/complete-ticket.js';
export { RecordComplaintSubject } from './application/record-complaint-subject.js';
export { RejectTicket } from './application/reject-ticket.js';
export { ReturnTicket } from './application/return-ticket.js';
export {
  TakeFeedback,
  type BroughtFile,
  type TakeFeedbackCommand,
  type TakenFeedback,
} from './application/take-feedback.js';
export { RecordHotlineMessage } from './application/record-hotline-message.js';
export { ticketOfHotline, type NamedByHotline } from './application/ticket-of-hotline.js';
export {
  OutsideReader,
  type OutsideTicket,
  type OutsideUpdate,
  type ToldOutside,
} from './application/outside-reader.js';
export type { OutsideWish } from './persistence/outside-queries.js';
export { TakeHotlineFeedback, type HotlineReport, type TakenReport } from './application/take-hotline-feedback.js';
export { ProposeDirectAnswer } from './application/propose-direct-answer.js';
export { ApproveAnswer } from './application/approve-answer.js';
export { CloseTicket } from './application/close-ticket.js';
export { DecidePublication } from './application/decide-publication.js';
export { KeepEvidence } from './application/keep-evidence.js';
export { ApprovedResults, type ApprovedResult } from './application/approved-results.js';
export { CitizenLookUp, isWholePhone, PHONE_END, type CitizenStanding } from './application/citizen-look-up.js';
export { RatingLinks, type OpenRatingLink } from './application/rating-links.js';
export { PublicCounts, type CategoryCounts } from './persistence/public-counts.js';
export { RateAnswer } from './application/rate-answer.js';
export { ReopenTicket } from './application/reopen-ticket.js';
export { RequestPublication, type PublicationWish } from './application/request-publication.js';
export { WithdrawTicket } from './application/withdraw-ticket.js';
export { AskCoordination, type AskCoordinationCommand } from './application/ask-coordination.js';
export { AssignTicket, type AssignTicketCommand } from './application/assign-ticket.js';
export { AnswerCoordination } from './application/answer-coordination.js';
export { FinishCoordination } from './application/finish-coordination.js';
export { DeclineAssignment } from './application/decline-assignment.js';
export { HandOverTickets, type HeldTicket, type TicketHandOver } from './application/hand-over.js';
export { FindDuplicates, type Duplicate } from './application/find-duplicates.js';
export { MergeTicket, type MergeTicketCommand } from './application/merge-ticket.js';
export { SplitTicket, type SplitTicketCommand } from './application/split-ticket.js';
export { BeginAmendment } from './application/begin-amendment.js';
export { BeginReply } from './application/begin-reply.js';
export { DiscardAmendment } from './application/discard-amendment.js';
export { DiscardReply } from './application/discard-reply.js';
export { TicketReader, type TicketOfDocument } from './application/ticket-reader.js';
export { LogFileAccess } from './application/log-file-access.js';
export { TicketFiles, type LetterAccess } from './application/ticket-files.js';
export { TicketListReader } from './application/ticket-list-reader.js';
export type { SeenFurther } from './application/seen-further.js';
export type { SeenTicket } from './application/seen-ticket.js';
export type { SeenLine } from './application/seen-line.js';
export type { SeenLife, SeenRelated } from './application/seen-life.js';
export { TicketRules } from './application/ticket-rules.js';
export { PURPOSE_LENGTHS, RevealIdentity, type RevealedSender } from './application/reveal-identity.js';
export { ApproveReply } from './application/approve-reply.js';
export { LetterPrivacy } from './application/letter-privacy.js';
export { SendReply } from './application/send-reply.js';
export { RecoverLetter } from './application/recover-letter.js';
export { SubmitReply } from './application/submit-reply.js';
export { NOTE_FIELDS, NOTE_WORDS, WorkOnTicket, type Note, type NoteField } from './application/work-on-ticket.js';
export type { TicketAssignmentEntity, TicketDeadlineEntity } from './persistence/tickets.entities.js';
export type { TicketCursor, TicketFilter, TicketRow } from './persistence/ticket-list.js';
export type { WatchCell, WatchWish } from './persistence/ticket-watch.js';
export type { TicketPlace } from './persistence/ticket-queries.js';
export { StandingQueries, type AfterEvent, type Span, type StandingRow } from './persistence/standing-queries.js';
export { TicketTouches, type Touch } from './persistence/ticket-touches.js';
export { WorkQueries } from './persistence/work-queries.js';
export { LONGEST_NAME, SavedSearches, type SavedSearch } from './application/saved-searches.js';
export { SEALED_DEADLINE, SEALED_LINE, SEALED_TICKET } from './persistence/sealed-tickets.js';
export { TicketCounters } from './persistence/ticket-counters.js';
export type { FoundTicket, SearchPage, SearchWish } from './persistence/ticket-search.js';
export type { SearchPlace } from './persistence/ticket-search-walk.js';
export { CloseAnswered } from './jobs/close-answered.js';
export { EndCoordination } from './jobs/end-coordination.js';
export { TicketWords } from './persistence/ticket-words.js';
export { Remind } from './jobs/remind.js';
export { RemindersModule } from './reminders.module.js';
export { TicketHistoryModule } from './ticket-history.module.js';
export { PublicTicketsModule } from './public-tickets.module.js';
export { TicketsModule } from './tickets.module.js';
export { AskCitizen } from './application/ask-citizen.js';
export { RecordCitizenReply } from './application/record-citizen-reply.js';
export { DecideExtension } from './application/decide-extension.js';
export { PreviewRecount } from './application/preview-recount.js';
export { APPLY_REASON, ApplyPolicyToOpenTickets } from './application/apply-policy-to-open-tickets.js';
export { ProveDeadline } from './application/prove-deadline.js';
export { RejectUnfounded } from './application/reject-unfounded.js';
export { RequestExtension } from './application/request-extension.js';
export { EndPauses } from './jobs/end-pauses.js';
