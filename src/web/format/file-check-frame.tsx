import type { ComponentChildren, VNode } from 'preact';
import { ActFormBody, type ActFormView } from '../kit/acts/act-form.js';
import { PageShell } from '../kit/shell/layout.js';
import { Note } from '../kit/note.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { Panel } from '../kit/panel.js';

interface FileCheckFrameProps {
  readonly frame: PageFrame;
  readonly title: string;
  /** The file that was looked into; null before one is chosen. */
  readonly file: string | null;
  readonly form: ActFormView;
  readonly children: ComponentChildren;
}

/** A page that looks into one file: what was found on top, the next file below and not on paper. */
export function FileCheckFrame({ frame, title, file, form, children }: FileCheckFrameProps): VNode {
  return (
    <PageShell frame={frame} title={file ?? title} place={null}>
      {children}
      <Panel id="t-tep" class="ha-no-print" heading={file === null ? 'Chọn tệp' : 'Kiểm tra tệp khác'}>
        <ActFormBody form={form} csrf={frame.csrf} />
      </Panel>
    </PageShell>
  );
}

/** Why a file was not looked into, or only half. */
export function FileTroubles({ troubles }: { troubles: readonly string[] }): VNode | null {
  if (troubles.length === 0) return null;
  return (
    <Note tone="fail">
      {troubles.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Note>
  );
}
