import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** The bytes of a page: every text escaped, no style or script of its own. */
export function renderPage(page: VNode): string {
  return `<!doctype html>${renderToString(page)}`;
}
