import { Fragment, type VNode } from 'preact';
import { Panel } from '../panel.js';
import { count } from '../words/numbers.js';
import {
  BARS,
  COLUMNS,
  fullOf,
  labelledRows,
  marksOf,
  pictureHeight,
  saysSomething,
  scaleOf,
  type ChartNumber,
  type ChartView,
} from './chart.js';

/** Classes of the series in the theme: filled, and outlined. */
const SERIES = ['a', 'b'] as const;

/** Few columns leave room for their numbers. */
const NUMBERED = 8;

/** The charts of a page, two in a line; none that would have nothing to draw. */
export function Charts({ charts }: { charts: readonly ChartView[] }): VNode | null {
  const drawn = charts.filter(saysSomething);
  if (drawn.length === 0) return null;
  return (
    <div class="ha-charts">
      {drawn.map((chart) => (
        <ChartPanel key={chart.id} chart={chart} />
      ))}
    </div>
  );
}

/** A chart as a sheet: the picture, and behind it the table of the same numbers, which a print shows where the picture does not say them all. */
export function ChartPanel({ chart }: { chart: ChartView }): VNode {
  const { id, heading, sentence, threshold, series } = chart;
  return (
    <Panel
      id={id}
      heading={heading}
      class={`ha-chart${tellsAll(chart) ? ' is-told' : ''}`}
      aside={
        <>
          {threshold !== null && <span class="ha-small ha-mute">{threshold.words}</span>}
          {series.length > 1 && <Key series={series} />}
        </>
      }
    >
      <svg class="ha-svg" role="img" aria-labelledby={`${id}-noi`} width="100%" height={pictureHeight(chart)}>
        <title id={`${id}-noi`}>{sentence}</title>
        {chart.shape === 'bars' ? <Bars chart={chart} /> : <Columns chart={chart} />}
      </svg>
      <details class="ha-more">
        <summary>
          Xem bảng số liệu<span class="ha-vh">: {heading}</span>
        </summary>
        <Numbers chart={chart} />
      </details>
    </Panel>
  );
}

/** Whether every number stands in the picture. */
function tellsAll({ shape, rows, series }: ChartView): boolean {
  return shape === 'bars' || rows.length * series.length <= NUMBERED;
}

function Key({ series }: { series: ChartView['series'] }): VNode {
  return (
    <span class="ha-key">
      {series.map((name, at) => (
        <span key={name}>
          <svg viewBox="0 0 12 12" aria-hidden="true">
            <rect class={SERIES[at]} width="12" height="12" />
          </svg>
          {name}
        </span>
      ))}
    </span>
  );
}

function Marks({ chart }: { chart: ChartView }): VNode {
  return (
    <>
      {marksOf(chart).map(({ row, series, x, y, width, height }) => (
        <rect
          key={`${String(row)}-${String(series)}`}
          class={SERIES[series]}
          x={`${tidy(x)}%`}
          y={tidy(y)}
          width={`${tidy(width)}%`}
          height={tidy(height)}
        >
          <title>{tipOf(chart, row, series)}</title>
        </rect>
      ))}
    </>
  );
}

function Bars({ chart }: { chart: ChartView }): VNode {
  const { rows, threshold, full } = chart;
  const at = threshold && `${tidy(BARS.left + (BARS.width * threshold.value) / fullOf(chart))}%`;
  return (
    <>
      {full !== null &&
        rows.map(({ name }, row) => (
          <rect
            key={name}
            class="k"
            x={`${tidy(BARS.left)}%`}
            y={row * BARS.pitch + (BARS.pitch - BARS.thick) / 2}
            width={`${tidy(BARS.width)}%`}
            height={BARS.thick}
          />
        ))}
      <Marks chart={chart} />
      {rows.map(({ name, label, numbers }, row) => (
        <Fragment key={name}>
          <foreignObject x="0" y={row * BARS.pitch} width={`${tidy(BARS.left - 1)}%`} height={BARS.pitch}>
            <span class="ha-axis">{label}</span>
          </foreignObject>
          <text class="v" x="100%" y={row * BARS.pitch + 17} text-anchor="end">
            {numbers.map(({ words }) => words).join(' · ')}
          </text>
        </Fragment>
      ))}
      {at !== null && <line class="t" x1={at} x2={at} y1="0" y2={rows.length * BARS.pitch} />}
    </>
  );
}

function Columns({ chart }: { chart: ChartView }): VNode {
  const { rows } = chart;
  const full = fullOf(chart);
  const [foot, place] = [COLUMNS.top + COLUMNS.tall, COLUMNS.width / rows.length];
  return (
    <>
      {scaleOf(full).map((value) => {
        const y = tidy(foot - (COLUMNS.tall * value) / full);
        return (
          <Fragment key={value}>
            <line class="g" x1={`${tidy(COLUMNS.left)}%`} x2="100%" y1={y} y2={y} />
            <text x={`${tidy(COLUMNS.left)}%`} dx="-6" y={y + 4} text-anchor="end">
              {count(value)}
            </text>
          </Fragment>
        );
      })}
      <Marks chart={chart} />
      {labelledRows(rows.length).map((row) => (
        <text key={row} x={`${tidy(COLUMNS.left + (row + 0.5) * place)}%`} y={foot + 18} text-anchor="middle">
          {rows[row]?.label}
        </text>
      ))}
      {tellsAll(chart) &&
        marksOf(chart).map(({ row, series: which, x, y, width }) => (
          <text
            key={`${String(row)}-${String(which)}`}
            class="v"
            x={`${tidy(x + width / 2)}%`}
            y={tidy(y - 5)}
            text-anchor="middle"
          >
            {rows[row]?.numbers[which]?.words}
          </text>
        ))}
    </>
  );
}

function Numbers({ chart: { sentence, first, series, rows } }: { chart: ChartView }): VNode {
  return (
    <table class="ha-mini">
      <caption class="ha-vh">{sentence}</caption>
      <thead>
        <tr>
          {[first, ...series].map((heading) => (
            <th key={heading} scope="col">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, numbers }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {numbers.map((number, at) => (
              <td key={series[at]}>
                <NumberOfRow number={number} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function NumberOfRow({ number: { value, words, href } }: { number: ChartNumber }): VNode {
  if (href !== null) return <a href={href}>{words}</a>;
  return <span class={value === null || value === 0 ? 'ha-mute' : undefined}>{words}</span>;
}

function tipOf({ rows, series }: ChartView, row: number, which: number): string {
  const { name, numbers } = rows[row] ?? { name: '', numbers: [] };
  return [name, series.length > 1 ? series[which] : undefined, numbers[which]?.words].filter(Boolean).join(', ');
}

/** Hundredths are finer than a screen, and the page stays small. */
function tidy(size: number): number {
  return Math.round(size * 100) / 100;
}
