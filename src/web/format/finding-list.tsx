import type { VNode } from 'preact';
import { Icon, type IconName } from '../kit/icon.js';

export interface FindingView {
  /** `unknown` = not enough to judge by. */
  readonly severity: 'error' | 'unknown' | 'warning';
  readonly message: string;
  /** Under the message, a line each: where it stands, which rule says so, what can be done. */
  readonly notes: readonly string[];
  /** What was done about it already: `Đã sửa: bỏ dấu cách thừa.` */
  readonly done?: string;
}

interface MarkOf {
  readonly icon: IconName;
  readonly tone?: 'bad';
  readonly words: string;
}

const MARKS: Readonly<Record<FindingView['severity'], MarkOf>> = {
  error: { icon: 'x', tone: 'bad', words: 'Lỗi' },
  unknown: { icon: 'half', words: 'Chưa đủ căn cứ' },
  warning: { icon: 'warn', words: 'Lưu ý' },
};

/** What a check found, numbered in its order. */
export function FindingList({ findings }: { findings: readonly FindingView[] }): VNode {
  return (
    <ul class="ha-find-list">
      {findings.map(({ severity, message, notes, done }, at) => (
        <li key={`${at} ${message}`}>
          <Mark severity={severity} isDone={done !== undefined} />
          <div>
            <strong>{at + 1}.</strong> <span class="ha-vh">{MARKS[severity].words}: </span>
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
  const { icon, tone } = MARKS[severity];
  return <Icon name={icon} tone={tone} />;
}
