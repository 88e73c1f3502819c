export { AnswerDirectly } from './application/answer-directly.js';
export { ApproveAnswer } from './application/approve-answer.js';
export { CloseTicket } from './application/close-ticket.js';
export { DecidePublication } from './application/decide-publication.js';
export { KeepEvidence } from './application/keep-evidence.js';
export { RateAnswer } from './application/rate-answer.js';
export { ReopenTicket } from './application/reopen-ticket.js';
export { RequestPublication } from './application/request-publication.js';
export { WithdrawTicket } from './application/withdraw-ticket.js';
export { AssignTicket, type AssignTicketCommand } from './application/assign-ticket.js';
export { BeginReply, signingLines } from './application/begin-reply.js';
export { TicketRules } from './application/ticket-rules.js';
export { PURPOSE_LENGTHS, RevealIdentity, type RevealedSender } from './application/reveal-identity.js';
export { SubmitReply } from './application/submit-reply.js';
export { NOTE_FIELDS, NOTE_WORDS, WorkOnTicket, type Note, type NoteField } from './application/work-on-ticket.js';
export type {
  TicketAssignmentEntity,
  TicketDeadlineEntity,
  TicketEntity,
  TicketEntryEntity,
} from './persistence/tickets.entities.js';
export type { TicketCursor, TicketFilter, TicketRow } from './persistence/ticket-list.js';
export { TicketQueries, type TicketPlace } from './persistence/ticket-queries.js';
export { LONGEST_NAME, SavedSearches, type SavedSearch } from './application/saved-searches.js';
export { TicketCounters } from './persistence/ticket-counters.js';
export { TicketSearch, type FoundTicket, type SearchPage, type SearchWish } from './persistence/ticket-search.js';
export type { SearchPlace } from './persistence/ticket-search-walk.js';
export { CloseAnswered } from './jobs/close-answered.js';
export { TicketWords } from './persistence/ticket-words.js';
export { TicketLife, type LifeOfTicket, type RelatedTicket } from './persistence/ticket-life.js';
export { Remind } from './jobs/remind.js';
export { RemindersModule } from './reminders.module.js';
export { TicketsModule } from './tickets.module.js';
