import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { answered } from './answered.js';
import type { BrowserPeople } from './browser-people.js';
import { TAKES_PICTURES } from './taken-pictures.js';

/** What a walk takes: presses of the mouse, of keys, and pages that were loaded. */
export interface Taken {
  readonly clicks: number;
  readonly keys: number;
  readonly loads: number;
}

/**
 * Counts what people do at their pages. Signing in, and the page that it leads to, are not counted, nor are the words of a text that has to be written anyway;
 * keys that are pressed together are one.
 */
export class CountedWalk {
  private clicks = 0;
  private keys = 0;
  private loads = 0;
  private readonly turns: string[] = [];

  /** @param pictures the folder for screenshots */
  constructor(
    private readonly people: BrowserPeople,
    private readonly pictures: string,
  ) {}

  get taken(): Taken {
    return { clicks: this.clicks, keys: this.keys, loads: this.loads };
  }

  /** The first page of that person, once something that waits for them stands on it. */
  async begin(username: string, waits: string): Promise<Page> {
    const page = await this.people.at(username, '/');
    await this.people.until(page, waits);
    page.on('domcontentloaded', () => {
      this.loads += 1;
    });
    return page;
  }

  /** What one person has taken is told by itself. */
  async turn(name: string, act: () => Promise<Page>): Promise<void> {
    const before = this.taken;
    const page = await act();
    await page.close();
    const { clicks, keys, loads } = this.taken;
    const did = [clicks - before.clicks, keys - before.keys, loads - before.loads] as const;
    this.turns.push(`${name}: ${String(did[0])} clicks, ${String(did[1])} keys, ${String(did[2])} loads`);
  }

  /** What the page shows at this point, where the run takes pictures. */
  async picture(page: Page, name: string): Promise<void> {
    if (TAKES_PICTURES) await page.screenshot({ path: join(this.pictures, `${name}.png`) });
  }

  /** One line a turn, and all of them together. */
  told(heading: string): string {
    const { clicks, keys, loads } = this.taken;
    const all = `${String(clicks)} clicks, ${String(keys)} keys, ${String(loads)} loads`;
    return [`${heading}: ${all}`, ...this.turns.map((turn) => `  ${turn}`)].join('\n');
  }

  async click(place: Locator): Promise<void> {
    await place.click();
    this.clicks += 1;
  }

  /** A click that another page answers. */
  async clickAway(page: Page, place: Locator): Promise<void> {
    await place.waitFor();
    await answered(page, () => this.click(place));
  }

  /** @param keys as they are named by the browser, one after the other */
  async press(page: Page, ...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      await page.keyboard.press(key);
      this.keys += 1;
    }
  }

  /** A key that another page answers. */
  async pressAway(page: Page, key: string): Promise<void> {
    await answered(page, () => this.press(page, key));
  }

  /** Words into the field that has the focus. */
  async write(page: Page, words: string): Promise<void> {
    await page.keyboard.insertText(words);
  }

  /** Tab until the place has the focus, as a person without a mouse goes there. */
  async tabTo(page: Page, place: Locator, most = 60): Promise<void> {
    for (let tabs = 0; tabs < most; tabs += 1) {
      if (await place.evaluate((element) => element === document.activeElement)) return;
      await this.press(page, 'Tab');
    }
    throw new Error(`not reached by ${String(most)} tabs`);
  }
}
