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

/** The demonstration's app at work with its simulated e-office, and people at it in Chromium. */
export class AppInChromium {
  private constructor(
    readonly directory: string,
    readonly stage: Stage,
    readonly browser: Browser,
    readonly people: BrowserPeople,
  ) {}

  /**
   * @param pictures the folder of its pictures
   * @param windsClocks whether a test may put the clocks of pages forward
   * @param variables of the app and its e-office, beside those of the demonstration
   */
  static async open(
    pictures: string,
    windsClocks = false,
    variables: Readonly<Record<string, string>> = {},
  ): Promise<AppInChromium> {
    const directory = await mkdtemp(join(tmpdir(), 'hoi-am-chromium-'));
    const stage = await Stage.at(directory, 'dist', { app: 0, eOffice: 0 }, { ...compileCache(), ...variables });
    await stage.startEOffice();
    const context = await openUseCases(stage.settings);
    await seedDemonstration(context);
    await context.close();
    await stage.startApp();
    const browser = await openChromium();
    const people = new BrowserPeople(browser, stage.url, pictures, windsClocks);
    return new AppInChromium(directory, stage, browser, people);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.stage.stop();
    await rm(this.directory, { recursive: true, force: true });
  }
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
