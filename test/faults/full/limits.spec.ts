import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DEMONSTRATION_PASSWORD } from '../../../src/cli/demo/people.js';
import { WebVisitor } from '../../support/web-visitor.js';
import type { AppProcess } from '../support/app-process.js';
import { FaultApp } from '../support/fault-app.js';
import { Gateway } from '../support/gateway.js';
import { addressSpace, liftLimit, limit } from '../support/tools.js';

const LOCK_MS = 30_000;
const STARVED_MS = 8_000;
const DRAINED_MS = 20_000;
const LIMIT_MS = 240_000;
const MEGABYTE = 2 ** 20;
const MESSAGES = 5;
/** Lower than what it has open already: not one more. */
const LOWEST_FILES = 8;

/** The machine gives the running program less than it needs, or tells it to stop. */
describe('a program that is locked out, starved or stopped', () => {
  let faultApp: FaultApp;
  let gateway: Gateway;
  let app: AppProcess;

  beforeAll(async () => {
    faultApp = await FaultApp.open();
    gateway = await Gateway.before(faultApp.stage.eOfficeUrl);
    await faultApp.people();
    app = await faultApp.start();
    await faultApp.hotline.send();
    await faultApp.untilQuiet();
  }, LIMIT_MS);

  afterAll(async () => {
    await faultApp.close();
    await gateway.close();
  });

  const unacknowledged = async (): Promise<number> =>
    (await faultApp.peer()).queued.filter(({ outcome }) => outcome === null).length;

  /** The supervisor's part: who died is started again. */
  async function wholeAgain(): Promise<void> {
    if (!app.lives) app = faultApp.begin();
    await faultApp.answersAgain(app);
    await faultApp.untilQuiet(120_000);
    expect(await faultApp.broken()).toEqual([]);
  }

  it(
    'F20: another process holds the database for 30 s: people are told to try again, nothing is acknowledged, nothing lost',
    async () => {
      const visitor = new WebVisitor(app.url);
      await visitor.open('/dang-nhap');
      const lock = join(import.meta.dirname, '../support/lock-holder.mjs');
      const path = join(faultApp.stage.directory, 'du-lieu/hoi-am.db');
      const holder = spawn(process.execPath, [lock, path], { stdio: ['pipe', 'pipe', 'inherit'] });
      await once(holder.stdout, 'data');
      const held = pause(LOCK_MS);
      await faultApp.hotline.sendMany(MESSAGES);
      const signIn = { username: 'vanthu', password: DEMONSTRATION_PASSWORD, next: '/' };
      const { status } = await visitor.post('/dang-nhap', signIn);
      const ready = await app.isReady();
      await held;
      const waiting = await unacknowledged();
      holder.stdin.end();
      await once(holder, 'exit');

      expect({ status, ready, waiting }).toEqual({ status: 503, ready: true, waiting: MESSAGES });
      await wholeAgain();
    },
    LIMIT_MS,
  );

  it(
    'F23: it may open no more files: it takes nothing that it cannot keep, and recovers in the same process',
    async () => {
      limit(app.pid, 'nofile', LOWEST_FILES);
      await faultApp.hotline.sendMany(MESSAGES);
      await pause(STARVED_MS);
      const waiting = await unacknowledged();
      const { lives } = app;
      if (lives) liftLimit(app.pid, 'nofile');

      expect({ lives, waiting }).toEqual({ lives: true, waiting: MESSAGES });
      await wholeAgain();
    },
    LIMIT_MS,
  );

  it(
    'F22: it gets no more memory, and dies of it or is ended by who watches it',
    async () => {
      limit(app.pid, 'as', addressSpace(app.pid) + MEGABYTE);
      await faultApp.hotline.sendMany(10 * MESSAGES);
      const end = await app.ended(60_000).catch(() => app.kill());

      expect(end.code).not.toBe(0);
      await wholeAgain();
    },
    LIMIT_MS,
  );

  it(
    'F25: told to stop while busy, it ends in 20 s',
    async () => {
      await faultApp.hotline.sendMany(4 * MESSAGES);
      await pause(1500);
      const { tookMs } = await app.terminate();

      expect(tookMs).toBeLessThan(DRAINED_MS);
      await wholeAgain();
    },
    LIMIT_MS,
  );

  it(
    'F25: told to stop while the e-office hangs, it ends in 20 s all the same',
    async () => {
      await app.terminate();
      app = await faultApp.start({ settings: { E_OFFICE_URL: `${gateway.url}/eoffice/v1` } });
      const hung = gateway.catchNext('SendMessage', 'answered');
      await faultApp.hotline.send();
      await hung;
      const { tookMs, code } = await app.terminate();

      expect(tookMs).toBeLessThan(DRAINED_MS);
      expect(code).toBe(0);
      await wholeAgain();
    },
    LIMIT_MS,
  );
});
