import type { VNode } from 'preact';
import { CardTable, type CardColumn } from '../kit/card-table.js';
import { Empty } from '../kit/empty.js';
import { PageShell } from '../kit/shell/layout.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { ProofLines, type ProofLineView } from '../signing/proof-lines.js';

/** GET `/bao-cao/:id/phieu?chi-tieu=&ky=&don-vi=`: the rows behind one number. */
export interface ReportRowsView {
  readonly report: { readonly name: string; readonly href: string };
  readonly heading: string;
  readonly definition: string;
  readonly rows: readonly ReportRowView[];
  readonly moreHref: string | null;
}

export interface ReportRowView {
  readonly no: number;
  readonly code: string;
  readonly href: string;
  readonly unit: string;
  readonly category: string;
  readonly came: string;
  readonly due: string;
  readonly end: string;
}

const COLUMNS: readonly CardColumn<ReportRowView>[] = [
  {
    heading: 'Phiếu',
    cell: ({ code, href }) => (
      <a class="ha-code" href={href}>
        {code}
      </a>
    ),
  },
  {
    heading: 'Đơn vị, lĩnh vực',
    cell: ({ unit, category }) => (
      <>
        {unit}
        <span class="ha-sub">{category}</span>
      </>
    ),
  },
  { heading: 'Vào sổ', cell: ({ came }) => came },
  { heading: 'Hết hạn', cell: ({ due }) => due },
  { heading: 'Kết quả', cell: ({ end }) => end },
];

const NONE = {
  kind: 'done',
  heading: 'Không có phiếu nào',
  text: 'Con số này bằng 0 trong kỳ.',
} as const;

export function ReportRowsPage({ frame, view }: { frame: PageFrame; view: ReportRowsView }): VNode {
  const { report, heading, definition, rows, moreHref } = view;
  return (
    <PageShell frame={frame} title={heading} place="reports" crumb={{ href: report.href, label: report.name }}>
      <PageHead heading={heading}>
        <p>{definition} Đơn vị, lĩnh vực và thời hạn là của lúc chốt kỳ, hoặc lúc phiếu kết thúc trong kỳ.</p>
      </PageHead>
      <div class="ha-stack">
        <Panel id="t-phieu" heading="Danh sách phiếu" flush>
          {rows.length === 0 ? (
            <Empty empty={NONE} />
          ) : (
            <CardTable caption={`${heading}, theo mã phiếu`} columns={COLUMNS} rows={rows} keyOf={({ no }) => no} />
          )}
        </Panel>
        {moreHref !== null && (
          <p>
            <a class="btn" href={moreHref}>
              Xem tiếp
            </a>
          </p>
        )}
      </div>
    </PageShell>
  );
}

/** GET `/bao-cao/:id/kiem-tra`: the report made once more, and what was found. */
export interface ReportCheckView {
  readonly report: { readonly name: string; readonly href: string };
  readonly verdict: string;
  readonly lines: readonly ProofLineView[];
}

export function ReportCheckPage({ frame, view }: { frame: PageFrame; view: ReportCheckView }): VNode {
  const { report, verdict, lines } = view;
  return (
    <PageShell
      frame={frame}
      title={`Kiểm tra ${report.name}`}
      place="reports"
      crumb={{ href: report.href, label: report.name }}
    >
      <PageHead heading="Kiểm tra báo cáo">
        <p>{verdict}</p>
      </PageHead>
      <Panel id="t-kiem-tra" heading="Từng phép kiểm tra">
        <ProofLines lines={lines} />
      </Panel>
    </PageShell>
  );
}
