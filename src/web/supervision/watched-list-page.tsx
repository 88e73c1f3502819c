import type { VNode } from 'preact';
import { ActForm, type ActFormView } from '../kit/acts/act-form.js';
import { Empty } from '../kit/empty.js';
import { PageShell } from '../kit/shell/layout.js';
import { Pages, type PagesView } from '../kit/pages.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { ChoiceBar } from '../many-tickets/choice-bar.js';
import type { ManyAct } from '../many-tickets/many-acts.js';
import { WorkList, type WorkRow } from '../my-work/work-list.js';

/** GET `/giam-sat/danh-sach`: the tickets behind a number. */
export interface WatchedListView {
  readonly heading: string;
  readonly definition: string;
  readonly summary: string;
  readonly boardHref: string;
  readonly rows: readonly WorkRow[];
  /** What this person may do with several at once. */
  readonly manyActs: readonly ManyAct[];
  readonly pages: PagesView | null;
  /** Null for those who draw no samples. */
  readonly draw: ActFormView | null;
}

const NONE = {
  kind: 'done',
  heading: 'Không có phiếu nào',
  text: 'Không còn phiếu nào thuộc số này; số trên bảng đổi theo từng phút.',
} as const;

export function WatchedListPage({ frame, view }: { frame: PageFrame; view: WatchedListView }): VNode {
  return (
    <PageShell
      frame={frame}
      title={view.heading}
      place="supervision"
      crumb={{ href: view.boardHref, label: 'Giám sát' }}
    >
      <PageHead heading={view.heading}>
        <p>{view.summary}</p>
        <p class="ha-mute">{view.definition}</p>
      </PageHead>
      <div class="ha-stack">
        {view.draw !== null && (
          <Panel id="t-mau" heading="Kiểm tra">
            <ActForm form={view.draw} csrf={frame.csrf} />
          </Panel>
        )}
        <Panel
          id="t-phieu"
          heading="Phiếu, hạn gần nhất trước"
          flush
          footer={view.pages && <Pages pages={view.pages} />}
        >
          {view.rows.length === 0 ? (
            <Empty empty={NONE} />
          ) : (
            <div data-work-list>
              <WorkList caption={`${view.heading}, xếp theo hạn`} rows={view.rows} selected={null} />
              <ChoiceBar acts={view.manyActs} />
            </div>
          )}
        </Panel>
      </div>
    </PageShell>
  );
}
