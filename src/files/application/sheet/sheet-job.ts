import { inTurns } from '../../../kernel/turns.js';
import { packingSteps, unpackingSteps, type PackedRows } from '../../../platform/threads/packed-rows.js';
import type { SheetReading } from './sheet-table.js';
import type { Sheet, SheetRow } from './write-workbook.js';

export type SheetJob =
  | { readonly kind: 'read'; readonly content: Uint8Array; readonly mostRows: number }
  | { readonly kind: 'write'; readonly sheets: readonly PackedSheet[] };

export interface PackedSheet extends Omit<Sheet, 'rows'> {
  readonly rows: PackedRows;
}

/** What a thread answers to `read`. */
export type PackedReading = { readonly ok: true; readonly table: PackedRows } | (SheetReading & { ok: false });

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
