import type { VNode } from 'preact';
import { CardTable, type CardColumn } from '../kit/card-table.js';
import { Empty } from '../kit/empty.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { PostForm } from '../kit/post-form.js';
import { PageShell } from '../kit/shell/layout.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { count } from '../kit/words/numbers.js';
import { pickColumn, TICKET_COLUMN, type NamedTicket } from '../many-tickets/ticket-column.js';

/** GET `/giao-theo-de-xuat`: `phieu`, several, are the ids of the tickets that were chosen in a list. */
export interface ProposedAssignmentsView {
  readonly rows: readonly ProposedRowView[];
  /** What was chosen and cannot be assigned here. */
  readonly others: readonly OtherTicketView[];
}

export interface ProposedRowView extends NamedTicket {
  /** Posted as `phieu` where the row is marked. */
  readonly value: string;
  readonly unit: string;
  readonly officer: string;
  readonly reason: string;
}

export interface OtherTicketView extends NamedTicket {
  readonly why: string;
}

export function ProposedAssignmentsPage({ frame, view }: { frame: PageFrame; view: ProposedAssignmentsView }): VNode {
  return (
    <PageShell
      frame={frame}
      title="Giao theo đề xuất"
      place="work"
      crumb={{ href: '/?danh-sach=chua-giao', label: 'Chờ giao đơn vị' }}
    >
      <PageHead heading="Giao theo đề xuất">
        <p>Mỗi phiếu được giao cho đơn vị, cán bộ ghi ở dòng của phiếu. Bỏ dấu ở dòng chưa muốn giao.</p>
      </PageHead>
      {view.rows.length === 0 ? <Empty empty={NOTHING} /> : <Rows rows={view.rows} csrf={frame.csrf} />}
      {view.others.length > 0 && (
        <Panel id="t-con-lai" heading="Không giao được ở đây" flush>
          <CardTable
            caption="Phiếu không giao được ở đây"
            columns={OTHERS}
            rows={view.others}
            keyOf={({ href }) => href}
          />
        </Panel>
      )}
    </PageShell>
  );
}

const NOTHING = {
  kind: 'done',
  heading: 'Không còn phiếu nào để giao theo đề xuất',
  text: 'Chọn phiếu trong danh sách “Chờ giao đơn vị”.',
} as const;

function Rows({ rows, csrf }: { rows: readonly ProposedRowView[]; csrf: string }): VNode {
  const button = (
    <button class="btn btn-primary" type="submit" data-key="g">
      Giao các phiếu đã đánh dấu
    </button>
  );
  return (
    <PostForm action="/giao-theo-de-xuat" csrf={csrf}>
      <Panel id="t-de-xuat" heading={`${count(rows.length)} phiếu có đề xuất`} flush footer={button}>
        <CardTable
          caption="Phiếu có đề xuất"
          columns={COLUMNS}
          rows={rows}
          keyOf={({ value }) => value}
          kind="ha-reg-picks"
        />
      </Panel>
    </PostForm>
  );
}

const COLUMNS: readonly CardColumn<ProposedRowView>[] = [
  pickColumn('Giao'),
  TICKET_COLUMN,
  {
    heading: 'Đơn vị chủ trì, cán bộ đầu mối',
    cell: ({ unit, officer }) => (
      <>
        {unit}
        <span class="ha-sub">{officer}</span>
      </>
    ),
  },
  { heading: 'Lý do đề xuất', cell: ({ reason }) => reason },
];

const OTHERS: readonly CardColumn<OtherTicketView>[] = [TICKET_COLUMN, { heading: 'Lý do', cell: ({ why }) => why }];
