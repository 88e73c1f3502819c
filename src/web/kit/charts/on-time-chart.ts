import { count } from '../words/numbers.js';
import type { ChartRow, ChartView } from './chart.js';

/** At most so many rows have a bar; the others stand in the table of the page. */
const DRAWN = 12;

/** Who answered, the worst first, and the goal in percent. */
export interface OnTimeRows {
  readonly id: string;
  /** `đơn vị`, `lĩnh vực` */
  readonly what: string;
  readonly rows: readonly ChartRow[];
  readonly goal: number | null;
}

/** Shares of answers in time as bars, with the line of the goal; null while nothing was answered. */
export function onTimeChart({ id, what, rows, goal }: OnTimeRows): ChartView | null {
  const drawn = rows.slice(0, DRAWN);
  const [worst] = drawn;
  if (worst === undefined) return null;
  const cut = drawn.length < rows.length ? `${count(drawn.length)} ${what} thấp nhất trên ${count(rows.length)}` : null;
  const line = goal === null ? null : `ngưỡng ${count(goal)}%`;
  const told = [cut, `thấp nhất là ${worst.name}: ${worst.numbers[0]?.words ?? ''}`, line];
  return {
    ...{ id, heading: `Trả lời đúng hạn theo ${what}`, rows: drawn, series: ['Đúng hạn'], shape: 'bars', full: 100 },
    first: what.slice(0, 1).toLocaleUpperCase('vi') + what.slice(1),
    sentence: `Tỷ lệ trả lời đúng hạn theo ${what}; ${told.filter((part) => part !== null).join('; ')}.`,
    threshold:
      goal === null || line === null
        ? null
        : { value: goal, words: [`vạch: ${line}`, cut].filter((part) => part !== null).join('; ') },
  };
}
