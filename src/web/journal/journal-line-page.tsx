import type { VNode } from 'preact';
import { CardTable, type CardColumn } from '../kit/card-table.js';
import { Facts, type Fact } from '../kit/facts.js';
import { PageShell } from '../kit/shell/layout.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';

/** GET `/nhat-ky/:seq`: one line, with what it changed. */
export interface JournalLineView {
  readonly seq: number;
  readonly act: string;
  readonly facts: readonly Fact[];
  /** Every line about the same object. */
  readonly allAbout: string;
  readonly changes: readonly ChangeView[];
  readonly detail: readonly Fact[];
  readonly chain: readonly Fact[];
}

export interface ChangeView {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

export function JournalLinePage({ frame, view }: { frame: PageFrame; view: JournalLineView }): VNode {
  return (
    <PageShell
      frame={frame}
      title={`Dòng nhật ký ${String(view.seq)}`}
      place={null}
      crumb={{ href: '/nhat-ky', label: 'Nhật ký' }}
    >
      <PageHead
        heading={view.act}
        acts={
          <a class="btn" href={view.allAbout}>
            Mọi việc với đối tượng này
          </a>
        }
      >
        <p>Dòng {view.seq} của nhật ký.</p>
      </PageHead>
      <div class="ha-stack">
        <Panel id="t-ai" heading="Người thực hiện, thời điểm, nội dung">
          <Facts facts={view.facts} />
        </Panel>
        {view.changes.length > 0 && (
          <Panel id="t-doi" heading="Đã đổi" flush>
            <CardTable
              caption="Giá trị trước và sau"
              columns={CHANGE_COLUMNS}
              rows={view.changes}
              keyOf={({ name }) => name}
            />
          </Panel>
        )}
        {view.detail.length > 0 && (
          <Panel id="t-chi-tiet" heading="Chi tiết">
            <Facts facts={view.detail} />
          </Panel>
        )}
        <Panel id="t-chuoi" heading="Trong chuỗi">
          <Facts facts={view.chain} />
        </Panel>
      </div>
    </PageShell>
  );
}

const CHANGE_COLUMNS: readonly CardColumn<ChangeView>[] = [
  { heading: 'Giá trị', cell: ({ name }) => name },
  { heading: 'Trước', cell: ({ before }) => before },
  { heading: 'Sau', cell: ({ after }) => after },
];
