import { Injectable } from '@nestjs/common';
import type { EndJob, JobHandler, PayloadOf } from '../../platform/outbox/job.js';
import { Log } from '../../platform/telemetry/log.js';
import { ReceivePending } from '../application/incoming/receive-pending.js';
import { Reconcile } from '../application/reconciliation/reconcile.js';
import { LOOK_FOR_MESSAGES } from './jobs.js';

/** Looks for messages: at each turn, at the e-office's hint, and first of all when a worker starts. */
@Injectable()
export class LookForMessages implements JobHandler<typeof LOOK_FOR_MESSAGES> {
  readonly job = LOOK_FOR_MESSAGES;

  constructor(
    private readonly receivePending: ReceivePending,
    private readonly reconcile: Reconcile,
    private readonly log: Log,
  ) {}

  async handle(_payload: PayloadOf<typeof LOOK_FOR_MESSAGES>, end?: EndJob): Promise<void> {
    await this.receivePending.receive(end);
  }

  async look(): Promise<void> {
    await this.receivePending.receive();
  }

  /** When a worker starts; a comparison that is due goes before. */
  async first(): Promise<void> {
    try {
      await this.reconcile.reconcileIfDue();
    } catch (error) {
      this.log.warn('job.failed', { job: 'exchange.reconcile', error });
    }
    await this.look();
  }
}
