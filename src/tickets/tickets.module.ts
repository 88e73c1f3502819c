import { Module, type OnModuleInit } from '@nestjs/common';
import { CalendarModule } from '../calendar/index.js';
import { DocumentsModule } from '../documents/index.js';
import { DraftingModule } from '../drafting/index.js';
import { ExchangeModule } from '../exchange/index.js';
import { JournalModule } from '../journal/index.js';
import { NoticesModule } from '../notices/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { PromiseKeepers } from '../platform/outbox/outbox.js';
import { PoliciesModule } from '../policies/index.js';
import { SigningModule } from '../signing/index.js';
import { AnswerDirectly } from './application/answer-directly.js';
import { ApproveAnswer } from './application/approve-answer.js';
import { CloseTicket } from './application/close-ticket.js';
import { DecidePublication } from './application/decide-publication.js';
import { KeepEvidence } from './application/keep-evidence.js';
import { RateAnswer } from './application/rate-answer.js';
import { ReopenTicket } from './application/reopen-ticket.js';
import { RequestPublication } from './application/request-publication.js';
import { WithdrawTicket } from './application/withdraw-ticket.js';
import { AssignTicket } from './application/assign-ticket.js';
import { BeginReply } from './application/begin-reply.js';
import { FollowLetter } from './application/follow-letter.js';
import { EnterTicket } from './application/enter-ticket.js';
import { Periods } from './application/periods.js';
import { TellHotline } from './application/tell-hotline.js';
import { TicketRules } from './application/ticket-rules.js';
import { OpenTicket } from './application/open-ticket.js';
import { SavedSearches } from './application/saved-searches.js';
import { RevealIdentity } from './application/reveal-identity.js';
import { SubmitReply } from './application/submit-reply.js';
import { Tickets } from './application/tickets.js';
import { WorkOnTicket } from './application/work-on-ticket.js';
import { CloseAnswered } from './jobs/close-answered.js';
import { TicketClosing } from './persistence/ticket-closing.js';
import { TicketCounters } from './persistence/ticket-counters.js';
import { TicketLife } from './persistence/ticket-life.js';
import { TicketQueries } from './persistence/ticket-queries.js';
import { TicketSearch } from './persistence/ticket-search.js';
import { TicketWords } from './persistence/ticket-words.js';

@Module({
  imports: [
    CalendarModule,
    DocumentsModule,
    DraftingModule,
    ExchangeModule,
    JournalModule,
    NoticesModule,
    OrganisationModule,
    PoliciesModule,
    SigningModule,
  ],
  providers: [
    Tickets,
    TicketRules,
    Periods,
    TellHotline,
    EnterTicket,
    OpenTicket,
    FollowLetter,
    AssignTicket,
    WorkOnTicket,
    BeginReply,
    SubmitReply,
    AnswerDirectly,
    ApproveAnswer,
    CloseTicket,
    DecidePublication,
    KeepEvidence,
    RateAnswer,
    ReopenTicket,
    RequestPublication,
    WithdrawTicket,
    CloseAnswered,
    TicketClosing,
    RevealIdentity,
    TicketQueries,
    TicketLife,
    TicketCounters,
    TicketSearch,
    TicketWords,
    SavedSearches,
  ],
  exports: [
    AssignTicket,
    WorkOnTicket,
    BeginReply,
    SubmitReply,
    AnswerDirectly,
    ApproveAnswer,
    CloseTicket,
    DecidePublication,
    KeepEvidence,
    RateAnswer,
    ReopenTicket,
    RequestPublication,
    WithdrawTicket,
    CloseAnswered,
    RevealIdentity,
    TicketQueries,
    TicketLife,
    TicketRules,
    TicketCounters,
    TicketSearch,
    SavedSearches,
  ],
})
export class TicketsModule implements OnModuleInit {
  constructor(
    private readonly keepers: PromiseKeepers,
    private readonly openTicket: OpenTicket,
    private readonly followLetter: FollowLetter,
  ) {}

  onModuleInit(): void {
    this.keepers.add(this.openTicket, this.followLetter);
  }
}
