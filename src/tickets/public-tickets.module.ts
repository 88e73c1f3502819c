import { Module } from '@nestjs/common';
import { ApprovedResults } from './application/approved-results.js';
import { CitizenLookUp } from './application/citizen-look-up.js';
import { PublicCounts } from './persistence/public-counts.js';
import { TicketQueries } from './persistence/ticket-queries.js';
import { TicketsModule } from './tickets.module.js';

/** What of tickets leaves for people without an account. */
@Module({
  imports: [TicketsModule],
  providers: [TicketQueries, ApprovedResults, CitizenLookUp, PublicCounts],
  exports: [TicketsModule, ApprovedResults, CitizenLookUp, PublicCounts],
})
export class PublicTicketsModule {}
