import type { VNode } from 'preact';
import { TableHead } from '../kit/table-head.js';
import { Tag } from '../kit/tag.js';
import { Panel } from '../kit/panel.js';

/** A list of revoked certificates that is kept. */
export interface TrustListLineView {
  readonly id: string;
  readonly issuer: string;
  readonly address: string;
  readonly span: string;
  readonly fetched: string;
  /** Of the last try, when it failed. */
  readonly failure: string | null;
  readonly warning: string | null;
}

/** The lists by which revocations are known: until when each speaks, and how asking for the next one went. */
export function RevocationListTable({ lists }: { lists: readonly TrustListLineView[] }): VNode {
  return (
    <Panel id="t-thu-hoi" heading="Danh sách thu hồi" flush>
      <table class="table ha-cards" role="table" aria-labelledby="t-thu-hoi">
        <TableHead
          headings={['Tổ chức chứng thực', 'Danh sách đang dùng', 'Lần tải được gần nhất', 'Lần tải hỏng gần nhất']}
        />
        <tbody role="rowgroup">
          {lists.map((list) => (
            <tr key={list.id} role="row">
              <th scope="row" role="rowheader" data-label="Tổ chức chứng thực">
                <div>
                  {list.issuer}
                  <p class="ha-mute">{list.address}</p>
                </div>
              </th>
              <td role="cell" data-label="Đang dùng">
                <div>
                  {list.span} {list.warning !== null && <Tag tone="fail">Cần xem</Tag>}
                  {list.warning !== null && <p>{list.warning}</p>}
                </div>
              </td>
              <td role="cell" data-label="Tải được">
                {list.fetched}
              </td>
              <td role="cell" data-label="Tải hỏng">
                {list.failure ?? 'Không có'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
