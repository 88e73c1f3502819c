import { readFile } from 'node:fs/promises';
import { groupedBy } from '../../support/grouped.js';

type Lags = Readonly<Record<string, number>>;

/** What `life-watch.mjs` writes. */
interface Line {
  readonly pid: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly rssMiB: number;
  /** After the last full collection; null before the first. */
  readonly leftMiB: number | null;
  readonly byClock: Lags;
  readonly byProcessor: Lags;
}

export interface Lag {
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

/** One process from its first line to its last. */
export interface Life {
  readonly pid: number;
  readonly minutes: number;
  readonly firstMiB: number;
  readonly lastMiB: number;
  /** By how much what it takes grows a minute after it has warmed up; null when it did not live long enough to say. */
  readonly slopeMiB: number | null;
  /** The same of what full collections leave: what it takes also grows because nothing forces a collection. */
  readonly leftSlopeMiB: number | null;
}

export interface Watched {
  readonly lives: readonly Life[];
  /** Milliseconds that the main thread was late, by the clock and by its own time on the processor; all lives together, from `WARM_MS` of each on. */
  readonly byClock: Lag;
  readonly byProcessor: Lag;
}

const MINUTE_MS = 60_000;
/** Compiling its own code and filling its pools, a process grows and is late whatever it does. */
const WARM_MS = MINUTE_MS;
/** A slope over less says more about the last collection of garbage than about the program. */
const MIN_MS = 3 * MINUTE_MS;

/** @param path of the file that all lives wrote to */
export async function watchedLives(path: string): Promise<Watched> {
  const lines = (await readFile(path, 'utf8').catch(() => ''))
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);
  const lives = [...groupedBy(lines, ({ pid }) => String(pid)).values()];
  const warm = lives.flatMap(warmOf);
  return {
    lives: lives.map(lifeOf),
    byClock: lagOf(warm.map(({ byClock }) => byClock)),
    byProcessor: lagOf(warm.map(({ byProcessor }) => byProcessor)),
  };
}

function warmOf(lines: readonly Line[]): readonly Line[] {
  return lines.filter(({ at }) => at - (lines[0]?.at ?? 0) >= WARM_MS);
}

function lifeOf(lines: readonly Line[]): Life {
  const [first, last] = [lines[0], lines.at(-1)];
  if (first === undefined || last === undefined) throw new Error('A life without a line.');
  const warm = warmOf(lines);
  const lasted = last.at - (warm[0]?.at ?? last.at);
  return {
    pid: first.pid,
    minutes: (last.at - first.at) / MINUTE_MS,
    firstMiB: first.rssMiB,
    lastMiB: last.rssMiB,
    slopeMiB: lasted < MIN_MS ? null : slopeOf(warm.map(({ at, rssMiB }) => [at / MINUTE_MS, rssMiB])),
    leftSlopeMiB: lasted < MIN_MS ? null : leftSlopeOf(warm),
  };
}

function leftSlopeOf(lines: readonly Line[]): number | null {
  const points = lines.flatMap(({ at, leftMiB }): (readonly [number, number])[] =>
    leftMiB === null ? [] : [[at / MINUTE_MS, leftMiB]],
  );
  return new Set(points.map(([, leftMiB]) => leftMiB)).size < 2 ? null : slopeOf(points);
}

/** Slope of the straight line that fits best (least squares). */
export function slopeOf(points: readonly (readonly [x: number, y: number])[]): number {
  const mean = (of: (point: readonly [number, number]) => number): number =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [x, y] = [mean(([at]) => at), mean(([, value]) => value)];
  return mean((point) => (point[0] - x) * (point[1] - y)) / mean((point) => (point[0] - x) ** 2);
}

function lagOf(all: readonly Lags[]): Lag {
  const counts = new Map<number, number>();
  for (const lags of all)
    for (const [ms, count] of Object.entries(lags)) counts.set(Number(ms), (counts.get(Number(ms)) ?? 0) + count);
  const sorted = [...counts].sort(([one], [other]) => one - other);
  const total = sorted.reduce((sum, [, count]) => sum + count, 0);
  const at = (part: number): number => {
    let seen = 0;
    return sorted.find(([, count]) => (seen += count) >= part * total)?.[0] ?? 0;
  };
  return { p50: at(0.5), p99: at(0.99), max: sorted.at(-1)?.[0] ?? 0 };
}
