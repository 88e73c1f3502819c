import { WATCHED, type Watched } from '../../tickets/domain/deadlines/watched.js';

/** What each number counts, in the words that stand beside it. */
export const WATCHED_WORDS: Readonly<Record<Watched, { readonly label: string; readonly definition: string }>> = {
  inTime: {
    label: 'Trong hạn',
    definition: 'Phiếu chưa trả lời, chưa hết hạn; phiếu đang tạm dừng đúng hạn cũng tính.',
  },
  overdue: {
    label: 'Quá hạn',
    definition: 'Phiếu chưa trả lời đã qua hết ngày cuối của hạn, không tính phiếu đang tạm dừng.',
  },
  notAccepted: {
    label: 'Chưa nhận việc',
    definition: 'Phiếu đã giao, quá giờ phải nhận mà đơn vị chưa nhận hoặc từ chối.',
  },
  silent: {
    label: 'Không cập nhật tiến độ',
    definition: 'Phiếu chưa trả lời mà suốt 3 ngày làm việc đơn vị chủ trì không ghi gì, không tính phiếu tạm dừng.',
  },
  stuckInExchange: {
    label: 'Lỗi gửi Tổng đài 1022',
    definition: 'Phiếu có tin gửi Tổng đài chưa đi được: bị từ chối, hoặc chờ quá 1 giờ.',
  },
  signatureFailed: { label: 'Lỗi ký số', definition: 'Phiếu chưa trả lời có lần ký, đóng dấu gần nhất không đạt.' },
  reopened: { label: 'Đang mở lại', definition: 'Phiếu chưa trả lời đã từng được trả lời và mở lại.' },
  answeredInTime: {
    label: 'Trả lời đúng hạn',
    definition: 'Phiếu được trả lời trong kỳ, không sau ngày cuối của hạn.',
  },
  answeredLate: { label: 'Trả lời quá hạn', definition: 'Phiếu được trả lời trong kỳ, sau ngày cuối của hạn.' },
  rated: { label: 'Có đánh giá', definition: 'Phiếu được trả lời trong kỳ và đã được người phản ánh đánh giá.' },
  dissatisfied: { label: 'Không hài lòng', definition: 'Phiếu được trả lời trong kỳ và được đánh giá 1 hoặc 2 sao.' },
};

/** Working days after which a unit that writes nothing is silent. Source: ours; nothing prescribes it. */
export const SILENT_AFTER_WORKING_DAYS = 3;

/** What waits longer than this to leave the agency is stuck: the hotline is told within minutes when all is well. Source: ours. */
export const STUCK_AFTER_MS = 60 * 60_000;

/** Share of answers in time that a unit is held to. Source: ours; the city's own figure is not known. */
export const ON_TIME_GOAL = 0.95;

/** How many tickets of one sort, and the stars they got. */
export interface Cell {
  readonly what: Watched;
  readonly unitId: string | null;
  readonly category: string;
  readonly held: number;
  readonly stars: number;
}

/** The numbers of one unit, one category, or all. */
export interface BoardLine {
  readonly held: Readonly<Record<Watched, number>>;
  /** Share of the answers of the period that were in time, 0 to 1; null where there was none. */
  readonly inTimeShare: number | null;
  /** Mean of the stars; null where nobody rated. */
  readonly stars: number | null;
}

export interface Board {
  readonly all: BoardLine;
  /** By unit; null = tickets that no unit leads yet. Units without any number fall away. */
  readonly units: ReadonlyMap<string | null, BoardLine>;
  readonly categories: ReadonlyMap<string, BoardLine>;
}

/** The board of those cells: every number of a unit and of a category is a sum of the same cells as that of all. */
export function boardOf(cells: readonly Cell[]): Board {
  return {
    all: lineOf(cells),
    units: linesBy(cells, ({ unitId }) => unitId),
    categories: linesBy(cells, ({ category }) => category),
  };
}

function linesBy<Key>(cells: readonly Cell[], keyOf: (cell: Cell) => Key): ReadonlyMap<Key, BoardLine> {
  const groups = new Map<Key, Cell[]>();
  for (const cell of cells) groups.set(keyOf(cell), [...(groups.get(keyOf(cell)) ?? []), cell]);
  return new Map([...groups].map(([key, group]) => [key, lineOf(group)]));
}

function lineOf(cells: readonly Cell[]): BoardLine {
  const held = Object.fromEntries(WATCHED.map((what) => [what, 0])) as Record<Watched, number>;
  let stars = 0;
  for (const cell of cells) {
    held[cell.what] += cell.held;
    if (cell.what === 'rated') stars += cell.stars;
  }
  const answered = held.answeredInTime + held.answeredLate;
  return {
    held,
    inTimeShare: answered === 0 ? null : held.answeredInTime / answered,
    stars: held.rated === 0 ? null : stars / held.rated,
  };
}

/**
 * Where supervision steps in first: the lowest share of answers in time; a unit that is late and has answered nothing stands before all. Among equals
 * the one with more overdue tickets.
 */
export function worstFirst(one: BoardLine, other: BoardLine): number {
  return shareFor(one) - shareFor(other) || other.held.overdue - one.held.overdue;
}

function shareFor({ inTimeShare, held }: BoardLine): number {
  return inTimeShare ?? (held.overdue > 0 ? -1 : 2);
}
