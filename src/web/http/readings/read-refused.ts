import { Injectable } from '@nestjs/common';
import { Settings } from '../../../config/settings.js';
import { ExchangeQueries } from '../../../exchange/index.js';
import type { Actor } from '../../../kernel/actor.js';
import { SignatureQueries } from '../../../signing/index.js';
import { TicketReader } from '../../../tickets/index.js';
import type { RefusedReading } from '../../presenters/refused-messages.js';

/** Reads all that knocked and was not let in. */
@Injectable()
export class ReadRefused {
  constructor(
    private readonly settings: Settings,
    private readonly exchange: ExchangeQueries,
    private readonly signatures: SignatureQueries,
    private readonly tickets: TicketReader,
  ) {}

  async execute(actor: Actor): Promise<RefusedReading> {
    const [messages, calls, forged] = await Promise.all([
      this.exchange.messagesToLookAt(),
      this.exchange.refusedCalls(),
      this.signatures.inStates(['proofFailed', 'sealFailed']),
    ]);
    const { hotline } = this.settings;
    return {
      messages,
      calls,
      forged,
      tickets: await this.tickets.byIds(
        actor,
        forged.map(({ caseId }) => caseId),
      ),
      agencies: new Map([[hotline.code, hotline.name]]),
    };
  }
}
