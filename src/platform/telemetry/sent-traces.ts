import { context, propagation, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { AlwaysOnSampler, BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';

/** The collector stands beside us: one that does not answer at once is away, and traces are no evidence. */
const TIMEOUT_MS = 2_000;

/** Traces by OpenTelemetry's protocol over HTTP (`/v1/traces`). What the collector does not take is lost, and nothing waits for it. */
export class SentTraces {
  private constructor(private readonly provider: TracerProvider) {}

  static to(collector: string): SentTraces {
    const exporter = new OTLPTraceExporter({
      url: tracesAddress(collector),
      timeoutMillis: TIMEOUT_MS,
    });
    const provider = new TracerProvider({
      resource: resourceFromAttributes({ 'service.name': 'hoi-am' }),
      // A caller that does not keep its own trace does not decide whether we keep ours.
      sampler: new AlwaysOnSampler(),
      spanProcessors: [new BatchSpanProcessor({ exporter })],
    });
    context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
    propagation.setGlobalPropagator(new W3CTraceContextPropagator());
    trace.setGlobalTracerProvider(provider);
    return new SentTraces(provider);
  }

  async end(): Promise<void> {
    try {
      await this.provider.shutdown();
    } catch {
      // The collector is away.
    }
    trace.disable();
    propagation.disable();
    context.disable();
  }
}

/** `http://may:4318/nhan?khoa=1` → `http://may:4318/nhan/v1/traces?khoa=1` */
export function tracesAddress(collector: string): string {
  const url = new URL(collector);
  url.pathname = `${url.pathname.replace(/\/$/u, '')}/v1/traces`;
  return url.href;
}
