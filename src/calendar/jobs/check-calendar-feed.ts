import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { OutsideRefused, OutsideUnavailable } from '../../kernel/outside-failure.js';
import { Log } from '../../platform/telemetry/log.js';
import { ProposeFromFeed } from '../application/propose-from-feed.js';

/** Fetches the published calendar; a failure is logged and the next turn tries again. */
@Injectable()
export class CheckCalendarFeed {
  constructor(
    private readonly feed: ProposeFromFeed,
    private readonly log: Log,
  ) {}

  async run(address: string): Promise<void> {
    try {
      const proposalId = await this.feed.look(address);
      if (proposalId !== null) this.log.info('calendar.feed-proposed', { proposalId });
    } catch (error) {
      if (!isOfTheFeed(error)) throw error;
      this.log.warn('calendar.feed-failed', { error });
    }
  }
}

function isOfTheFeed(error: unknown): boolean {
  return error instanceof OutsideUnavailable || error instanceof OutsideRefused || error instanceof DomainError;
}
