import { setTimeout as pause } from 'node:timers/promises';
import { Circuits } from '../../../src/platform/outbox/circuits.js';
import type { AppProcess } from '../support/app-process.js';
import { FaultApp, RECOVERY_MS } from '../support/fault-app.js';
import { FaultyProxy } from '../support/faulty-proxy.js';
import { underLoad } from '../support/under-load.js';
import { WrongClock } from '../support/wrong-clock.js';

const HOUR = 3600;
const LASTS_MS = 6000;
const SETTLE_MS = 120_000;
const MESSAGES = 6;
const OPENED_MS = 90_000;
const LIMIT_MS = 300_000;

/** F17: the clock of the program's host is wrong; those of the e-office, the hotline and the people are right. */
describe('a clock that is wrong', () => {
  let faultApp: FaultApp;
  let proxy: FaultyProxy;
  let clock: WrongClock;
  let app: AppProcess;
  let letters = 0;

  beforeAll(async () => {
    faultApp = await FaultApp.open();
    await faultApp.people();
    proxy = await FaultyProxy.before(faultApp.stage.eOfficeUrl);
    clock = new WrongClock(faultApp.stage.directory);
    app = await faultApp.start({ settings: { ...clock.environment, E_OFFICE_URL: `${proxy.url}/eoffice/v1` } });
  }, LIMIT_MS);

  afterAll(async () => {
    await faultApp.close();
    await proxy.close();
  });

  it.each([
    ['an hour ahead, then right again', HOUR],
    ['an hour behind, then right again', -HOUR],
  ])(
    '%s: work goes on within 30 s, nothing is lost or doubled, and no period moves',
    async (_name, seconds) => {
      letters += 1;
      await underLoad(faultApp, letters, async () => {
        clock.set(seconds);
        await pause(LASTS_MS);
        expect(await app.isReady()).toBe(true);
        clock.set(0);
      });
      await faultApp.untilQuiet(RECOVERY_MS);
      await faultApp.department.answer(letters, SETTLE_MS);
      await faultApp.untilQuiet(SETTLE_MS);
      expect(await faultApp.broken()).toEqual([]);
    },
    LIMIT_MS,
  );

  it(
    'put back by an hour while the e-office is away: the open circuit does not wait for the old clock',
    async () => {
      await faultApp.hotline.sendMany(MESSAGES);
      await faultApp.untilQuiet(SETTLE_MS);
      await proxy.suffer({ kind: 'down' });
      clock.set(HOUR);
      const stopped = new AbortController();
      const work = faultApp.department.work(letters, stopped.signal);
      await circuitOpen();
      stopped.abort();
      await work;
      clock.set(0);
      await proxy.heal();
      await faultApp.untilQuiet(RECOVERY_MS);
      expect(await faultApp.broken()).toEqual([]);
    },
    LIMIT_MS,
  );

  async function circuitOpen(): Promise<void> {
    const patience = AbortSignal.timeout(OPENED_MS);
    while (!patience.aborted) {
      const circuits = await faultApp.context.get(Circuits).list();
      if (circuits.some(({ channel, state }) => channel === 'exchange' && state !== 'closed')) return;
      await pause(200);
    }
    throw new Error('The circuit did not open.');
  }
});
