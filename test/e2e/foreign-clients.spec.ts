import { rm } from 'node:fs/promises';
import { EOfficeCallbackModule } from '../../integrations/e-office/soap/door/callback.module.js';
import {
  aDirectory,
  aReply,
  aSimulator,
  aSubmission,
  consignment,
  DEPARTMENT,
  HOTLINE,
  post,
  type StartedSimulator,
} from '../../integrations/e-office/simulator/simulator.fixture.js';
import { ExchangeModule } from '../../src/exchange/index.js';
import { EOfficeEventEntity, RefusedCallEntity } from '../../src/exchange/persistence/exchange.entities.js';
import { sha256Of } from '../../src/kernel/sha256.js';
import { Database } from '../../src/platform/database/database.js';
import { SystemClock } from '../../src/platform/system-clock.js';
import { CALLER_NAMES, callsBy, type Job } from '../support/peers/callers.js';
import { FixedClock } from '../support/fixed-clock.js';
import { FEEDBACK, TestApp } from '../support/test-app.js';

const CALLBACK = { username: 'eoffice', password: 'mật-khẩu & gọi-lại' };
const NOW = new SystemClock().now().toISOString();

const bytes = (content: Buffer): object => ({ base64: content.toString('base64') });

let directory: string;
let office: StartedSimulator;
let app: TestApp;
let endpoint: string;

beforeAll(async () => {
  directory = await aDirectory();
  office = await aSimulator(directory, { clock: new SystemClock() });
  const callback = EOfficeCallbackModule.guardedBy({ ...CALLBACK, maxBytes: 262_144 });
  app = await TestApp.open({}, { clock: new FixedClock(NOW), modules: [{ ...callback, imports: [ExchangeModule] }] });
  endpoint = `${await app.listen()}/soap/eoffice-callback/v1`;
});
afterAll(async () => {
  await app.close();
  await office.stop();
  await rm(directory, { recursive: true });
});

