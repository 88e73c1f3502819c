import type { VNode } from 'preact';
import { ActButton } from '../kit/act-button.js';
import { ActForm, type ActFormView } from '../kit/acts/act-form.js';
import { CardTable, type CardColumn } from '../kit/card-table.js';
import { CommendationsCrumb } from './commendations-crumb.js';
import { Facts, type Fact } from '../kit/facts.js';
import { PageShell } from '../kit/shell/layout.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { RowList, type RowView } from '../kit/row-list.js';

/** GET `/khen-thuong/de-nghi/:id`. POST `…/dong/:meritId` · `…/to-trinh` gives the DOCX · `…/van-ban` · `…/trinh` · `…/quyet-dinh` · `…/trao/:meritId` · `…/bo`. */
export interface ProposalView {
  readonly title: string;
  readonly state: string;
  readonly facts: readonly Fact[];
  readonly lines: readonly ProposalLineView[];
  /** Its proposal and decision on their way to be signed. */
  readonly documents: { readonly rows: readonly RowView[]; readonly form: ActFormView | null };
  readonly letterAction: string | null;
  readonly submitAction: string | null;
  readonly decisionForm: ActFormView | null;
  readonly dropForm: ActFormView | null;
}

export interface ProposalLineView {
  readonly id: string;
  readonly href: string;
  readonly recipient: string;
  readonly owed: string | null;
  readonly form: string;
  readonly achievement: string;
  readonly points: string;
  readonly result: string | null;
  readonly edit: ActFormView | null;
  readonly award: ActFormView | null;
}

export function ProposalPage({ frame, view }: { frame: PageFrame; view: ProposalView }): VNode {
  const { title, state, lines, letterAction, submitAction, decisionForm, dropForm } = view;
  const { csrf } = frame;
  return (
    <PageShell frame={frame} title={title} place={null} class="ha-print-wide">
      <CommendationsCrumb />
      <PageHead
        heading={title}
        acts={
          letterAction === null ? undefined : (
            <ActButton action={letterAction} csrf={csrf} label="Lập tờ trình DOCX" icon="file" />
          )
        }
      >
        <p>{state}</p>
      </PageHead>
      <div class="ha-stack">
        <Panel id="t-danh-sach" heading="Danh sách" flush>
          <CardTable caption="Trường hợp đề nghị" columns={linesWith(csrf)} rows={lines} keyOf={({ id }) => id} />
        </Panel>
        {(view.documents.rows.length > 0 || view.documents.form !== null) && (
          <Panel id="t-van-ban" heading="Tờ trình, quyết định">
            <RowList rows={view.documents.rows} />
            {view.documents.form !== null && <ActForm form={view.documents.form} csrf={csrf} />}
          </Panel>
        )}
        <Panel id="t-thong-tin" heading="Quá trình">
          <Facts facts={view.facts} />
          {submitAction !== null && (
            <ActButton action={submitAction} csrf={csrf} label="Ghi đã trình" icon="send" primary />
          )}
          {decisionForm !== null && <ActForm form={decisionForm} csrf={csrf} />}
          {dropForm !== null && <ActForm form={dropForm} csrf={csrf} />}
        </Panel>
      </div>
    </PageShell>
  );
}

function linesWith(csrf: string): readonly CardColumn<ProposalLineView>[] {
  return [
    {
      heading: 'Đề nghị khen',
      cell: ({ href, recipient, owed }) => (
        <>
          <a class="ha-strong" href={href}>
            {recipient}
          </a>
          {owed !== null && <span class="ha-sub ha-whole">{owed}</span>}
        </>
      ),
    },
    { heading: 'Thành tích', cell: ({ achievement }) => achievement },
    { heading: 'Hình thức', cell: ({ form, result }) => (result === null ? form : `${form}. ${result}`) },
    { heading: 'Điểm', cell: ({ points }) => points },
    {
      heading: 'Việc',
      cell: ({ recipient, edit, award }) => (
        <>
          {edit !== null && <ActForm form={edit} csrf={csrf} about={recipient} />}
          {award !== null && <ActForm form={award} csrf={csrf} about={recipient} />}
        </>
      ),
    },
  ];
}
