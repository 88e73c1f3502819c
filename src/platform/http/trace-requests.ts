import { context, ROOT_CONTEXT, SpanKind, SpanStatusCode, type Span } from '@opentelemetry/api';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { beginSpan, ofTicket, traceOf } from '../telemetry/spans.js';

const ABOUT_A_TICKET = /^\/(?:phieu|api\/v1\/tickets)\/:id\b/u;
const UNTRACED = /^\/(?:assets\/|health\/|metrics$|song$)/u;

/**
 * A step of a trace for each request, named by its route. Programs go on with the trace of their caller; a browser begins one of its own, for what a
 * stranger's header says decides nothing here.
 */
export function traceRequests(server: FastifyInstance, isOfPrograms: (route: string) => boolean): void {
  const open = new WeakMap<FastifyRequest, Span>();
  server
    .addHook('onRequest', (request, _reply, done) => {
      const route = request.routeOptions.url;
      if (route === undefined || UNTRACED.test(route)) {
        done();
        return;
      }
      const { method, params, headers } = request;
      const about = ABOUT_A_TICKET.test(route) ? ofTicket((params as { readonly id?: string }).id) : {};
      const attributes = { 'http.request.method': method, 'http.route': route, ...about };
      const parent = isOfPrograms(route) ? traceOf(headers) : ROOT_CONTEXT;
      const { span, within } = beginSpan(`${method} ${route}`, { kind: SpanKind.SERVER, attributes }, parent);
      open.set(request, span);
      context.with(within, done);
    })
    .addHook('onResponse', (request, { statusCode }, done) => {
      const span = open.get(request);
      span?.setAttribute('http.response.status_code', statusCode);
      if (statusCode >= 500) span?.setStatus({ code: SpanStatusCode.ERROR });
      span?.end();
      done();
    });
}
