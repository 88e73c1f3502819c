import { Module } from '@nestjs/common';
import { JournalModule } from '../journal/index.js';
import { OfficersModule } from '../officers/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { PublicTicketsModule } from '../tickets/index.js';
import { LookUpTicket } from './application/look-up-ticket.js';
import { PublicNews } from './application/public-news.js';
import { PublicSite } from './application/public-site.js';
import { PublishResult } from './application/publish-result.js';
import { WithdrawReopened } from './application/withdraw-reopened.js';
import { WithdrawResult } from './application/withdraw-result.js';
import { CountFigures } from './jobs/count-figures.js';
import { PublicResultQueries } from './persistence/public-result-queries.js';

/** Who does which job. */
export const PUBLICATION_HANDLERS = {
  'publication.publish': PublishResult,
  'publication.withdraw': WithdrawReopened,
};

/** What other features, pages and commands use. */
const EXPORTED = [PublicNews, PublicSite, WithdrawResult, LookUpTicket, CountFigures, PublicResultQueries];

@Module({
  imports: [JournalModule, OfficersModule, OrganisationModule, PublicTicketsModule],
  providers: [...EXPORTED, ...Object.values(PUBLICATION_HANDLERS)],
  exports: EXPORTED,
})
export class PublicationModule {}
