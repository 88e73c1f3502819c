import type { Steps } from '../../kernel/turns.js';

/** Rows that are put into or taken out of one piece without a break: with long letters in them they take some milliseconds. */
const AT_ONCE = 100;

/** Rows on their way into a thread or out of it, as bytes that are handed over: to copy many rows as they are would hold up both sides. */
export type PackedRows = readonly Uint8Array<ArrayBuffer>[];

/** Rows as pieces of bytes, with a break after each. */
export function* packingSteps(rows: readonly unknown[]): Steps<PackedRows> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    pieces.push(new TextEncoder().encode(JSON.stringify(rows.slice(at, at + AT_ONCE))));
    yield;
  }
  return pieces;
}

/**
 * Rows out of their pieces, with a break after each.
 *
 * @param revive as of `JSON.parse`
 */
export function* unpackingSteps<Row>(
  pieces: PackedRows,
  revive?: (key: string, value: unknown) => unknown,
): Steps<readonly Row[]> {
  const rows: Row[] = [];
  for (const piece of pieces) {
    rows.push(...(JSON.parse(new TextDecoder().decode(piece), revive) as Row[]));
    yield;
  }
  return rows;
}

/** What is handed over with rows. */
export function memoryOf(...rows: readonly PackedRows[]): readonly ArrayBuffer[] {
  return rows.flat().map(({ buffer }) => buffer);
}
