import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { JobHandler, PayloadOf } from '../../../platform/outbox/job.js';
import { Dispatches } from './dispatches.js';
import { HandDeliveries } from './hand-deliveries.js';
import { HOLD_BACK_LETTER } from '../../../signing/index.js';

/** A released letter whose signature turned out not to hold is sent to nobody else; its receivers are asked to return it when people recall it. */
@Injectable()
export class HoldBackLetter implements JobHandler<typeof HOLD_BACK_LETTER> {
  readonly job = HOLD_BACK_LETTER;

  constructor(
    private readonly dispatches: Dispatches,
    private readonly byHand: HandDeliveries,
    private readonly uow: UnitOfWork,
  ) {}

  async handle({ documentId }: PayloadOf<typeof HOLD_BACK_LETTER>): Promise<void> {
    await this.uow.run(async (tx) => {
      await this.dispatches.holdBack(tx, documentId);
      await this.byHand.drop(tx, documentId);
    });
  }
}
