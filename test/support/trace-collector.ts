import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { json } from 'node:stream/consumers';

/** A step as it came to the collector. */
export interface SentSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
  readonly attributes: readonly { readonly key: string; readonly value: Readonly<Record<string, unknown>> }[];
  readonly status: { readonly code?: number; readonly message?: string };
}

interface Sent {
  readonly resourceSpans: readonly { readonly scopeSpans: readonly { readonly spans: readonly SentSpan[] }[] }[];
}

/** Takes traces as OpenTelemetry's collector does, over HTTP. */
export class TraceCollector {
  readonly spans: SentSpan[] = [];

  private constructor(
    readonly url: string,
    readonly close: () => Promise<void>,
  ) {}

  /** Waits until a step of that kind has come: they are sent in bundles, every five seconds. */
  async until(is: (span: SentSpan) => boolean): Promise<void> {
    for (let looks = 0; looks < 200 && !this.spans.some(is); looks += 1) await pause(100);
  }

  static async open(): Promise<TraceCollector> {
    const server = createServer((request, response) => {
      void json(request).then((sent) => {
        const { resourceSpans } = sent as Sent;
        collector.spans.push(...resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans)));
        response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const close = (): Promise<void> =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      });
    const collector = new TraceCollector(`http://127.0.0.1:${String(port)}`, close);
    return collector;
  }
}
