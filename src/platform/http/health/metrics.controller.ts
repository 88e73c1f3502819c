import { Controller, Get, Header, Headers, NotFoundException, UnauthorizedException } from '@nestjs/common';
import { isSameSecret } from '../../../kernel/same-secret.js';
import { Settings } from '../../../config/settings.js';
import { Clock } from '../../../kernel/clock.js';
import { Circuits } from '../../outbox/circuits.js';
import { QueueReport } from '../../outbox/queue-report.js';
import { MetricSources } from '../../telemetry/metric-sources.js';
import { prometheusText, type Metric } from '../../telemetry/metrics.js';
import { ProcessMetrics } from '../../telemetry/process-metrics.js';
import { Allow } from '../access.js';

/** What a watching program reads of the outbox and of what features measure. Closed where no token is set; who calls without it learns nothing. */
@Controller('metrics')
@Allow('machine')
export class MetricsController {
  constructor(
    private readonly settings: Settings,
    private readonly report: QueueReport,
    private readonly circuits: Circuits,
    private readonly sources: MetricSources,
    private readonly process: ProcessMetrics,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  @Header('cache-control', 'no-store')
  async metrics(@Headers('authorization') authorization = ''): Promise<string> {
    const { metricsToken } = this.settings;
    if (metricsToken === undefined) throw new NotFoundException();
    if (!isSameSecret(authorization, `Bearer ${metricsToken}`)) throw new UnauthorizedException();
    const metrics = await Promise.all([this.queues(), this.standing(), this.sources.all()]);
    return `${await prometheusText(metrics.flat())}\n${await this.process.text()}`;
  }

  private async queues(): Promise<readonly Metric[]> {
    const [channels, attempts] = await Promise.all([this.report.channels(), this.report.attempts()]);
    const now = this.clock.now().getTime();
    const each = (value: (channel: (typeof channels)[number]) => number): Metric['values'] =>
      channels.map((one) => ({ labels: { channel: one.channel }, value: value(one) }));
    return [
      { name: 'hoi_am_outbox_waiting', help: 'Jobs not done yet.', values: each(({ waiting }) => waiting) },
      { name: 'hoi_am_outbox_held', help: 'Jobs that a person holds.', values: each(({ held }) => held) },
      {
        name: 'hoi_am_outbox_dead_letters',
        help: 'Jobs given up, which wait for a person.',
        values: each(({ stopped }) => stopped),
      },
      {
        name: 'hoi_am_outbox_oldest_seconds',
        help: 'Age of the oldest job that waits.',
        values: each(({ oldest }) => (oldest === null ? 0 : Math.round((now - oldest.getTime()) / 1000))),
      },
      {
        name: 'hoi_am_outbox_kept_last_minute',
        help: 'Jobs done within the last minute.',
        values: each(({ doneLately }) => doneLately),
      },
      {
        name: 'hoi_am_outbox_attempts_last_hour',
        help: 'Tries to the outside that ended within the last hour.',
        values: attempts.map(({ channel, outcome, count }) => ({ labels: { channel, outcome }, value: count })),
      },
    ];
  }

  private async standing(): Promise<readonly Metric[]> {
    const circuits = await this.circuits.list();
    return [
      {
        name: 'hoi_am_circuit_open',
        help: 'Whether a channel is left alone because its peer is away.',
        values: circuits.map(({ channel, state }) => ({ labels: { channel }, value: state === 'closed' ? 0 : 1 })),
      },
      {
        name: 'hoi_am_circuit_outages',
        help: 'Calls in a row that found the peer away.',
        values: circuits.map(({ channel, outages }) => ({ labels: { channel }, value: outages })),
      },
    ];
  }
}
