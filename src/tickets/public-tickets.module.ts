import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { PoliciesModule } from '../policies/index.js';
import { ApprovedResults } from './application/publication/approved-results.js';
import { CitizenLookUp } from './application/publication/citizen-look-up.js';
import { TicketRules } from './application/ticket-rules.js';
import { TicketVisibility } from './application/reading/ticket-visibility.js';
import { PublicCounts } from './persistence/public-counts.js';
import { TicketQueries } from './persistence/ticket-queries.js';
import { TicketsModule } from './tickets.module.js';

/** What of tickets leaves for people without an account. */
@Module({
  imports: [CalendarModule, OrganisationModule, PoliciesModule, TicketsModule],
  providers: [TicketQueries, TicketRules, TicketVisibility, ApprovedResults, CitizenLookUp, PublicCounts],
  exports: [TicketsModule, ApprovedResults, CitizenLookUp, PublicCounts],
})
export class PublicTicketsModule {}
