import { spanWords, wholeYear, type RegisterSpan } from '../../documents/domain/register-span.js';
import type { RegisterPrintView } from '../views/register-print-page.js';
import { registerTitle, type RegisterCode } from '../wording/registers.js';

export function registerPrintView(code: RegisterCode, span: RegisterSpan): RegisterPrintView {
  const { year, from, to } = span;
  const whole = wholeYear(span.book, year);
  const query = `nam=${year}&tu=${from}&den=${to}`;
  return {
    code,
    title: registerTitle(code),
    year,
    from,
    to,
    first: whole.from,
    last: whole.to,
    period: spanWords(span),
    docxHref: `/so-van-ban/${code}.docx?${query}`,
    xlsxHref: `/so-van-ban/${code}.xlsx?${query}`,
  };
}
