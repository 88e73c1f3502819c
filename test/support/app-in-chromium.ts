import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { seedDemonstration } from '../../src/cli/demo/seed.js';
import { Stage } from '../../src/cli/demo/stage.js';
import { openUseCases } from '../../src/bootstrap/start.js';
import { BrowserPeople } from './browser-people.js';
import { openChromium } from './chromium.js';
import { compileCache } from './compile-cache.js';
import { StageHere } from './stage-here.js';

interface Wishes {
  /** Whether a test may put the clocks of pages forward. */
  readonly windsClocks?: boolean;
  /** Variables of an app and an e-office in processes of their own, as `npm run demo` has them; left out, both run within this one. */
  readonly ownProcesses?: Readonly<Record<string, string>>;
}

/** The demonstration's app at work with its simulated e-office, and people at it in Chromium. */
export class AppInChromium {
  private constructor(
    readonly stage: Stage,
    readonly browser: Browser,
    readonly people: BrowserPeople,
    private readonly endings: readonly (() => Promise<void>)[],
  ) {}

  /** @param pictures the folder of its pictures */
  static async open(pictures: string, { windsClocks = false, ownProcesses }: Wishes = {}): Promise<AppInChromium> {
    const endings: (() => Promise<void>)[] = [];
    try {
      const directory = await mkdtemp(join(tmpdir(), 'hoi-am-chromium-'));
      endings.unshift(() => rm(directory, { recursive: true, force: true }));
      const variables = { ...compileCache(), ...ownProcesses };
      const stage = await Stage.at(directory, 'dist', { app: 0, eOffice: 0 }, variables);
      const playing = ownProcesses === undefined ? new StageHere(stage) : stage;
      endings.unshift(() => playing.stop());
      await playing.startEOffice();
      const context = await openUseCases(stage.settings);
      await seedDemonstration(context);
      await context.close();
      await playing.startApp();
      const browser = await openChromium();
      endings.unshift(() => browser.close());
      return new AppInChromium(stage, browser, new BrowserPeople(browser, stage.url, pictures, windsClocks), endings);
    } catch (error) {
      await endAll(endings);
      throw error;
    }
  }

  close(): Promise<void> {
    return endAll(this.endings);
  }
}

async function endAll(endings: readonly (() => Promise<void>)[]): Promise<void> {
  for (const end of endings) await end();
}

/** Steps of which each stands on the one before; after a failure the rest say so at once. */
export function stepsInOrder(timeout?: number): (name: string, act: () => Promise<void>) => void {
  let failed = '';
  return (name, act) => {
    it(
      name,
      async () => {
        if (failed !== '') throw notTried(failed);
        failed = name;
        await act();
        failed = '';
      },
      timeout,
    );
  };
}

/** Without the place that threw it, which says nothing: in a long run it would push out of sight what failed. */
function notTried(failed: string): Error {
  const error = new Error(`Not tried, because "${failed}" failed.`);
  error.stack = error.message;
  return error;
}
