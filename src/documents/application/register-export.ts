import { Injectable } from '@nestjs/common';
import writeExcelFile from 'write-excel-file/node';
import type { RegisterSpan } from '../domain/register-span.js';
import { columnsOf, RegisterRows } from './register-rows.js';

/** Registers as XLSX. */
@Injectable()
export class RegisterExport {
  constructor(private readonly rows: RegisterRows) {}

  async xlsx(span: RegisterSpan): Promise<Buffer> {
    const columns = columnsOf(span.book);
    const head = columns.map(({ heading }) => ({
      value: heading,
      fontWeight: 'bold' as const,
      wrap: true,
      type: String,
    }));
    const body: { value: string; type: StringConstructor; wrap: boolean }[][] = [];
    for await (const lines of this.rows.of(span))
      for (const { cells } of lines) body.push(cells.map((value) => ({ value, type: String, wrap: true })));
    return writeExcelFile([head, ...body], {
      columns: columns.map(({ width }) => ({ width })),
      orientation: 'landscape',
    }).toBuffer();
  }
}
