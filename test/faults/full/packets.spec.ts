import { setTimeout as pause } from 'node:timers/promises';
import { FaultHouse } from '../support/fault-house.js';
import { FaultyProxy } from '../support/faulty-proxy.js';
import { PacketLoss } from '../support/packet-loss.js';
import { underLoad } from '../support/under-load.js';

const SHARE = 0.2;
const LASTS_MS = 20_000;
const LETTERS = 2;
const SETTLE_MS = 180_000;
const MANY = 50;

/** F13: of the packets between the program and the e-office one in five is lost. */
describe('a network that loses packets', () => {
  let house: FaultHouse;
  let proxy: FaultyProxy;

  beforeAll(async () => {
    house = await FaultHouse.open();
    await house.people();
    proxy = await FaultyProxy.before(house.stage.eOfficeUrl);
  }, 120_000);

  afterAll(async () => {
    await house.close();
    await proxy.close();
  });

  it('is only slower: everything arrives once while packets go on being lost', async () => {
    const app = await house.start({ settings: { E_OFFICE_URL: `${proxy.url}/eoffice/v1` } });
    const loss = new PacketLoss(proxy.port, SHARE);
    try {
      await underLoad(house, LETTERS, () => pause(LASTS_MS));
      expect(await app.isReady()).toBe(true);
      await house.department.answer(LETTERS, SETTLE_MS);
      await house.untilQuiet(SETTLE_MS);
      expect(loss.lost).toBeGreaterThan(MANY);
    } finally {
      loss.end();
    }
    expect(await house.broken()).toEqual([]);
  }, 480_000);
});
