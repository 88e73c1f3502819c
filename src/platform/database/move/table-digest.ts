import { createHash } from 'node:crypto';
import { plainCell, type Cell, type MovedColumn } from './cells.js';

const WHOLE = 2n ** 256n;

/** A row by column. */
export type Row = Readonly<Record<string, Cell>>;

export interface TableSum {
  readonly rows: number;
  readonly sha256: string;
}

/**
 * What a table holds, whatever the order in which its rows are read: two databases put texts in different orders. The hashes of the rows are added up, so
 * a row that is missing, double or different changes the sum.
 */
export class TableDigest {
  private rows = 0;
  private sum = 0n;

  constructor(private readonly columns: readonly MovedColumn[]) {}

  add(row: Row): void {
    const plain = this.columns.map(({ name, kind }) => plainCell(row[name] ?? null, kind));
    const hash = createHash('sha256').update(JSON.stringify(plain)).digest('hex');
    this.sum = (this.sum + BigInt(`0x${hash}`)) % WHOLE;
    this.rows += 1;
  }

  get result(): TableSum {
    return { rows: this.rows, sha256: this.sum.toString(16).padStart(64, '0') };
  }
}
