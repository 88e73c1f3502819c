import type { BoardQuestion, Trends } from '../../supervision/index.js';
import { ON_TIME_GOAL, worstFirst, type Board, type BoardLine } from '../../supervision/domain/board.js';
import type { AgeCount, WeekCount } from '../../supervision/domain/trends.js';
import { NO_QUESTION, type TicketQuestion } from '../../tickets/domain/search/search-question.js';
import { OPEN_STATES } from '../../tickets/domain/ticket-state.js';
import { unitLabel } from '../kit/charts/unit-label.js';
import { countsChart, type ChartRow, type ChartView } from '../kit/charts/chart.js';
import { onTimeChart } from '../kit/charts/on-time-chart.js';
import type { FigureView } from '../kit/charts/figures.js';
import { count, decimal } from '../kit/words/numbers.js';
import { ticketStateLabel } from '../kit/words/states.js';
import { dayRun, fullDay } from '../kit/words/time.js';
import { searchQuery } from '../my-work/search-form-view.js';
import { listHref, questionQuery, SUPERVISION } from './supervision-address.js';

export interface CourseReading {
  readonly question: BoardQuestion;
  readonly board: Board;
  readonly trends: Trends;
  /** Names of those that have numbers. */
  readonly unitNames: ReadonlyMap<string, string>;
}

/** What a line of the board is called. */
export function boardUnitName(names: CourseReading['unitNames'], unitId: string | null): string {
  return unitId === null ? 'Chưa giao đơn vị' : (names.get(unitId) ?? 'Đơn vị đã xóa');
}

/** The tickets of the board's unit and category that a search finds; null where no search asks for them: those that no unit has. */
function searchHref({ unitId, category }: BoardQuestion, asked: Partial<TicketQuestion>): string | null {
  if (unitId === null) return null;
  return searchQuery({ ...NO_QUESTION, unitId: unitId ?? '', category: category ?? '', ...asked });
}

/** The seven numbers that say where supervision must step in. */
export function headFigures({ question, board: { all }, trends: { longest } }: CourseReading): readonly FigureView[] {
  const { held, stars } = all;
  const watched = (what: keyof typeof held, name: string, note: string): FigureView => ({
    ...{ name, note, value: count(held[what]), isLate: what === 'overdue' && held.overdue > 0 },
    href: held[what] === 0 ? null : listHref(question, what),
  });
  return [
    watched('overdue', 'Quá hạn', `trong ${count(held.inTime + held.overdue)} phiếu chưa trả lời`),
    watched('notAccepted', 'Chưa nhận việc', 'đã quá giờ phải nhận'),
    watched('silent', 'Không cập nhật tiến độ', 'suốt 3 ngày làm việc'),
    {
      name: 'Phiếu chờ lâu nhất',
      value: longest === null ? '0 ngày' : `${count(longest.days)} ngày`,
      note: longest === null ? 'không phiếu nào đang chờ' : `nhận ngày ${fullDay(longest.since)}`,
      href: longest && searchHref(question, { states: OPEN_STATES, from: longest.since, to: longest.since }),
      isLate: false,
    },
    watched('stuckInExchange', 'Lỗi gửi Tổng đài 1022', 'bị từ chối hoặc chờ quá 1 giờ'),
    watched('signatureFailed', 'Lỗi ký số', 'lần ký gần nhất không đạt'),
    {
      name: 'Đánh giá',
      value: stars === null ? 'chưa có' : `${decimal(stars)} / 5`,
      note: `${count(held.rated)} lượt trong kỳ`,
      href: held.rated === 0 ? null : listHref(question, 'rated'),
      isLate: false,
    },
  ];
}

/** The four charts of the board; none of answers in time while nothing was answered. */
export function boardCharts(reading: CourseReading): readonly ChartView[] {
  const onTime = unitsOnTime(reading);
  return [...(onTime === null ? [] : [onTime]), stateChart(reading), weekChart(reading), ageChart(reading)];
}

