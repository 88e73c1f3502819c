import type { VNode } from 'preact';
import { ActFormBody, type ActFormView } from '../kit/acts/act-form.js';
import type { CardColumn } from '../kit/card-table.js';
import { ImportOutcome, ImportRows } from '../kit/imports/import-pages.js';
import { PageShell } from '../kit/shell/layout.js';
import { Note } from '../kit/note.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import type { RegisterCode } from '../registers/registers-words.js';

/**
 * GET `/so-van-ban/:book/tiep-quan/:id`: a register of this year in a file, before it is taken over. Sample: `/so-van-ban/:book/tiep-quan/mau.xlsx`.
 *
 * POST `/so-van-ban/:book/tiep-quan` (`file`, `source`) brings one; `/so-van-ban/:book/tiep-quan/:id/de-nghi` (`basis`) proposes it.
 */
export interface TakeOverView {
  readonly code: RegisterCode;
  readonly heading: string;
  /** `411 dòng, số 1 đến 411; 0 dòng phải sửa. Số tiếp theo sẽ là 412.` */
  readonly summary: string;
  /** Why it cannot be taken over; null where it can. */
  readonly barred: string | null;
  /** Which numbers the file does not have; null where it has all. */
  readonly missing: string | null;
  readonly proposed: string | null;
  /** Null where it cannot be proposed, or not by this person. */
  readonly form: ActFormView | null;
  readonly rows: readonly TakeOverRowView[];
  readonly left: string | null;
}

export interface TakeOverRowView {
  /** The row as the spreadsheet numbers it. */
  readonly line: string;
  readonly number: string;
  readonly day: string;
  /** Who it came from, or went to. */
  readonly party: string;
  readonly subject: string;
  readonly outcome: string;
  readonly flaws: readonly string[];
  readonly doubts: readonly string[];
}

export function TakeOverPage({ frame, view }: { frame: PageFrame; view: TakeOverView }): VNode {
  const { code, heading, summary, barred, missing, proposed, form } = view;
  return (
    <PageShell
      frame={frame}
      title="Tiếp quản sổ cũ"
      place="registers"
      crumb={{ href: `/so-van-ban/${code}/bat-dau`, label: 'Số bắt đầu của sổ' }}
    >
      <PageHead heading={heading}>
        <p>{summary}</p>
      </PageHead>
      <div class="ha-stack">
        {barred !== null && (
          <Note tone="fail">
            <p>{barred}</p>
          </Note>
        )}
        {missing !== null && (
          <Note icon="alert">
            <p>{missing}</p>
          </Note>
        )}
        {proposed !== null && (
          <Note>
            <p>
              {proposed} <a href={`/so-van-ban/${code}/bat-dau`}>Mở trang Số bắt đầu của sổ</a>
            </p>
          </Note>
        )}
        {form !== null && (
          <Panel id="t-de-nghi" heading="Đề nghị tiếp quản">
            <ActFormBody form={form} csrf={frame.csrf} />
          </Panel>
        )}
        <ImportRows label="Các dòng của sổ cũ" columns={COLUMNS} rows={view.rows} left={view.left} />
      </div>
    </PageShell>
  );
}

const COLUMNS: readonly CardColumn<TakeOverRowView>[] = [
  { heading: 'Số', cell: ({ number }) => number },
  { heading: 'Ngày', cell: ({ day }) => day },
  { heading: 'Nơi gửi, nơi nhận', cell: ({ party }) => party },
  { heading: 'Tên loại và trích yếu', cell: ({ subject }) => subject },
  {
    heading: 'Kết quả',
    cell: ({ outcome, flaws, doubts }) => (
      <>
        <ImportOutcome flaws={flaws}>{flaws.length > 0 ? 'Phải sửa' : outcome}</ImportOutcome>
        {doubts.map((doubt) => (
          <span key={doubt} class="ha-sub">
            {doubt}
          </span>
        ))}
      </>
    ),
  },
];
