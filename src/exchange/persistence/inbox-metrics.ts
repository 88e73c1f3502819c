import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../../platform/database/database.js';
import { MetricSources } from '../../platform/telemetry/metric-sources.js';
import type { Metric } from '../../platform/telemetry/metrics.js';
import { InboxMessageEntity } from './exchange.entities.js';

/** How long messages that were fetched wait to be entered into the register. */
@Injectable()
export class InboxMetrics implements OnModuleInit {
  constructor(
    private readonly sources: MetricSources,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.sources.add(() => this.measure());
  }

  private async measure(): Promise<readonly Metric[]> {
    const inbox = this.database.reader.getRepository(InboxMessageEntity);
    const [oldest, waiting] = await Promise.all([
      inbox.findOne({
        select: { id: true, receivedAt: true },
        where: { state: 'stored' },
        order: { receivedAt: 'ASC' },
      }),
      inbox.countBy({ state: 'stored' }),
    ]);
    const age = oldest === null ? 0 : Math.round((this.clock.now().getTime() - oldest.receivedAt.getTime()) / 1000);
    return [
      {
        name: 'hoi_am_inbox_waiting',
        help: 'Messages fetched and not entered yet.',
        values: [{ labels: {}, value: waiting }],
      },
      { name: 'hoi_am_inbox_oldest_seconds', help: 'Age of the oldest of them.', values: [{ labels: {}, value: age }] },
    ];
  }
}
