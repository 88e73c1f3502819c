import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DAY_MS } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../../platform/database/database.js';
import { instantText, sql, toStatement } from '../../platform/database/sql.js';
import { MetricSources } from '../../platform/telemetry/metric-sources.js';
import type { Metric } from '../../platform/telemetry/metrics.js';

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

  private async measure(): Promise<readonly Metric[]> {
    const now = this.clock.now();
    const [late, soon] = [instantText(now), instantText(new Date(now.getTime() + DAY_MS))];
    const counting = sql`SELECT COUNT(*) AS "open", SUM(CASE WHEN "pausedAt" IS NULL AND "legalEndAt" < ${late} THEN 1 ELSE 0 END) AS "overdue", SUM(CASE WHEN "pausedAt" IS NULL AND "legalEndAt" >= ${late} AND "legalEndAt" < ${soon} THEN 1 ELSE 0 END) AS "dueWithinADay" FROM "ticket" WHERE "open" = 1`;
    const { reader, dialect } = this.database;
    const [counts] = await reader.query<Partial<Record<string, number | string | null>>[]>(
      ...toStatement(counting, dialect),
    );
    const standings = ['open', 'overdue', 'dueWithinADay'] as const;
    return [
      {
        name: 'hoi_am_tickets',
        help: 'Tickets that are open, those of them that are overdue, and those due within 24 hours; paused ones are neither.',
        values: standings.map((standing) => ({ labels: { standing }, value: Number(counts?.[standing] ?? 0) })),
      },
    ];
  }
}
