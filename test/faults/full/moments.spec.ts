import { setTimeout as pause } from 'node:timers/promises';
import type { OperationName } from '../../../integrations/e-office/soap/contract.js';
import type { AppProcess } from '../support/app-process.js';
import { FaultApp } from '../support/fault-app.js';
import { Gateway, MOMENTS, type Moment } from '../support/gateway.js';

/** The calls of one ticket's life; which of two jobs is done first is nobody's business. */
const CALLS: readonly OperationName[] = [
  'GetMessage',
  'AcknowledgeMessage',
  'SendMessage',
  'RegisterIncoming',
  'SubmitForSignature',
  'GetSignedFile',
  'ApplySeal',
];
const CAUGHT_MS = 120_000;
const SETTLE_MS = 180_000;

/** F1 before anything is stored, F2 after it is stored and before it is said, F3 after the peer took it: each for every call of a ticket's life. */
describe('kill -9 at each named moment of a ticket', () => {
  let faultApp: FaultApp;
  let gateway: Gateway;

  beforeAll(
    async () => {
      faultApp = await FaultApp.open();
      gateway = await Gateway.before(faultApp.stage.eOfficeUrl);
      await faultApp.people();
      await faultApp.hotline.send(['giay-bao-thu.png']);
      const stopped = new AbortController();
      const work = faultApp.department.work(1, stopped.signal);
      const left = new Map(CALLS.map((call) => [call, [...MOMENTS]]));
      while (left.size > 0) await killAtOneOf(left);
      stopped.abort();
      await work;
      await faultApp.answersAgain(begin());
      await faultApp.department.answer(1, SETTLE_MS);
      await faultApp.untilQuiet(SETTLE_MS);
    },
    CALLS.length * MOMENTS.length * CAUGHT_MS,
  );

  afterAll(async () => {
    await faultApp.close();
    await gateway.close();
  });

  function begin(): AppProcess {
    return faultApp.begin({ settings: { E_OFFICE_URL: `${gateway.url}/eoffice/v1` } });
  }

  /** @param left the moments of each call that are still to come, in their order */
  async function killAtOneOf(left: Map<OperationName, Moment[]>): Promise<void> {
    const wanted = [...left].flatMap(([operation, [moment]]) => (moment === undefined ? [] : [{ operation, moment }]));
    const first = gateway.catchFirst(wanted);
    const app = begin();
    const caught = await Promise.race([first, pause(CAUGHT_MS, null, { ref: false })]);
    if (!caught)
      throw new Error(`Nothing came of ${wanted.map(({ operation, moment }) => `${operation} ${moment}`).join(', ')}.`);
    left.get(caught.operation)?.shift();
    if (left.get(caught.operation)?.length === 0) left.delete(caught.operation);
    await app.kill();
  }

  it('loses nothing, doubles nothing, and leaves no gap', async () => {
    expect(await faultApp.broken()).toEqual([]);
  });

  it('asked again under the same names, and the peer took each thing once', async () => {
    const peer = await faultApp.peer();
    expect(peer.totals.repetitions).toBeGreaterThanOrEqual(4);
    expect([peer.signatureRequests.length, peer.sealOrders.length, peer.registrations.length]).toEqual([1, 1, 1]);
    expect(peer.queued[0]?.deliveryCount).toBeGreaterThanOrEqual(3);
  });
});
