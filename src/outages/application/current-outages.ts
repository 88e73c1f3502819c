import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { isShownToStaff } from '../domain/outage.js';
import type { OutageEntity } from '../persistence/outage.entity.js';
import { OutageQueries } from '../persistence/outage-queries.js';

/** What another process announced is known after this long. */
const KEPT_MS = 15_000;

export type CurrentOutage = Pick<OutageEntity, 'id' | 'summary' | 'startsAt' | 'endsAt'>;

/** The interruptions that go on or are to come, kept for a few seconds: every page asks. */
@Injectable()
export class CurrentOutages {
  private kept: { readonly at: number; readonly ahead: Promise<readonly CurrentOutage[]> } | null = null;

  constructor(
    private readonly queries: OutageQueries,
    private readonly clock: Clock,
  ) {}

  /** Soonest first. */
  async ahead(): Promise<readonly CurrentOutage[]> {
    const now = this.clock.now();
    const { kept } = this;
    if (kept !== null && Math.abs(now.getTime() - kept.at) < KEPT_MS) return kept.ahead;
    const ahead = this.queries.ahead(now);
    this.kept = { at: now.getTime(), ahead };
    // A failed reading is not kept.
    ahead.catch(() => this.forget());
    return ahead;
  }

  /** The one that members of staff read of on every page; null where there is none. */
  async shownToStaff(): Promise<CurrentOutage | null> {
    const now = this.clock.now();
    return (await this.ahead()).find((outage) => isShownToStaff(outage, now)) ?? null;
  }

  /** Something was announced or cancelled. */
  forget(): void {
    this.kept = null;
  }
}
