import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Settings } from '../../../config/settings.js';
import { Clock } from '../../../kernel/clock.js';
import { diskSpace } from '../../health/disk-space.js';
import { StorageHealth, type StoragePart } from '../../health/storage-health.js';
import { storagePlaces } from '../../health/storage-places.js';
import { MetricSources } from '../../telemetry/metric-sources.js';
import type { Metric } from '../../telemetry/metrics.js';

const PARTS: readonly StoragePart[] = ['database', 'files'];

/** Measures whether this process can keep what it is given, what room is left, and whether the database is whole. */
@Injectable()
export class HealthMetrics implements OnModuleInit {
  constructor(
    private readonly sources: MetricSources,
    private readonly health: StorageHealth,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.sources.add(() => this.measure());
  }

  private async measure(): Promise<readonly Metric[]> {
    const problems = await this.health.problems();
    const { checked } = this.health;
    const age = checked === null ? [] : [Math.round((this.clock.now().getTime() - checked.at.getTime()) / 1000)];
    return [
      {
        name: 'hoi_am_storage_failing',
        help: 'Whether a row or a file cannot be written now, or the database is damaged.',
        values: PARTS.map((part) => ({ labels: { part }, value: problems.some((one) => one.part === part) ? 1 : 0 })),
      },
      {
        name: 'hoi_am_database_damaged',
        help: 'Whether the last look over the pages of the database found damage.',
        values: checked === null ? [] : [{ labels: {}, value: checked.verdict.kind === 'damaged' ? 1 : 0 }],
      },
      {
        name: 'hoi_am_database_checked_seconds',
        help: 'Age of the last look over the pages of the database.',
        values: age.map((value) => ({ labels: {}, value })),
      },
      { name: 'hoi_am_disk_free_bytes', help: 'Room left where the process writes.', values: await this.room() },
    ];
  }

  private async room(): Promise<Metric['values']> {
    const each = storagePlaces(this.settings).map(async ({ name, path }) => {
      const space = await diskSpace(path).catch(() => null);
      return space === null ? [] : [{ labels: { place: name }, value: space.free }];
    });
    return (await Promise.all(each)).flat();
  }
}
