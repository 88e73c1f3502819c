import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { AppProcess } from '../support/app-process.js';
import { FaultApp } from '../support/fault-app.js';
import { FaultyProxy, type Toxic } from '../support/faulty-proxy.js';
import { underLoad } from '../support/under-load.js';

const CALL_SECONDS = 2;
const LASTS_MS = 6000;
const SETTLE_MS = 60_000;
/** Two looks a second, for messages and for letters, and a few tries. */
const MAX_CALLS_A_SECOND = 4;
const GROWTH_MIB = 100;

const FAULTS: readonly (readonly [name: string, toxic: Toxic])[] = [
  ['F6: nobody listens', { kind: 'down' }],
  ['F7: the peer accepts and hangs', { kind: 'silence' }],
  ['F8: a reset before the call is whole', { kind: 'reset', way: 'there', bytes: 300 }],
  ['F8: a reset after the call was taken', { kind: 'reset', way: 'back', bytes: 0 }],
  ['F8: a reset within the answer', { kind: 'reset', way: 'back', bytes: 300 }],
  ['F9: a call cut short', { kind: 'limit', way: 'there', bytes: 900 }],
  ['F9: an answer cut short', { kind: 'limit', way: 'back', bytes: 400 }],
  ['F12: a byte a second', { kind: 'bandwidth', bytesPerSecond: 1 }],
  ['F12: crumbs', { kind: 'slicer', bytes: 40, pauseMs: 5 }],
  ['slow answers', { kind: 'latency', ms: 700 }],
  ['an end that comes late', { kind: 'slowClose', ms: 3000 }],
];

/** Bytes on their way between the program and the e-office; the hotline and people at the e-office are not touched. */
describe('the network to the e-office', () => {
  let faultApp: FaultApp;
  let proxy: FaultyProxy;
  let app: AppProcess;
  let letters = 0;

  beforeAll(async () => {
    faultApp = await FaultApp.open();
    await faultApp.people();
    proxy = await FaultyProxy.before(faultApp.stage.eOfficeUrl, false);
    app = await faultApp.start({ settings: throughProxy() });
  }, 120_000);

  afterAll(async () => {
    await faultApp.close();
    await proxy.close();
  });

  const throughProxy = () => ({
    E_OFFICE_URL: `${proxy.url}/eoffice/v1`,
    E_OFFICE_TIMEOUT_SECONDS: String(CALL_SECONDS),
  });

  it('F27: the program starts although nobody answers there, and works as soon as somebody does', async () => {
    await faultApp.hotline.send();
    await pause(1000);
    expect(await faultApp.tickets.count()).toBe(0);
    await proxy.heal();
    await faultApp.untilQuiet(SETTLE_MS);
    expect(await faultApp.tickets.count()).toBe(1);
    expect(await faultApp.broken()).toEqual([]);
  }, 120_000);

  it.each(FAULTS)(
    '%s: pages answer, memory stays, nothing is lost or doubled',
    async (_name, toxic) => {
      letters += 1;
      const [before, connectionsBefore] = [await memoryOf(app), proxy.connections];
      await underLoad(faultApp, letters, async () => {
        await proxy.suffer(toxic);
        await pause(LASTS_MS);
        expect(await app.isReady()).toBe(true);
        const calls = proxy.connections - connectionsBefore;
        if (toxic.kind === 'reset') expect(calls).toBeLessThan((MAX_CALLS_A_SECOND * LASTS_MS) / 1000);
        await proxy.heal();
      });
      await faultApp.untilQuiet(SETTLE_MS);
      expect(await faultApp.broken()).toEqual([]);
      expect((await memoryOf(app)) - before).toBeLessThan(GROWTH_MIB);
    },
    180_000,
  );
});

/** Resident MiB. */
async function memoryOf({ pid }: AppProcess): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB$/mu.exec(status)?.[1]) / 1024;
}
