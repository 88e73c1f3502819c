import type { VNode } from 'preact';
import { ActForm, type ActFormView } from '../kit/acts/act-form.js';
import { CardTable, type CardColumn } from '../kit/card-table.js';
import { Empty } from '../kit/empty.js';
import { PageShell } from '../kit/shell/layout.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { Tag } from '../kit/tag.js';

/** GET `/bao-cao`: the reports of the agency, newest first, and where a new one is asked for. */
export interface ReportsView {
  /** Null for those who may only read. */
  readonly make: ActFormView | null;
  readonly reports: readonly ListedReportView[];
  /** Null on the last page. */
  readonly moreHref: string | null;
}

export interface ListedReportView {
  readonly id: string;
  readonly href: string;
  readonly name: string;
  readonly kind: string;
  readonly days: string;
  readonly isDraft: boolean;
  readonly state: string;
  readonly by: string;
}

const COLUMNS: readonly CardColumn<ListedReportView>[] = [
  {
    heading: 'Báo cáo',
    cell: ({ href, name, kind }) => (
      <>
        <a class="ha-strong" href={href}>
          {name}
        </a>
        <span class="ha-sub">{kind}</span>
      </>
    ),
  },
  { heading: 'Số liệu', cell: ({ days }) => days },
  { heading: 'Tình trạng', cell: ({ isDraft, state }) => (isDraft ? <Tag>{state}</Tag> : state) },
  { heading: 'Người lập, chốt', cell: ({ by }) => by },
];

const NONE = {
  kind: 'done',
  heading: 'Chưa có báo cáo nào',
  text: 'Dự thảo của mỗi kỳ tự lập khi hết kỳ; báo cáo đột xuất lập ở trên.',
} as const;

export function ReportsPage({ frame, view }: { frame: PageFrame; view: ReportsView }): VNode {
  const { make, reports, moreHref } = view;
  return (
    <PageShell frame={frame} title="Báo cáo" place="reports">
      <PageHead heading="Báo cáo">
        <p>
          Kết quả tiếp nhận, xử lý phản ánh, kiến nghị theo kỳ và đột xuất; mỗi con số mở ra danh sách phiếu của nó.
        </p>
      </PageHead>
      <div class="ha-stack">
        {make !== null && (
          <Panel id="t-lap" heading="Lập báo cáo">
            <ActForm form={make} csrf={frame.csrf} />
          </Panel>
        )}
        <Panel id="t-bao-cao" heading="Các báo cáo" flush>
          {reports.length === 0 ? (
            <Empty empty={NONE} />
          ) : (
            <CardTable caption="Các báo cáo, mới nhất trước" columns={COLUMNS} rows={reports} keyOf={({ id }) => id} />
          )}
        </Panel>
        {moreHref !== null && (
          <p>
            <a class="btn" href={moreHref}>
              Xem báo cáo cũ hơn
            </a>
          </p>
        )}
      </div>
    </PageShell>
  );
}
