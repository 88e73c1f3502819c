import type { PublicFigures, ShownCounts } from '../../publication/domain/public-figures.js';
import { countsChart, type ChartNumber, type ChartRow, type ChartView } from '../kit/charts/chart.js';
import { onTimeChart } from '../kit/charts/on-time-chart.js';
import { count, decimal } from '../kit/words/numbers.js';

/** What the public sees as pictures: the figures of the day alone; no list stands behind them. */
export function publicCharts(figures: PublicFigures): readonly ChartView[] {
  const onTime = fieldsOnTime(figures);
  return [monthChart(figures), fieldChart(figures), ...(onTime === null ? [] : [onTime])];
}

function monthChart({ months, total }: PublicFigures): ChartView {
  const rows = months.map(({ month, received, answered }): ChartRow => {
    const [year = '', no = ''] = month.split('-');
    return {
      name: `Tháng ${no}/${year}`,
      label: `${no}/${year.slice(2)}`,
      numbers: [numberOf(received), numberOf(answered)],
    };
  });
  return countsChart({
    ...{ id: 't-moi-thang', heading: 'Nhận và trả lời theo tháng nhận', first: 'Tháng', rows },
    sentence: `Số phiếu nhận mỗi tháng và số đã trả lời trong đó; cả ${count(months.length)} tháng nhận ${count(total.received)}, trả lời ${count(total.answered)}.`,
    series: ['Đã nhận', 'Đã trả lời'],
    shape: 'columns',
  });
}

function fieldChart({ categories }: PublicFigures): ChartView {
  const rows = categories.map(({ name, received }): ChartRow => {
    return { name, label: name, numbers: [numberOf(received)] };
  });
  const [most] = rows;
  return countsChart({
    ...{ id: 't-linh-vuc', heading: 'Đã nhận theo lĩnh vực', first: 'Lĩnh vực', rows },
    sentence: `Số phiếu nhận theo lĩnh vực; ${most === undefined ? 'chưa có phiếu nào' : `nhiều nhất là ${most.name}: ${most.numbers[0]?.words ?? ''}`}.`,
    series: ['Đã nhận'],
    shape: 'bars',
  });
}

function fieldsOnTime({ categories }: PublicFigures): ChartView | null {
  const rows = categories
    .filter(({ answered }) => answered > 0)
    .sort((one, other) => shareOf(one) - shareOf(other))
    .map((counts): ChartRow => {
      const share = shareOf(counts);
      const numbers = [{ value: share, words: `${decimal(share)}%`, href: null }];
      return { name: counts.name, label: counts.name, numbers };
    });
  return onTimeChart({ id: 't-dung-han', what: 'lĩnh vực', rows, goal: null });
}

/** In percent, of what was answered. */
function shareOf({ onTime, answered }: ShownCounts): number {
  return (100 * onTime) / answered;
}

function numberOf(value: number): ChartNumber {
  return { value, words: count(value), href: null };
}
