import { Injectable } from '@nestjs/common';
import { OutsideRefused } from '../../kernel/outside-failure.js';
import { Database } from '../../platform/database/database.js';
import type { Payload, PromiseKeeper } from '../../platform/outbox/outbox.js';
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
}
