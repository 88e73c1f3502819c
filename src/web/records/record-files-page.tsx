import type { VNode } from 'preact';
import { Code } from '../kit/code.js';
import { Empty, type EmptyView } from '../kit/empty.js';
import { PageShell } from '../kit/shell/layout.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { TableHead } from '../kit/table-head.js';

/** GET `/ho-so`: `danh-sach` = list, `nam` = year of the plan, `sau` = notation after which the page begins. */
export interface RecordFilesView {
  readonly year: number;
  /** `Đang mở` */
  readonly label: string;
  /** What the list holds, where its name does not say. */
  readonly note: string | null;
  readonly lists: readonly { readonly href: string; readonly label: string; readonly isCurrent: boolean }[];
  /** The year before and the year after. */
  readonly years: readonly { readonly href: string; readonly label: string }[];
  readonly lines: readonly RecordFileLine[];
  readonly empty: EmptyView;
  readonly nextHref: string | null;
}

export interface RecordFileLine {
  readonly href: string;
  readonly notation: string;
  readonly title: string;
  readonly ticket: { readonly href: string; readonly code: string } | null;
  readonly unit: string;
  readonly retention: string;
  readonly time: string;
  readonly state: string;
}

const HEADINGS = ['Số và ký hiệu', 'Tiêu đề', 'Đơn vị', 'Thời gian', 'Bảo quản', 'Tình trạng'];

export function RecordFilesPage({ frame, view }: { frame: PageFrame; view: RecordFilesView }): VNode {
  const title = `Hồ sơ năm ${view.year}`;
  return (
    <PageShell frame={frame} title={title} place="registers">
      <PageHead
        heading={title}
        acts={
          <>
            {view.years.map(({ href, label }) => (
              <a key={href} href={href}>
                {label}
              </a>
            ))}
            <a class="btn" href={`/danh-muc-ho-so?nam=${view.year}`}>
              Danh mục hồ sơ
            </a>
          </>
        }
      />
      <nav aria-label="Danh sách hồ sơ">
        <ul class="ha-views">
          {view.lists.map(({ href, label, isCurrent }) => (
            <li key={href}>
              <a href={href} aria-current={isCurrent ? 'page' : undefined}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {view.note !== null && <p class="ha-mute">{view.note}</p>}
      <section class="ha-panel" aria-label={view.label}>
        {view.lines.length === 0 ? <Empty empty={view.empty} /> : <Lines view={view} />}
        {view.nextHref !== null && (
          <div class="ha-panel-f ha-small">
            <a href={view.nextHref}>Trang sau</a>
          </div>
        )}
      </section>
    </PageShell>
  );
}

function Lines({ view }: { view: RecordFilesView }): VNode {
  return (
    <table class="table ha-cards" role="table" aria-label={view.label}>
      <TableHead headings={HEADINGS} />
      <tbody role="rowgroup">
        {view.lines.map((line) => (
          <tr role="row" key={line.href}>
            <th scope="row" role="rowheader" data-label="Số và ký hiệu">
              <div class="ha-nowrap">
                <a href={line.href}>{line.notation}</a>
              </div>
            </th>
            <td role="cell" data-label="Tiêu đề">
              <div>
                {line.title}
                {line.ticket !== null && (
                  <>
                    <br />
                    <a class="ha-small" href={line.ticket.href}>
                      <Code>{line.ticket.code}</Code>
                    </a>
                  </>
                )}
              </div>
            </td>
            <td role="cell" data-label="Đơn vị">
              <div>{line.unit}</div>
            </td>
            <td role="cell" data-label="Thời gian">
              <div>{line.time}</div>
            </td>
            <td role="cell" data-label="Bảo quản">
              <div class="ha-nowrap">{line.retention}</div>
            </td>
            <td role="cell" data-label="Tình trạng">
              <div>{line.state}</div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
