import type { VNode } from 'preact';
import type { Watched } from '../../tickets/domain/deadlines/watched.js';
import { ActButton } from '../kit/act-button.js';
import { CardTable, type CardColumn } from '../kit/card-table.js';
import { Empty } from '../kit/empty.js';

/** A number of supervision, which opens its list. */
export interface CountView {
  readonly count: string;
  /** Null where there is none. */
  readonly href: string | null;
}

export interface BoardLineView {
  readonly key: string;
  readonly name: string;
  readonly cells: Readonly<Record<Watched, CountView>>;
  readonly share: string | null;
  readonly stars: string | null;
  /** Null for a line that is no unit, and for a viewer who may not remind. */
  readonly remind: RemindView | null;
}

/** The ways to remind a unit. */
export interface RemindView {
  /** Has the letter made that reminds of what is overdue; null where nothing is. */
  readonly letter: {
    readonly action: string;
    readonly fields: Readonly<Record<string, string>>;
    readonly label: string;
  } | null;
  /** Where it is told what to do; null for those who may not. */
  readonly directHref: string | null;
}

const NO_NUMBERS = {
  kind: 'unmatched',
  heading: 'Chưa có số liệu',
  text: 'Không có phiếu nào khớp điều kiện đã chọn.',
  step: { href: '/giam-sat', label: 'Bỏ điều kiện' },
} as const;

const CELLS: readonly (readonly [Watched, string])[] = [
  ['overdue', 'Quá hạn'],
  ['inTime', 'Trong hạn'],
  ['notAccepted', 'Chưa nhận'],
  ['silent', 'Không cập nhật tiến độ'],
  ['stuckInExchange', 'Lỗi gửi Tổng đài 1022'],
  ['signatureFailed', 'Lỗi ký số'],
  ['reopened', 'Mở lại'],
];

interface LinesProps {
  readonly caption: string;
  readonly first: string;
  readonly lines: readonly BoardLineView[];
  readonly csrf: string;
}

export function Lines({ caption, first, lines, csrf }: LinesProps): VNode {
  if (lines.length === 0) return <Empty empty={NO_NUMBERS} />;
  const columns: readonly CardColumn<BoardLineView>[] = [
    { heading: first, cell: ({ name }) => <strong>{name}</strong> },
    { heading: 'Đúng hạn', cell: (line) => <InTime line={line} /> },
    ...CELLS.map(([what, heading]) => ({
      heading,
      cell: ({ cells }: BoardLineView) => <Count view={cells[what]} />,
    })),
    { heading: 'Đánh giá', cell: (line) => <Stars line={line} /> },
    ...(lines.some(({ remind }) => remind !== null)
      ? [{ heading: 'Nhắc', cell: (line: BoardLineView) => <Remind line={line} csrf={csrf} /> }]
      : []),
  ];
  return <CardTable caption={caption} columns={columns} rows={lines} keyOf={({ key }) => key} kind="ha-board" />;
}

function Remind({ line: { name, remind }, csrf }: { line: BoardLineView; csrf: string }): VNode | null {
  if (remind === null) return null;
  const { letter, directHref } = remind;
  return (
    <details class="ha-ask" data-closes>
      <summary class="btn btn-sm">
        Nhắc…<span class="ha-vh"> {name}</span>
      </summary>
      <div class="ha-ask-b">
        {letter !== null && <ActButton {...letter} csrf={csrf} about={`gửi ${name}`} />}
        {directHref !== null && (
          <a class="btn" href={directHref}>
            Giao chỉ đạo…<span class="ha-vh"> cho {name}</span>
          </a>
        )}
      </div>
    </details>
  );
}

function InTime({ line: { share, cells } }: { line: BoardLineView }): VNode {
  if (share === null) return <span class="ha-mute">chưa trả lời</span>;
  return (
    <>
      {share}
      <p class="ha-mute">
        <Count view={cells.answeredInTime} /> đúng hạn, <Count view={cells.answeredLate} /> quá hạn
      </p>
    </>
  );
}

function Stars({ line: { stars, cells } }: { line: BoardLineView }): VNode {
  if (stars === null) return <span class="ha-mute">chưa có</span>;
  return (
    <>
      {stars}
      <p class="ha-mute">
        <Count view={cells.rated} /> lượt, <Count view={cells.dissatisfied} /> thấp
      </p>
    </>
  );
}

export function Count({ view: { count, href }, strong }: { view: CountView; strong?: boolean }): VNode {
  if (href === null) return <span class="ha-num ha-mute">{count}</span>;
  const number = strong === true ? <strong>{count}</strong> : count;
  return (
    <a class="ha-num" href={href}>
      {number}
    </a>
  );
}
