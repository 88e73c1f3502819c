import type { VNode } from 'preact';
import { Empty } from '../kit/empty.js';
import { PublicPage } from './public-page.js';
import { TableHead } from '../kit/table-head.js';
import { MailLink, PhoneLink } from '../people/officers-page.js';

/** GET `/cong-khai/dau-moi`: whom to call in which unit. */
export interface PublicContactsView {
  readonly agency: string;
  /** One line for each officer. */
  readonly rows: readonly PublicContactRowView[];
  /** `58 đơn vị` */
  readonly summary: string;
}

export interface PublicContactRowView {
  readonly unit: string;
  readonly address: string | null;
  readonly website: { readonly text: string; readonly href: string } | null;
  readonly name: string;
  readonly position: string;
  readonly phone: string | null;
  readonly email: string | null;
}

const HEADINGS = ['Đơn vị', 'Cán bộ đầu mối', 'Điện thoại', 'Thư điện tử'];

const NONE = {
  kind: 'done',
  heading: 'Danh bạ đang được cập nhật',
  isPublic: true,
  text: 'Trong lúc chờ, gọi 1022 để gửi phản ánh, kiến nghị.',
} as const;

export function PublicContactsPage({ view: { agency, rows, summary } }: { view: PublicContactsView }): VNode {
  return (
    <PublicPage title="Cán bộ đầu mối tiếp nhận phản ánh, kiến nghị" agency={agency} place="contacts">
      <p class="ha-lead">
        Để gửi phản ánh, kiến nghị về giáo dục, hãy gọi 1022. Danh bạ cho biết ở đơn vị nào ai đang phụ trách.
      </p>
      <section class="ha-panel" aria-label="Danh bạ">
        {rows.length === 0 ? (
          <Empty empty={NONE} />
        ) : (
          <table class="table ha-cards ha-dir" role="table">
            <caption class="ha-vh">Danh bạ cán bộ đầu mối, {summary}</caption>
            <TableHead headings={HEADINGS} />
            <tbody role="rowgroup">
              {rows.map((row) => (
                <Row key={`${row.unit} ${row.name}`} row={row} />
              ))}
            </tbody>
          </table>
        )}
        <div class="ha-panel-f ha-small ha-mute">{summary}</div>
      </section>
    </PublicPage>
  );
}

function Row({ row }: { row: PublicContactRowView }): VNode {
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        <span class="ha-strong">{row.unit}</span>
        {row.address !== null && <span class="ha-sub ha-whole">{row.address}</span>}
        {row.website !== null && (
          <span class="ha-sub">
            <a href={row.website.href}>{row.website.text}</a>
          </span>
        )}
      </th>
      <td role="cell" data-label="Cán bộ đầu mối">
        <div>
          {row.name}
          <span class="ha-sub">{row.position}</span>
        </div>
      </td>
      <td role="cell" data-label="Điện thoại">
        <div>
          <PhoneLink phone={row.phone} />
        </div>
      </td>
      <td role="cell" data-label="Thư điện tử">
        <div>
          <MailLink email={row.email} />
        </div>
      </td>
    </tr>
  );
}
