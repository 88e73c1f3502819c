import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { Log } from '../../platform/telemetry/log.js';
import { ExpireInformationRequest } from '../application/inquiry/expire-information-request.js';
import { PauseQueries } from '../persistence/pause-queries.js';

/** At most so many tickets a turn; the next turn goes on. */
const BATCH = 200;

/** Lets the clock run again where the citizen's time for a reply is over. Any number of workers may run it at once: each pause is ended by one of them. */
@Injectable()
export class EndPauses {
  constructor(
    private readonly pauses: PauseQueries,
    private readonly expireInformationRequest: ExpireInformationRequest,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** @returns how many this worker ended */
  async run(): Promise<number> {
    let ended = 0;
    for (const ticketId of await this.pauses.lapsed(this.clock.now(), BATCH)) ended += await this.end(ticketId);
    return ended;
  }

  /** One ticket; another worker or the citizen may have been quicker: then the next one gets its turn. */
  private async end(ticketId: string): Promise<0 | 1> {
    try {
      await this.expireInformationRequest.expire(ticketId);
      return 1;
    } catch (error) {
      this.log.warn('ticket.pause-not-ended', { ticketId, error });
      return 0;
    }
  }
}
