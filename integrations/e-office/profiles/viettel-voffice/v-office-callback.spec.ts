import { Global, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createClientAsync } from 'soap';
import { CallObserver } from '../../../../src/exchange/ports/call-observer.port.js';
import { EOfficeEvents, RefusedCalls } from '../../../../src/exchange/ports/e-office-events.port.js';
import type { EOfficeEvent } from '../../../../src/exchange/ports/e-office-events.port.js';
import { Clock } from '../../../../src/kernel/clock.js';
import { KeptCalls, KeptRefusals, RunningClock } from '../../soap/client/soap-client.fixture.js';
import { VOfficeCallbackModule } from './v-office-callback.module.js';
import { golden, TRANS_CODE } from './v-office.fixture.js';

class KeptEvents extends EOfficeEvents {
  readonly kept = new Map<string, EOfficeEvent>();
  fails = false;

  override notify(event: EOfficeEvent): Promise<{ receiptId: string; duplicate: boolean }> {
    if (this.fails) return Promise.reject(new Error('the database is away: secret words'));
    const duplicate = this.kept.has(event.eventId);
    this.kept.set(event.eventId, event);
    return Promise.resolve({ receiptId: 'r', duplicate });
  }
}

const events = new KeptEvents();
const refusals = new KeptRefusals();

@Global()
@Module({
  providers: [
    { provide: EOfficeEvents, useValue: events },
    { provide: RefusedCalls, useValue: refusals },
    { provide: CallObserver, useClass: KeptCalls },
    { provide: Clock, useClass: RunningClock },
  ],
  exports: [EOfficeEvents, RefusedCalls, CallObserver, Clock],
})
class Surroundings {}

const MAX_BYTES = 20_000;

let app: NestFastifyApplication;
let url: string;

beforeAll(async () => {
  // The test stands for the proxy in front, whose word on the caller is trusted.
  const adapter = new FastifyAdapter({ trustProxy: '127.0.0.1' });
  adapter
    .getInstance()
    .addContentTypeParser(['text/xml', 'application/soap+xml'], (_request, body, done) => done(null, body));
  const guard = { addresses: ['10.20.0.0/16'], maxBytes: MAX_BYTES, siteUrl: 'https://hoi-am.example' };
  const root = { module: Surroundings, imports: [VOfficeCallbackModule.guardedBy(guard)] };
  app = await NestFactory.create<NestFastifyApplication>(root, adapter, { logger: false });
  await app.listen(0, '127.0.0.1');
  url = `${await app.getUrl()}/soap/voffice-callback/v1`;
});

afterAll(() => app.close());

beforeEach(() => {
  events.kept.clear();
  events.fails = false;
  refusals.kept.length = 0;
});

const VOFFICE = '10.20.1.2';

async function tell(
  body: string,
  {
    from = VOFFICE,
    action = '""',
    type = 'text/xml; charset=utf-8',
  }: { from?: string; action?: string; type?: string } = {},
): Promise<{ status: number; text: string }> {
  const headers = { 'content-type': type, soapaction: action, 'x-forwarded-for': from };
  const answer = await fetch(url, { method: 'POST', headers, body });
  return { status: answer.status, text: await answer.text() };
}

const told = (): readonly unknown[] => [...events.kept.values()].map(({ about }) => about);
const about = (id: string): object => ({ kind: 'signature', signatureRequestId: id, clientRequestId: id });

