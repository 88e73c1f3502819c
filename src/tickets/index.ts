export { AssignTicket, type AssignTicketCommand } from './application/assign-ticket.js';
export { BeginReply, signingLines } from './application/begin-reply.js';
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
export { TicketWords } from './persistence/ticket-words.js';
export { TicketsModule } from './tickets.module.js';
