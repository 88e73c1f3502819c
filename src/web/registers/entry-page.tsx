import type { VNode } from 'preact';
import { ActForm, ActFormBody, type ActFormView } from '../kit/acts/act-form.js';
import { Facts, type Fact } from '../kit/facts.js';
import { PageShell } from '../kit/shell/layout.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';

/** GET `/trao-doi/ghi-so/:id`: one incoming document, to be entered in the e-office by hand. POST the same (`was`, `number`, `enteredOn`) ticks it off. */
export interface EntryView {
  readonly heading: string;
  readonly standing: string;
  readonly isOwed: boolean;
  readonly registerHref: string;
  /** What is to be written there. */
  readonly facts: readonly Fact[];
  /** Null where this person may not tick it off. */
  readonly form: ActFormView | null;
}

export function EntryPage({ frame, view }: { frame: PageFrame; view: EntryView }): VNode {
  const { form } = view;
  return (
    <PageShell
      frame={frame}
      title={view.heading}
      place="registers"
      crumb={{ href: '/trao-doi/ghi-so', label: 'Ghi tay vào sổ hệ thống quản lý văn bản' }}
    >
      <PageHead heading={view.heading}>
        <p>{view.standing}</p>
      </PageHead>
      <div class="ha-two">
        <div>
          <Panel
            id="v-van-ban"
            heading="Văn bản đến"
            footer={<a href={view.registerHref}>Mở dòng này trong sổ văn bản đến</a>}
          >
            <Facts facts={view.facts} columns={2} />
          </Panel>
        </div>
        {form !== null && (
          <aside aria-label="Sổ của hệ thống QLVB">
            <Panel id="v-danh-dau" heading="Sổ của hệ thống QLVB">
              {view.isOwed ? <ActFormBody form={form} csrf={frame.csrf} /> : <ActForm form={form} csrf={frame.csrf} />}
            </Panel>
          </aside>
        )}
      </div>
    </PageShell>
  );
}
