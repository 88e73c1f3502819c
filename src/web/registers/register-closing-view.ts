import { givenThereWords } from '../../documents/domain/given-number.js';
import type { RegisterClosing } from '../../documents/index.js';
import { isYearOver, mayCloseRegister } from '../../documents/domain/register-closing.js';
import type { Actor } from '../../kernel/actor.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import type { ClosingView } from './register-closing.js';
import type { RegisterCode } from './registers-words.js';
import { moment } from '../kit/words/time.js';
import type { Today } from '../deadlines/ticket-deadline.js';

interface BookOfPage {
  readonly code: RegisterCode;
  readonly year: number;
  /** The last number that was given. */
  readonly last: number;
  readonly closing: RegisterClosing | null;
}

/** What we say about a book's closing: nothing of the running year, nor of the tracking of what came in. */
export function closingView(
  { closing, code, year, last }: BookOfPage,
  actor: Actor,
  { now }: Pick<Today, 'now'>,
): ClosingView | null {
  if (code === 'theo-doi') return null;
  const action = mayCloseRegister(actor) ? `/so-van-ban/${code}/khoa` : null;
  if (closing !== null) return closedView(closing, action);
  const isDue = last > 0 && isYearOver(year, civilDateOf(now));
  return isDue && action !== null ? { state: 'open', year, action } : null;
}

function closedView({ closing, print, seal }: RegisterClosing, action: string | null): ClosingView {
  const { year, closedAt, closedBy } = closing;
  const closed = `Đã khóa sổ ngày ${moment(closedAt)}, bởi ${closedBy}.`;
  if (seal === null) {
    const problem = print?.problem ?? null;
    return { state: 'closing', closed, year, problem, action: problem === null ? null : action };
  }
  const { printSha256, from, to, present, voided, givenThere } = seal.signed;
  const counts = `Số ${from} đến ${to}, ${present} dòng, ${voided} số hủy${givenThereWords(givenThere)}`;
  const numbers = `${counts}. sha256 của bản in: ${printSha256}`;
  return { state: 'closed', closed, href: `/so-van-ban/ban-in/${seal.printId}.pdf`, numbers };
}
