import type { Page } from 'playwright-core';

const LOOK_EVERY_MS = 400;
/** Tokens of forms are others at each look. */
const TOKENS = /value="[\w.~+/=-]{20,}"/gu;

const plain = (html: string): string => html.replaceAll(TOKENS, '');

/**
 * Reloads until something stands on the page: what happens behind it takes its time. Whether the page would be another one by now is asked without drawing
 * it, which would take ten times as much of a core.
 *
 * @returns whether it came
 */
export async function reloadedUntil(page: Page, isThere: () => Promise<boolean>, looks: number): Promise<boolean> {
  let drawn: string | null = null;
  for (let look = 0; look < looks; look += 1) {
    if (await isThere()) return true;
    do await page.waitForTimeout(LOOK_EVERY_MS);
    while (drawn !== null && (look += 1) < looks && (await pageOfNow(page)) === drawn);
    const answer = await page.reload();
    drawn = answer?.ok() === true ? plain(await answer.text()) : null;
  }
  return isThere();
}

/** As the page itself may ask for it; null where its policy lets it ask for nothing. */
async function pageOfNow(page: Page): Promise<string | null> {
  const html = await page.evaluate(() =>
    fetch(location.href, { headers: { accept: 'text/html' } }).then(
      (answer) => answer.text(),
      () => null,
    ),
  );
  return html === null ? null : plain(html);
}
