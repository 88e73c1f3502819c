import type { VNode } from 'preact';
import { ActFormBody, type ActFormView } from '../kit/act-form.js';
import { CardTable, type CardColumn } from '../kit/card-table.js';
import { Code } from '../kit/code.js';
import { Icon } from '../kit/icon.js';
import { ImportReviewHead } from '../organisation/import-review-head.js';
import { Layout, Main } from '../kit/shell/layout.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { RowList, type RowView } from '../kit/row-list.js';
import { OrganisationCrumb } from '../organisation/unit-page.js';

/** GET `/to-chuc/nguoi/nhap`: choosing a list of people. POST the same: `file`. Sample: `/to-chuc/nguoi/nhap/mau.xlsx`. */
export interface PeopleImportView {
  readonly form: ActFormView;
  /** What counts in a file, a sentence each. */
  readonly rules: readonly string[];
  /** Lists brought before, newest first. */
  readonly before: readonly RowView[];
}

/** GET `/to-chuc/nguoi/nhap/:id`: a list before it is written down, and after. POST `…/:id/xac-nhan` (`mark`, `administrators`). */
export interface PeopleImportReviewView {
  readonly heading: string;
  readonly summary: string;
  /** Where nothing may be written yet: why. */
  readonly barred: string | null;
  readonly confirm: ActFormView | null;
  /** Rows to be mended first, then those that change something. */
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

const PEOPLE = { href: '/to-chuc/nguoi', label: 'Người' };

export function PeopleImportPage({ frame, view }: { frame: PageFrame; view: PeopleImportView }): VNode {
  return (
    <Layout frame={frame} title="Nhập người từ tệp" place={null}>
      <Main frame={frame}>
        <OrganisationCrumb to={PEOPLE} />
        <PageHead
          heading="Nhập người từ tệp"
          acts={
            <a class="btn" href="/to-chuc/nguoi/nhap/mau.xlsx">
              <Icon name="down" />
              Tệp mẫu Excel
            </a>
          }
        >
          <p>Xem trước từng dòng; chưa xác nhận thì chưa ai được ghi.</p>
        </PageHead>
        <div class="ha-stack">
          <Panel id="t-tep" heading="Chọn tệp">
            <ActFormBody form={view.form} csrf={frame.csrf} />
            {view.rules.map((rule) => (
              <p key={rule} class="ha-small ha-mute">
                {rule}
              </p>
            ))}
          </Panel>
          {view.before.length > 0 && (
            <Panel id="t-tep-truoc" heading="Tệp đã chọn trước đây">
              <RowList rows={view.before} />
            </Panel>
          )}
        </div>
      </Main>
    </Layout>
  );
}

export function PeopleImportReviewPage({ frame, view }: { frame: PageFrame; view: PeopleImportReviewView }): VNode {
  const { confirm, rows, left } = view;
  return (
    <Layout frame={frame} title={view.heading} place={null}>
      <Main frame={frame}>
        <OrganisationCrumb to={{ href: '/to-chuc/nguoi/nhap', label: 'Nhập người từ tệp' }} />
        <ImportReviewHead view={{ ...view, confirm: null }} again="/to-chuc/nguoi/nhap" csrf={frame.csrf} />
        <div class="ha-stack">
          {confirm !== null && (
            <Panel id="t-ghi" heading={confirm.label}>
              <ActFormBody form={confirm} csrf={frame.csrf} />
            </Panel>
          )}
          <section class="ha-panel ha-last" aria-label="Các dòng của tệp">
            <CardTable
              caption="Các dòng của tệp, dòng phải sửa trước"
              columns={COLUMNS}
              rows={rows}
              keyOf={({ line }) => line}
            />
            {left !== null && <p class="ha-panel-f ha-small">{left}</p>}
          </section>
        </div>
      </Main>
    </Layout>
  );
}

const COLUMNS: readonly CardColumn<PeopleImportRowView>[] = [
  { heading: 'Dòng', cell: ({ line }) => <Code>{line}</Code> },
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
      <>
        {outcome}
        {details.map((detail) => (
          <div key={detail} class="ha-small ha-mute">
            {detail}
          </div>
        ))}
        {issues.map((issue) => (
          <p key={issue} class="invalid-feedback">
            <Icon name="alert" />
            <span>{issue}</span>
          </p>
        ))}
      </>
    ),
  },
];
