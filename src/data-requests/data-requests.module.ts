import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/index.js';
import { JournalModule } from '../journal/index.js';
import { NoticesModule } from '../notices/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { TicketsModule } from '../tickets/index.js';
import { HeldDataOfPerson } from './application/held-data.js';
import { KeepDataRequest } from './application/keep-data-request.js';
import { RemindOfRequests } from './jobs/remind-of-requests.js';
import { DataRequestQueries } from './persistence/data-request-queries.js';

@Module({
  imports: [CalendarModule, JournalModule, NoticesModule, OrganisationModule, TicketsModule],
  providers: [DataRequestQueries, HeldDataOfPerson, KeepDataRequest, RemindOfRequests],
  exports: [DataRequestQueries, HeldDataOfPerson, KeepDataRequest, RemindOfRequests],
})
export class DataRequestsModule {}
