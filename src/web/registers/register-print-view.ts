import type { RegisterPrintEntity } from '../../documents/index.js';
import { spanWords, wholeYear, type RegisterSpan } from '../../documents/domain/register-span.js';
import type { RowView } from '../kit/row-list.js';
import type { RegisterPrintView } from './register-print-page.js';
import { count } from '../kit/words/numbers.js';
import { registerTitle, type RegisterCode } from './registers-words.js';
import { moment } from '../kit/words/time.js';

export function registerPrintView(
  code: RegisterCode,
  span: RegisterSpan,
  prints: readonly RegisterPrintEntity[],
): RegisterPrintView {
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
    printAction: `/so-van-ban/${code}/in`,
    printFields: { nam: String(year), tu: from, den: to },
    prints: prints.map(printRow),
    busy: prints.some(isBeingPrinted),
  };
}

function isBeingPrinted({ pdfSha256, problem }: RegisterPrintEntity): boolean {
  return pdfSha256 === null && problem === null;
}

function printRow(print: RegisterPrintEntity): RowView {
  const { id, book, year, fromDay, toDay, requestedBy, requestedAt, lines, pages, problem, forClosing } = print;
  const days = spanWords({ book, year, from: fromDay, to: toDay });
  const title = forClosing ? `${days}, giữ lại khi khóa sổ` : days;
  const asked = `${requestedBy}, ${moment(requestedAt)}`;
  if (problem !== null) return { icon: 'alert', tone: 'bad', title, detail: `Không dựng được: ${problem} ${asked}` };
  if (isBeingPrinted(print)) return { icon: 'clock', title, detail: `Đang dựng. ${asked}` };
  const size = `${count(lines ?? 0)} văn bản, ${count(pages ?? 0)} trang`;
  return { icon: 'check', tone: 'ok', title, href: `/so-van-ban/ban-in/${id}.pdf`, detail: `${size}. ${asked}` };
}
