import { setTimeout as pause } from 'node:timers/promises';
import type { AppProcess } from '../support/app-process.js';
import { FaultApp } from '../support/fault-app.js';
import { liftLimit, limit, Tampering } from '../support/tools.js';
import { underLoad } from '../support/under-load.js';

const LASTS_MS = 8000;
const SETTLE_MS = 120_000;
const LIMIT_MS = 300_000;
const MESSAGES = 4;

const FAULTS: readonly (readonly [name: string, calls: string, what: string])[] = [
  ['no sync comes to its end', 'fsync,fdatasync', 'error=EIO'],
  ['nothing can be written into the database', 'pwrite64', 'error=EIO'],
  ['the database finds no room', 'pwrite64', 'error=ENOSPC'],
  ['no file gets its name', 'rename,renameat,renameat2', 'error=EIO'],
  ['one sync in five fails, under load', 'fsync,fdatasync', 'error=EIO:when=5+5'],
];

/** F19: what the disk does not do, it says. Calls of the running program fail, by strace. */
describe('a disk that fails', () => {
  let faultApp: FaultApp;
  let app: AppProcess;
  let letters = 0;

  beforeAll(async () => {
    faultApp = await FaultApp.open();
    await faultApp.people();
    app = await faultApp.start();
    await faultApp.hotline.send(['giay-bao-thu.png']);
    await faultApp.untilQuiet();
  }, LIMIT_MS);

  afterAll(() => faultApp.close());

  /** A program that stops because of its disk is started again, as a service manager does. */
  async function wholeAgain(): Promise<void> {
    if (!app.lives) app = faultApp.begin();
    await faultApp.answersAgain(app);
    await faultApp.untilQuiet(SETTLE_MS);
    expect(await faultApp.broken()).toEqual([]);
  }

  it.each(FAULTS)(
    '%s: nothing is acknowledged that is not kept, and all is well when the disk is',
    async (_name, calls, what) => {
      letters += 1;
      await underLoad(faultApp, letters, async () => {
        const tampering = await Tampering.with(app.pid, calls, what);
        await faultApp.hotline.sendMany(MESSAGES);
        await pause(LASTS_MS);
        if (!what.includes('when')) expect((await unacknowledged()).length).toBeGreaterThanOrEqual(MESSAGES);
        await tampering.lift();
      });
      await wholeAgain();
    },
    LIMIT_MS,
  );

  it(
    'no file may grow: as when the disk is full',
    async () => {
      limit(app.pid, 'fsize', 0);
      await faultApp.hotline.sendMany(MESSAGES);
      await pause(LASTS_MS);
      const waiting = await unacknowledged();
      if (app.lives) liftLimit(app.pid, 'fsize');
      expect(waiting).toHaveLength(MESSAGES);
      await wholeAgain();
    },
    LIMIT_MS,
  );

  const unacknowledged = async (): Promise<readonly object[]> =>
    (await faultApp.peer()).queued.filter(({ outcome }) => outcome === null);
});
