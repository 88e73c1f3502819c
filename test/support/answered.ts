import type { Page } from 'playwright-core';

const PATIENCE = 40_000;

/**
 * Waits for the page that answers an act. First for the one that stands now: a link that was just pressed may still be
 * loading its page, and that load would be taken for the answer. Once the page has loaded, the next load is the answer's.
 */
export async function answered(page: Page, act: () => Promise<void>): Promise<void> {
  await page.waitForLoadState('load', { timeout: PATIENCE });
  // eslint-disable-next-line no-restricted-syntax -- the one place: the page that stood before has loaded
  const answer = page.waitForEvent('load', { timeout: PATIENCE });
  // A press that leaves the page may never be acknowledged by it: the answer is what counts.
  await Promise.race([Promise.all([act(), answer]), answer]);
}
