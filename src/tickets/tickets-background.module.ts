import { Module, type OnModuleInit } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { JournalModule } from '../journal/index.js';
import { DigestSources, NoticesModule } from '../notices/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { RecurringWork } from '../platform/scheduling/recurring-work.js';
import { RemindTicket } from './application/deadlines/remind-ticket.js';
import { ReminderAudience } from './application/deadlines/reminder-audience.js';
import { ReminderDigest } from './application/deadlines/reminder-digest.js';
import { CloseAnswered } from './jobs/close-answered.js';
import { EndCoordination } from './jobs/end-coordination.js';
import { EndPauses } from './jobs/end-pauses.js';
import { Remind } from './jobs/remind.js';
import { ReminderQueries } from './persistence/reminder-queries.js';
import { TicketsModule } from './tickets.module.js';

/** People are told within the minute. */
const EVERY_MINUTE_MS = 60_000;

/**
 * What is done to tickets without being asked: people are reminded of what is owed, answered tickets are closed, requests and pauses end when their time
 * is over; part of a worker's background. Nothing in the life of a ticket needs reminding, so its parts stand here.
 */
@Module({
  imports: [TicketsModule, NoticesModule, OrganisationModule, JournalModule],
  providers: [Remind, RemindTicket, ReminderAudience, ReminderQueries, ReminderDigest],
})
export class TicketsBackgroundModule implements OnModuleInit {
  constructor(
    private readonly sources: DigestSources,
    private readonly digest: ReminderDigest,
    private readonly work: RecurringWork,
    private readonly remind: Remind,
    private readonly closeAnswered: CloseAnswered,
    private readonly endCoordination: EndCoordination,
    private readonly endPauses: EndPauses,
  ) {}

  onModuleInit(): void {
    this.sources.add(this.digest);
  }

  @Interval('tickets.remind', EVERY_MINUTE_MS)
  remindOfTickets(): Promise<void> {
    return this.work.onOneWorker('tickets.remind', EVERY_MINUTE_MS, () => this.remind.run());
  }

  @Interval('tickets.close', EVERY_MINUTE_MS)
  closeTickets(): Promise<void> {
    return this.work.onOneWorker('tickets.close', EVERY_MINUTE_MS, () => this.closeAnswered.run());
  }

  @Interval('tickets.coordination', EVERY_MINUTE_MS)
  endOverdueCoordination(): Promise<void> {
    return this.work.onOneWorker('tickets.coordination', EVERY_MINUTE_MS, () => this.endCoordination.run());
  }

  @Interval('tickets.pauses', EVERY_MINUTE_MS)
  endOverduePauses(): Promise<void> {
    return this.work.onOneWorker('tickets.pauses', EVERY_MINUTE_MS, () => this.endPauses.run());
  }
}
