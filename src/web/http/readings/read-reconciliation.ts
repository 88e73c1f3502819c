import { Injectable } from '@nestjs/common';
import { mayTendExchange } from '../../../exchange/domain/policy.js';
import { Reconcile, ReconciliationQueries } from '../../../exchange/index.js';
import type { Actor } from '../../../kernel/actor.js';
import type { ReconciliationReading } from '../../presenters/reconciliation.js';

/** Reads the comparisons with the e-office and what they found. */
@Injectable()
export class ReadReconciliation {
  constructor(
    private readonly queries: ReconciliationQueries,
    private readonly reconcile: Reconcile,
  ) {}

  async execute(actor: Actor): Promise<Omit<ReconciliationReading, 'refused'>> {
    const [runs, standing, ended, clock] = await Promise.all([
      this.queries.runs(),
      this.queries.standing(),
      this.queries.ended(),
      this.queries.clock(),
    ]);
    return { runs, standing, ended, clock, isOffered: this.reconcile.isOffered, mayRepair: mayTendExchange(actor) };
  }
}
