import type { VNode } from 'preact';
import { Icon, type IconName } from '../kit/icon.js';

export interface FindingView {
  /** `unknown` = not enough to judge by. */
  readonly severity: 'error' | 'unknown' | 'warning';
  readonly message: string;
  /** Under the message, a line each: where it stands, which rule says so, what can be done. */
  readonly notes: readonly string[];
  /** Where on the page it is corrected. */
  readonly place?: FindingPlace | undefined;
  readonly repair?: FindingRepair | undefined;
  /** What was done about it already: `Đã sửa: bỏ dấu cách thừa.` */
  readonly done?: string;
}

export interface FindingPlace {
  readonly href: string;
  readonly label: string;
}

/** A button that saves the form of the letter with this one thing corrected. */
export interface FindingRepair {
  readonly label: string;
  readonly form: string;
  readonly action: string;
  readonly rule: string;
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
      {findings.map(({ severity, message, notes, done, place, repair }, at) => (
        <li key={`${at} ${message}`}>
          <Mark severity={severity} isDone={done !== undefined} />
          <div>
            <strong>{at + 1}.</strong> <span class="ha-vh">{MARKS[severity].words}: </span>
            {message}
            {[...notes, ...(done === undefined ? [] : [done])].map((note) => (
              <small key={note}>{note}</small>
            ))}
            {(place ?? repair) && (
              <p class="ha-find-do ha-no-print">
                {repair && <Repair repair={repair} about={message} />}
                {place && (
                  <a href={place.href} data-finding={message}>
                    {place.label}
                  </a>
                )}
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

function Repair({ repair: { label, form, action, rule }, about }: { repair: FindingRepair; about: string }): VNode {
  return (
    <button
      class="btn btn-sm"
      type="submit"
      form={form}
      formaction={action}
      formnovalidate
      name="rule"
      value={rule}
      aria-label={`${label}: ${about}`}
    >
      {label}
    </button>
  );
}

function Mark({ severity, isDone }: { severity: FindingView['severity']; isDone: boolean }): VNode {
  if (isDone) return <Icon name="check" tone="ok" />;
  const { icon, tone } = MARKS[severity];
  return <Icon name={icon} tone={tone} />;
}
