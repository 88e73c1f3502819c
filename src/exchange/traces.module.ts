import { Module, type OnModuleInit } from '@nestjs/common';
import { JournalModule } from '../journal/index.js';
import { MetricSources } from '../platform/telemetry/metric-sources.js';
import { PurgeExchangeLog } from './application/log/purge-exchange-log.js';
import { KeepRefusedCalls } from './application/log/keep-refused-calls.js';
import { KeepTraces } from './application/log/keep-traces.js';
import { ReadTrace } from './application/log/read-trace.js';
import { TraceQueries } from './persistence/trace-queries.js';
import { CallObserver } from './ports/call-observer.port.js';
import { RefusedCalls } from './ports/e-office-events.port.js';

/** What other features, pages and commands use. */
const EXPORTED = [TraceQueries, ReadTrace, PurgeExchangeLog];

/** The log of calls to and from e-offices, refused ones included. Imported by every module that calls an e-office or receives its calls. */
@Module({
  imports: [JournalModule],
  providers: [
    ...EXPORTED,
    { provide: CallObserver, useClass: KeepTraces },
    { provide: RefusedCalls, useClass: KeepRefusedCalls },
  ],
  exports: [...EXPORTED, CallObserver, RefusedCalls],
})
export class TracesModule implements OnModuleInit {
  constructor(
    private readonly metrics: MetricSources,
    private readonly traces: TraceQueries,
  ) {}

  onModuleInit(): void {
    this.metrics.add(() => this.traces.metrics());
  }
}
