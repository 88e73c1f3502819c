import { XmlDocument } from 'libxml2-wasm';
import { createClientAsync, WSSecurity } from 'soap';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Global, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CallObserver } from '../../../../src/exchange/ports/call-observer.port.js';
import { EOfficeEvents, RefusedCalls } from '../../../../src/exchange/ports/e-office-events.port.js';
import type { EOfficeEvent } from '../../../../src/exchange/ports/e-office-events.port.js';
import { HeardMessages } from '../../../../src/exchange/ports/heard-messages.port.js';
import { Clock } from '../../../../src/kernel/clock.js';
import { OutsideUnavailable } from '../../../../src/kernel/outside-failure.js';
import { EOfficeCallbackModule } from './callback.module.js';
import { LocalNonceMemory } from './nonce-memory.js';
import { aClient, KeptCalls, KeptRefusals, PASSWORD, RunningClock } from '../client/soap-client.fixture.js';
import type { SoapClient } from '../client/soap-client.js';

class KeptEvents extends EOfficeEvents {
  readonly kept = new Map<string, EOfficeEvent>();
  readonly raws: string[] = [];

  override notify(event: EOfficeEvent, raw: Buffer): Promise<{ receiptId: string; duplicate: boolean }> {
    const duplicate = this.kept.has(event.eventId);
    this.kept.set(event.eventId, event);
    this.raws.push(raw.toString('utf8'));
    return Promise.resolve({ receiptId: `r-${event.eventId}`, duplicate });
  }
}

const events = new KeptEvents();
const refusals = new KeptRefusals();
const observed = new KeptCalls();

@Global()
@Module({
  providers: [
    { provide: EOfficeEvents, useValue: events },
    { provide: RefusedCalls, useValue: refusals },
    { provide: CallObserver, useValue: observed },
    { provide: HeardMessages, useClass: LocalNonceMemory },
    { provide: Clock, useClass: RunningClock },
  ],
  exports: [EOfficeEvents, RefusedCalls, CallObserver, HeardMessages, Clock],
})
class Surroundings {}

let app: NestFastifyApplication;
let url: string;
let client: SoapClient;

beforeAll(async () => {
  const guard = { username: 'so-gddt', password: PASSWORD, maxBytes: 100_000, siteUrl: 'https://hoi-am.example?a&b' };
  const adapter = new FastifyAdapter();
  adapter
    .getInstance()
    .addContentTypeParser(['text/xml', 'application/soap+xml'], (_request, body, done) => done(null, body));
  const root = { module: Surroundings, imports: [EOfficeCallbackModule.guardedBy(guard)] };
  app = await NestFactory.create<NestFastifyApplication>(root, adapter, { logger: false });
  await app.listen(0, '127.0.0.1');
  url = `${await app.getUrl()}/soap/eoffice-callback/v1`;
  client = aClient(url);
});

afterAll(async () => {
  client.close();
  await app.close();
});

const occurredAt = new Date('2026-11-24T01:00:00Z');

describe('the callback', () => {
  it('hands a hint on a message to the app and gives its receipt, twice the same', async () => {
    const event = { eventId: 'event-0001', occurredAt, pendingMessageId: 'm-1' };
    expect(await client.call('NotifyEvent', event)).toEqual({ receiptId: 'r-event-0001', duplicate: false });
    const seen = observed.kept.at(-1);
    expect(seen).toMatchObject({ direction: 'toUs', channel: 'e-office-callback', operation: 'NotifyEvent' });
    expect(seen?.request.kept.toString()).toMatch(/>\*\*\*<\/wsse:Password>.*event-0001/su);
    expect(seen?.response?.kept.toString()).toContain('r-event-0001');
    expect(await client.call('NotifyEvent', event)).toEqual({ receiptId: 'r-event-0001', duplicate: true });
    expect(events.kept.get('event-0001')).toEqual({
      eventId: 'event-0001',
      occurredAt,
      about: { kind: 'message', messageId: 'm-1' },
    });
    expect(events.raws[0]).toContain('<wsse:Password>***</wsse:Password>');
  });

  it('hands a hint on a signature to the app', async () => {
    const ids = { signatureRequestId: 's-1', clientRequestId: 'SGDDT-1-2-r1' };
    const signatureState = {
      ...ids,
      revision: 1,
      status: 'signed' as const,
      changedAt: occurredAt,
      step: [],
      signedFile: [],
    };
    await client.call('NotifyEvent', { eventId: 'event-0002', occurredAt, signatureState });
    expect(events.kept.get('event-0002')?.about).toEqual({ kind: 'signature', ...ids });
  });

  it('leaves a trace of what it refuses', async () => {
    const stranger = aClient(url, { password: 'sai' });
    const event = { eventId: 'event-0003', occurredAt, pendingMessageId: 'm-1' };
    await expect(stranger.call('NotifyEvent', event)).rejects.toBeInstanceOf(OutsideUnavailable);
    stranger.close();
    expect(refusals.kept).toEqual([['e-office-callback', 'EO-AUTH', 'Tên hoặc mật khẩu WS-Security không đúng.']]);
    expect(events.kept.has('event-0003')).toBe(false);
  });

  it('answers other content than XML without reading it', async () => {
    const answer = await fetch(url, {
      method: 'POST',
      body: '{"a":1}',
      headers: { 'content-type': 'application/json' },
    });
    expect(answer.headers.get('content-type')).toBe('text/xml; charset=utf-8');
    expect(await answer.text()).toContain('EO-VALIDATION');
  });

  it('publishes the contract with this address and no other', async () => {
    const answer = await fetch(`${url}?wsdl`);
    expect(answer.headers.get('content-type')).toBe('text/xml; charset=utf-8');
    const wsdl = XmlDocument.fromString(await answer.text());
    const addresses = wsdl.find('//@location').map(({ content }) => content);
    expect(new Set(addresses)).toEqual(new Set(['https://hoi-am.example/soap/eoffice-callback/v1']));
    wsdl.dispose();
    const alone = await (await fetch(`${url}?wsdl11`)).text();
    expect([alone.includes('EOfficeCallbackSoap11'), alone.includes('soap12')]).toEqual([true, false]);
  });

  it('understands the soap package as others use it, from the published WSDL on', async () => {
    const stock = await createClientAsync(`${url}?wsdl`, { disableCache: true, endpoint: url });
    stock.setSecurity(new WSSecurity('so-gddt', PASSWORD, { passwordType: 'PasswordDigest', hasTimeStamp: true }));
    const notify: unknown = stock['NotifyEventAsync'];
    if (typeof notify !== 'function') throw new Error('The WSDL lost its operation');
    const event = { eventId: 'event-0004', occurredAt: occurredAt.toISOString(), pendingMessageId: 'm-4' };
    const [answer] = await (notify as (event: object) => Promise<readonly unknown[]>)(event);
    expect(answer).toEqual({ receiptId: 'r-event-0004', duplicate: false });
  });
});
