import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/index.js';
import { DraftingModule } from '../drafting/index.js';
import { JournalModule } from '../journal/index.js';
import { NoticesModule } from '../notices/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { TicketsModule } from '../tickets/index.js';
import { HeldDataOfPerson } from './application/held-data.js';
import { KeepDataRequest } from './application/keep-data-request.js';
import { WriteNotice } from './application/write-notice.js';
import { RemindOfRequests } from './jobs/remind-of-requests.js';
import { DataRequestQueries } from './persistence/data-request-queries.js';

/** What other features, pages and commands use. */
const EXPORTED = [DataRequestQueries, HeldDataOfPerson, KeepDataRequest, RemindOfRequests, WriteNotice];

@Module({
  imports: [CalendarModule, DraftingModule, JournalModule, NoticesModule, OrganisationModule, TicketsModule],
  providers: EXPORTED,
  exports: EXPORTED,
})
export class DataRequestsModule {}
