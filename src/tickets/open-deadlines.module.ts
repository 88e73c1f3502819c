import { Global, Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/index.js';
import { OpenDeadlines } from '../calendar/ports/open-deadlines.port.js';
import { PoliciesModule } from '../policies/index.js';
import { PreviewRecount } from './application/deadlines/preview-recount.js';
import { OpenDeadlinePages } from './persistence/open-deadlines.js';

/** What the calendar asks of tickets before and after it changes. Global, for the calendar comes below tickets and must not know them. */
@Global()
@Module({
  imports: [CalendarModule, PoliciesModule],
  providers: [OpenDeadlinePages, PreviewRecount, { provide: OpenDeadlines, useExisting: PreviewRecount }],
  exports: [OpenDeadlinePages, PreviewRecount, OpenDeadlines],
})
export class OpenDeadlinesModule {}
