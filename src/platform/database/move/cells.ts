import { readInstant } from '../sql.js';

/** What a column holds, whatever each database calls its type. */
export type CellKind = 'text' | 'integer' | 'boolean' | 'instant';

export interface MovedColumn {
  readonly name: string;
  readonly kind: CellKind;
  /** In UTF-16 units, as SQL Server counts `nvarchar(n)`; null where any length fits. */
  readonly maxLength: number | null;
}

export type Cell = string | number | boolean | Date | null;

const MIN_INT = -(2 ** 31);
const MAX_INT = 2 ** 31 - 1;

/** The same value of both databases, as one text; whatever is not of its kind comes out as it is. */
export function plainCell(value: Cell, kind: CellKind): string | number | null {
  if (value === null) return null;
  if (kind === 'boolean') return Number(value);
  if (kind !== 'instant' || typeof value === 'number' || typeof value === 'boolean') return value as string | number;
  const instant = readInstant(value);
  return Number.isNaN(instant.getTime()) ? String(value) : instant.toISOString();
}

/** A cell read from SQLite, as a parameter of the database that it goes into. */
export function givenCell(value: Cell, kind: CellKind): Cell {
  if (value === null || typeof value === 'number') return kind === 'boolean' && value !== null ? value === 1 : value;
  return kind === 'instant' ? readInstant(value as string) : value;
}

/** SQLite keeps what does not fit its column: a longer text, a number beyond 32 bits, something that is no instant. */
export function fits(value: Cell, { kind, maxLength }: MovedColumn): boolean {
  return value === null || FITTING[kind](value, maxLength ?? Number.POSITIVE_INFINITY);
}

const FITTING: Readonly<Record<CellKind, (value: NonNullable<Cell>, maxLength: number) => boolean>> = {
  text: (value, maxLength) => typeof value === 'string' && value.length <= maxLength,
  integer: (value) => Number.isInteger(value) && Number(value) >= MIN_INT && Number(value) <= MAX_INT,
  boolean: (value) => value === 0 || value === 1,
  instant: (value) => typeof value === 'string' && !Number.isNaN(readInstant(value).getTime()),
};
