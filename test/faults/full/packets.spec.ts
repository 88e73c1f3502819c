import { setTimeout as pause } from 'node:timers/promises';
import { FaultApp } from '../support/fault-app.js';
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
  let faultApp: FaultApp;
  let proxy: FaultyProxy;

  beforeAll(async () => {
    faultApp = await FaultApp.open();
    await faultApp.people();
    proxy = await FaultyProxy.before(faultApp.stage.eOfficeUrl);
  }, 120_000);

  afterAll(async () => {
    await faultApp.close();
    await proxy.close();
  });

  it('is only slower: everything arrives once while packets go on being lost', async () => {
    const app = await faultApp.start({ settings: { E_OFFICE_URL: `${proxy.url}/eoffice/v1` } });
    const loss = new PacketLoss(proxy.port, SHARE);
    try {
      await underLoad(faultApp, LETTERS, () => pause(LASTS_MS));
      expect(await app.isReady()).toBe(true);
      await faultApp.department.answer(LETTERS, SETTLE_MS);
      await faultApp.untilQuiet(SETTLE_MS);
      expect(loss.lost).toBeGreaterThan(MANY);
    } finally {
      loss.end();
    }
    expect(await faultApp.broken()).toEqual([]);
  }, 480_000);
});
