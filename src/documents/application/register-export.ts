import { Injectable } from '@nestjs/common';
import { writeXlsx } from '../../files/index.js';
import type { RegisterSpan } from '../domain/register-span.js';
import { columnsOf, RegisterRows } from './register-rows.js';

/** Registers as XLSX. */
@Injectable()
export class RegisterExport {
  constructor(private readonly rows: RegisterRows) {}

  async xlsx(span: RegisterSpan): Promise<Buffer> {
    const columns = columnsOf(span.book);
    const rows: (readonly string[])[] = [];
    for await (const lines of this.rows.of(span)) rows.push(...lines.map(({ cells }) => cells));
    return writeXlsx({
      head: columns.map(({ heading }) => heading),
      rows,
      widths: columns.map(({ width }) => width),
      wraps: 'all',
      landscape: true,
      sticksHead: false,
    });
  }
}
