import { Injectable } from '@nestjs/common';
import { Settings } from '../../config/settings.js';
import { AgencyQueries, ExchangeQueries } from '../../exchange/index.js';
import type { Actor } from '../../kernel/actor.js';
import { SignatureQueries } from '../../signing/index.js';
import { TicketReader } from '../../tickets/index.js';

/** Reads all that knocked and was not let in. */
@Injectable()
export class RefusedPageQuery {
  constructor(
    private readonly settings: Settings,
    private readonly exchange: ExchangeQueries,
    private readonly signatures: SignatureQueries,
    private readonly tickets: TicketReader,
    private readonly agencies: AgencyQueries,
  ) {}

  async read(actor: Actor) {
    const [messages, calls, forged] = await Promise.all([
      this.exchange.messagesToLookAt(),
      this.exchange.refusedCalls(),
      this.signatures.inStates(['proofFailed', 'sealFailed']).then((found) => found.toReversed()),
    ]);
    const { hotline } = this.settings;
    const names = await this.agencies.namesOf(messages.map(({ fromAgency }) => fromAgency));
    return {
      messages,
      calls,
      forged,
      tickets: await this.tickets.byIds(
        actor,
        forged.map(({ caseId }) => caseId),
      ),
      agencies: new Map([...names, [hotline.code, hotline.name]]),
    };
  }
}

/** The data for the list of refused calls. */
export type RefusedReading = Awaited<ReturnType<RefusedPageQuery['read']>>;
