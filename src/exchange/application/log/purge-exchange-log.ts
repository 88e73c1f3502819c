import { Injectable } from '@nestjs/common';
import { In, LessThan } from 'typeorm';
import { Settings } from '../../../config/settings.js';
import { addDays, civilDateOf, DAY_MS } from '../../../kernel/civil-date.js';
import { Clock } from '../../../kernel/clock.js';
import { Database } from '../../../platform/database/database.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { EvidenceStore } from '../../../platform/files/evidence-store.js';
import { ExchangeTraceEntity } from '../../persistence/exchange-trace.entity.js';
import { RefusedCallEntity } from '../../persistence/exchange.entities.js';
import { RefusedCallDayEntity } from '../../persistence/refused-call-day.entity.js';

/** Bundles in one transaction. */
const AT_ONCE = 200;

/**
 * Removes the evidence of calls when its time is over. Bytes go before their rows: a process killed in between leaves rows that the next run removes.
 * Bytes that no row names, because a process was killed before it wrote the row, go when they are as old.
 */
@Injectable()
export class PurgeExchangeLog {
  constructor(
    private readonly settings: Settings,
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly evidence: EvidenceStore,
    private readonly clock: Clock,
  ) {}

  /** @returns how many calls are kept no longer */
  async purge(): Promise<number> {
    const now = this.clock.now();
    const { evidenceDays } = this.settings.eOffice;
    const before = new Date(now.getTime() - evidenceDays * DAY_MS);
    await this.evidence.sweep(now.getTime());
    const traces = await this.untilNone(() => this.forgetTraces(before));
    const refused = await this.untilNone(() => this.forgetRefused(before));
    await this.forgetUnnamed(await this.evidence.writtenBefore(before));
    const day = addDays(civilDateOf(now), -evidenceDays);
    await this.uow.run((tx) => tx.delete(RefusedCallDayEntity, { day: LessThan(day) }));
    return traces + refused;
  }

  private async untilNone(some: () => Promise<number>): Promise<number> {
    let all = 0;
    for (let went = await some(); went > 0; went = await some()) all += went;
    return all;
  }

  /** A bundle goes whole: its calls are of the same seconds. */
  private async forgetTraces(before: Date): Promise<number> {
    const old = await this.database.reader
      .getRepository(ExchangeTraceEntity)
      .find({ select: { bundle: true }, where: { at: LessThan(before) }, order: { at: 'ASC' }, take: AT_ONCE });
    const bundles = [...new Set(old.map(({ bundle }) => bundle))];
    for (const bundle of bundles) await this.evidence.remove(bundle);
    if (bundles.length === 0) return 0;
    const { affected } = await this.uow.run((tx) => tx.delete(ExchangeTraceEntity, { bundle: In(bundles) }));
    return affected ?? 0;
  }

  private async forgetRefused(before: Date): Promise<number> {
    const old = await this.database.reader
      .getRepository(RefusedCallEntity)
      .find({ where: { at: LessThan(before) }, order: { at: 'ASC' }, take: AT_ONCE });
    for (const { bundle } of old) if (bundle !== null) await this.evidence.remove(bundle);
    if (old.length === 0) return 0;
    const { affected } = await this.uow.run((tx) => tx.delete(RefusedCallEntity, { id: In(old.map(({ id }) => id)) }));
    return affected ?? 0;
  }

  private async forgetUnnamed(bundles: readonly string[]): Promise<void> {
    for (let at = 0; at < bundles.length; at += AT_ONCE) {
      const some = bundles.slice(at, at + AT_ONCE);
      const named = await Promise.all(
        [ExchangeTraceEntity, RefusedCallEntity].map((rows) =>
          this.database.reader.getRepository(rows).find({ select: { bundle: true }, where: { bundle: In(some) } }),
        ),
      );
      const names = new Set(named.flat().map(({ bundle }) => bundle));
      for (const bundle of some) if (!names.has(bundle)) await this.evidence.remove(bundle);
    }
  }
}
