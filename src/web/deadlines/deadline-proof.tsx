import type { VNode } from 'preact';
import type { DeadlineWords } from '../kit/words/deadline.js';
import { DeadlinePill } from './deadline-pill.js';
import { Panel } from '../kit/panel.js';
import { RowList, type RowView } from '../kit/row-list.js';

/** One day, or one run of days, of a deadline's proof. */
export interface ProofDayView {
  /** `Thứ Năm 12/03`, `14 và 15/03` */
  readonly when: string;
  readonly reason: string;
  /** Running number of the day, `0` for the day of the event, `–` where nothing is counted. */
  readonly counted: string;
  readonly mark: 'off' | 'pause' | 'now' | 'due' | null;
}

/** The limit, or time granted on top of it; each is numbered by itself. */
export interface ProofPartView {
  /** `Gia hạn 2 ngày làm việc`; null for the limit, which the caption names. */
  readonly heading: string | null;
  readonly days: readonly ProofDayView[];
}

/** A deadline and why it is that moment. */
export interface DeadlineProofView {
  readonly pill: DeadlineWords;
  /** `17:30, thứ Sáu 20/03/2026` */
  readonly moment: string;
  /** `5 ngày làm việc, tính từ ngày sau ngày nhận.` */
  readonly rule: string;
  readonly parts: readonly ProofPartView[];
  /** By what it was counted; null where there is no proof. */
  readonly basis: DeadlineBasisView | null;
  /** What the date was before, latest first, and what made it another. */
  readonly earlier?: readonly RowView[];
  /** What else is owed on the way, soonest first. */
  readonly others?: readonly RowView[];
  /** The proof to take away; null where there is none. */
  readonly files?: { readonly pdf: string; readonly json: string } | null;
}

/** The versions a deadline was counted by, each with its page, and where the limit comes from. */
export interface DeadlineBasisView {
  readonly policy: { readonly words: string; readonly href: string };
  readonly calendar: { readonly words: string; readonly href: string };
  /** `Căn cứ: Thông tư 11/2014/TT-BCT: 5 ngày làm việc.`; empty when the set no longer states that limit. */
  readonly source: string;
}

export function DeadlineProof({ deadline }: { deadline: DeadlineProofView }): VNode {
  return (
    <Panel id="t-han" heading="Hạn trả lời" aside={<DeadlinePill deadline={deadline.pill} />}>
      <div class="ha-due">
        <strong>{deadline.moment}</strong>
      </div>
      <details class="ha-more" open>
        <summary>Vì sao là ngày này</summary>
        <table class="ha-days">
          <caption>{deadline.rule}</caption>
          <thead class="ha-vh">
            <tr>
              <th scope="col">Ngày</th>
              <th scope="col">Lý do</th>
              <th scope="col">Ngày thứ</th>
            </tr>
          </thead>
          {deadline.parts.map((part) => (
            <Part key={part.heading} part={part} />
          ))}
        </table>
        {deadline.basis !== null && <Basis basis={deadline.basis} />}
        {deadline.files && <Files files={deadline.files} />}
      </details>
      <More summary="Hạn trước đó" rows={deadline.earlier} />
      <More summary="Hạn của từng bước" rows={deadline.others} />
    </Panel>
  );
}

function Part({ part: { heading, days } }: { part: ProofPartView }): VNode {
  return (
    <tbody>
      {heading !== null && (
        <tr class="is-part">
          <th scope="rowgroup" colSpan={3}>
            {heading}
          </th>
        </tr>
      )}
      {days.map((day) => (
        <tr key={day.when} class={day.mark === null ? undefined : `is-${day.mark}`}>
          <th scope="row">{day.when}</th>
          <td>{day.reason}</td>
          <td>{day.counted}</td>
        </tr>
      ))}
    </tbody>
  );
}

function Basis({ basis: { policy, calendar, source } }: { basis: DeadlineBasisView }): VNode {
  return (
    <p class="ha-small ha-mute">
      <a href={policy.href}>{policy.words}</a>; <a href={calendar.href}>{calendar.words}</a>. {source}
    </p>
  );
}

function Files({ files: { pdf, json } }: { files: NonNullable<DeadlineProofView['files']> }): VNode {
  return (
    <p class="ha-small ha-no-print">
      Tải bảng tính thời hạn: <a href={pdf}>PDF để in</a>, <a href={json}>JSON để kiểm tra</a>
    </p>
  );
}

function More({ summary, rows = [] }: { summary: string; rows?: readonly RowView[] | undefined }): VNode | null {
  if (rows.length === 0) return null;
  return (
    <details class="ha-more">
      <summary>{summary}</summary>
      <RowList rows={rows} />
    </details>
  );
}
