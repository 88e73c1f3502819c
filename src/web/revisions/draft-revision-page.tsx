import type { VNode } from 'preact';
import { Files, type FileView } from '../ticket-files/files.js';
import { PageShell } from '../kit/shell/layout.js';
import { LetterReading, type LetterField } from '../drafting/letter-fields.js';
import { LetterPages, type LetterPagesView } from '../kit/letter-pages/letter-pages.js';
import { Live } from '../notices/live.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';

/** GET `/du-thao/:id/ban/:revision`: one revision as it was, to be read only. */
export interface DraftRevisionView {
  readonly draft: { readonly href: string; readonly label: string };
  /** `Công văn trả lời, bản thảo 2` */
  readonly heading: string;
  readonly saved: string;
  readonly comparisons: readonly { readonly href: string; readonly label: string }[];
  readonly fields: readonly LetterField[];
  /** Annexes in files of their own. */
  readonly annexes: readonly FileView[];
  readonly letter: LetterPagesView;
}

export function DraftRevisionPage({ frame, view }: { frame: PageFrame; view: DraftRevisionView }): VNode {
  return (
    <PageShell
      frame={frame}
      title={view.heading}
      place="work"
      crumb={{ href: view.draft.href, label: view.draft.label }}
    >
      <PageHead
        heading={view.heading}
        acts={view.comparisons.map(({ href, label }) => (
          <a class="btn" key={href} href={href}>
            {label}
          </a>
        ))}
      >
        <p>{view.saved}</p>
      </PageHead>
      <div class="ha-draft">
        <div class="ha-no-print">
          <Panel id="t-noi-dung" heading="Nội dung">
            <LetterReading fields={view.fields} />
          </Panel>
          {view.annexes.length > 0 && (
            <Panel id="t-phu-luc" heading="Phụ lục là tệp riêng">
              <Files files={view.annexes} />
            </Panel>
          )}
        </div>
        <Live id="song-trang-in" on={view.letter.state === 'making'} class="ha-a4-stick">
          <LetterPages letter={view.letter} />
        </Live>
      </div>
    </PageShell>
  );
}
