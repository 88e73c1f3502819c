import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { civilDateOf } from '../../../kernel/civil-date.js';
import { Clock } from '../../../kernel/clock.js';
import { newId } from '../../../kernel/ids.js';
import { sha256Of } from '../../../kernel/sha256.js';
import { isUniqueViolation } from '../../../platform/database/database-errors.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { EvidenceStore } from '../../../platform/files/evidence-store.js';
import { Log } from '../../../platform/telemetry/log.js';
import { RefusedCallEntity } from '../../persistence/exchange.entities.js';
import { RefusedCallDayEntity } from '../../persistence/refused-call-day.entity.js';
import { RefusedCalls } from '../../ports/e-office-events.port.js';

/** Refused calls recorded in full for one door and day: more would say nothing new, and would let a stranger fill disk and database. */
export const CEILING = { calls: 500, bytes: 8 * 2 ** 20 } as const;

const RAW_KEPT = 65_536;
const COUNTED_EVERY_MS = 5_000;

type DoorDay = Pick<RefusedCallDayEntity, 'day' | 'door'>;

/** Keeps what a door refused, so that a clerk sees it: so much of a day, and of the rest how many. */
@Injectable()
export class KeepRefusedCalls extends RefusedCalls implements BeforeApplicationShutdown {
  /** The day for which each door has had its fill, as this process knows. */
  private readonly full = new Map<string, string>();
  private readonly beyond = new Map<string, { readonly of: DoorDay; times: number }>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly evidence: EvidenceStore,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {
    super();
  }

  override async record(door: string, code: string, reason: string, raw: Buffer): Promise<void> {
    const at = this.clock.now();
    const day = civilDateOf(at);
    const bytes = raw.subarray(0, RAW_KEPT);
    const place = this.full.get(door) === day ? 'none' : await this.placeFor({ day, door }, bytes.length);
    if (place === 'none') {
      this.countSoon({ day, door });
      return;
    }
    const row = { id: newId(), at, door, code, reason: reason.slice(0, 1000), rawSha256: null, bundle: null };
    const write = (kept: Partial<RefusedCallEntity>) =>
      this.uow.run((tx) => tx.insert(RefusedCallEntity, { ...row, ...kept }));
    if (place === 'rowOnly' || bytes.length === 0) await write({});
    else await this.evidence.keep([bytes], (bundle) => write({ bundle, rawSha256: sha256Of(bytes) }));
  }

  /** Writes how many were only counted. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const counted = [...this.beyond.values()];
    this.beyond.clear();
    for (const { of, times } of counted) await this.count(of, times);
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.flush();
  }

  /** Takes a place among what is kept of that day, before anything is written: many that knock at once get no more together. */
  private async placeFor(of: DoorDay, bytes: number): Promise<'withBytes' | 'rowOnly' | 'none'> {
    try {
      return await this.uow.run((tx) => this.takePlace(tx, of, bytes));
    } catch (error) {
      // Another process has written the day's first row meanwhile.
      if (!isUniqueViolation(error)) throw error;
      return this.uow.run((tx) => this.takePlace(tx, of, bytes));
    }
  }

  private async takePlace(tx: EntityManager, of: DoorDay, bytes: number): Promise<'withBytes' | 'rowOnly' | 'none'> {
    if (!(await tx.existsBy(RefusedCallDayEntity, of))) {
      await tx.insert(RefusedCallDayEntity, { ...of, kept: 0, bytes: 0, beyond: 0 });
    }
    const raise = (condition: string, added: number) =>
      tx
        .createQueryBuilder()
        .update(RefusedCallDayEntity)
        .set({ kept: () => '"kept" + 1', bytes: () => `"bytes" + ${String(added)}` })
        .where(of)
        .andWhere(`"kept" < :calls AND ${condition}`, { ...CEILING, added })
        .execute();
    if ((await raise('"bytes" + :added <= :bytes', bytes)).affected === 1) return 'withBytes';
    if ((await raise('1 = 1', 0)).affected === 1) return 'rowOnly';
    this.full.set(of.door, of.day);
    return 'none';
  }

  /** A flood costs no write a call. */
  private countSoon(of: DoorDay): void {
    const key = `${of.day} ${of.door}`;
    const counted = this.beyond.get(key);
    if (counted) counted.times += 1;
    else this.beyond.set(key, { of, times: 1 });
    this.timer ??= setTimeout(() => void this.flush(), COUNTED_EVERY_MS).unref();
  }

  private async count(of: DoorDay, times: number): Promise<void> {
    try {
      await this.uow.run((tx) => tx.increment(RefusedCallDayEntity, of, 'beyond', times));
    } catch (error) {
      this.log.warn('exchange.refusedNotCounted', { ...of, times, error });
    }
  }
}
