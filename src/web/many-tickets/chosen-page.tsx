import type { VNode } from 'preact';
import { ActControl } from '../kit/acts/act-control.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import { CardTable, type CardColumn } from '../kit/card-table.js';
import { Empty } from '../kit/empty.js';
import { FieldError } from '../kit/field.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { PostForm } from '../kit/post-form.js';
import { PageShell } from '../kit/shell/layout.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { count } from '../kit/words/numbers.js';
import { pickColumn, TICKET_COLUMN, type NamedTicket } from './ticket-column.js';

/** GET `/nhieu-phieu/…`: `phieu`, several, are the ids of the tickets that were chosen in a list; one form for all of them. */
export interface ChosenView {
  readonly heading: string;
  /** Over those of which nothing comes here: `Không ghi được`. */
  readonly othersHeading: string;
  readonly backHref: string;
  readonly form: ActFormView;
  readonly rows: readonly ChosenRowView[];
  readonly others: readonly OtherRowView[];
}

export interface ChosenRowView extends NamedTicket {
  /** Posted as `phieu` where the row is marked. */
  readonly value: string;
  readonly unit: string;
  readonly state: string;
}

export interface OtherRowView extends NamedTicket {
  readonly why: string;
}

export function ChosenPage({ frame, view }: { frame: PageFrame; view: ChosenView }): VNode {
  const { heading, othersHeading, backHref, rows, others, form } = view;
  return (
    <PageShell frame={frame} title={heading} place="work" crumb={{ href: backHref, label: 'Danh sách' }}>
      <PageHead heading={heading}>
        <p>Bỏ đánh dấu ở phiếu không xử lý lần này. Phiếu không thực hiện được hiện kèm lý do sau khi bấm.</p>
      </PageHead>
      <div class="ha-stack">
        {rows.length === 0 ? <Nothing href={backHref} /> : <Chosen rows={rows} form={form} csrf={frame.csrf} />}
        {others.length > 0 && (
          <Panel id="t-con-lai" heading={othersHeading} flush>
            <CardTable caption={othersHeading} columns={OTHERS} rows={others} keyOf={({ href }) => href} />
          </Panel>
        )}
      </div>
    </PageShell>
  );
}

function Nothing({ href }: { href: string }): VNode {
  return (
    <section class="ha-panel">
      <Empty
        empty={{
          kind: 'done',
          heading: 'Không có phiếu nào thực hiện được ở đây',
          text: 'Đánh dấu phiếu trong danh sách rồi bấm lại.',
          step: { href, label: 'Về danh sách' },
        }}
      />
    </section>
  );
}

/** The form stands before the rows: with a keyboard one writes and sends without passing each of them. */
function Chosen({ rows, form, csrf }: Pick<ChosenView, 'rows' | 'form'> & { csrf: string }): VNode {
  const { id, action, submit, lead, fields, error } = form;
  return (
    <PostForm action={action} csrf={csrf} class="ha-stack">
      <Panel id="t-chon" heading={`${count(rows.length)} phiếu`}>
        {lead !== null && lead !== undefined && <p>{lead}</p>}
        {fields.map((field) => (
          <ActControl key={field.name} field={field} id={`${id}-${field.name}`} />
        ))}
        <FieldError id={id} error={error} />
        <button class="btn btn-primary" type="submit">
          {submit}
        </button>
      </Panel>
      <section class="ha-panel" aria-label="Các phiếu">
        <CardTable
          caption="Các phiếu đã chọn"
          columns={COLUMNS}
          rows={rows}
          keyOf={({ value }) => value}
          kind="ha-reg-picks"
        />
      </section>
    </PostForm>
  );
}

const COLUMNS: readonly CardColumn<ChosenRowView>[] = [
  pickColumn('Chọn'),
  TICKET_COLUMN,
  { heading: 'Đơn vị chủ trì', cell: ({ unit }) => unit },
  { heading: 'Trạng thái', cell: ({ state }) => state },
];

const OTHERS: readonly CardColumn<OtherRowView>[] = [TICKET_COLUMN, { heading: 'Lý do', cell: ({ why }) => why }];
