/** A number of a chart: as it is drawn, as it is read, and where its rows are. */
export interface ChartNumber {
  /** Null where there is none to draw. */
  readonly value: number | null;
  readonly words: string;
  /** Null where nothing stands behind it. */
  readonly href: string | null;
}

/** What stands at one place of the axis, and in one line of the table behind the chart. */
export interface ChartRow {
  readonly name: string;
  /** As the axis has it, where there is little room. */
  readonly label: string;
  /** One of each series. */
  readonly numbers: readonly ChartNumber[];
}

/** A chart and the table behind it: both are made of these rows, so that neither can say what the other does not. */
export interface ChartView {
  /** Id of its heading. */
  readonly id: string;
  readonly heading: string;
  /** What the chart shows, for those who hear the page. */
  readonly sentence: string;
  /** What the rows are: heading of the first column. */
  readonly first: string;
  readonly series: readonly string[];
  readonly rows: readonly ChartRow[];
  /** Bars lie and have room for names; columns stand side by side, as time goes. */
  readonly shape: 'bars' | 'columns';
  /** The number that fills the scale; null: a round number not below the greatest one. */
  readonly full: number | null;
  /** A line across bars, in words beside the heading. */
  readonly threshold: { readonly value: number; readonly words: string } | null;
}

/** A chart without a line and with a scale of its own. */
export function countsChart(chart: Omit<ChartView, 'full' | 'threshold'>): ChartView {
  return { ...chart, full: null, threshold: null };
}

/** Counts of nothing but nought need no picture; a share of nought says that all were late. */
export function saysSomething({ full, rows }: Pick<ChartView, 'full' | 'rows'>): boolean {
  return full !== null || rows.some(({ numbers }) => numbers.some(({ value }) => value !== null && value > 0));
}

/** Lines of a scale: nought, its end, and what lies between at equal steps; at most five, of whole numbers alone. */
export function scaleOf(greatest: number): readonly number[] {
  const rough = Math.max(greatest, 1) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 5, 10].map((digit) => digit * power).find((size) => size >= rough) ?? rough);
  return Array.from({ length: Math.ceil(Math.max(greatest, 1) / step) + 1 }, (_, at) => at * step);
}

/** The end of a chart's scale. */
export function fullOf({ full, rows }: Pick<ChartView, 'full' | 'rows'>): number {
  if (full !== null) return full;
  const values = rows.flatMap(({ numbers }) => numbers.map(({ value }) => value ?? 0));
  return scaleOf(Math.max(0, ...values)).at(-1) ?? 1;
}

/** A rectangle: `x` and `width` in percent of the picture, `y` and `height` in pixels, so that no text grows or shrinks with the page. */
export interface Mark {
  readonly row: number;
  readonly series: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where bars lie. */
export const BARS = { left: 40, width: 45, pitch: 26, thick: 16 } as const;

/** Where columns stand. */
export const COLUMNS = { left: 8, width: 92, top: 16, tall: 144, below: 28 } as const;

/** Share of a place of the axis that its columns fill. */
const FILLED = 0.72;

export function pictureHeight({ shape, rows }: ChartView): number {
  return shape === 'bars' ? rows.length * BARS.pitch : COLUMNS.top + COLUMNS.tall + COLUMNS.below;
}

/** The marks of a chart, each as long as its number; none of what has no number. */
export function marksOf(chart: ChartView): readonly Mark[] {
  const markOf = chart.shape === 'bars' ? barOf : columnOf;
  return chart.rows.flatMap(({ numbers }, row) =>
    numbers.flatMap(({ value }, series) => (value === null ? [] : [{ row, series, ...markOf(chart, row, series) }])),
  );
}

function shareOf(chart: ChartView, row: number, series: number): number {
  return (chart.rows[row]?.numbers[series]?.value ?? 0) / fullOf(chart);
}

function barOf(chart: ChartView, row: number, series: number): Omit<Mark, 'row' | 'series'> {
  const height = BARS.thick / chart.series.length;
  const y = row * BARS.pitch + (BARS.pitch - BARS.thick) / 2 + series * height;
  return { x: BARS.left, y, width: BARS.width * shareOf(chart, row, series), height };
}

function columnOf(chart: ChartView, row: number, series: number): Omit<Mark, 'row' | 'series'> {
  const place = COLUMNS.width / chart.rows.length;
  const width = (place * FILLED) / chart.series.length;
  const height = COLUMNS.tall * shareOf(chart, row, series);
  const x = COLUMNS.left + row * place + (place * (1 - FILLED)) / 2 + series * width;
  return { x, y: COLUMNS.top + COLUMNS.tall - height, width, height };
}

/** At most so many names stand below columns: of more only every second, third… one, and always the last. */
const LABELS = 6;

export function labelledRows(rows: number): readonly number[] {
  const every = Math.ceil(rows / LABELS);
  return Array.from({ length: rows }, (_, at) => at).filter((at) => (rows - 1 - at) % every === 0);
}
