import type { VNode } from 'preact';
import { ActFormBody, type ActFormView } from '../kit/acts/act-form.js';
import { ConfirmDialog } from '../kit/confirm-dialog.js';
import { PageShell } from '../kit/shell/layout.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { RowList, type RowView } from '../kit/row-list.js';
import { OrganisationCrumb } from './unit-page.js';

/** GET `/to-chuc/:id/dong`: what would move when a unit is closed. POST closes it: `successorId`, `from`, `reason`. */
export interface UnitClosingView {
  readonly heading: string;
  readonly back: { readonly href: string; readonly label: string };
  /** Open work, sort by sort. */
  readonly work: readonly { readonly words: string; readonly held: string }[];
  readonly people: readonly RowView[];
  readonly duties: readonly RowView[];
  readonly children: readonly RowView[];
  /** Null once it is closed. */
  readonly form: ActFormView | null;
}

export function UnitClosingPage({ frame, view }: { frame: PageFrame; view: UnitClosingView }): VNode {
  return (
    <PageShell frame={frame} title={view.heading} place={null}>
      <OrganisationCrumb to={view.back} />
      <PageHead heading={view.heading}>
        <p>Những gì dưới đây chuyển về đơn vị tiếp nhận. Việc đã xong giữ tên đơn vị cũ.</p>
      </PageHead>
      <div class="ha-stack">
        <Panel id="t-viec" heading="Việc đang mở">
          <ul class="ha-rows ha-rows-slim">
            {view.work.map(({ words, held }) => (
              <li key={words}>
                <div>{words}</div>
                <span>{held}</span>
              </li>
            ))}
          </ul>
        </Panel>
        {view.form !== null && (
          <Panel id="t-dong" heading="Chuyển về đâu">
            <ActFormBody form={{ ...view.form, confirm: 'hoi-dong' }} csrf={frame.csrf} />
            <ConfirmDialog id="hoi-dong" heading={`${view.heading}?`} submit={view.form.submit}>
              <p>Người, việc đang mở và nhiệm vụ chuyển về đơn vị tiếp nhận ngay. Không hoàn tác được.</p>
            </ConfirmDialog>
          </Panel>
        )}
        <Moved id="t-nguoi" heading="Người" rows={view.people} none="Không còn ai trong đơn vị." />
        <Moved id="t-nhiem-vu" heading="Nhiệm vụ" rows={view.duties} none="Đơn vị không giữ nhiệm vụ nào của Sở." />
        <Moved id="t-truc-thuoc" heading="Đơn vị trực thuộc" rows={view.children} none="Không có đơn vị trực thuộc." />
      </div>
    </PageShell>
  );
}

interface MovedProps {
  readonly id: string;
  readonly heading: string;
  readonly rows: readonly RowView[];
  readonly none: string;
}

function Moved({ id, heading, rows, none }: MovedProps): VNode {
  return (
    <Panel id={id} heading={heading}>
      {rows.length === 0 ? <p>{none}</p> : <RowList rows={rows} />}
    </Panel>
  );
}
