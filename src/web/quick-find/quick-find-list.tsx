import type { VNode } from 'preact';

/** What was found of one kind. */
export interface QuickGroupView {
  readonly heading: string;
  readonly rows: readonly QuickRowView[];
}

export interface QuickRowView {
  readonly href: string;
  readonly name: string;
  /** `18/03/2026, Phòng Giáo dục Trung học`; empty where the name says all. */
  readonly detail: string;
}

export interface QuickFindView {
  readonly groups: readonly QuickGroupView[];
  /** For those who hear the page: how many were found. */
  readonly summary: string;
}

/** GET `/tim-nhanh?tim=`: a part of a page, put into the dialog of Ctrl+K by its script. */
export function QuickFindList({ view: { groups, summary } }: { view: QuickFindView }): VNode {
  return (
    <div data-found={summary}>
      {groups.map(({ heading, rows }, group) => (
        <div key={heading} role="group" aria-labelledby={`mn-${String(group)}`}>
          <h3 id={`mn-${String(group)}`} role="presentation">
            {heading}
          </h3>
          {rows.map(({ href, name, detail }, at) => (
            <a
              key={href}
              id={`mn-${String(group)}-${String(at)}`}
              role="option"
              aria-selected="false"
              tabindex={-1}
              href={href}
            >
              <span>{name}</span>
              {detail !== '' && <small>{detail}</small>}
            </a>
          ))}
        </div>
      ))}
    </div>
  );
}
