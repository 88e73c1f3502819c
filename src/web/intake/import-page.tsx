import type { VNode } from 'preact';
import type { CardColumn } from '../kit/card-table.js';
import { ImportChoice, ImportOutcome, ImportRows, type ImportChoiceView } from '../kit/imports/import-pages.js';
import { ImportReviewHead, type ImportReviewHeadView } from '../kit/imports/import-review-head.js';
import { PageShell } from '../kit/shell/layout.js';
import { Live } from '../notices/live.js';
import { Note } from '../kit/note.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { Panel } from '../kit/panel.js';

/** GET `/nhap-phieu/:id`: a file before it is entered, and while it is. POST `/nhap-phieu/:id/xac-nhan` (nothing). */
export interface ImportReviewView extends ImportReviewHeadView {
  readonly encoding: string | null;
  /** While it is entered, and after. */
  readonly progress: {
    readonly entered: number;
    readonly total: number;
    readonly words: string;
    readonly running: boolean;
    /** Why the import stopped half way; null while it runs. */
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

const SAMPLES = [
  { href: '/nhap-phieu/mau.xlsx', label: 'Tệp mẫu Excel' },
  { href: '/nhap-phieu/mau.csv', label: 'Tệp mẫu CSV' },
];

/** GET `/nhap-phieu`: choosing a file of feedback. POST `/nhap-phieu`: `file`. Samples: `/nhap-phieu/mau.xlsx`, `/nhap-phieu/mau.csv`. */
export function ImportPage({ frame, view }: { frame: PageFrame; view: ImportChoiceView }): VNode {
  return (
    <PageShell
      frame={frame}
      title="Nhập phiếu từ tệp"
      place="work"
      crumb={{ href: '/phieu-moi', label: 'Ghi phiếu mới' }}
    >
      <ImportChoice
        heading="Nhập phiếu từ tệp"
        lead="Xem trước từng dòng; chưa xác nhận thì chưa phiếu nào vào sổ."
        samples={SAMPLES}
        view={view}
        csrf={frame.csrf}
      />
    </PageShell>
  );
}

export function ImportReviewPage({ frame, view }: { frame: PageFrame; view: ImportReviewView }): VNode {
  return (
    <PageShell
      frame={frame}
      title={view.heading}
      place="work"
      crumb={{ href: '/nhap-phieu', label: 'Nhập phiếu từ tệp' }}
    >
      <ImportReviewHead view={view} again="/nhap-phieu" csrf={frame.csrf} />
      {view.encoding !== null && (
        <Note>
          <p>{view.encoding}</p>
        </Note>
      )}
      {view.progress !== null && <Progress progress={view.progress} />}
      <ImportRows label="Các dòng của tệp" columns={COLUMNS} rows={view.rows} left={view.left} />
    </PageShell>
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
              {progress.trouble} <a href="/trao-doi#viec-chua-lam-duoc">Giao dịch gửi không thành công</a>
            </p>
          </Note>
        )}
      </Panel>
    </Live>
  );
}

const COLUMNS: readonly CardColumn<ImportRowView>[] = [
  { heading: 'Nhận lúc', cell: ({ received }) => received },
  { heading: 'Kênh', cell: ({ channel }) => channel },
  { heading: 'Nội dung', cell: ({ subject }) => subject },
  { heading: 'Lĩnh vực', cell: ({ category }) => category },
  {
    heading: 'Kết quả',
    cell: ({ outcome, href, flaws }) => (
      <ImportOutcome flaws={flaws}>{href === null ? outcome : <a href={href}>{outcome}</a>}</ImportOutcome>
    ),
  },
];
