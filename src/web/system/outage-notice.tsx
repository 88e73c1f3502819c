import type { VNode } from 'preact';
import { Note } from '../kit/note.js';
import type { OutageNoticeView } from '../kit/shell/page-frame.js';

/** Shown on every page before and during an interruption. */
export function OutageNotice({ outage }: { outage: OutageNoticeView | undefined }): VNode | null {
  if (outage === undefined) return null;
  return (
    <div class="ha-outage">
      <Note icon={outage.isRunning ? 'alert' : 'info'}>
        <p>
          {outage.text} <a href="/thong-bao-gian-doan">Xem thông báo</a>
        </p>
      </Note>
    </div>
  );
}
