import { Injectable } from '@nestjs/common';
import { mayTendExchange } from '../../../exchange/domain/policy.js';
import { EntryQueries, Reconcile, ReconciliationQueries } from '../../../exchange/index.js';
import type { Actor } from '../../../kernel/actor.js';
import type { ReconciliationReading } from '../../presenters/reconciliation.js';

/** Reads the comparisons with the e-office and what they found. */
@Injectable()
export class ReadReconciliation {
  constructor(
    private readonly queries: ReconciliationQueries,
    private readonly reconcile: Reconcile,
    private readonly entries: EntryQueries,
  ) {}

  async execute(actor: Actor): Promise<Omit<ReconciliationReading, 'refused'>> {
    const [runs, standing, ended, clock, byHand] = await Promise.all([
      this.queries.runs(),
      this.queries.standing(),
      this.queries.ended(),
      this.queries.clock(),
      this.entries.owedCount(),
    ]);
    return {
      runs,
      standing,
      ended,
      clock,
      byHand,
      isOffered: this.reconcile.isOffered,
      mayRepair: mayTendExchange(actor),
    };
  }
}
