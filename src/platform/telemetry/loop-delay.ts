import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';

/** How often the loop is asked; what it counts holds this interval, too. */
const RESOLUTION_MS = 10;
const NANOSECONDS = 1e6;
const NEARLY_ALL = 99;

/** How long this process keeps what is due waiting since it started. */
@Injectable()
export class LoopDelay implements OnApplicationShutdown {
  private readonly histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });

  constructor() {
    this.histogram.enable();
  }

  onApplicationShutdown(): void {
    this.histogram.disable();
  }

  /** In milliseconds: what 99 in 100 turns stay below, and the longest. */
  read(): { readonly usualMs: number; readonly longestMs: number } {
    const [usualMs, longestMs] = [this.histogram.percentile(NEARLY_ALL), this.histogram.max].map((waited) =>
      Math.max(0, Math.round(waited / NANOSECONDS - RESOLUTION_MS)),
    ) as [number, number];
    return { usualMs, longestMs };
  }
}
