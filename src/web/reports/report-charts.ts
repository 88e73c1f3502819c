import type { ReportEntity } from '../../reports/index.js';
import { numberIn, type Cell } from '../../reports/domain/figures.js';
import { CAME, WENT } from '../../reports/domain/indicators.js';
import { ON_TIME_GOAL } from '../../supervision/domain/board.js';
import { unitLabel } from '../kit/charts/unit-label.js';
import { countsChart, type ChartNumber, type ChartRow, type ChartView } from '../kit/charts/chart.js';
import { onTimeChart } from '../kit/charts/on-time-chart.js';
import { indicatorName, numberView, valueName, type Place } from './report-numbers.js';

/** What is set against the period before. */
const COMPARED = ['received', 'closed', 'open', 'openOverdue'] as const;

/** What a report shows as pictures: numbers of its snapshot alone. */
export function reportCharts(report: ReportEntity): readonly ChartView[] {
  const onTime = unitsOnTime(report);
  return [...(onTime === null ? [] : [onTime]), balanceChart(report), fieldChart(report), comparedChart(report)];
}

function unitsOnTime(report: ReportEntity): ChartView | null {
  const rows = Object.entries(report.figures.by.unit)
    .filter(([, cell]) => numberIn(cell, 'answered') > 0)
    .sort(([, one], [, other]) => numberIn(one, 'onTimeRate') - numberIn(other, 'onTimeRate'))
    .map(([unit, cell]): ChartRow => {
      const name = valueName(report.names, 'unit', unit);
      const share = numberOf(report, 'onTimeRate', cell, { unit });
      return { name, label: unitLabel(name), numbers: [{ ...share, value: numberIn(cell, 'onTimeRate') / 10 }] };
    });
  return onTimeChart({ id: 't-dung-han', what: 'đơn vị', rows, goal: ON_TIME_GOAL * 100 });
}

function balanceChart(report: ReportEntity): ChartView {
  const { total } = report.figures;
  const rows = [...CAME, ...WENT].map((code): ChartRow => {
    const name = indicatorName(report.indicatorVersion, code);
    return { name, label: name, numbers: [numberOf(report, code, total, {})] };
  });
  return countsChart({
    ...{ id: 't-can-doi', heading: 'Phiếu của kỳ và kết quả', first: 'Chỉ tiêu', rows },
    sentence: `Số phiếu của kỳ: ${rows.map(({ name, numbers }) => `${name} ${numbers[0]?.words ?? ''}`).join(', ')}.`,
    series: ['Số phiếu'],
    shape: 'bars',
  });
}

function fieldChart(report: ReportEntity): ChartView {
  const rows = Object.entries(report.figures.by.category)
    .filter(([, cell]) => numberIn(cell, 'received') > 0)
    .sort(([, one], [, other]) => numberIn(other, 'received') - numberIn(one, 'received'))
    .map(([category, cell]): ChartRow => {
      const name = valueName(report.names, 'category', category);
      return { name, label: name, numbers: [numberOf(report, 'received', cell, { category })] };
    });
  const [most] = rows;
  const told =
    most === undefined ? 'không lĩnh vực nào có phiếu' : `nhiều nhất là ${most.name}: ${most.numbers[0]?.words ?? ''}`;
  return countsChart({
    ...{ id: 't-nhan-linh-vuc', heading: 'Tiếp nhận theo lĩnh vực', first: 'Lĩnh vực', rows },
    sentence: `Số phiếu tiếp nhận trong kỳ theo lĩnh vực; ${told}.`,
    series: ['Tiếp nhận'],
    shape: 'bars',
  });
}

function comparedChart(report: ReportEntity): ChartView {
  const { figures, figuresBefore, indicatorVersion } = report;
  const rows = COMPARED.map((code): ChartRow => {
    const name = indicatorName(indicatorVersion, code);
    const before = numberView(report, code, { cell: figuresBefore.total, span: 'before', place: {} });
    return {
      name,
      label: code === 'openOverdue' ? 'Quá hạn' : name,
      numbers: [{ ...before, value: numberIn(figuresBefore.total, code) }, numberOf(report, code, figures.total, {})],
    };
  });
  return countsChart({
    ...{ id: 't-so-ky-truoc', heading: 'So với kỳ trước', first: 'Chỉ tiêu', rows },
    sentence: `Kỳ trước và kỳ này: ${rows.map(({ name, numbers }) => `${name} ${numbers.map(({ words }) => words).join(' và ')}`).join(', ')}.`,
    series: ['Kỳ trước', 'Kỳ này'],
    shape: 'columns',
  });
}

function numberOf(report: ReportEntity, code: string, cell: Cell, place: Place): ChartNumber {
  return { ...numberView(report, code, { cell, span: 'now', place }), value: numberIn(cell, code) };
}
