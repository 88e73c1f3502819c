import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { trace } from '@opentelemetry/api';
import { SentTraces, tracesAddress } from './sent-traces.js';

describe('the address of traces', () => {
  it.each([
    ['http://127.0.0.1:4318', 'http://127.0.0.1:4318/v1/traces'],
    ['http://127.0.0.1:4318/', 'http://127.0.0.1:4318/v1/traces'],
    ['https://nhan.example/otlp?khoa=a%20b&may=1', 'https://nhan.example/otlp/v1/traces?khoa=a%20b&may=1'],
  ])('of the collector %s is %s', (collector, address) => {
    expect(tracesAddress(collector)).toBe(address);
  });

  it('is asked with its query', async () => {
    const asked: (string | undefined)[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url);
      response.end();
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    const sent = SentTraces.to(`http://127.0.0.1:${String(port)}/?khoa=1`);
    trace.getTracer('thử').startSpan('một việc').end();
    await sent.end();
    server.close();
    expect(asked).toEqual(['/v1/traces?khoa=1']);
  });
});
