import type { VNode } from 'preact';
import { count, outOf } from './words/numbers.js';

/** Where in a long list this page is, and the ways on and back. */
export interface PagesView {
  /** `51–100 trên 142` */
  readonly range: string;
  /** The first page; null on it. */
  readonly firstHref: string | null;
  /** Null on the last page. */
  readonly nextHref: string | null;
}

/** What is known of a page of a list. */
export interface PageOfList {
  /** Rows before it, on it, and in all. */
  readonly before: number;
  readonly shown: number;
  readonly total: number;
  /** Where counting ends: `total` is larger where there are more. Left out where all are counted. */
  readonly most?: number;
  readonly firstHref: string;
  readonly nextHref: string | null;
}

/** Null where the list has one page. Rows that came while it was counted are counted with it. */
export function pagesOf(page: PageOfList): PagesView | null {
  const { before, nextHref } = page;
  if (before === 0 && nextHref === null) return null;
  return { range: rangeOf(page), firstHref: before === 0 ? null : page.firstHref, nextHref };
}

function rangeOf({ before, shown, total, most = Number.MAX_SAFE_INTEGER }: PageOfList): string {
  if (before >= most) return `Sau ${count(most)} dòng đầu`;
  if (shown === 0) return outOf(0, total);
  const last = before + shown;
  const whole = total > most ? `hơn ${count(most)}` : count(Math.max(total, last));
  return `${count(before + 1)}–${count(last)} trên ${whole}`;
}

export function Pages({ pages }: { pages: PagesView | null }): VNode | null {
  if (pages === null) return null;
  const { range, firstHref, nextHref } = pages;
  return (
    <nav class="ha-pages" aria-label="Các trang">
      <span>{range}</span>
      {firstHref !== null && (
        <a class="btn" rel="first" href={firstHref}>
          Về trang đầu
        </a>
      )}
      {nextHref !== null && (
        <a class="btn" rel="next" href={nextHref}>
          Trang sau
        </a>
      )}
    </nav>
  );
}
