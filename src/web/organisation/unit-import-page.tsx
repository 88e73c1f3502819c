import type { VNode } from 'preact';
import type { CardColumn } from '../kit/card-table.js';
import { ImportChoice, ImportOutcome, ImportRows, type ImportChoiceView } from '../kit/imports/import-pages.js';
import { ImportReviewHead, type ImportReviewHeadView } from '../kit/imports/import-review-head.js';
import { PageShell } from '../kit/shell/layout.js';
import type { PageFrame } from '../kit/shell/page-frame.js';

/** GET `/to-chuc/nhap/:id`: a list before it is written down, and after. POST `/to-chuc/nhap/:id/xac-nhan` (nothing). */
export interface UnitImportReviewView extends ImportReviewHeadView {
  /** Rows to be repaired first, then those that change something. */
  readonly rows: readonly UnitImportRowView[];
  readonly left: string | null;
}

export interface UnitImportRowView {
  readonly line: string;
  readonly code: string;
  readonly name: string;
  readonly href: string | null;
  readonly outcome: string;
  readonly flaws: readonly string[];
}

const SAMPLES = [{ href: '/to-chuc/nhap/mau.xlsx', label: 'Tệp mẫu Excel' }];

/** GET `/to-chuc/nhap`: choosing a list of units. POST `/to-chuc/nhap`: `file`. Sample: `/to-chuc/nhap/mau.xlsx`. */
export function UnitImportPage({ frame, view }: { frame: PageFrame; view: ImportChoiceView }): VNode {
  return (
    <PageShell frame={frame} title="Nhập đơn vị từ tệp" place={null} crumb={{ href: '/to-chuc', label: 'Tổ chức' }}>
      <ImportChoice
        heading="Nhập đơn vị từ tệp"
        lead="Xem trước từng dòng; chưa xác nhận thì chưa đơn vị nào được ghi."
        samples={SAMPLES}
        view={view}
        csrf={frame.csrf}
      />
    </PageShell>
  );
}

export function UnitImportReviewPage({ frame, view }: { frame: PageFrame; view: UnitImportReviewView }): VNode {
  return (
    <PageShell
      frame={frame}
      title={view.heading}
      place={null}
      crumb={{ href: '/to-chuc/nhap', label: 'Nhập đơn vị từ tệp' }}
    >
      <ImportReviewHead view={view} again="/to-chuc/nhap" csrf={frame.csrf} />
      <ImportRows label="Các dòng của tệp" columns={COLUMNS} rows={view.rows} left={view.left} />
    </PageShell>
  );
}

const COLUMNS: readonly CardColumn<UnitImportRowView>[] = [
  { heading: 'Mã', cell: ({ code }) => code },
  { heading: 'Đơn vị', cell: ({ name, href }) => (href === null ? name : <a href={href}>{name}</a>) },
  { heading: 'Kết quả', cell: ({ outcome, flaws }) => <ImportOutcome flaws={flaws}>{outcome}</ImportOutcome> },
];
