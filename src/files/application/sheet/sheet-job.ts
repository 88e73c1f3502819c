import { inTurns, type Steps } from '../../../kernel/turns.js';
import type { SheetReading } from './sheet-table.js';
import type { Sheet, SheetRow } from './write-workbook.js';

/** Rows that are put into or taken out of one piece without a break: long letters take some milliseconds. */
const AT_ONCE = 100;

/** What a thread is asked; rows travel as bytes that are handed over, for to copy them would hold both sides up. */
export type SheetJob =
  | { readonly kind: 'read'; readonly content: Uint8Array; readonly mostRows: number }
  | { readonly kind: 'write'; readonly sheets: readonly PackedSheet[] };

export interface PackedSheet extends Omit<Sheet, 'rows'> {
  readonly rows: readonly Uint8Array[];
}

/** What a thread answers to `read`. */
export type PackedReading =
  { readonly ok: true; readonly table: readonly Uint8Array[] } | (SheetReading & { ok: false });

/** Rows as pieces of bytes, with a break after each. */
export function* packingSteps(rows: readonly unknown[]): Steps<readonly Uint8Array[]> {
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    pieces.push(new TextEncoder().encode(JSON.stringify(rows.slice(at, at + AT_ONCE))));
    yield;
  }
  return pieces;
}

/** Rows out of their pieces, with a break after each. `revive` is of `JSON.parse`. */
export function* unpackingSteps<Row>(
  pieces: readonly Uint8Array[],
  revive?: (key: string, value: unknown) => unknown,
): Steps<readonly Row[]> {
  const rows: Row[] = [];
  for (const piece of pieces) {
    rows.push(...(JSON.parse(new TextDecoder().decode(piece), revive) as Row[]));
    yield;
  }
  return rows;
}

export async function packed(sheets: readonly Sheet[]): Promise<readonly PackedSheet[]> {
  const made: PackedSheet[] = [];
  for (const sheet of sheets) made.push({ ...sheet, rows: await inTurns(packingSteps(sheet.rows)) });
  return made;
}

export async function unpacked(sheets: readonly PackedSheet[]): Promise<readonly Sheet[]> {
  const made: Sheet[] = [];
  for (const sheet of sheets) made.push({ ...sheet, rows: await inTurns(unpackingSteps<SheetRow>(sheet.rows)) });
  return made;
}

/** A moment of a cell travels as text. */
export function reviveMoment(key: string, value: unknown): unknown {
  return key === 'wallClock' && typeof value === 'string' ? new Date(value) : value;
}
