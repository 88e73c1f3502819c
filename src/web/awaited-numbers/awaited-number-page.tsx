import type { VNode } from 'preact';
import { ActButton } from '../kit/act-button.js';
import { ActFormBody, type ActFormView } from '../kit/acts/act-form.js';
import { ConfirmDialog } from '../kit/confirm-dialog.js';
import { Facts, type Fact } from '../kit/facts.js';
import { Note } from '../kit/note.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { PageShell } from '../kit/shell/layout.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { ARRIVAL_NUMBER_DIALOG, AWAITED_NUMBERS } from './awaited-numbers-words.js';

/**
 * GET `/so-van-ban/den/cho-so/:id`: one incoming document that waits for its number, or has got it. POST the same (`number`, `arrivalDate`, `confirmed`) enters it; POST
 * `/so-van-ban/den/cho-so/:id/hoi-lai` asks the e-office again.
 */
export interface AwaitedNumberView {
  readonly heading: string;
  readonly standing: string;
  /** Why the number that came cannot stand; null where nothing stands against it. */
  readonly problem: string | null;
  readonly facts: readonly Fact[];
  /** Posts nothing but the token; null where the e-office is not to be asked. */
  readonly askAction: string | null;
  /** Null where this person may not enter it, or it has its number. */
  readonly form: ActFormView | null;
}

export function AwaitedNumberPage({ frame, view }: { frame: PageFrame; view: AwaitedNumberView }): VNode {
  const { problem, form, askAction } = view;
  const ask = askAction !== null && <ActButton action={askAction} csrf={frame.csrf} label="Hỏi lại số đến" />;
  return (
    <PageShell
      frame={frame}
      title={view.heading}
      place="registers"
      crumb={{ href: AWAITED_NUMBERS, label: 'Văn bản chờ số đến' }}
    >
      <PageHead heading={view.heading} acts={ask}>
        <p>{view.standing}</p>
      </PageHead>
      {problem !== null && (
        <Note tone="fail">
          <p>{problem}</p>
          <p>Sửa số trên hệ thống quản lý văn bản rồi hỏi lại, hoặc ghi số đã sửa.</p>
        </Note>
      )}
      <div class="ha-two">
        <div>
          <Panel id="v-van-ban" heading="Văn bản đến">
            <Facts facts={view.facts} columns={2} />
          </Panel>
        </div>
        {form !== null && (
          <aside aria-label="Số đến">
            <Panel id="v-so-den" heading="Số đến">
              <ActFormBody form={form} csrf={frame.csrf} />
              <ConfirmDialog id={ARRIVAL_NUMBER_DIALOG} heading="Ghi số đến này vào sổ?" submit={form.submit}>
                <p>Số, ngày phải đúng như trên hệ thống quản lý văn bản; đã vào sổ thì không sửa được.</p>
              </ConfirmDialog>
            </Panel>
          </aside>
        )}
      </div>
    </PageShell>
  );
}
