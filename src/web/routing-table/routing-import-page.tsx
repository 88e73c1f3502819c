import type { VNode } from 'preact';
import type { CardColumn } from '../kit/card-table.js';
import { ImportChoice, ImportOutcome, ImportRows, type ImportChoiceView } from '../kit/imports/import-pages.js';
import { ImportReviewHead, type ImportReviewHeadView } from '../kit/imports/import-review-head.js';
import { PageShell } from '../kit/shell/layout.js';
import type { PageFrame } from '../kit/shell/page-frame.js';

/** GET `/bang-phan-cong/nhap/:id`: a list before it is written down, and after. */
export interface RoutingImportReviewView extends ImportReviewHeadView {
  /** Rows to be repaired first. */
  readonly rows: readonly RoutingImportRowView[];
}

export interface RoutingImportRowView {
  readonly line: string;
  readonly field: string;
  readonly unit: string;
  readonly from: string;
  readonly flaws: readonly string[];
}

const SAMPLES = [{ href: '/bang-phan-cong/nhap/mau.xlsx', label: 'Tệp mẫu Excel' }];

/** GET `/bang-phan-cong/nhap`: choosing a list of lines. POST: `file`. Sample: `/bang-phan-cong/nhap/mau.xlsx`. */
export function RoutingImportPage({ frame, view }: { frame: PageFrame; view: ImportChoiceView }): VNode {
  return (
    <PageShell
      frame={frame}
      title="Nhập bảng phân công từ tệp"
      place={null}
      crumb={{ href: '/bang-phan-cong', label: 'Bảng phân công' }}
    >
      <ImportChoice
        heading="Nhập bảng phân công từ tệp"
        lead="Xem trước từng dòng; chưa xác nhận thì chưa dòng nào được ghi."
        samples={SAMPLES}
        view={view}
        csrf={frame.csrf}
      />
    </PageShell>
  );
}

export function RoutingImportReviewPage({ frame, view }: { frame: PageFrame; view: RoutingImportReviewView }): VNode {
  return (
    <PageShell
      frame={frame}
      title={view.heading}
      place={null}
      crumb={{ href: '/bang-phan-cong/nhap', label: 'Nhập bảng phân công từ tệp' }}
    >
      <ImportReviewHead view={view} again="/bang-phan-cong/nhap" csrf={frame.csrf} />
      {view.rows.length > 0 && <ImportRows label="Các dòng của tệp" columns={COLUMNS} rows={view.rows} left={null} />}
    </PageShell>
  );
}

const COLUMNS: readonly CardColumn<RoutingImportRowView>[] = [
  { heading: 'Lĩnh vực', cell: ({ field }) => field },
  { heading: 'Đơn vị chủ trì', cell: ({ unit }) => unit },
  { heading: 'Từ ngày', cell: ({ from }) => from },
  {
    heading: 'Kết quả',
    cell: ({ flaws }) => <ImportOutcome flaws={flaws}>{flaws.length > 0 ? 'Phải sửa' : 'Dòng mới'}</ImportOutcome>,
  },
];
