import { Module } from '@nestjs/common';
import { StandingQueries } from './persistence/standing-queries.js';
import { TicketStandings } from './persistence/ticket-standings.js';

/** Where tickets stood at moments of the past: kept by the tickets, asked for by reports. */
@Module({ providers: [TicketStandings, StandingQueries], exports: [TicketStandings, StandingQueries] })
export class TicketHistoryModule {}
