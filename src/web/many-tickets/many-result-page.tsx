import type { VNode } from 'preact';
import { ActButton } from '../kit/act-button.js';
import { CardTable, type CardColumn } from '../kit/card-table.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { PageShell } from '../kit/shell/layout.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { count } from '../kit/words/numbers.js';
import { TICKET_COLUMN, TicketName, type NamedTicket } from './ticket-column.js';

/** GET `/nhieu-phieu/ket-qua`: what came of the act that this person did last with several tickets. */
export interface ManyResultView {
  /** `Đã ghi tiến độ 12 phiếu; 3 phiếu chưa ghi được.` */
  readonly summary: string;
  readonly backHref: string;
  /** Takes back what may be taken back; null where nothing may. */
  readonly undo: { readonly action: string; readonly label: string } | null;
  readonly refused: readonly RefusedRowView[];
  readonly done: readonly DoneRowView[];
}

export interface DoneRowView extends NamedTicket {
  /** Where it stands now. */
  readonly state: string;
}

export interface RefusedRowView {
  /** Null for a ticket that this person does not see. */
  readonly ticket: NamedTicket | null;
  readonly key: string;
  readonly why: string;
}

export function ManyResultPage({ frame, view }: { frame: PageFrame; view: ManyResultView }): VNode {
  const { summary, backHref, undo, refused, done } = view;
  const acts = (
    <>
      {undo !== null && <ActButton action={undo.action} csrf={frame.csrf} label={undo.label} shortcut="u" />}
      <a class="btn btn-primary" href={backHref}>
        Về danh sách
      </a>
    </>
  );
  return (
    <PageShell frame={frame} title="Kết quả nhiều phiếu" place="work" crumb={{ href: backHref, label: 'Danh sách' }}>
      <PageHead heading="Kết quả" acts={acts}>
        <p role="status">{summary}</p>
      </PageHead>
      <div class="ha-stack">
        {refused.length > 0 && (
          <Panel id="t-chua-lam" heading={`Không thành công: ${count(refused.length)} phiếu`} flush>
            <CardTable caption="Phiếu không thành công" columns={REFUSED} rows={refused} keyOf={({ key }) => key} />
          </Panel>
        )}
        {done.length > 0 && (
          <Panel id="t-da-lam" heading={`Đã thực hiện: ${count(done.length)} phiếu`} flush>
            <CardTable caption="Phiếu đã thực hiện" columns={DONE} rows={done} keyOf={({ href }) => href} />
          </Panel>
        )}
      </div>
    </PageShell>
  );
}

const REFUSED: readonly CardColumn<RefusedRowView>[] = [
  {
    heading: 'Phiếu',
    cell: ({ ticket }) => (ticket === null ? 'Phiếu không xem được' : <TicketName ticket={ticket} />),
  },
  { heading: 'Lý do', cell: ({ why }) => why },
];

const DONE: readonly CardColumn<DoneRowView>[] = [TICKET_COLUMN, { heading: 'Trạng thái', cell: ({ state }) => state }];
