import { Injectable } from '@nestjs/common';
import type { PromiseKeeper } from '../../platform/outbox/outbox.js';
import { Log } from '../../platform/telemetry/log.js';
import { ReceivePending } from '../application/receive-pending.js';
import { Reconcile } from '../application/reconcile.js';
import { RepairDifference } from '../application/repair-difference.js';

/** Looks for messages: at each turn, at the e-office's hint, and first of all when a worker starts. */
@Injectable()
export class LookForMessages implements PromiseKeeper {
  readonly kind = 'exchange.look';

  constructor(
    private readonly receive: ReceivePending,
    private readonly reconcile: Reconcile,
    private readonly repairs: RepairDifference,
    private readonly log: Log,
  ) {}

  async keep(): Promise<void> {
    await this.receive.execute();
  }

  /**
   * A house that was restored from a backup first gets back what it had taken since, in the order of the numbers that it had given, before a new message
   * takes one of them.
   */
  async first(): Promise<void> {
    try {
      if (await this.reconcile.executeIfDue()) await this.repairs.fetchMissing();
    } catch (error) {
      this.log.warn('job.failed', { job: 'exchange.reconcile', error });
    }
    await this.receive.execute();
  }
}
