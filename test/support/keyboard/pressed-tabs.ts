import type { CDPSession, Page } from 'playwright-core';

const TAB = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 };
const SHIFT = 8;

/** Presses Tab so many times, without waiting for each: the browser takes them in their order. */
export class PressedTabs {
  private constructor(private readonly session: CDPSession) {}

  static async of(page: Page): Promise<PressedTabs> {
    return new PressedTabs(await page.context().newCDPSession(page));
  }

  async press(times: number, direction: 'on' | 'back' = 'on'): Promise<void> {
    const modifiers = direction === 'back' ? SHIFT : 0;
    const presses = Array.from({ length: times }, () => [
      this.session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', modifiers, ...TAB }),
      this.session.send('Input.dispatchKeyEvent', { type: 'keyUp', modifiers, ...TAB }),
    ]);
    await Promise.all(presses.flat());
  }
}
