import { Module } from '@nestjs/common';
import { JournalModule } from '../journal/index.js';
import { NoticesModule } from '../notices/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { TicketsModule } from '../tickets/index.js';
import { DeliverWebhook } from './application/deliver-webhook.js';
import { HotlineInbox } from './application/hotline-inbox.js';
import { HotlineServices } from './application/hotline-services.js';
import { KeepEndpoints } from './application/keep-endpoints.js';
import { ReceiveReport } from './application/receive-report.js';
import { ReceiveUpdate } from './application/receive-update.js';
import { ReceiveWebhook } from './application/receive-webhook.js';
import { ResendWebhook } from './application/resend-webhook.js';
import { WebhookSecrets } from './application/webhook-secrets.js';
import { WebhookFanOut } from './jobs/webhook-fan-out.js';
import { WebhookQueries } from './persistence/webhook-queries.js';

/** Who does which job. */
export const WEBHOOK_HANDLERS = {
  'webhooks.deliver': DeliverWebhook,
};

/** What other features, pages and commands use. */
const EXPORTED = [
  HotlineServices,
  ReceiveReport,
  ReceiveUpdate,
  ReceiveWebhook,
  KeepEndpoints,
  ResendWebhook,
  WebhookFanOut,
  WebhookQueries,
];

/** What the hotline hands over and hears through doors of its own. The root gives WebhookPost. */
@Module({
  imports: [JournalModule, NoticesModule, OrganisationModule, TicketsModule],
  providers: [...EXPORTED, HotlineInbox, WebhookSecrets, ...Object.values(WEBHOOK_HANDLERS)],
  exports: EXPORTED,
})
export class HotlineModule {}
