import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { PoliciesModule } from '../policies/index.js';
import { ApprovedResults } from './application/publication/approved-results.js';
import { CitizenLookUp } from './application/publication/citizen-look-up.js';
import { TicketRules } from './application/ticket-rules.js';
import { TicketVisibility } from './application/reading/ticket-visibility.js';
import { PublicCounts } from './persistence/public-counts.js';
import { NearTickets } from './persistence/near-tickets.js';
import { TicketQueries } from './persistence/ticket-queries.js';
import { TicketsModule } from './tickets.module.js';

/** What other features, pages and commands use. */
const EXPORTED = [ApprovedResults, CitizenLookUp, PublicCounts];

/** What of tickets leaves for people without an account. */
@Module({
  imports: [CalendarModule, OrganisationModule, PoliciesModule, TicketsModule],
  providers: [...EXPORTED, NearTickets, TicketQueries, TicketRules, TicketVisibility],
  exports: [...EXPORTED, TicketsModule],
})
export class PublicTicketsModule {}
