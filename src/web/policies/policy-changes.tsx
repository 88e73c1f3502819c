import type { VNode } from 'preact';
import { TableHead } from '../kit/table-head.js';

/** What a version of the rules states differently from another. */
export interface PolicyChangesView {
  /** `Khác với bộ 1` */
  readonly heading: string;
  readonly rows: readonly {
    readonly what: string;
    /** Null where nothing is stated. */
    readonly before: string | null;
    readonly after: string | null;
  }[];
}

const HEADINGS = ['Chỗ', 'Trước', 'Nay'] as const;

export function PolicyChanges({ changes: { heading, rows } }: { changes: PolicyChangesView }): VNode {
  const [what, before, after] = HEADINGS;
  return (
    <section class="ha-panel" aria-labelledby="t-khac">
      <div class="ha-panel-h">
        <h2 id="t-khac">{heading}</h2>
        <span class="ha-small">{rows.length === 0 ? 'Không có gì khác.' : `${rows.length} chỗ.`}</span>
      </div>
      {rows.length > 0 && (
        <table class="table ha-cards ha-policy-changes" role="table" aria-labelledby="t-khac">
          <TableHead headings={HEADINGS} />
          <tbody role="rowgroup">
            {rows.map((row) => (
              <tr role="row" key={row.what}>
                <th scope="row" role="rowheader" data-label={what}>
                  <div>{row.what}</div>
                </th>
                <td role="cell" data-label={before}>
                  {row.before ?? 'không có'}
                </td>
                <td role="cell" data-label={after}>
                  {row.after ?? 'không còn'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
