import type { VNode } from 'preact';

/** A search that this person saved, and how many tickets it finds now. */
export interface CountedSearchView {
  readonly href: string;
  readonly name: string;
  /** `12`; `99+` where there may be more. */
  readonly count: string;
}

/** GET `/tim-kiem/da-luu`: a part of a page, put beside the work lists by their script. */
export function CountedSearches({ searches }: { searches: readonly CountedSearchView[] }): VNode {
  return (
    <ul data-counted>
      {searches.map(({ href, name, count }) => (
        <li key={href + name}>
          <a href={href} class={count === '0' ? 'ha-zero' : undefined}>
            <span>{name}</span>
            <span class="ha-num">{count}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Their place beside the work lists; without scripts it is a link to the page that lists them. */
export function SavedSearchesPlace(): VNode {
  return (
    <div class="ha-lists-g" data-saved-searches="/tim-kiem/da-luu">
      <h2>Tìm kiếm đã lưu</h2>
      <ul>
        <li>
          <a href="/tim-kiem">
            <span>Tìm phiếu, lưu tìm kiếm…</span>
          </a>
        </li>
      </ul>
    </div>
  );
}
