import { Injectable } from '@nestjs/common';
import type { Metric } from './metrics.js';

/** What features measure beside the outbox; each adds its own at start. */
@Injectable()
export class MetricSources {
  private readonly sources: (() => Promise<readonly Metric[]>)[] = [];

  add(source: () => Promise<readonly Metric[]>): void {
    this.sources.push(source);
  }

  async all(): Promise<readonly Metric[]> {
    return (await Promise.all(this.sources.map((source) => source()))).flat();
  }
}