function unitsOnTime({ question, board, unitNames }: CourseReading): ChartView | null {
  const rows = [...board.units]
    .filter(([, { inTimeShare }]) => inTimeShare !== null)
    .sort(([, one], [, other]) => worstFirst(one, other))
    .map(([unitId, line]): ChartRow => {
      const name = boardUnitName(unitNames, unitId);
      return { name, label: unitLabel(name), numbers: [shareOf(line, { ...question, unitId })] };
    });
  return onTimeChart({ id: 't-dung-han', what: 'đơn vị', rows, goal: ON_TIME_GOAL * 100 });
}

function shareOf({ inTimeShare, held }: BoardLine, question: BoardQuestion): ChartRow['numbers'][number] {
  const share = 100 * (inTimeShare ?? 0);
  return {
    value: share,
    words: `${decimal(share)}%`,
    href: listHref(question, held.answeredInTime === 0 ? 'answeredLate' : 'answeredInTime'),
  };
}

function weekChart({ question, trends: { weeks } }: CourseReading): ChartView {
  const rows = weeks.map((week) => weekRow(week, question));
  const last = weeks.at(-1);
  return countsChart({
    ...{ id: 't-moi-tuan', heading: 'Nhận và trả lời mỗi tuần', first: 'Tuần', rows },
    sentence: `Số phiếu nhận và số phiếu trả lời trong ${count(weeks.length)} tuần; tuần này đã nhận ${count(last?.received ?? 0)}, trả lời ${count(last?.answered ?? 0)}.`,
    series: ['Nhận', 'Trả lời'],
    shape: 'columns',
  });
}

function weekRow({ no, from, to, received, answered }: WeekCount, question: BoardQuestion): ChartRow {
  const numberOf = (value: number, href: string | null): ChartRow['numbers'][number] => {
    return { value, words: count(value), href: value === 0 ? null : href };
  };
  return {
    name: `Tuần ${String(no)} (${dayRun(from, to)})`,
    label: `tuần ${String(no)}`,
    numbers: [
      numberOf(received, searchHref(question, { from, to })),
      numberOf(answered, `${SUPERVISION}?${questionQuery({ ...question, from, to })}`),
    ],
  };
}

function ageChart({ question, trends: { ages } }: CourseReading): ChartView {
  const open = ages.reduce((sum, { held }) => sum + held, 0);
  const rows = ages.map((age) => ageRow(age, question));
  return countsChart({
    ...{ id: 't-cho-bao-lau', heading: 'Chưa trả lời: đã chờ bao nhiêu ngày', first: 'Số ngày từ khi nhận', rows },
    sentence: `${count(open)} phiếu chưa trả lời theo số ngày từ khi nhận; ${count(ages.at(-1)?.held ?? 0)} phiếu đã chờ hơn 30 ngày.`,
    series: ['Số phiếu'],
    shape: 'columns',
  });
}

function ageRow({ youngest, oldest, from, to, held }: AgeCount, question: BoardQuestion): ChartRow {
  const days = oldest === null ? `trên ${count(youngest - 1)}` : `${count(youngest)}–${count(oldest)}`;
  const href = held === 0 ? null : searchHref(question, { states: OPEN_STATES, from, to });
  return { name: `${days} ngày`, label: days, numbers: [{ value: held, words: count(held), href }] };
}

function stateChart({ question, trends: { states } }: CourseReading): ChartView {
  const some = states.filter(({ held }) => held > 0);
  const rows = states.map(({ state, held }): ChartRow => {
    const name = ticketStateLabel(state);
    const href = held === 0 ? null : searchHref(question, { states: [state] });
    return { name, label: name, numbers: [{ value: held, words: count(held), href }] };
  });
  const most = some.toSorted((one, other) => other.held - one.held)[0];
  const told =
    most === undefined ? 'không phiếu nào' : `nhiều nhất là ${ticketStateLabel(most.state)}: ${count(most.held)}`;
  return countsChart({
    ...{ id: 't-trang-thai', heading: 'Chưa trả lời: đang ở bước nào', first: 'Trạng thái', rows },
    sentence: `Số phiếu chưa trả lời ở mỗi trạng thái; ${told}.`,
    series: ['Số phiếu'],
    shape: 'bars',
  });
}
