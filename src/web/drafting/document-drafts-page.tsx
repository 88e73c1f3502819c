import type { VNode } from 'preact';
import { CardTable, type CardColumn } from '../kit/card-table.js';
import { Empty } from '../kit/empty.js';
import { PageShell } from '../kit/shell/layout.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { State } from '../kit/state.js';

/** GET `/du-thao`: documents under way that answer no ticket. */
export interface DocumentDraftsView {
  readonly rows: readonly DocumentDraftRow[];
  /** Where a new one is begun; null for those who begin none. */
  readonly beginHref: string | null;
}

export interface DocumentDraftRow {
  readonly id: string;
  readonly href: string;
  /** `Báo cáo, bản 2` */
  readonly kind: string;
  readonly title: string;
  readonly unit: string;
  readonly state: string;
  readonly saved: string;
  /** What it wants of this person; null where it waits for somebody else. */
  readonly wish: string | null;
}

const NONE = {
  kind: 'done',
  heading: 'Không có văn bản nào đang soạn',
  text: 'Văn bản soạn từ trang Soạn văn bản, từ văn bản đến, phiếu hay báo cáo hiện ở đây đến khi phát hành.',
} as const;

const COLUMNS: readonly CardColumn<DocumentDraftRow>[] = [
  {
    heading: 'Văn bản',
    cell: ({ href, title, kind }) => (
      <>
        <a href={href}>{title}</a>
        <p class="ha-small ha-mute">{kind}</p>
      </>
    ),
  },
  { heading: 'Đơn vị soạn', cell: ({ unit }) => unit },
  { heading: 'Trạng thái', cell: ({ state }) => <State>{state}</State> },
  { heading: 'Lưu lúc', cell: ({ saved }) => <span class="ha-nowrap">{saved}</span> },
  { heading: 'Chờ bạn', cell: ({ wish }) => (wish === null ? '' : <b>{wish}</b>) },
];

export function DocumentDraftsPage({
  frame,
  view: { rows, beginHref },
}: {
  frame: PageFrame;
  view: DocumentDraftsView;
}): VNode {
  return (
    <PageShell frame={frame} title="Văn bản đang soạn" place="work">
      <PageHead
        heading="Văn bản đang soạn"
        acts={
          beginHref === null ? undefined : (
            <a class="btn btn-primary" href={beginHref}>
              Soạn văn bản
            </a>
          )
        }
      >
        <p>Văn bản không trả lời phiếu nào: soạn, duyệt, trình ký, lấy số và phát hành như công văn trả lời.</p>
      </PageHead>
      {rows.length === 0 ? (
        <Empty empty={NONE} />
      ) : (
        <Panel id="t-van-ban" heading="Đang soạn, duyệt, trình ký" flush>
          <CardTable caption="Văn bản đang soạn" columns={COLUMNS} rows={rows} keyOf={({ id }) => id} />
        </Panel>
      )}
    </PageShell>
  );
}
