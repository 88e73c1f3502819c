import { Injectable } from '@nestjs/common';
import type { PromiseKeeper } from '../../platform/outbox/outbox.js';
import { ReceivePending } from '../application/receive-pending.js';

/** A hint from the e-office that something waits: look now instead of at the next turn. */
@Injectable()
export class LookForMessages implements PromiseKeeper {
  readonly kind = 'exchange.look';

  constructor(private readonly receive: ReceivePending) {}

  async keep(): Promise<void> {
    await this.receive.execute();
  }
}
