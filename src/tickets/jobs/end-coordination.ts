import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { Log } from '../../platform/telemetry/log.js';
import { ExpireCoordination } from '../application/inquiry/expire-coordination.js';
import { CoordinationQueries } from '../persistence/coordination-queries.js';

/** At most so many requests a turn; the next turn goes on. */
const BATCH = 200;

/** Ends requests to coordinating units whose time is over. Any number of workers may run it at once: each request is ended by one of them. */
@Injectable()
export class EndCoordination {
  constructor(
    private readonly queries: CoordinationQueries,
    private readonly expireCoordination: ExpireCoordination,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** @returns how many this worker ended */
  async run(): Promise<number> {
    let ended = 0;
    for (const id of await this.queries.silent(this.clock.now(), BATCH)) {
      if (await this.end(id)) ended += 1;
    }
    return ended;
  }

  /** One request; another worker may have been quicker: then the next one gets its turn. */
  private async end(coordinationId: string): Promise<boolean> {
    try {
      return await this.expireCoordination.expire(coordinationId);
    } catch (error) {
      this.log.warn('ticket.coordination-not-ended', { coordinationId, error });
      return false;
    }
  }
}
