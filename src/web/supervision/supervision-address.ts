import { z } from 'zod';
import type { CivilDate } from '../../kernel/civil-date.js';
import { CATEGORIES, type Category } from '../../law/index.js';
import type { BoardQuestion } from '../../supervision/index.js';
import { WATCHED, type Watched } from '../../tickets/domain/deadlines/watched.js';
import { chosenDay } from '../kit/http/optional-day.js';

export const SUPERVISION = '/giam-sat';

/** The name of each figure in URLs. */
const WATCHED_CODES: Readonly<Record<Watched, string>> = {
  inTime: 'trong-han',
  overdue: 'qua-han',
  notAccepted: 'chua-nhan',
  silent: 'im-lang',
  stuckInExchange: 'ket-trao-doi',
  signatureFailed: 'ky-hong',
  reopened: 'mo-lai',
  answeredInTime: 'tra-loi-dung-han',
  answeredLate: 'tra-loi-tre',
  rated: 'co-danh-gia',
  dissatisfied: 'khong-hai-long',
};

/** Tickets that no unit leads yet, in the place of a unit. */
export const NO_UNIT = 'chua-giao';

const text = (longest: number): z.ZodType<string> => z.string().max(longest).catch('');

/** The board's filter in the URL; invalid values are left out, but for days. */
export const boardAddress = z.object({
  so: text(30),
  'don-vi': text(36),
  'linh-vuc': text(20),
  tu: chosenDay,
  den: chosenDay,
  trang: text(80),
});

export type BoardAddress = z.infer<typeof boardAddress>;

/** The filter of a URL: this month by default; days in the wrong order are swapped. */
export function questionOf(asked: BoardAddress, today: CivilDate): BoardQuestion {
  const first = asked.tu ?? (((asked.den ?? today).slice(0, 8) + '01') as CivilDate);
  const last = asked.den ?? today;
  const category = CATEGORIES.find((one) => one === asked['linh-vuc']);
  const unit = asked['don-vi'];
  return {
    ...(unit !== '' && { unitId: unit === NO_UNIT ? null : unit }),
    ...(category !== undefined && { category }),
    from: first < last ? first : last,
    to: first < last ? last : first,
  };
}

/** The figure of a name in a URL; null for an unknown one. */
export function watchedOf(code: string): Watched | null {
  return WATCHED.find((what) => WATCHED_CODES[what] === code) ?? null;
}

export function questionQuery(question: BoardQuestion, more: Readonly<Record<string, string>> = {}): string {
  const { unitId, category, from, to } = question;
  return new URLSearchParams({
    ...(unitId !== undefined && { 'don-vi': unitId ?? NO_UNIT }),
    ...(category !== undefined && { 'linh-vuc': category satisfies Category }),
    tu: from,
    den: to,
    ...more,
  }).toString();
}

export function watchedCode(what: Watched): string {
  return WATCHED_CODES[what];
}

/** The list behind a figure. */
export function listHref(question: BoardQuestion, what: Watched, more: Readonly<Record<string, string>> = {}): string {
  return `${SUPERVISION}/danh-sach?${questionQuery(question, { so: watchedCode(what), ...more })}`;
}
