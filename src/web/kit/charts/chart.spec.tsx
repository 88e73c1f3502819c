import fc from 'fast-check';
import { renderToString } from 'preact-render-to-string';
import { checkProperty } from '../../../../test/support/check-property.js';
import { unitLabel } from './unit-label.js';
import { ChartPanel, Charts } from './chart-panel.js';
import { BARS, COLUMNS, fullOf, labelledRows, marksOf, scaleOf, type ChartView } from './chart.js';

const chartOf = (
  shape: ChartView['shape'],
  rows: readonly (readonly (number | null)[])[],
  full: number | null,
): ChartView => ({
  ...{
    id: 'bieu-do',
    heading: 'Biểu đồ',
    sentence: 'Hai số của mỗi tuần',
    first: 'Tuần',
    shape,
    full,
    threshold: null,
  },
  series: (rows[0] ?? []).map((_value, at) => `Cột ${String(at)}`),
  rows: rows.map((values, at) => ({
    name: `Tuần ${String(at + 1)}`,
    label: String(at + 1),
    numbers: values.map((value) => ({ value, words: value === null ? 'chưa có' : String(value), href: null })),
  })),
});

const shapes = fc.constantFrom<ChartView['shape']>('bars', 'columns');
const charts = fc
  .record({ shape: shapes, series: fc.integer({ min: 1, max: 2 }), isShare: fc.boolean() })
  .chain(({ shape, series, isShare }) => {
    const value = fc.option(fc.nat(isShare ? 100 : 100_000), { freq: 8 });
    return fc
      .array(fc.array(value, { minLength: series, maxLength: series }), { minLength: 1, maxLength: 14 })
      .map((rows) => chartOf(shape, rows, isShare ? 100 : null));
  });

/** What the picture draws: the length of each mark as a number of the scale, with its words. */
function drawn(html: string, chart: ChartView): readonly (readonly [name: string, value: number])[] {
  const [picture = ''] = /<svg class="ha-svg".*?<\/svg>/su.exec(html) ?? [];
  const marks = picture.matchAll(
    /<rect class="[ab]" [^>]*width="([\d.]+)%" height="([\d.]+)"[^>]*><title>([^<]*)<\/title>/gu,
  );
  return [...marks].map(([, width, height, tip = '']) => {
    const share = chart.shape === 'bars' ? Number(width) / BARS.width : Number(height) / COLUMNS.tall;
    return [tip, share * fullOf(chart)];
  });
}

/** What the table says: the words of each number, with the names of its line and its column. */
function told(html: string, chart: ChartView): readonly (readonly [name: string, value: number])[] {
  const lines = [...html.matchAll(/<tr><th scope="row">([^<]*)<\/th>(.*?)<\/tr>/gu)];
  return lines.flatMap(([, name = '', cells = '']) =>
    [...cells.matchAll(/<td>.*?>([^<]*)<\/(?:span|a)><\/td>/gu)].flatMap(([, words = ''], at) => {
      const column = chart.series.length > 1 ? [chart.series[at]] : [];
      return words === 'chưa có' ? [] : [[[name, ...column, words].join(', '), Number(words)] as const];
    }),
  );
}

describe('a chart', () => {
  it('draws the numbers of its table, every one and no other, each as long as it is', () => {
    checkProperty(
      fc.property(charts, (chart) => {
        const html = renderToString(<ChartPanel chart={chart} />);
        const [marks, numbers] = [drawn(html, chart), told(html, chart)];
        expect(marks.map(([name]) => name)).toEqual(numbers.map(([name]) => name));
        for (const [at, [, value]] of numbers.entries()) {
          // Marks are written in hundredths of a percent or a pixel.
          expect(Math.abs((marks[at]?.[1] ?? NaN) - value)).toBeLessThanOrEqual(fullOf(chart) * 0.0002);
        }
      }),
    );
  });

  it('keeps its marks inside the picture, and none upon another', () => {
    checkProperty(
      fc.property(charts, (chart) => {
        const marks = marksOf(chart);
        for (const { x, y, width, height } of marks) {
          expect([x >= 0, y >= 0, width >= 0, height >= 0]).not.toContain(false);
          expect(x + width).toBeLessThanOrEqual(100);
        }
        for (const [at, one] of marks.entries()) {
          const next = marks[at + 1];
          if (next === undefined) continue;
          if (chart.shape === 'bars') expect(next.y).toBeGreaterThanOrEqual(one.y + one.height - 1e-9);
          else expect(next.x).toBeGreaterThanOrEqual(one.x + one.width - 1e-9);
        }
      }),
    );
  });

  it('has a name and the same numbers as a table for those who do not see it, and no style of its own', () => {
    const html = renderToString(<ChartPanel chart={chartOf('columns', [[3, null]], null)} />);
    expect(html).toContain('role="img" aria-labelledby="bieu-do-noi"');
    expect(html).toContain('<title id="bieu-do-noi">Hai số của mỗi tuần</title>');
    expect(html).toContain('<td><span class="ha-mute">chưa có</span></td>');
    expect(html).not.toContain('style=');
  });
});

describe('a page with charts', () => {
  it.each([
    ['draws none of counts that are all nought', [[0, 0]], null, false],
    ['draws one of shares that are nought, for all were late', [[0]], 100, true],
    [
      'draws one where a single count is none of nought',
      [
        [0, 0],
        [1, 0],
      ],
      null,
      true,
    ],
  ])('%s', (_which, rows, full, isDrawn) => {
    const html = renderToString(<Charts charts={[chartOf('bars', rows, full)]} />);
    expect(html.includes('<svg class="ha-svg"')).toBe(isDrawn);
    expect(html === '').toBe(!isDrawn);
  });
});

describe('a scale', () => {
  it.each([
    [0, [0, 1]],
    [1, [0, 1]],
    [3, [0, 1, 2, 3]],
    [7, [0, 2, 4, 6, 8]],
    [58, [0, 20, 40, 60]],
    [1204, [0, 500, 1000, 1500]],
  ])('up to %p has the lines %p', (greatest, lines) => {
    expect(scaleOf(greatest)).toEqual(lines);
  });

  it('is of whole numbers, five lines at most, and ends no more than a step above the greatest', () => {
    checkProperty(
      fc.property(fc.nat(10_000_000), (greatest) => {
        const scale = scaleOf(greatest);
        expect(scale.every(Number.isInteger)).toBe(true);
        expect(scale.length).toBeLessThanOrEqual(5);
        expect(scale.at(-1)).toBeGreaterThanOrEqual(greatest);
        expect(scale.at(-2)).toBeLessThan(Math.max(greatest, 1));
      }),
    );
  });
});

describe('what stands beside a mark', () => {
  it.each([
    ['Phòng Giáo dục Trung học', 'Trung học'],
    ['Trường THPT Hòn Dấu', 'THPT Hòn Dấu'],
    ['Trường phổ thông nhiều cấp học Hoa Phượng', 'Hoa Phượng'],
    ['Phòng Quản lý chất lượng', 'Quản lý chất lượng'],
    ['Văn phòng Sở', 'Văn phòng Sở'],
    ['Trung tâm hỗ trợ học sinh', 'Hỗ trợ học sinh'],
  ])('is “%s” as “%s”', (name, label) => {
    expect(unitLabel(name)).toBe(label);
  });

  it.each([
    [5, [0, 1, 2, 3, 4]],
    [12, [1, 3, 5, 7, 9, 11]],
    [13, [0, 3, 6, 9, 12]],
  ])('of %i columns is the name of %p, the last always', (rows, labelled) => {
    expect(labelledRows(rows)).toEqual(labelled);
  });
});
