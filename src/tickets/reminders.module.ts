import { Module, type OnModuleInit } from '@nestjs/common';
import { JournalModule } from '../journal/index.js';
import { DigestSources, NoticesModule } from '../notices/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { RemindTicket } from './application/deadlines/remind-ticket.js';
import { ReminderAudience } from './application/deadlines/reminder-audience.js';
import { ReminderDigest } from './application/deadlines/reminder-digest.js';
import { Remind } from './jobs/remind.js';
import { ReminderQueries } from './persistence/reminder-queries.js';
import { TicketsModule } from './tickets.module.js';

/** Reminding of what is owed on tickets: nothing in the life of a ticket needs it, so it stands beside that. */
@Module({
  imports: [TicketsModule, NoticesModule, OrganisationModule, JournalModule],
  providers: [Remind, RemindTicket, ReminderAudience, ReminderQueries, ReminderDigest],
  exports: [Remind],
})
export class RemindersModule implements OnModuleInit {
  constructor(
    private readonly sources: DigestSources,
    private readonly digest: ReminderDigest,
  ) {}

  onModuleInit(): void {
    this.sources.add(this.digest);
  }
}
