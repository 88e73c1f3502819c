import { Injectable } from '@nestjs/common';
import { OutsideRefused } from '../../kernel/outside-failure.js';
import { Database } from '../../platform/database/database.js';
import type { Payload, PromiseKeeper } from '../../platform/outbox/outbox.js';
import { SigningDesk } from '../ports/signing-desk.port.js';
import { SignatureRequests } from './signature-requests.js';

/** The e-office never got it. */
const UNKNOWN_THERE = 'EO-NOT-FOUND';

/**
 * Takes a submission off the leader's desk that was given up here: its answer may have been lost on the way, and a leader must not find two
 * letters for one ticket.
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
    if (request.state !== 'failed') return;
    try {
      await this.desk.cancel(request.clientRequestId, 'Sở rút lại: lần trình ký này không hoàn tất.');
    } catch (error) {
      if (!(error instanceof OutsideRefused) || error.code !== UNKNOWN_THERE) throw error;
    }
  }
}
