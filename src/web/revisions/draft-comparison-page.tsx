import type { VNode } from 'preact';
import { ActControl } from '../kit/acts/act-control.js';
import { ComparedText, type StretchView } from './compared-text.js';
import { PageShell } from '../kit/shell/layout.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';

export type ComparedBlockView =
  | { readonly kind: 'paragraph'; readonly stretches: readonly StretchView[] }
  /** `… 12 đoạn không đổi …` */
  | { readonly kind: 'skipped'; readonly words: string };

/** GET `/du-thao/:id/so-sanh?tu=1&den=2`: two revisions, word by word. */
export interface DraftComparisonView {
  readonly draft: { readonly href: string; readonly label: string };
  readonly action: string;
  readonly heading: string;
  /** The two, older words first. */
  readonly sides: readonly { readonly title: string; readonly href: string; readonly words: string }[];
  readonly summary: string;
  readonly parts: readonly { readonly label: string; readonly blocks: readonly ComparedBlockView[] }[];
  /** Names of the parts in which nothing differs. */
  readonly unchanged: readonly string[];
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: { readonly before: string; readonly after: string };
}

export function DraftComparisonPage({ frame, view }: { frame: PageFrame; view: DraftComparisonView }): VNode {
  return (
    <PageShell
      frame={frame}
      title={view.heading}
      place="work"
      crumb={{ href: view.draft.href, label: view.draft.label }}
    >
      <PageHead heading={view.heading}>
        {view.sides.map(({ title, href, words }) => (
          <p key={href}>
            <a href={href}>{title}</a>: {words}
          </p>
        ))}
      </PageHead>
      <div class="ha-stack">
        <Panel id="t-khac" heading={view.summary} aside={view.parts.length > 0 && <Legend />}>
          {view.parts.map((part) => (
            <section class="ha-compared" key={part.label}>
              <h3>{part.label}</h3>
              {part.blocks.map((block, at) =>
                block.kind === 'skipped' ? (
                  <p class="ha-small ha-mute" key={at}>
                    {block.words}
                  </p>
                ) : (
                  <ComparedText key={at} stretches={block.stretches} />
                ),
              )}
            </section>
          ))}
          {view.unchanged.length > 0 && <p class="ha-small ha-mute">Không đổi: {view.unchanged.join(', ')}.</p>}
        </Panel>
        <Chooser view={view} />
      </div>
    </PageShell>
  );
}

function Legend(): VNode {
  return (
    <span class="ha-small ha-compared">
      <ins>[+ chữ thêm]</ins> <del>[− chữ bỏ]</del>
    </span>
  );
}

function Chooser({ view: { action, choices, chosen } }: { view: DraftComparisonView }): VNode {
  return (
    <form class="ha-panel ha-no-print" method="get" action={action} aria-label="So sánh hai bản khác">
      <div class="ha-panel-b">
        <div class="ha-fields">
          <ActControl
            id="tu"
            field={{ kind: 'choice', name: 'tu', label: 'Từ bản', value: chosen.before, options: choices }}
          />
          <ActControl
            id="den"
            field={{ kind: 'choice', name: 'den', label: 'Đến bản', value: chosen.after, options: choices }}
          />
        </div>
        <button class="btn" type="submit">
          So sánh hai bản này
        </button>
      </div>
    </form>
  );
}
