import type { VNode } from 'preact';
import { FindingList, type FindingPlace, type FindingRepair } from './finding-list.js';
import { Icon } from '../kit/icon.js';
import { Panel } from '../kit/panel.js';

/** What the Decree-30 check found in a letter. */
export interface FormatFindingsView {
  readonly findings: readonly {
    readonly severity: 'error' | 'warning';
    readonly message: string;
    /** How it should be, and which rule says so. */
    readonly mend: string | null;
    readonly place?: FindingPlace | undefined;
    readonly repair?: FindingRepair | undefined;
  }[];
  readonly passed: readonly string[];
  /** `đang kiểm tra` while the letter is being made; else null. */
  readonly pending: string | null;
}

export function FormatFindings({ format }: { format: FormatFindingsView }): VNode {
  return (
    <Panel id="t-the-thuc" heading="Thể thức" aside={<Summary format={format} />}>
      {format.findings.length > 0 && (
        <FindingList
          findings={format.findings.map(({ mend, ...finding }) => ({
            ...finding,
            notes: mend === null ? [] : [mend],
          }))}
        />
      )}
      <Passed items={format.passed} />
    </Panel>
  );
}

function Summary({ format }: { format: FormatFindingsView }): VNode {
  if (format.pending !== null) return <span class="ha-small ha-mute">{format.pending}</span>;
  const errors = format.findings.filter((finding) => finding.severity === 'error').length;
  const warnings = format.findings.length - errors;
  const rest = [warnings > 0 && `${warnings} lưu ý`, `${format.passed.length} mục đạt`].filter(Boolean).join('; ');
  return (
    <span class="ha-small" id="vi-sao-the-thuc">
      {errors > 0 && (
        <>
          <span class="ha-bad ha-strong">{errors} lỗi phải sửa trước khi trình</span>
          {'; '}
        </>
      )}
      {rest}
    </span>
  );
}

function Passed({ items }: { items: readonly string[] }): VNode | null {
  if (items.length === 0) return null;
  return (
    <details class="ha-more">
      <summary>Xem {items.length} mục đạt</summary>
      <ul class="ha-find-list">
        {items.map((item) => (
          <li key={item}>
            <Icon name="check" tone="ok" />
            <div>{item}</div>
          </li>
        ))}
      </ul>
    </details>
  );
}
