import type { ComponentChildren, VNode } from 'preact';
import { ActButton } from '../act-button.js';
import { Note } from '../note.js';
import { PageHead } from '../page-head.js';

export interface ImportReviewHeadView {
  readonly heading: string;
  readonly summary: string;
  /** Why nothing can be entered yet. */
  readonly barred: string | null;
  readonly confirm: { readonly action: string; readonly label: string } | null;
}

/** Above the rows of a file that was brought: what it comes to, and the one act that has it entered. @param again where another file is chosen */
export function ImportReviewHead({
  view,
  again,
  csrf,
}: {
  view: ImportReviewHeadView;
  again: string;
  csrf: string;
}): ComponentChildren {
  return (
    <>
      <PageHead heading={view.heading} acts={acts(view, again, csrf)}>
        <p>{view.summary}</p>
      </PageHead>
      {view.barred !== null && (
        <Note tone="fail">
          <p>{view.barred}</p>
        </Note>
      )}
    </>
  );
}

function acts({ confirm }: ImportReviewHeadView, again: string, csrf: string): VNode {
  return (
    <>
      <a class="btn" href={again}>
        Chọn tệp khác
      </a>
      {confirm !== null && <ActButton action={confirm.action} csrf={csrf} label={confirm.label} primary />}
    </>
  );
}
