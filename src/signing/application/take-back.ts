import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../kernel/actor.js';
import { tellCase } from '../../drafting/index.js';
import { OutsideRefused } from '../../kernel/outside-failure.js';
import { Database } from '../../platform/database/database.js';
import { Outbox, type Payload, type PromiseKeeper } from '../../platform/outbox/outbox.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { SigningDesk } from '../ports/signing-desk.port.js';
import { SignatureRequests } from './signature-requests.js';

/** The e-office never got it. */
const UNKNOWN_THERE = 'EO-NOT-FOUND';

/**
 * Takes a letter out of the e-office that was given up here: the answer to its submission may have been lost on the way, and a leader must not
 * find two letters for one ticket; or its number was voided, and it must not be sealed any more.
 */
@Injectable()
export class TakeBack implements PromiseKeeper {
  readonly kind = 'signing.cancel';

  constructor(
    private readonly desk: SigningDesk,
    private readonly database: Database,
    private readonly requests: SignatureRequests,
    private readonly uow: UnitOfWork,
    private readonly outbox: Outbox,
  ) {}

  async keep({ requestId }: Payload): Promise<void> {
    const request = await this.requests.byId(this.database.reader.manager, requestId ?? '');
    if (request.state !== 'failed' && request.state !== 'cancelled') return;
    try {
      await this.desk.cancel(request.clientRequestId, 'Sở rút lại: lần trình ký này không hoàn tất.');
    } catch (error) {
      if (!(error instanceof OutsideRefused) || error.code !== UNKNOWN_THERE) throw error;
    }
  }

  /** Some e-offices let nothing go that has a number: the clerk takes it out there by hand, and is told so on the ticket. */
  async giveUp({ requestId }: Payload, reason: string): Promise<void> {
    await this.uow.run(async (tx) => {
      const { draftId, state } = await this.requests.byId(tx, requestId ?? '');
      if (state === 'cancelled')
        await tellCase(this.outbox, tx, SYSTEM, { draftId, what: 'notTakenBack', detail: reason });
    });
  }
}
