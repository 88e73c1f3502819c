import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DAY_MS } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { countTogether } from '../../platform/database/counts-together.js';
import { Database } from '../../platform/database/database.js';
import { instantText, sql, type Sql } from '../../platform/database/sql.js';
import { MetricSources } from '../../platform/telemetry/metric-sources.js';
import type { Metric } from '../../platform/telemetry/metrics.js';
import { OPEN_STATES } from '../domain/ticket-state.js';
import { heldStatement } from './ticket-counters.js';

/** How many tickets are open, by how their deadline stands. */
@Injectable()
export class TicketMetrics implements OnModuleInit {
  constructor(
    private readonly sources: MetricSources,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.sources.add(() => this.measure());
  }

  async measure(): Promise<readonly Metric[]> {
    const now = this.clock.now();
    const [late, soon] = [instantText(now), instantText(new Date(now.getTime() + DAY_MS))];
    const counts = {
      open: heldStatement({ states: OPEN_STATES }),
      overdue: runningOut(sql`"legalEndAt" < ${late}`),
      dueWithinADay: runningOut(sql`"legalEndAt" >= ${late} AND "legalEndAt" < ${soon}`),
    };
    const values = Object.entries(counts).map(async ([standing, count]) => ({
      labels: { standing },
      value: await countTogether(this.database, count),
    }));
    return [
      {
        name: 'hoi_am_tickets',
        help: 'Tickets that are open, those of them that are overdue, and those due within 24 hours; paused ones are neither.',
        values: await Promise.all(values),
      },
    ];
  }
}

/** Its condition is that of the index that holds these tickets alone. */
function runningOut(when: Sql): Sql {
  return sql`SELECT COUNT(*) AS "held" FROM "ticket" WHERE "open" = 1 AND "pausedAt" IS NULL AND ${when}`;
}
