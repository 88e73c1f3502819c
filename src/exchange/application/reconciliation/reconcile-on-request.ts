import { Injectable } from '@nestjs/common';
import { Journal } from '../../../journal/index.js';
import type { Actor } from '../../../kernel/actor.js';
import { Clock } from '../../../kernel/clock.js';
import { OutsideRefused, OutsideUnavailable } from '../../../kernel/outside-failure.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { JobHandler, PayloadOf } from '../../../platform/outbox/job.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { requireTendsExchange } from '../../domain/policy.js';
import { Reconcile } from './reconcile.js';
import { RECONCILE } from '../../jobs/jobs.js';

/** Compares both sides when a person asks for it; the page does not wait for the e-office. */
@Injectable()
export class ReconcileOnRequest implements JobHandler<typeof RECONCILE> {
  readonly job = RECONCILE;

  constructor(
    private readonly reconcile: Reconcile,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly journal: Journal,
  ) {}

  /** @param from where it begins; left out: as by itself @throws DomainError `forbidden` */
  async ask(actor: Actor, from?: Date): Promise<void> {
    requireTendsExchange(actor);
    const { id: byId, name: byName } = actor;
    const asked = from === undefined ? {} : { from: from.toISOString() };
    await this.uow.run(async (tx) => {
      const job = RECONCILE.of({ byId, byName, ...asked }, this.clock.now().toISOString());
      await this.outbox.enqueue(tx, job);
      const about = { objectKind: 'reconciliationRun', objectId: job.key.slice(0, 100) } as const;
      await this.journal.record(tx, actor, { action: 'reconciliation.ask', ...about, detail: asked });
    });
  }

  /** A failed run says why and is not retried; the person may ask again. */
  async handle({ byId, byName, from }: PayloadOf<typeof RECONCILE>): Promise<void> {
    const actor: Actor = { id: byId, name: byName, unitId: null, roles: [] };
    try {
      await this.reconcile.reconcile(actor, from === undefined ? undefined : new Date(from));
    } catch (error) {
      if (!(error instanceof OutsideUnavailable || error instanceof OutsideRefused)) throw error;
    }
  }
}
