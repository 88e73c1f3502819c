import {
  context,
  propagation,
  ROOT_CONTEXT,
  SpanStatusCode,
  trace,
  type Attributes,
  type Context,
  type Span,
  type SpanOptions,
} from '@opentelemetry/api';

/** Attributes are kinds, numbers and ids: never a person's name, telephone number or words. */
export const SPAN_OF = { job: 'hoi_am.job', ticket: 'hoi_am.ticket', message: 'hoi_am.message' } as const;

/** What carries a trace over a border: the header fields of W3C Trace Context. */
export type TraceHeaders = Readonly<Record<string, string>>;

const TRACEPARENT = 'traceparent';

/** What stands in an address in the place of an id may be anything. */
const ID = /^[\w-]{1,36}$/u;

/**
 * Runs work as a step of the trace that is open, or as the first of one. Costs nothing where traces are not sent anywhere.
 *
 * @param parent where the step belongs if not to the step around it
 * @throws what the work throws; its step is marked as failed, without its words
 */
export function inSpan<T>(
  name: string,
  { parent = context.active(), ...options }: SpanOptions & { readonly parent?: Context },
  work: () => Promise<T>,
): Promise<T> {
  return tracer().startActiveSpan(name, options, parent, async (span) => {
    try {
      return await work();
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : 'unknown' });
      throw error;
    } finally {
      span.end();
    }
  });
}

/** A step of the trace that is open; where none is, work alone: what is asked every minute begins no trace. */
export function inStep<T>(name: string, options: SpanOptions, work: () => Promise<T>): Promise<T> {
  return trace.getActiveSpan() === undefined ? work() : inSpan(name, options, work);
}

/** A step that the caller ends. */
export function beginSpan(name: string, options: SpanOptions, parent: Context): { span: Span; within: Context } {
  const span = tracer().startSpan(name, options, parent);
  return { span, within: trace.setSpan(parent, span) };
}

/** Header fields by which the receiver goes on with the trace that is open; none where there is none. */
export function traceHeaders(): TraceHeaders {
  const headers: Record<string, string> = {};
  propagation.inject(context.active(), headers);
  return headers;
}

/** The open step as one value, to be kept in a row; null where there is none. */
export function keptTrace(): string | null {
  return traceHeaders()[TRACEPARENT] ?? null;
}

/** The context in which a trace goes on that was kept, or that came in header fields. */
export function traceOf(kept: string | null | Readonly<Record<string, unknown>>): Context {
  return propagation.extract(ROOT_CONTEXT, typeof kept === 'string' ? { [TRACEPARENT]: kept } : (kept ?? {}));
}

/** @returns the attribute that says which ticket it is; none where that is not known, or no id */
export function ofTicket(id: unknown): Attributes {
  return typeof id === 'string' && ID.test(id) ? { [SPAN_OF.ticket]: id } : {};
}

function tracer(): ReturnType<typeof trace.getTracer> {
  return trace.getTracer('hoi-am');
}
