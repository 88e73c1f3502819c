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
  readonly firstHref: string;
  readonly nextHref: string | null;
}

/** Null where the list has one page. Rows that came while it was counted are counted with it. */
export function pagesOf({ before, shown, total, firstHref, nextHref }: PageOfList): PagesView | null {
  if (before === 0 && nextHref === null) return null;
  const last = before + shown;
  const range = shown === 0 ? outOf(0, total) : `${count(before + 1)}–${outOf(last, Math.max(total, last))}`;
  return { range, firstHref: before === 0 ? null : firstHref, nextHref };
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
