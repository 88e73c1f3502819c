import * as publicSite from '../../../../test/support/view-gallery/samples/public-site.js';
import * as reports from '../../../../test/support/view-gallery/samples/reports.js';
import * as supervision from '../../../../test/support/view-gallery/samples/supervision.js';
import type { ChartView } from './chart.js';

const { board } = supervision;
const { report } = reports;

function publicFigures() {
  const { figures } = publicSite.figures;
  if (figures === null) throw new Error('The sample has no figures');
  return figures;
}

function chart(charts: readonly ChartView[], id: string): ChartView {
  const found = charts.find((one) => one.id === id);
  if (found === undefined) throw new Error(`There is no chart ${id}`);
  return found;
}

/** Of each line its name and its words, as the table behind the chart has them. */
const told = ({ rows }: ChartView): readonly (readonly string[])[] =>
  rows.map(({ name, numbers }) => [name, ...numbers.map(({ words }) => words)]);

describe('the charts of the board', () => {
  it('say of each unit the share that its line has, in the order of the lines', () => {
    const answered = board.units.filter(({ share }) => share !== null);
    expect(told(chart(board.charts, 't-dung-han'))).toEqual(answered.map(({ name, share }) => [name, share]));
  });

  it('count as many open tickets by state as by how long they wait', () => {
    const sum = (id: string): number =>
      chart(board.charts, id).rows.reduce((all, { numbers }) => all + (numbers[0]?.value ?? 0), 0);
    expect(sum('t-trang-thai')).toBe(sum('t-cho-bao-lau'));
    expect(sum('t-trang-thai')).toBeGreaterThan(0);
  });

  it('lead from each number to its tickets, and from none where there are none', () => {
    const numbers = board.charts.flatMap(({ rows }) => rows.flatMap((row) => row.numbers));
    expect(numbers.filter(({ value, href }) => (value === 0) !== (href === null))).toEqual([]);
    const [first] = chart(board.charts, 't-cho-bao-lau').rows;
    expect(first?.numbers[0]?.href).toMatch(/^\/tim-kiem\?tu=2026-03-13&den=2026-03-18&trang-thai=received&/u);
  });

  it('leave out answers in time while nothing was answered', () => {
    const { charts } = supervision.boardEmpty;
    expect(charts.map(({ id }) => id)).toEqual(['t-trang-thai', 't-moi-tuan', 't-cho-bao-lau']);
  });
});

describe('the charts of a report', () => {
  const column = (name: string): number => report.table.columns.indexOf(name) - 1;

  it('say of each unit the share that its line of the table has, the lowest first', () => {
    const rows = report.table.rows.filter(({ isTotal, cells }) => !isTotal && cells[column('Đã giải quyết')]?.href);
    const shares = new Map(rows.map(({ name, cells }) => [name, cells[column('Tỷ lệ đúng hạn')]]));
    const onTime = chart(report.charts, 't-dung-han');
    expect(onTime.rows.length).toBeGreaterThan(2);
    for (const { name, numbers } of onTime.rows) expect(numbers[0]).toMatchObject(shares.get(name) ?? {});
    const values = onTime.rows.map(({ numbers }) => numbers[0]?.value ?? 0);
    expect(values).toEqual(values.toSorted((one, other) => one - other));
  });

  it('say of the period what its line of totals has, and of the one before what the indicators have', () => {
    const total = report.table.rows.find(({ isTotal }) => isTotal);
    const balance = told(chart(report.charts, 't-can-doi'));
    expect(balance).toEqual(balance.map(([name = '']) => [name, total?.cells[column(name)]?.words]));
    const compared = told(chart(report.charts, 't-so-ky-truoc'));
    const known = new Map(report.indicators.map(({ name, before, now }) => [name, [name, before.words, now.words]]));
    expect(compared).toEqual(compared.map(([name = '']) => known.get(name)));
  });
});

describe('the charts of the public figures', () => {
  const figures = publicFigures();
  const at = (heading: string): number => figures.headings.indexOf(heading);

  it('say of each month and each field what the tables say', () => {
    const months = figures.months.map(({ name, values }) => [
      `Tháng ${name}`,
      values[at('Đã nhận')],
      values[at('Đã trả lời')],
    ]);
    expect(told(chart(figures.charts, 't-moi-thang'))).toEqual(months);
    const fields = figures.categories.map(({ name, values }) => [name, values[at('Đã nhận')]]);
    expect(told(chart(figures.charts, 't-linh-vuc'))).toEqual(fields);
  });

  it('lead nowhere and name no goal that the agency has not set for the public', () => {
    const all = figures.charts.flatMap(({ rows }) => rows.flatMap(({ numbers }) => numbers));
    expect(all.every(({ href }) => href === null)).toBe(true);
    expect(figures.charts.every(({ threshold }) => threshold === null)).toBe(true);
  });
});
