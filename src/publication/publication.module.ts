import { Module, type OnModuleInit } from '@nestjs/common';
import { JournalModule } from '../journal/index.js';
import { OfficersModule } from '../officers/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { JobHandlers } from '../platform/outbox/outbox.js';
import { PublicTicketsModule } from '../tickets/index.js';
import { LookUpTicket } from './application/look-up-ticket.js';
import { PublicNews } from './application/public-news.js';
import { PublicSite } from './application/public-site.js';
import { PublishResult } from './application/publish-result.js';
import { WithdrawReopened } from './application/withdraw-reopened.js';
import { WithdrawResult } from './application/withdraw-result.js';
import { CountFigures } from './jobs/count-figures.js';
import { PublicResultQueries } from './persistence/public-result-queries.js';

@Module({
  imports: [JournalModule, OfficersModule, OrganisationModule, PublicTicketsModule],
  providers: [
    PublicNews,
    PublicResultQueries,
    PublicSite,
    PublishResult,
    WithdrawReopened,
    WithdrawResult,
    LookUpTicket,
    CountFigures,
  ],
  exports: [PublicNews, PublicSite, WithdrawResult, LookUpTicket, CountFigures],
})
export class PublicationModule implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly publish: PublishResult,
    private readonly withdraw: WithdrawReopened,
  ) {}

  onModuleInit(): void {
    this.handlers.add(this.publish, this.withdraw);
  }
}
