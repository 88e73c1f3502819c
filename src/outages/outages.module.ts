import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/index.js';
import { DraftingModule } from '../drafting/index.js';
import { JournalModule } from '../journal/index.js';
import { AnnounceOutage } from './application/announce-outage.js';
import { CurrentOutages } from './application/current-outages.js';
import { MakeAnnouncement } from './application/make-announcement.js';
import { ServiceStatus } from './application/service-status.js';
import { OutageQueries } from './persistence/outage-queries.js';

/** Who does which job. */
export const OUTAGE_HANDLERS = {
  'outages.letter': MakeAnnouncement,
};

/** What other features, pages and commands use. */
const EXPORTED = [AnnounceOutage, CurrentOutages, ServiceStatus, OutageQueries];

@Module({
  imports: [CalendarModule, DraftingModule, JournalModule],
  providers: [...EXPORTED, ...Object.values(OUTAGE_HANDLERS)],
  exports: EXPORTED,
})
export class OutagesModule {}
