import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { Settings } from '../../config/settings.js';

/** Seconds: a page is to take less than the first; ten is an outage. */
const BUCKETS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/** An answer to a request, as it is measured. */
export interface MeasuredAnswer {
  readonly method: string;
  /** The pattern of the route, never an address with numbers of tickets in it. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

/**
 * What this process does and costs: requests by route, event loop, memory, garbage. Measured only where a token is set to read it.
 */
@Injectable()
export class ProcessMetrics {
  private readonly registry = new Registry();
  private readonly requests: Histogram<'method' | 'route' | 'status'> | null;
  private isCollecting = false;

  constructor({ metricsToken }: Settings) {
    this.requests =
      metricsToken === undefined
        ? null
        : new Histogram({
            name: 'hoi_am_http_request_seconds',
            help: 'How long requests took, by route.',
            labelNames: ['method', 'route', 'status'],
            buckets: BUCKETS,
            registers: [this.registry],
          });
  }

  observe({ method, route, status, seconds }: MeasuredAnswer): void {
    this.requests?.observe({ method, route, status: `${String(Math.floor(status / 100))}xx` }, seconds);
  }

  /** In Prometheus' text format. The event loop is watched from the first reading on. */
  text(): Promise<string> {
    if (!this.isCollecting) collectDefaultMetrics({ register: this.registry, prefix: 'hoi_am_' });
    this.isCollecting = true;
    return this.registry.metrics();
  }
}