describe('the callback of vOffice', () => {
  it('hands each result to the app as a hint, and answers 1 as the golden message shows', async () => {
    const { status, text } = await tell(golden('bao-ket-qua.request.xml'));
    expect([status, text]).toEqual([200, golden('bao-ket-qua.answer.xml')]);
    expect(told()).toEqual([about(TRANS_CODE)]);
    const [id = ''] = events.kept.keys();
    expect(id).toMatch(/^vo-[0-9a-f]{64}$/u);
  });

  it('knows the same words again, and answers 1 again', async () => {
    await tell(golden('bao-ket-qua.request.xml'));
    expect((await tell(golden('bao-ket-qua.request.xml'))).text).toContain('<return>1</return>');
    expect(events.kept.size).toBe(1);
    await tell(golden('bao-ket-qua.request.xml').replace('<signStatus>3<', '<signStatus>5<'));
    expect(events.kept.size).toBe(2);
  });

  it('takes several results at once', async () => {
    expect((await tell(golden('bao-nhieu-ket-qua.request.xml'))).text).toContain('<return>1</return>');
    expect(told()).toEqual([about(TRANS_CODE), about('SGDDT-PAKN.20260318.0002-4e5f6a7b-r1')]);
  });

  it('answers 2 when it could not keep the result, and says nothing of why', async () => {
    events.fails = true;
    const { status, text } = await tell(golden('bao-ket-qua.request.xml'));
    expect([status, text]).toEqual([200, golden('bao-ket-qua.answer.xml').replace('>1<', '>2<')]);
  });

  it('answers 2 to a result of no letter, for the clerk to see', async () => {
    const { text } = await tell(golden('bao-ket-qua.request.xml').replace(/<transCode>.*<\/transCode>/u, ''));
    expect(text).toContain('<return>2</return>');
    expect(refusals.kept).toEqual([['voffice-callback', 'EO-VALIDATION', expect.stringContaining('transCode')]]);
  });

  it('lets in nobody but vOffice, by the address that the proxy names', async () => {
    const { status, text } = await tell(golden('bao-ket-qua.request.xml'), { from: '192.0.2.7' });
    expect([status, text]).toEqual([403, 'Địa chỉ này không được gọi vào đây.\n']);
    expect(refusals.kept).toEqual([['voffice-callback', 'EO-FORBIDDEN', expect.stringContaining('192.0.2.7')]]);
    expect(events.kept.size).toBe(0);
  });

  it.each([
    ['an action that names another operation', golden('bao-ket-qua.request.xml'), { action: '"returnMultiSignReult"' }],
    ['a DOCTYPE', `<!DOCTYPE a []>${golden('bao-ket-qua.request.xml').replace(/^<\?.*?\?>/u, '')}`, {}],
    [
      'an element that the schema does not know',
      golden('bao-ket-qua.request.xml').replace('<arg0>', '<arg0><la/>'),
      {},
    ],
    ['an operation of another contract', golden('dang-ky.request.xml'), {}],
    ['two elements in the Body', golden('bao-ket-qua.request.xml').replace('</S:Body>', '<a/></S:Body>'), {}],
    ['more than it takes', golden('bao-ket-qua.request.xml').replace('Đồng ý', 'x'.repeat(MAX_BYTES)), {}],
    [
      'a header that must be understood',
      golden('bao-ket-qua.request.xml').replace(
        '<S:Body>',
        '<S:Header><w:Security xmlns:w="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd" S:mustUnderstand="1"/></S:Header><S:Body>',
      ),
      {},
    ],
    ['no XML', '{"a":1}', {}],
  ])('refuses %s with a plain fault', async (_what, body, how) => {
    const { status, text } = await tell(body, how);
    expect(status).toBe(500);
    expect(text).toContain('<faultcode>soap:Client</faultcode>');
    expect(text).not.toMatch(/detail|node_modules|\.js/u);
    expect(refusals.kept).toHaveLength(1);
    expect(events.kept.size).toBe(0);
  });

  it('can be called by a program that knows the published WSDL alone', async () => {
    const client = await createClientAsync(`${url}?wsdl`, { disableCache: true, endpoint: url });
    expect(client.describe()).toMatchObject({
      ReceiveFromVOfficeService: { ReceiveFromVOfficePort: { returnSignReult: {} } },
    });
    client.addHttpHeader('x-forwarded-for', VOFFICE);
    const call: unknown = client['returnSignReultAsync'];
    if (typeof call !== 'function') throw new Error('The WSDL lost its operation');
    const arg0 = { transCode: TRANS_CODE, signStatus: '3' };
    const [answer] = await (call as (request: object) => Promise<readonly unknown[]>)({ arg0 });
    expect(answer).toEqual({ return: 1 });
    expect(told()).toEqual([about(TRANS_CODE)]);
  });
});
