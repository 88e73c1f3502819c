import { Module, type OnModuleInit } from '@nestjs/common';
import { CalendarModule } from '../calendar/index.js';
import { DraftingModule } from '../drafting/index.js';
import { JournalModule } from '../journal/index.js';
import { JobHandlers } from '../platform/outbox/outbox.js';
import { AnnounceOutage } from './application/announce-outage.js';
import { CurrentOutages } from './application/current-outages.js';
import { MakeAnnouncement } from './application/make-announcement.js';
import { ServiceStatus } from './application/service-status.js';
import { OutageQueries } from './persistence/outage-queries.js';

@Module({
  imports: [CalendarModule, DraftingModule, JournalModule],
  providers: [AnnounceOutage, CurrentOutages, ServiceStatus, MakeAnnouncement, OutageQueries],
  exports: [AnnounceOutage, CurrentOutages, ServiceStatus, OutageQueries],
})
export class OutagesModule implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly announcement: MakeAnnouncement,
  ) {}

  onModuleInit(): void {
    this.handlers.add(this.announcement);
  }
}
