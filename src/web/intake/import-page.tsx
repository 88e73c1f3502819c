import type { VNode } from 'preact';
import { ActFormBody, type ActFormView } from '../kit/act-form.js';
import { Code } from '../kit/code.js';
import { Icon } from '../kit/icon.js';
import { ImportReviewHead } from '../organisation/import-review-head.js';
import { Layout, Main } from '../kit/shell/layout.js';
import { Live } from '../notices/live.js';
import { Note } from '../kit/note.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { RowList, type RowView } from '../kit/row-list.js';
import { TableHead } from '../kit/table-head.js';

/** GET `/nhap-phieu`: choosing a file of feedback. POST `/nhap-phieu`: `file`. Samples: `/nhap-phieu/mau.xlsx`, `/nhap-phieu/mau.csv`. */
export interface ImportView {
  readonly form: ActFormView;
  /** Each column of the file, and what may stand in it. */
  readonly columns: string;
  /** Files brought before, newest first. */
  readonly before: readonly RowView[];
}

/** GET `/nhap-phieu/:id`: a file before it is entered, and while it is. POST `/nhap-phieu/:id/xac-nhan` (nothing). */
export interface ImportReviewView {
  readonly heading: string;
  /** `3 dòng phải sửa, 120 phiếu mới, 4 dòng đã có.` */
  readonly summary: string;
  /** Where nothing may be entered yet: why. */
  readonly barred: string | null;
  readonly encoding: string | null;
  readonly confirm: { readonly action: string; readonly label: string } | null;
  /** While it is entered, and after. */
  readonly progress: {
    readonly entered: number;
    readonly total: number;
    readonly words: string;
    readonly running: boolean;
    /** Why it stands still half way; null while it goes on. */
    readonly trouble: string | null;
  } | null;
  readonly rows: readonly ImportRowView[];
  /** `Còn 4.880 dòng không hiện.` */
  readonly left: string | null;
}

export interface ImportRowView {
  readonly line: string;
  readonly received: string;
  readonly channel: string;
  readonly subject: string;
  readonly category: string;
  readonly outcome: string;
  readonly href: string | null;
  readonly flaws: readonly string[];
}

export function ImportPage({ frame, view }: { frame: PageFrame; view: ImportView }): VNode {
  return (
    <Layout frame={frame} title="Nhập phiếu từ tệp" place="work">
      <Main frame={frame}>
        <Crumb href="/phieu-moi" label="Ghi phiếu mới" />
        <PageHead
          heading="Nhập phiếu từ tệp"
          acts={
            <>
              <a class="btn" href="/nhap-phieu/mau.xlsx">
                <Icon name="down" />
                Tệp mẫu Excel
              </a>
              <a class="btn" href="/nhap-phieu/mau.csv">
                <Icon name="down" />
                Tệp mẫu CSV
              </a>
            </>
          }
        >
          <p>Xem trước từng dòng; chưa xác nhận thì chưa phiếu nào vào sổ.</p>
        </PageHead>
        <Panel id="t-tep" heading="Chọn tệp">
          <ActFormBody form={view.form} csrf={frame.csrf} />
          <p class="ha-small ha-mute">{view.columns}</p>
        </Panel>
        {view.before.length > 0 && (
          <Panel id="t-tep-truoc" heading="Tệp đã chọn gần đây">
            <RowList rows={view.before} />
          </Panel>
        )}
      </Main>
    </Layout>
  );
}

export function ImportReviewPage({ frame, view }: { frame: PageFrame; view: ImportReviewView }): VNode {
  return (
    <Layout frame={frame} title={view.heading} place="work">
      <Main frame={frame}>
        <Crumb href="/nhap-phieu" label="Nhập phiếu từ tệp" />
        <ImportReviewHead view={view} again="/nhap-phieu" csrf={frame.csrf} />
        {view.encoding !== null && (
          <Note>
            <p>{view.encoding}</p>
          </Note>
        )}
        {view.progress !== null && <Progress progress={view.progress} />}
        <Rows view={view} />
      </Main>
    </Layout>
  );
}

function Crumb({ href, label }: { href: string; label: string }): VNode {
  return (
    <nav class="ha-crumb" aria-label="Đường dẫn">
      <a href={href}>
        <Icon name="left" />
        {label}
      </a>
    </nav>
  );
}

function Progress({ progress }: { progress: NonNullable<ImportReviewView['progress']> }): VNode {
  return (
    <Live id="song-nhap" on={progress.running}>
      <Panel id="t-dang-nhap-phieu" heading={progress.running ? 'Đang vào sổ' : 'Đã vào sổ'}>
        <div class="ha-progress" role="status">
          <span>{progress.words}</span>
          <progress max={progress.total} value={progress.entered} aria-label="Số phiếu đã vào sổ" />
        </div>
        {progress.trouble !== null && (
          <Note icon="alert">
            <p>
              {progress.trouble} <a href="/trao-doi#viec-chua-lam-duoc">Việc chưa làm được</a>
            </p>
          </Note>
        )}
      </Panel>
    </Live>
  );
}

const HEADINGS = ['Dòng', 'Nhận lúc', 'Kênh', 'Nội dung', 'Lĩnh vực', 'Kết quả'];

function Rows({ view }: { view: ImportReviewView }): VNode {
  return (
    <section class="ha-panel" aria-label="Các dòng của tệp">
      <table class="table ha-cards" role="table">
        <caption class="ha-vh">Các dòng của tệp, dòng phải sửa trước</caption>
        <TableHead headings={HEADINGS} />
        <tbody role="rowgroup">
          {view.rows.map((row) => (
            <Row key={row.line} row={row} />
          ))}
        </tbody>
      </table>
      {view.left !== null && <p class="ha-panel-f ha-small">{view.left}</p>}
    </section>
  );
}

function Row({ row }: { row: ImportRowView }): VNode {
  return (
    <tr role="row">
      <th scope="row" role="rowheader" data-label="Dòng">
        <Code>{row.line}</Code>
      </th>
      <td role="cell" data-label="Nhận lúc">
        {row.received}
      </td>
      <td role="cell" data-label="Kênh">
        {row.channel}
      </td>
      <td role="cell" data-label="Nội dung">
        {row.subject}
      </td>
      <td role="cell" data-label="Lĩnh vực">
        {row.category}
      </td>
      <td role="cell" data-label="Kết quả">
        <div>
          {row.href === null ? row.outcome : <a href={row.href}>{row.outcome}</a>}
          {row.flaws.map((flaw) => (
            <p key={flaw} class="invalid-feedback">
              <Icon name="alert" />
              <span>{flaw}</span>
            </p>
          ))}
        </div>
      </td>
    </tr>
  );
}
