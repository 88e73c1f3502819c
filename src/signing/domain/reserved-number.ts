import { dayInLetter, monthInLetter } from '../../drafting/domain/letter/date-line.js';
import { printedNumber } from '../../documents/domain/register.js';
import type { CivilDate } from '../../kernel/civil-date.js';
import type { SignatureState } from './signature-request.js';

const ENDS: Readonly<Partial<Record<SignatureState, string>>> = {
  returned: 'Lãnh đạo trả lại',
  rejected: 'Lãnh đạo từ chối ký',
  cancelled: 'Rút lại, không trình ký nữa',
  failed: 'Hệ thống quản lý văn bản không nhận bản trình ký',
  proofFailed: 'Bản ký trả về không đạt',
};

/** Why a number that was given before signing is void once its letter is in this state; null while it may still be signed, or is. */
export function endedUnsigned(state: SignatureState): string | null {
  return ENDS[state] ?? null;
}

/** In the places `so`, `ngay`, `thang`. */
export interface EntryInLetter {
  readonly so: string;
  readonly ngay: string;
  readonly thang: string;
}

/**
 * What a letter shows of its line in the register.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 3 và khoản 4.
 */
export function entryInLetter(line: { readonly number: number; readonly issuedDate: CivilDate }): EntryInLetter {
  const { number, issuedDate } = line;
  return { so: printedNumber(number), ngay: dayInLetter(issuedDate), thang: monthInLetter(issuedDate) };
}
