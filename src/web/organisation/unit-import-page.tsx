import type { VNode } from 'preact';
import { ActFormBody, type ActFormView } from '../kit/act-form.js';
import { CardTable, type CardColumn } from '../kit/card-table.js';
import { Code } from '../kit/code.js';
import { Icon } from '../kit/icon.js';
import { ImportReviewHead } from './import-review-head.js';
import { Layout, Main } from '../kit/shell/layout.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { RowList, type RowView } from '../kit/row-list.js';
import { OrganisationCrumb } from './unit-page.js';

/** GET `/to-chuc/nhap`: choosing a list of units. POST `/to-chuc/nhap`: `file`. Sample: `/to-chuc/nhap/mau.xlsx`. */
export interface UnitImportView {
  readonly form: ActFormView;
  readonly columns: string;
  /** Lists brought before, newest first. */
  readonly before: readonly RowView[];
}

/** GET `/to-chuc/nhap/:id`: a list before it is written down, and after. POST `/to-chuc/nhap/:id/xac-nhan` (nothing). */
export interface UnitImportReviewView {
  readonly heading: string;
  readonly summary: string;
  /** Where nothing may be written yet: why. */
  readonly barred: string | null;
  readonly confirm: { readonly action: string; readonly label: string } | null;
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

export function UnitImportPage({ frame, view }: { frame: PageFrame; view: UnitImportView }): VNode {
  return (
    <Layout frame={frame} title="Nhập đơn vị từ tệp" place={null}>
      <Main frame={frame}>
        <OrganisationCrumb />
        <PageHead
          heading="Nhập đơn vị từ tệp"
          acts={
            <a class="btn" href="/to-chuc/nhap/mau.xlsx">
              <Icon name="down" />
              Tệp mẫu Excel
            </a>
          }
        >
          <p>Xem trước từng dòng; chưa xác nhận thì chưa đơn vị nào được ghi.</p>
        </PageHead>
        <div class="ha-stack">
          <Panel id="t-tep" heading="Chọn tệp">
            <ActFormBody form={view.form} csrf={frame.csrf} />
            <p class="ha-small ha-mute">{view.columns}</p>
          </Panel>
          {view.before.length > 0 && (
            <Panel id="t-tep-truoc" heading="Tệp đã chọn gần đây">
              <RowList rows={view.before} />
            </Panel>
          )}
        </div>
      </Main>
    </Layout>
  );
}

export function UnitImportReviewPage({ frame, view }: { frame: PageFrame; view: UnitImportReviewView }): VNode {
  return (
    <Layout frame={frame} title={view.heading} place={null}>
      <Main frame={frame}>
        <OrganisationCrumb to={{ href: '/to-chuc/nhap', label: 'Nhập đơn vị từ tệp' }} />
        <ImportReviewHead view={view} again="/to-chuc/nhap" csrf={frame.csrf} />
        <section class="ha-panel ha-last" aria-label="Các dòng của tệp">
          <CardTable
            caption="Các dòng của tệp, dòng phải sửa trước"
            columns={COLUMNS}
            rows={view.rows}
            keyOf={({ line }) => line}
          />
          {view.left !== null && <p class="ha-panel-f ha-small">{view.left}</p>}
        </section>
      </Main>
    </Layout>
  );
}

const COLUMNS: readonly CardColumn<UnitImportRowView>[] = [
  { heading: 'Dòng', cell: ({ line }) => <Code>{line}</Code> },
  { heading: 'Mã', cell: ({ code }) => code },
  { heading: 'Đơn vị', cell: ({ name, href }) => (href === null ? name : <a href={href}>{name}</a>) },
  {
    heading: 'Kết quả',
    cell: ({ outcome, flaws }) => (
      <>
        {outcome}
        {flaws.map((flaw) => (
          <p key={flaw} class="invalid-feedback">
            <Icon name="alert" />
            <span>{flaw}</span>
          </p>
        ))}
      </>
    ),
  },
];
