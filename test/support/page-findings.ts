import type { Page } from 'playwright-core';

export type Theme = 'light' | 'dark';

interface AxeFinding {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary?: string }[];
}
declare const axe: { run(options: unknown): Promise<{ readonly violations: readonly AxeFinding[] }> };

/** What an assistive program would stumble over, in the theme that is on: a theme changes colours alone. */
export async function findings(page: Page, theme: Theme): Promise<string[]> {
  const { violations } = await page.evaluate((options) => axe.run(options), {
    resultTypes: ['violations'],
    // Frames and style sheets of other sites are what it would fetch besides: the policy of the page allows none.
    ...{ iframes: false, preload: { assets: ['media'] } },
    ...(theme === 'light' ? { rules: { 'target-size': { enabled: true } } } : { runOnly: ['color-contrast'] }),
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  );
}

/** Buttons that cannot be used and do not say beside them why, with a link to where it is mended. */
export async function barredWithoutReason(page: Page): Promise<string[]> {
  return page.locator('[aria-disabled="true"], button:disabled').evaluateAll((buttons) =>
    buttons.flatMap((button) => {
      const why = document.getElementById(button.getAttribute('aria-describedby') ?? '');
      // Arrows that move a line have no words: the first line has no place above it.
      const words = button.textContent.trim();
      return words === '' || why?.querySelector('a') ? [] : [`barred without a way out: ${words}`];
    }),
  );
}

/** All that the page says, what waits behind a button too. */
export async function wordsOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const words: string[] = [];
    while (texts.nextNode()) words.push(texts.currentNode.textContent ?? '');
    return words.join(' · ');
  });
}

/** Words, numbers and dates of tables that are cut in two because their column is too narrow; long names without a space may be. */
export async function brokenWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const linesOf = (text: Text, from: number, to: number): number => {
      const range = document.createRange();
      range.setStart(text, from);
      range.setEnd(text, to);
      return new Set([...range.getClientRects()].filter(({ width }) => width > 1).map(({ top }) => Math.round(top)))
        .size;
    };
    const broken = new Set<string>();
    for (const cell of document.querySelectorAll('.table :is(th, td)')) {
      const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const text = texts.currentNode as Text;
        if (text.parentElement?.checkVisibility() !== true || text.parentElement.closest('.ha-vh') !== null) continue;
        for (const { 0: word, index } of text.data.matchAll(/(?<!\S)[\p{L}\p{N}/]{2,12}(?=[\s.,;:)]|$)/gu)) {
          if (linesOf(text, index, index + word.length) > 1) broken.add(`broken in a table: ${word}`);
        }
      }
    }
    return [...broken];
  });
}
