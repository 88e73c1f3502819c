import { Injectable } from '@nestjs/common';
import { WebhookQueries } from '../../hotline/index.js';

const PAGE = 50;
const CALLS = 50;

/** Reads webhook deliveries and calls of the hotline. */
@Injectable()
export class WebhooksPageQuery {
  constructor(private readonly queries: WebhookQueries) {}

  /** @param before the row after which the page of messages begins; null = the newest */
  async read(before: number | null) {
    const [endpoints, found, calls] = await Promise.all([
      this.queries.endpoints(),
      this.queries.deliveries(before, PAGE + 1),
      this.queries.calls(CALLS),
    ]);
    const deliveries = found.slice(0, PAGE);
    const attempts = await this.queries.attempts(deliveries.map(({ id }) => id));
    const olderThan = found.length > PAGE ? (deliveries.at(-1)?.seq ?? null) : null;
    return { endpoints, deliveries, attempts, calls, olderThan };
  }
}

/** What the page is drawn from. */
export type WebhooksReading = Awaited<ReturnType<WebhooksPageQuery['read']>>;
