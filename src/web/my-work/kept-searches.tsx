import type { VNode } from 'preact';

/** A search that this person kept, and how many tickets it finds now. */
export interface KeptSearchView {
  readonly href: string;
  readonly name: string;
  /** `12`; `99+` where there may be more. */
  readonly count: string;
}

/** GET `/tim-kiem/da-luu`: a part of a page, put beside the work lists by their script. */
export function KeptSearches({ searches }: { searches: readonly KeptSearchView[] }): VNode {
  return (
    <ul data-kept>
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

/** Where they stand beside the work lists: without scripts the way to them. */
export function KeptSearchesPlace(): VNode {
  return (
    <div class="ha-lists-g" data-kept-searches="/tim-kiem/da-luu">
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
