import { setTimeout as pause } from 'node:timers/promises';
import type { OperationName } from '../../../integrations/e-office/soap/contract.js';
import type { AppProcess } from '../support/app-process.js';
import { FaultHouse } from '../support/fault-house.js';
import { Gateway, MOMENTS, type Moment } from '../support/gateway.js';

/** The calls of one ticket's life, in their order. */
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
  let house: FaultHouse;
  let gateway: Gateway;

  beforeAll(
    async () => {
      house = await FaultHouse.open();
      gateway = await Gateway.before(house.stage.eOfficeUrl);
      await house.people();
      await house.hotline.send(['giay-bao-thu.png']);
      const stopped = new AbortController();
      const work = house.department.work(1, stopped.signal);
      for (const call of CALLS) for (const moment of MOMENTS) await killAt(call, moment);
      stopped.abort();
      await work;
      await house.answersAgain(begin());
      await house.department.answer(1, SETTLE_MS);
      await house.untilQuiet(SETTLE_MS);
    },
    CALLS.length * MOMENTS.length * CAUGHT_MS,
  );

  afterAll(async () => {
    await house.close();
    await gateway.close();
  });

  function begin(): AppProcess {
    return house.begin({ settings: { E_OFFICE_URL: `${gateway.url}/eoffice/v1` } });
  }

  async function killAt(call: OperationName, moment: Moment): Promise<void> {
    const caught = gateway.catchNext(call, moment).then(() => true);
    const app = begin();
    const late = pause(CAUGHT_MS, false, { ref: false });
    if (!(await Promise.race([caught, late]))) throw new Error(`${call} never came to be ${moment}.`);
    await app.kill();
  }

  it('loses nothing, doubles nothing, and leaves no gap', async () => {
    expect(await house.broken()).toEqual([]);
  });

  it('asked again under the same names, and the peer took each thing once', async () => {
    const peer = await house.peer();
    expect(peer.totals.repetitions).toBeGreaterThanOrEqual(4);
    expect([peer.signatureRequests.length, peer.sealOrders.length, peer.registrations.length]).toEqual([1, 1, 1]);
    expect(peer.queued[0]?.deliveryCount).toBeGreaterThanOrEqual(3);
  });
});
