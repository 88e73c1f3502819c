import type { VNode } from 'preact';
import type { WorkHeads } from './list-order.js';
import { CHOICE_FORM } from '../many-tickets/choice-bar.js';
import type { DeadlineWords } from '../kit/words/deadline.js';
import { Code } from '../kit/code.js';
import { DeadlinePill } from '../deadlines/deadline-pill.js';
import { SortHead } from '../kit/sort-head.js';
import { State } from '../kit/state.js';

/** One ticket in a work list. */
export interface WorkRow {
  readonly id: string;
  readonly href: string;
  readonly code: string;
  readonly deadline: DeadlineWords;
  readonly subject: string;
  readonly channel: string;
  readonly unit: string;
  readonly state: string;
  /** The latest fact: `chờ bà Ngọc nhận`. */
  readonly latest: string | null;
  /** Where it should go, while no unit has it. */
  readonly proposal?: string | null;
  /** Whether it may be marked, to be dealt with together with others. */
  readonly choosable?: boolean;
}

export interface WorkListProps {
  readonly caption: string;
  readonly rows: readonly WorkRow[];
  /** Id of the row that the preview shows. */
  readonly selected: string | null;
  /** Rows in an order of their own, not by deadline. */
  readonly inOwnOrder?: boolean;
  /** Heads that put the list in another order; null or left out where it has one alone. */
  readonly heads?: WorkHeads | null;
}

/** Tickets by deadline, nearest first, unless they have an order of their own; one line each for subject and origin. */
export function WorkList({ caption, rows, selected, inOwnOrder = false, heads = null }: WorkListProps): VNode {
  const choosing = rows.some(isChoosable);
  return (
    <table class="table ha-work ha-cards" role="table">
      <caption class="ha-vh">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {choosing && (
            <th class="ha-work-pick" scope="col" role="columnheader">
              <span class="ha-vh">Chọn</span>
            </th>
          )}
          {heads === null ? <DueHead inOwnOrder={inOwnOrder} /> : <SortHead view={heads.due} width="ha-work-due" />}
          {heads === null || heads.received === null ? <ContentHead /> : <SortHead view={heads.received} />}
          <th class="ha-work-state" scope="col" role="columnheader">
            Trạng thái
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={row.id} role="row" class={row.id === selected ? 'is-on' : undefined} data-ticket={row.id}>
            {choosing && (
              <td class="ha-work-pick" role="cell">
                {isChoosable(row) && <Pick row={row} />}
              </td>
            )}
            <td class="ha-work-due" role="cell">
              <DeadlinePill deadline={row.deadline} />
            </td>
            <td class="ha-work-what" role="cell">
              <a class="ha-subject" href={row.href} title={row.subject}>
                {row.subject}
              </a>
              <span class="ha-sub">
                <Code>{row.code}</Code> · {row.channel} · {row.unit}
              </span>
              {row.proposal !== null && row.proposal !== undefined && (
                <span class="ha-sub">Đề xuất: {row.proposal}</span>
              )}
            </td>
            <td class="ha-work-state" role="cell">
              <State latest={row.latest}>{row.state}</State>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DueHead({ inOwnOrder }: Required<Pick<WorkListProps, 'inOwnOrder'>>): VNode {
  return (
    <th class="ha-work-due" scope="col" role="columnheader" aria-sort={inOwnOrder ? undefined : 'ascending'}>
      {inOwnOrder ? 'Hạn' : 'Hạn, gần nhất trước'}
    </th>
  );
}

function ContentHead(): VNode {
  return (
    <th scope="col" role="columnheader">
      Nội dung
    </th>
  );
}

export function isChoosable({ choosable }: WorkRow): boolean {
  return choosable === true;
}

function Pick({ row: { id, code } }: { row: WorkRow }): VNode {
  return (
    <input
      class="form-check-input"
      type="checkbox"
      name="phieu"
      value={id}
      form={CHOICE_FORM}
      aria-label={`Chọn phiếu ${code}`}
      data-pick
    />
  );
}
