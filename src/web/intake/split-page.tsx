import type { VNode } from 'preact';
import { ActFormBody, type ActFormView } from '../kit/acts/act-form.js';
import { Code } from '../kit/code.js';
import { PageShell } from '../kit/shell/layout.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { Paragraphs } from '../kit/paragraphs.js';

/**
 * GET `/phieu/:id/tach`.
 *
 * POST `/phieu/:id/tach`: `subject2`, `words2`, `category2`, `level2` to `…5`, `seen`.
 */
export interface SplitPageView {
  readonly backHref: string;
  readonly code: string;
  readonly subject: string;
  /** The citizen's words, whole. */
  readonly words: string;
  readonly form: ActFormView;
}

/** The citizen's words beside the matters that become tickets of their own. */
export function SplitPage({ frame, view }: { frame: PageFrame; view: SplitPageView }): VNode {
  return (
    <PageShell
      frame={frame}
      title={`Tách phiếu ${view.code}`}
      place="work"
      crumb={{ href: view.backHref, label: 'Về phiếu' }}
    >
      <PageHead heading="Tách phiếu">
        <p>
          <Code>{view.code}</Code> · {view.subject}
        </p>
      </PageHead>
      <div class="ha-two">
        <Panel id="t-tach" heading="Nội dung tách ra">
          <ActFormBody form={view.form} csrf={frame.csrf} />
        </Panel>
        <aside aria-label="Lời gốc">
          <Panel
            id="t-loi"
            heading="Nội dung phản ánh, kiến nghị"
            aside={<span class="ha-small ha-mute">nguyên văn, giữ ở phiếu này</span>}
          >
            <div class="ha-words">
              <Paragraphs text={view.words} />
            </div>
          </Panel>
        </aside>
      </div>
    </PageShell>
  );
}
