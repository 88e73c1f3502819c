import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { OutsideRefused, OutsideUnavailable } from '../../kernel/outside-failure.js';
import { Log } from '../../platform/telemetry/log.js';
import { ProposeFromFeed } from '../application/propose-from-feed.js';

/** Looks at the published calendar; what cannot be had or read now is looked at again with the next turn. */
@Injectable()
export class LookAtFeed {
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
