import type { ComponentChildren, VNode } from 'preact';
import { Code } from '../kit/code.js';
import { TableHead } from '../kit/table-head.js';
import { Panel } from '../kit/panel.js';

/** Open tickets that other rules would give another date. */
export interface MovedDeadlinesView {
  /** `12 phiếu đổi hạn.` */
  readonly summary: string;
  /** How many more there are than rows. */
  readonly left: number;
  readonly rows: readonly {
    readonly href: string;
    readonly code: string;
    readonly oldIso: string;
    readonly before: string;
    readonly after: string;
  }[];
}

export interface MovedDeadlinesProps {
  readonly moved: MovedDeadlinesView;
  readonly heading: string;
  /** What the new date would come from: `Hạn theo đề nghị`. */
  readonly after: string;
  /** What may be done about it. */
  readonly children?: ComponentChildren;
}

export function MovedDeadlines({ moved, heading, after, children }: MovedDeadlinesProps): VNode {
  return (
    <Panel id="t-doi-han" heading={heading} aside={<span class="ha-small">{moved.summary}</span>} flush>
      {moved.rows.length > 0 && (
        <table class="table ha-cards ha-calendar-changes" role="table">
          <caption class="ha-vh">Phiếu đổi hạn, hạn gần trước</caption>
          <TableHead headings={['Phiếu', 'Hạn đang có', after]} />
          <tbody role="rowgroup">
            {moved.rows.map((row) => (
              <tr key={`${row.code}${row.oldIso}`} role="row">
                <td role="cell" data-label="Phiếu">
                  <a href={row.href}>
                    <Code>{row.code}</Code>
                  </a>
                </td>
                <td role="cell" data-label="Đang có">
                  {row.before}
                </td>
                <td role="cell" data-label={after}>
                  {row.after}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {moved.left > 0 && <div class="ha-panel-f ha-small">Còn {moved.left} phiếu nữa.</div>}
      {children}
    </Panel>
  );
}
