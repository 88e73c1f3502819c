import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Payload, JobHandler } from '../../../platform/outbox/outbox.js';
import { Dispatches } from './dispatches.js';
import { HandDeliveries } from './hand-deliveries.js';

/** A released letter whose signature turned out not to hold is sent to nobody else; its receivers are asked to return it when people recall it. */
@Injectable()
export class HoldBackLetter implements JobHandler {
  readonly kind = 'exchange.holdBack';

  constructor(
    private readonly dispatches: Dispatches,
    private readonly byHand: HandDeliveries,
    private readonly uow: UnitOfWork,
  ) {}

  async handle({ documentId = '' }: Payload): Promise<void> {
    await this.uow.run(async (tx) => {
      await this.dispatches.holdBack(tx, documentId);
      await this.byHand.drop(tx, documentId);
    });
  }
}
