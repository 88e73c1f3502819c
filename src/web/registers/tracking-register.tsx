import type { VNode } from 'preact';
import type { DeadlineWords } from '../kit/words/deadline.js';
import { DeadlinePill } from '../deadlines/deadline-pill.js';
import { PairLink, type PairView } from '../documents/pair-link.js';
import { Clamp, RegisterTable, type RegisterColumn } from './register-table.js';
import { State } from '../kit/state.js';

export interface TrackingRow {
  /** Of the line among those of the page. */
  readonly key: string;
  /** Số đến: `1284` */
  readonly number: string;
  /** The ticket that grew from it. */
  readonly href: string | null;
  readonly kind: string;
  readonly subject: string;
  readonly author: string;
  readonly holder: string;
  readonly deadline: DeadlineWords;
  /** `20/03` */
  readonly dueDay: string;
  readonly state: string;
  readonly answeredBy: PairView | null;
  /** What stands in its place while there is no letter: `chưa có`, or that the citizen was answered without one. */
  readonly noLetter: string;
}

const COLUMNS: readonly RegisterColumn<TrackingRow>[] = [
  {
    heading: 'Số đến',
    width: 'ha-c9',
    cell: (row) =>
      row.href === null ? (
        <span class="ha-no">{row.number}</span>
      ) : (
        <a class="ha-no" href={row.href}>
          {row.number}
        </a>
      ),
  },
  { heading: 'Tên loại và trích yếu', width: null, cell: (row) => <Clamp kind={row.kind} text={row.subject} /> },
  { heading: 'Tác giả', width: 'ha-c5', cell: (row) => row.author },
  { heading: 'Đơn vị, người nhận', width: 'ha-c5', cell: (row) => row.holder },
  { heading: 'Thời hạn', width: 'ha-c8', cell: (row) => <Due row={row} /> },
  { heading: 'Tiến độ', width: 'ha-c10', cell: (row) => <State>{row.state}</State> },
  {
    heading: 'Văn bản trả lời',
    width: 'ha-c10',
    cell: (row) => <PairLink pair={row.answeredBy} none={row.noLetter} />,
  },
];

/** Sổ theo dõi giải quyết văn bản đến, with the pair of every document. */
export function TrackingRegister({ caption, rows }: { caption: string; rows: readonly TrackingRow[] }): VNode {
  return <RegisterTable caption={caption} columns={COLUMNS} rows={rows} keyOf={(row) => row.key} />;
}

function Due({ row }: { row: TrackingRow }): VNode {
  return (
    <>
      <DeadlinePill deadline={row.deadline} />
      <span class="ha-sub">{row.dueDay}</span>
    </>
  );
}
