import { Module } from '@nestjs/common';
import { CoordinationQueries } from './persistence/coordination-queries.js';
import { DecisionQueries } from './persistence/decision-queries.js';
import { DuplicateQueries } from './persistence/duplicate-queries.js';
import { IntakeQueries } from './persistence/intake-queries.js';
import { OrderedSearch } from './persistence/search/ordered-search.js';
import { OutsideQueries } from './persistence/outside-queries.js';
import { PauseQueries } from './persistence/pause-queries.js';
import { TicketClosing } from './persistence/ticket-closing.js';
import { TicketCounters } from './persistence/ticket-counters.js';
import { TicketDayCounts } from './persistence/days/ticket-day-counts.js';
import { NearTickets } from './persistence/near-tickets.js';
import { TicketLife } from './persistence/ticket-life.js';
import { TicketQueries } from './persistence/ticket-queries.js';
import { TicketSearch } from './persistence/search/ticket-search.js';
import { TicketTouches } from './persistence/ticket-touches.js';
import { TicketWords } from './persistence/search/ticket-words.js';
import { WorkQueries } from './persistence/work-queries.js';

const QUERIES = [
  CoordinationQueries,
  DecisionQueries,
  DuplicateQueries,
  IntakeQueries,
  OrderedSearch,
  OutsideQueries,
  PauseQueries,
  TicketClosing,
  TicketCounters,
  TicketDayCounts,
  NearTickets,
  TicketLife,
  TicketQueries,
  TicketSearch,
  TicketTouches,
  TicketWords,
  WorkQueries,
];

/** What is read of tickets, and what is kept beside them so that it can be read: everything that needs the database alone. */
@Module({ providers: QUERIES, exports: QUERIES })
export class TicketQueriesModule {}
