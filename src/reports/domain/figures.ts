import { DAY_MS } from '../../kernel/civil-date.js';
import type { Fact } from './fact.js';
import { CAME, marksOf, WENT, type IndicatorSet, type Window } from './indicators.js';

/** By what the rows of a table part; `unitCategory` is a unit and a category at once. */
export const DIMENSIONS = ['unit', 'category', 'level', 'channel', 'ground', 'unitCategory'] as const;

export type Dimension = (typeof DIMENSIONS)[number];

/** Numbers by indicator; those that are nought, or have nothing to be a share or mean of, are left out. Shares in tenths of a percent, means in tenths. */
export type Cell = Readonly<Record<string, number>>;

export interface Figures {
  readonly total: Cell;
  /** By dimension and value; the value of no unit is empty, that of a unit and a category is `unit|category`. */
  readonly by: Readonly<Record<Dimension, Readonly<Record<string, Cell>>>>;
}

/** What is summed up of the rows of a cell before it becomes its numbers. */
class Sums {
  private readonly counts = new Map<string, number>();
  private minutes = 0;
  private stars = 0;

  add(fact: Fact, marks: readonly string[]): void {
    for (const mark of marks) this.counts.set(mark, this.count(mark) + 1);
    if (marks.includes('answered')) this.minutes += minutesOf(fact);
    this.stars += fact.stars ?? 0;
  }

  /** Whole numbers only: what is written must be the same text whenever it is computed. */
  cell({ derived }: IndicatorSet): Cell {
    const numbers: [string, number][] = [...this.counts];
    for (const { code, rows, measure } of derived) {
      const base = this.count(measure.kind === 'share' ? measure.of : rows);
      if (base === 0) continue;
      if (measure.kind === 'share') numbers.push([code, Math.round((this.count(rows) * 1000) / base)]);
      else if (measure.kind === 'meanDays')
        numbers.push([code, Math.round((this.minutes * 10) / (base * MINUTES_A_DAY))]);
      else numbers.push([code, Math.round((this.stars * 10) / base)]);
    }
    return Object.fromEntries(numbers);
  }

  private count(code: string): number {
    return this.counts.get(code) ?? 0;
  }
}

const MINUTE_MS = 60_000;
const MINUTES_A_DAY = DAY_MS / MINUTE_MS;

function minutesOf({ sinceAt, at }: Fact): number {
  return at === null ? 0 : Math.floor((Date.parse(at) - Date.parse(sinceAt)) / MINUTE_MS);
}

/** The value of a row in a dimension; null where it has none. */
export function valueIn(dimension: Dimension, { unitId, category, level, channel, ground }: Fact): string | null {
  const unit = unitId ?? '';
  return { unit, category, level, channel, ground, unitCategory: `${unit}|${category}` }[dimension];
}

/** All numbers of a report: nothing enters but its rows and its window, so that the same rows give the same numbers at any time. */
export function figuresOf(set: IndicatorSet, facts: readonly Fact[], window: Window): Figures {
  const total = new Sums();
  const by = new Map(DIMENSIONS.map((dimension) => [dimension, new Map<string, Sums>()]));
  for (const fact of facts) {
    const marks = marksOf(set, fact, window);
    total.add(fact, marks);
    for (const [dimension, cells] of by) {
      const value = valueIn(dimension, fact);
      if (value === null) continue;
      const sums = cells.get(value) ?? new Sums();
      sums.add(fact, marks);
      cells.set(value, sums);
    }
  }
  const cellsOf = (dimension: Dimension): Readonly<Record<string, Cell>> =>
    Object.fromEntries([...(by.get(dimension) ?? [])].map(([value, sums]) => [value, sums.cell(set)]));
  return {
    total: total.cell(set),
    by: {
      unit: cellsOf('unit'),
      category: cellsOf('category'),
      level: cellsOf('level'),
      channel: cellsOf('channel'),
      ground: cellsOf('ground'),
      unitCategory: cellsOf('unitCategory'),
    },
  };
}

export function numberIn(cell: Cell | undefined, code: string): number {
  return cell?.[code] ?? 0;
}

/** carried + received = closed + returned + rejected + merged + open (rule 65). */
export function balances(cell: Cell): boolean {
  const sum = (codes: readonly string[]): number => codes.reduce((whole, code) => whole + numberIn(cell, code), 0);
  return sum(CAME) === sum(WENT);
}

/** Every cell of the figures, the total first. */
export function cellsIn({ total, by }: Figures): readonly Cell[] {
  return [total, ...DIMENSIONS.flatMap((dimension) => Object.values(by[dimension]))];
}
