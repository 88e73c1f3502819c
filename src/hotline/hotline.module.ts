import { Module } from '@nestjs/common';
import { NoticesModule } from '../notices/index.js';
import { TicketsModule } from '../tickets/index.js';
import { HotlineInbox } from './application/hotline-inbox.js';
import { HotlineServices } from './application/hotline-services.js';
import { ReceiveReport } from './application/receive-report.js';
import { ReceiveUpdate } from './application/receive-update.js';

/** What the hotline hands over and hears through doors of its own. */
@Module({
  imports: [NoticesModule, TicketsModule],
  providers: [HotlineInbox, HotlineServices, ReceiveReport, ReceiveUpdate],
  exports: [HotlineServices, ReceiveReport, ReceiveUpdate],
})
export class HotlineModule {}
