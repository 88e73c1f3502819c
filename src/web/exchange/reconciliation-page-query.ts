import { Injectable } from '@nestjs/common';
import { NumberingHold, RegisterQueries } from '../../documents/index.js';
import { mayTendExchange } from '../../exchange/domain/policy.js';
import { EntryQueries, Reconcile, ReconciliationQueries } from '../../exchange/index.js';
import type { Actor } from '../../kernel/actor.js';
import type { ReconciliationReading } from './reconciliation-view.js';

/** Reads the comparisons with the e-office and what they found. */
@Injectable()
export class ReconciliationPageQuery {
  constructor(
    private readonly queries: ReconciliationQueries,
    private readonly reconcile: Reconcile,
    private readonly entries: EntryQueries,
    private readonly hold: NumberingHold,
    private readonly registers: RegisterQueries,
  ) {}

  async read(actor: Actor): Promise<Omit<ReconciliationReading, 'refused'>> {
    const [runs, standing, ended, clock, byHand, held, lostLetters] = await Promise.all([
      this.queries.runs(),
      this.queries.standing(),
      this.queries.ended(),
      this.queries.clock(),
      this.entries.owedCount(),
      this.hold.current(),
      this.registers.lostLetters(),
    ]);
    return {
      runs,
      standing,
      ended,
      clock,
      byHand,
      held,
      lostLetters,
      readerId: actor.id,
      isOffered: this.reconcile.isOffered,
      mayRepair: mayTendExchange(actor),
    };
  }
}
