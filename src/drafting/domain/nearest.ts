import { fold } from '../../kernel/vietnamese.js';

/** The known name that needs the fewest changes, if they are few: half of the letters at most, and no more than `most`. */
export function nearestTo(name: string, known: readonly string[], most = Infinity): string | null {
  const wanted = fold(name).replace(/[\s-]+/gu, '_');
  const ranked = known
    .map((candidate) => ({ candidate, changes: changesBetween(wanted, candidate) }))
    .sort((a, b) => a.changes - b.changes);
  const best = ranked[0];
  if (best === undefined || best.changes > most) return null;
  return best.changes <= Math.max(wanted.length, best.candidate.length) / 2 ? best.candidate : null;
}

/** Levenshtein: letters put in, left out or replaced. */
function changesBetween(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [i, letter] of Array.from(from).entries()) {
    const next = [i + 1];
    for (const [j, other] of Array.from(to).entries()) {
      const replaced = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
