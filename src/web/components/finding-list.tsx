import type { VNode } from 'preact';
import { Icon } from './icon.js';

export interface FindingView {
  readonly severity: 'error' | 'warning';
  readonly message: string;
  /** Under the message, a line each: where it stands, which rule says so, what can be done. */
  readonly notes: readonly string[];
  /** What was done about it already: `Đã sửa: bỏ dấu cách thừa.` */
  readonly done?: string;
}

/** What a check found, numbered in its order. */
export function FindingList({ findings }: { findings: readonly FindingView[] }): VNode {
  return (
    <ul class="ha-find-list">
      {findings.map(({ severity, message, notes, done }, at) => (
        <li key={`${at} ${message}`}>
          <Mark severity={severity} isDone={done !== undefined} />
          <div>
            <strong>{at + 1}.</strong> <span class="ha-vh">{severity === 'error' ? 'Lỗi: ' : 'Lưu ý: '}</span>
            {message}
            {[...notes, ...(done === undefined ? [] : [done])].map((note) => (
              <small key={note}>{note}</small>
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}

function Mark({ severity, isDone }: { severity: FindingView['severity']; isDone: boolean }): VNode {
  if (isDone) return <Icon name="check" tone="ok" />;
  return <Icon name={severity === 'error' ? 'x' : 'warn'} tone={severity === 'error' ? 'bad' : undefined} />;
}