describe.each(CALLER_NAMES)('%s, built from the published WSDL,', (caller) => {
  const own = String(CALLER_NAMES.indexOf(caller));

  describe('against the simulated e-office', () => {
    const job = (binding: string, calls: Job['calls'], more: Partial<Job> = {}): Job => ({
      wsdl: `${office.url}/eoffice/v1?wsdl`,
      endpoint: `${office.url}/eoffice/v1`,
      binding,
      username: 'so-gddt',
      password: 'mat-khau-thu',
      digest: true,
      calls,
      ...more,
    });

    it('fetches and acknowledges a message, sends one once, and has a letter put before its leader', async () => {
      const { body } = await post(`${office.url}/api/feedback`, FEEDBACK);
      const messageId = String(body['messageId']);
      const { sha256: hash } = await office.client.call('GetMessage', { messageId });
      const sent = consignment(aReply('d-1'), `SGDDT-OUT-000${own}`);
      const submission = await aSubmission({ clientRequestId: `SGDDT-0001-000${own}-r1` });
      const request = { ...sent, edxml: bytes(await sent.edxml.read()) };
      const files: unknown[] = [];
      for (const file of submission.file) files.push({ ...file, content: bytes(await file.content.read()) });
      const calls = [
        { operation: 'GetServiceInfo', arguments: {} },
        { operation: 'ListPending', arguments: { agencyCode: DEPARTMENT.agencyCode, page: { maxItems: 10 } } },
        { operation: 'GetMessage', arguments: { messageId, offset: 3, length: 4 } },
        { operation: 'AcknowledgeMessage', arguments: { messageId, outcome: 'done', sha256: hash } },
        { operation: 'SendMessage', arguments: request },
        { operation: 'SendMessage', arguments: request },
        {
          operation: 'SubmitForSignature',
          arguments: {
            ...submission,
            file: files,
          },
        },
        { operation: 'GetSignatureStates', arguments: { clientRequestId: [submission.clientRequestId] } },
        { operation: 'CancelSignature', arguments: { clientRequestId: submission.clientRequestId, reason: 'thử' } },
        { operation: 'ListAgencies', arguments: {} },
      ];
      const [info, pending, part, ack, first, second, submitted, states, , agencies] = await callsBy(
        caller,
        job('EOfficeSoap11', calls),
      );
      expect(info).toMatchObject({ result: { contractVersion: '1.0', maxFileBytes: 20_971_520 } });
      expect(JSON.stringify(pending)).toContain(messageId);
      expect(part).toMatchObject({ result: { offset: 3, sha256: hash } });
      expect(JSON.stringify(ack)).toMatch(/rcp-/u);
      expect(first).toMatchObject({ result: { duplicate: false } });
      expect(second).toMatchObject({
        result: { duplicate: true, receiptId: (first?.result as { receiptId: string }).receiptId },
      });
      expect(submitted).toMatchObject({ result: { status: 'received', duplicate: false } });
      expect(JSON.stringify(states)).toContain(submission.clientRequestId);
      expect(JSON.stringify(agencies)).toContain(HOTLINE.name);
    });

    it('reads typed faults in both versions, with the password as digest and as text', async () => {
      const wrong = { consignmentId: 'SGDDT-OUT-BAD1', kind: 'document', edxml: bytes(Buffer.from('x')) };
      const calls = [
        { operation: 'GetMessage', arguments: { messageId: 'khong-co' } },
        { operation: 'SendMessage', arguments: { ...wrong, sha256: sha256Of('y') } },
        { operation: 'ListPending', arguments: { agencyCode: '999.99' } },
      ];
      for (const [binding, digest] of [['EOfficeSoap11', true] as const, ['EOfficeSoap12', false] as const]) {
        expect(await callsBy(caller, job(binding, calls, { digest }))).toEqual([
          { fault: { code: 'EO-NOT-FOUND', retryable: false, field: ['messageId'] } },
          { fault: { code: 'EO-HASH', retryable: true, field: ['sha256'] } },
          { fault: { code: 'EO-UNKNOWN-AGENCY', retryable: false, field: ['agencyCode'] } },
        ]);
      }
    });
  });

  describe('against our callback in the real application', () => {
    const tell = (eventId: string, binding: string, change: Partial<Job> = {}) => {
      const event = { eventId, occurredAt: NOW, pendingMessageId: 'msg-1' };
      const calls = [event, event].map((one) => ({ operation: 'NotifyEvent', arguments: one }));
      return callsBy(caller, {
        wsdl: `${endpoint}?wsdl`,
        endpoint,
        binding,
        ...CALLBACK,
        digest: true,
        calls,
        ...change,
      });
    };

    it.each([
      ['1.1', 'EOfficeCallbackSoap11', true],
      ['1.2', 'EOfficeCallbackSoap12', false],
    ])(
      'gives a hint and gets the receipt of our commit, the same when it comes again, SOAP %s',
      async (version, binding, digest) => {
        const eventId = `event-${own}-${version}`;
        const answers = await tell(eventId, binding, { digest });
        const kept = await app.nest.get(Database).reader.manager.findOneByOrFail(EOfficeEventEntity, { eventId });
        const { receiptId } = kept;
        expect(answers).toEqual([
          { result: { receiptId, duplicate: false } },
          { result: { receiptId, duplicate: true } },
        ]);
      },
    );

    it('is turned away with a wrong password, and leaves a trace', async () => {
      const { reader } = app.nest.get(Database);
      const before = await reader.manager.countBy(RefusedCallEntity, { code: 'EO-AUTH' });
      const answers = await tell('event-wrong-1', 'EOfficeCallbackSoap11', { password: 'sai' });
      const fault = { fault: { code: 'EO-AUTH', retryable: false, field: [] } };
      expect(answers).toEqual([fault, fault]);
      expect(await reader.manager.countBy(RefusedCallEntity, { code: 'EO-AUTH' })).toBe(before + 2);
      expect(await reader.manager.countBy(EOfficeEventEntity, { eventId: 'event-wrong-1' })).toBe(0);
    });
  });
});

it('zeep, which says that it reads parts, gets a file in one and reads it', async () => {
  const { body } = await post(`${office.url}/api/feedback`, FEEDBACK);
  // Not to the end: of a binary part zeep 4.3 takes line breaks off both ends.
  const part = { messageId: String(body['messageId']), offset: 0, length: 2000 };
  const { edxml } = await office.client.call('GetMessage', part);
  const address = `${office.url}/eoffice/v1`;
  const [answer] = await callsBy('zeep', {
    ...{ wsdl: `${address}?wsdl`, endpoint: address, binding: 'EOfficeSoap11' },
    ...{ username: 'so-gddt', password: 'mat-khau-thu', digest: true, accept: 'multipart/related' },
    calls: [{ operation: 'GetMessage', arguments: part }],
  });
  expect(answer?.result).toMatchObject({ edxml: bytes(await edxml.read()) });
  expect(answer?.contentType).toMatch(/^multipart\/related; type="application\/xop\+xml"/u);
});
