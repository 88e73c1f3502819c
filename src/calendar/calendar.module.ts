import { Module } from '@nestjs/common';
import { FilesModule } from '../files/index.js';
import { JournalModule } from '../journal/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { Calendars } from './application/calendars.js';
import { ConfirmCalendar } from './application/confirm-calendar.js';
import { ProposeCalendar } from './application/propose-calendar.js';
import { ProposeFromFeed } from './application/propose-from-feed.js';
import { ProposeShippedCalendar } from './application/propose-shipped-calendar.js';
import { CalendarProposals } from './persistence/calendar-proposals.js';

/** What other features, pages and commands use. */
const EXPORTED = [
  Calendars,
  ProposeCalendar,
  ProposeFromFeed,
  ProposeShippedCalendar,
  ConfirmCalendar,
  CalendarProposals,
];

@Module({
  imports: [FilesModule, JournalModule, OrganisationModule],
  providers: EXPORTED,
  exports: EXPORTED,
})
export class CalendarModule {}
