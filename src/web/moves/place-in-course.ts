import { settledUpTo } from '../../tickets/domain/settled-touches.js';

/** Where a watcher stands in numbered rows. */
export interface PlaceInCourse {
  /** Up to this number nothing is looked at again. */
  readonly from: number;
  /** Numbers behind it that were told already. */
  readonly told: ReadonlySet<number>;
}

interface Numbered {
  readonly seq: number;
  readonly at: Date;
}

export function placeAt(seq: number): PlaceInCourse {
  return { from: seq, told: new Set() };
}

/**
 * What is new among the rows behind a place, and the next place. Rows of the last minute are looked at again, because a server may show one before
 * another that was begun earlier; each is told once.
 *
 * @param rows all that follow the place, in the order of writing
 */
export function goOn<Row extends Numbered>(
  { from, told }: PlaceInCourse,
  rows: readonly Row[],
  now: Date,
): { readonly fresh: readonly Row[]; readonly place: PlaceInCourse } {
  const settled = settledUpTo(from, rows, now);
  const seen = rows.map(({ seq }) => seq).filter((seq) => seq > settled);
  return { fresh: rows.filter(({ seq }) => !told.has(seq)), place: { from: settled, told: new Set(seen) } };
}
