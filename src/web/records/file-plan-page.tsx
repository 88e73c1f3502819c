import type { VNode } from 'preact';
import { PageShell } from '../kit/shell/layout.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { TableHead } from '../kit/table-head.js';
import { Tag } from '../kit/tag.js';

/** GET `/danh-muc-ho-so`: `nam` = year. */
export interface FilePlanView {
  readonly year: number;
  readonly years: readonly { readonly href: string; readonly label: string; readonly isCurrent: boolean }[];
  readonly summary: string;
  readonly entries: readonly FilePlanEntryView[];
  /** Newest first. */
  readonly versions: readonly {
    readonly label: string;
    readonly size: string;
    readonly published: string;
    readonly reason: string;
  }[];
  /** Null for those who may only read, and for years that are over. */
  readonly edit: { readonly href: string; readonly label: string } | null;
}

export interface FilePlanEntryView {
  readonly notation: string;
  readonly title: string;
  readonly retention: string;
  readonly unit: string;
  readonly forTickets: boolean;
}

export function FilePlanPage({ frame, view }: { frame: PageFrame; view: FilePlanView }): VNode {
  const title = `Danh mục hồ sơ năm ${view.year}`;
  return (
    <PageShell
      frame={frame}
      title={title}
      place="registers"
      crumb={{ href: `/ho-so?nam=${view.year}`, label: 'Hồ sơ' }}
    >
      <PageHead
        heading={title}
        acts={
          view.edit !== null && (
            <a class="btn btn-primary" href={view.edit.href}>
              {view.edit.label}
            </a>
          )
        }
      >
        <p>{view.summary}</p>
      </PageHead>
      <nav aria-label="Năm">
        <ul class="ha-views">
          {view.years.map(({ href, label, isCurrent }) => (
            <li key={href}>
              <a href={href} aria-current={isCurrent ? 'page' : undefined}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div class="ha-stack">
        <Entries entries={view.entries} />
        {view.versions.length > 0 && <Versions versions={view.versions} />}
      </div>
    </PageShell>
  );
}

function Entries({ entries }: { entries: readonly FilePlanEntryView[] }): VNode {
  return (
    <Panel id="t-de-muc" heading="Các đề mục" flush>
      <table class="table ha-cards" role="table" aria-labelledby="t-de-muc">
        <TableHead headings={['Ký hiệu', 'Tiêu đề hồ sơ', 'Thời hạn bảo quản', 'Đơn vị lập hồ sơ']} />
        <tbody role="rowgroup">
          {entries.map(({ notation, title, retention, unit, forTickets }) => (
            <tr role="row" key={notation}>
              <th scope="row" role="rowheader" data-label="Ký hiệu">
                <div class="ha-nowrap">{notation}</div>
              </th>
              <td role="cell" data-label="Tiêu đề hồ sơ">
                <div>
                  {title} {forTickets && <Tag tone="ink">Hồ sơ của phiếu</Tag>}
                </div>
              </td>
              <td role="cell" data-label="Thời hạn bảo quản">
                <div class="ha-nowrap">{retention}</div>
              </td>
              <td role="cell" data-label="Đơn vị lập hồ sơ">
                <div>{unit}</div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function Versions({ versions }: { versions: FilePlanView['versions'] }): VNode {
  return (
    <Panel id="t-cac-ban" heading="Các bản đã có" flush>
      <table class="table ha-cards" role="table" aria-labelledby="t-cac-ban">
        <TableHead headings={['Bản', 'Số đề mục', 'Người thực hiện, thời điểm', 'Căn cứ, lý do']} />
        <tbody role="rowgroup">
          {versions.map(({ label, size, published, reason }) => (
            <tr role="row" key={label}>
              <th scope="row" role="rowheader" data-label="Bản">
                <div class="ha-nowrap">{label}</div>
              </th>
              <td role="cell" data-label="Số đề mục">
                <div>{size}</div>
              </td>
              <td role="cell" data-label="Người thực hiện, thời điểm">
                <div>{published}</div>
              </td>
              <td role="cell" data-label="Căn cứ, lý do">
                <div>{reason}</div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
