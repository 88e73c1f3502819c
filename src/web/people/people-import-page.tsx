import type { VNode } from 'preact';
import { ActFormBody, type ActFormView } from '../kit/acts/act-form.js';
import type { CardColumn } from '../kit/card-table.js';
import { ImportChoice, ImportOutcome, ImportRows, type ImportChoiceView } from '../kit/imports/import-pages.js';
import { ImportReviewHead, type ImportReviewHeadView } from '../kit/imports/import-review-head.js';
import { PageShell } from '../kit/shell/layout.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { Panel } from '../kit/panel.js';

/** GET `/to-chuc/nguoi/nhap/:id`: a list before it is written down, and after. POST `…/:id/xac-nhan` (`mark`, `administrators`). */
export interface PeopleImportReviewView extends Omit<ImportReviewHeadView, 'confirm'> {
  readonly confirm: ActFormView | null;
  /** Rows to be corrected first, then those that change something. */
  readonly rows: readonly PeopleImportRowView[];
  readonly left: string | null;
}

export interface PeopleImportRowView {
  readonly line: string;
  readonly username: string;
  readonly name: string;
  readonly href: string | null;
  readonly outcome: string;
  /** What would be written, a line each. */
  readonly details: readonly string[];
  readonly issues: readonly string[];
}

const SAMPLES = [{ href: '/to-chuc/nguoi/nhap/mau.xlsx', label: 'Tệp mẫu Excel' }];

/** GET `/to-chuc/nguoi/nhap`: choosing a list of people. POST the same: `file`. Sample: `/to-chuc/nguoi/nhap/mau.xlsx`. */
export function PeopleImportPage({ frame, view }: { frame: PageFrame; view: ImportChoiceView }): VNode {
  return (
    <PageShell
      frame={frame}
      title="Nhập người dùng từ tệp"
      place={null}
      crumb={{ href: '/to-chuc/nguoi', label: 'Người dùng và vai trò' }}
    >
      <ImportChoice
        heading="Nhập người dùng từ tệp"
        lead="Xem trước từng dòng; chưa xác nhận thì chưa ai được ghi."
        samples={SAMPLES}
        view={view}
        csrf={frame.csrf}
      />
    </PageShell>
  );
}

export function PeopleImportReviewPage({ frame, view }: { frame: PageFrame; view: PeopleImportReviewView }): VNode {
  const { confirm, rows, left } = view;
  return (
    <PageShell
      frame={frame}
      title={view.heading}
      place={null}
      crumb={{ href: '/to-chuc/nguoi/nhap', label: 'Nhập người dùng từ tệp' }}
    >
      <ImportReviewHead view={{ ...view, confirm: null }} again="/to-chuc/nguoi/nhap" csrf={frame.csrf} />
      <div class="ha-stack">
        {confirm !== null && (
          <Panel id="t-ghi" heading={confirm.label}>
            <ActFormBody form={confirm} csrf={frame.csrf} />
          </Panel>
        )}
        <ImportRows label="Các dòng của tệp" columns={COLUMNS} rows={rows} left={left} />
      </div>
    </PageShell>
  );
}

const COLUMNS: readonly CardColumn<PeopleImportRowView>[] = [
  {
    heading: 'Người',
    cell: ({ name, username, href }) => (
      <>
        {href === null ? name : <a href={href}>{name}</a>}
        <div class="ha-small ha-mute">{username}</div>
      </>
    ),
  },
  {
    heading: 'Kết quả',
    cell: ({ outcome, details, issues }) => (
      <ImportOutcome flaws={issues}>
        {outcome}
        {details.map((detail) => (
          <div key={detail} class="ha-small ha-mute">
            {detail}
          </div>
        ))}
      </ImportOutcome>
    ),
  },
];
