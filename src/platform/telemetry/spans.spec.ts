import fastify from 'fastify';
import { TraceCollector, type SentSpan } from '../../../test/support/trace-collector.js';
import { traceRequests } from '../http/trace-requests.js';
import { SentTraces } from './sent-traces.js';
import { inSpan, inStep, keptTrace, ofTicket, traceHeaders, traceOf } from './spans.js';

const STRANGER = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`;

describe('traces', () => {
  let collector: TraceCollector;

  beforeEach(async () => {
    collector = await TraceCollector.open();
  });
  afterEach(() => collector.close());

  /** What the collector got while the work was done. */
  async function sent(work: () => Promise<unknown>): Promise<(name: string) => SentSpan | undefined> {
    const traces = SentTraces.to(collector.url);
    await work();
    await traces.end();
    return (name) => collector.spans.find((span) => span.name === name);
  }

  it('go on where a job takes up what was kept with it', async () => {
    let kept: string | null = null;
    const of = await sent(async () => {
      kept = await inSpan('act', {}, () => Promise.resolve(keptTrace()));
      await inSpan('job', { parent: traceOf(kept), attributes: ofTicket('t-1') }, () =>
        inStep('step', {}, () => Promise.resolve()),
      );
    });
    expect(of('job')).toMatchObject({ traceId: of('act')?.traceId, parentSpanId: of('act')?.spanId });
    expect(of('step')?.parentSpanId).toBe(of('job')?.spanId);
    expect(of('job')?.attributes).toEqual([{ key: 'hoi_am.ticket', value: { stringValue: 't-1' } }]);
  });

  it('say that a step failed, and nothing of what was said', async () => {
    const failure = new TypeError('Bà Bùi Thị Khải không có số điện thoại.');
    const of = await sent(() => inSpan('act', {}, () => Promise.reject(failure)).catch(() => undefined));
    expect(of('act')?.status).toEqual({ code: 2, message: 'TypeError' });
    expect(JSON.stringify(collector.spans)).not.toContain('Khải');
  });

  it('are begun anew by a browser, and gone on with by a program that we call or that calls us', async () => {
    const server = fastify();
    traceRequests(server, (route) => route.startsWith('/soap/'));
    server.get('/phieu/:id', () => keptTrace());
    server.get('/soap/v1', () => keptTrace());
    const headers = { traceparent: STRANGER };
    const of = await sent(async () => {
      await server.inject({ url: '/phieu/t-2', headers });
      await server.inject({ url: '/soap/v1', headers });
    });
    await server.close();
    expect(of('GET /soap/v1')?.traceId).toBe('a'.repeat(32));
    expect(of('GET /phieu/:id')?.traceId).not.toBe('a'.repeat(32));
    expect(JSON.stringify(of('GET /phieu/:id')?.attributes)).toContain('t-2');
  });

  it('name a ticket by its id, and by nothing else that stands in its place', async () => {
    const server = fastify();
    traceRequests(server, () => false);
    server.get('/phieu/:id', () => '');
    const of = await sent(() => server.inject({ url: `/phieu/${encodeURIComponent('Bùi Thị Khải')}` }));
    await server.close();
    expect(of('GET /phieu/:id')).toBeDefined();
    expect(JSON.stringify(collector.spans)).not.toContain('Khải');
  });

  it('are also sent where the program that calls us does not keep its own', async () => {
    const traceparent = STRANGER.replace(/01$/u, '00');
    const of = await sent(() => inSpan('act', { parent: traceOf({ traceparent }) }, () => Promise.resolve()));
    expect(of('act')?.traceId).toBe('a'.repeat(32));
  });

  it('cost nothing and leave nothing where they are sent nowhere, or where no step is open', async () => {
    expect(await inSpan('act', {}, () => Promise.resolve([keptTrace(), traceHeaders()]))).toEqual([null, {}]);
    const of = await sent(() => inStep('poll', {}, () => Promise.resolve()));
    expect(of('poll')).toBeUndefined();
  });

  it('are lost without harm where the collector is away', async () => {
    await collector.close();
    await expect(sent(() => inSpan('act', {}, () => Promise.resolve()))).resolves.toBeDefined();
    collector = await TraceCollector.open();
  });
});
