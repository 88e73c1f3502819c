import type { VNode } from 'preact';
import { ActButton } from './act-button.js';
import { Icon } from './icon.js';
import { Note } from './note.js';
import type { NoticeView } from './shell/page-frame.js';

/** What an act came to. A refusal stays where the reader looks; a done thing floats and goes. */
export function Notice({ notice }: { notice: NoticeView | null }): VNode | null {
  if (notice?.kind !== 'refused') return null;
  return (
    <Note tone="fail">
      <p>{notice.text}</p>
    </Note>
  );
}

export function Toast({ notice, csrf }: { notice: NoticeView | null; csrf: string }): VNode | null {
  if (notice?.kind !== 'done') return null;
  return (
    <div class="ha-toasts">
      <div class="ha-toast" role="status" data-toast>
        <Icon name="check" />
        <div>{notice.text}</div>
        {notice.undo !== undefined && <ActButton action={notice.undo} csrf={csrf} label="Hoàn tác" shortcut="u" />}
      </div>
    </div>
  );
}
