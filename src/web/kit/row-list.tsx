import type { ComponentChildren, VNode } from 'preact';
import { Icon, type IconName } from './icon.js';

/** One line of a side panel: a mark, what it is, and a smaller line of facts. */
export interface RowView {
  readonly icon: IconName;
  readonly tone?: 'ok' | 'bad' | undefined;
  readonly title: string;
  readonly href?: string | null | undefined;
  /** The link leads to a file that can stand beside this page. */
  readonly isViewed?: boolean | undefined;
  readonly detail?: string | null | undefined;
  /** Somewhere else that it leads to, under its facts. */
  readonly more?: { readonly href: string; readonly label: string } | null | undefined;
  /** What stands at the right end. */
  readonly end?: ComponentChildren;
}

export function RowList({ rows }: { rows: readonly RowView[] }): VNode {
  return (
    <ul class="ha-rows">
      {rows.map((row) => (
        <li key={row.title + (row.detail ?? '')}>
          <Icon name={row.icon} tone={row.tone} />
          <div>
            <RowTitle row={row} />
            {typeof row.detail === 'string' && <small>{row.detail}</small>}
            {row.more && (
              <small>
                <a href={row.more.href}>
                  {row.more.label}
                  <span class="ha-vh">, {row.title}</span>
                </a>
              </small>
            )}
          </div>
          <span>{row.end}</span>
        </li>
      ))}
    </ul>
  );
}

function RowTitle({ row: { href, title, isViewed } }: { row: RowView }): VNode {
  if (typeof href !== 'string') return <>{title}</>;
  return (
    <a href={href} data-view={isViewed === true ? '' : undefined}>
      {title}
    </a>
  );
}
