import { DAY_MS } from '../../../kernel/civil-date.js';
import { vietnameseDay } from '../../domain/verification/vietnamese-time.js';

/** Days before its end on which somebody hears of a certificate: time to ask for a new one, a reminder, and the last week. */
export const EXPIRY_STEPS = [60, 30, 7] as const;

/** The step that has been reached, 0 once it is over; null while there is time. */
export function expiryStep(notAfter: Date, now: Date): number | null {
  const left = notAfter.getTime() - now.getTime();
  if (left < 0) return 0;
  return EXPIRY_STEPS.toReversed().find((days) => left <= days * DAY_MS) ?? null;
}

/** Since and until when a certificate says that it counts. */
export interface Validity {
  readonly notBefore: Date;
  readonly notAfter: Date;
}

/** Whether the one who holds it has another that counts longer: a renewal needs no warning. */
export function isRenewed({ notAfter }: Validity, others: readonly Validity[], now: Date): boolean {
  return others.some((one) => one.notAfter > notAfter && one.notBefore <= now);
}

/** `Chứng thư của Đỗ Quốc Khánh hết hạn ngày 18/05/2026, còn 30 ngày.` */
export function expiryWords(whose: string, notAfter: Date, now: Date): string {
  const day = vietnameseDay(notAfter);
  const left = Math.ceil((notAfter.getTime() - now.getTime()) / DAY_MS);
  return left <= 0
    ? `Chứng thư của ${whose} đã hết hạn từ ${day}.`
    : `Chứng thư của ${whose} hết hạn ngày ${day}, còn ${String(left)} ngày.`;
}

/** Why somebody cannot sign with the certificates that are bound to them; null when one of them does, or none ever was bound. */
export function whyNotSigning(
  name: string,
  bound: readonly (Validity & { readonly isRevoked: boolean })[] | null,
  now: Date,
): string | null {
  if (bound === null || bound.some((one) => isUsable(one, now))) return null;
  return `${faultWords(name, bound, now)} Không ký bằng chứng thư không còn hiệu lực (Nghị định 23/2025/NĐ-CP). Chọn người ký khác, hoặc nhờ quản trị thêm chứng thư mới ở trang Chứng thư số tin cậy (/kho-tin-cay).`;
}

function isUsable({ notBefore, notAfter, isRevoked }: Validity & { readonly isRevoked: boolean }, now: Date): boolean {
  return !isRevoked && notBefore <= now && now <= notAfter;
}

function faultWords(name: string, bound: readonly (Validity & { readonly isRevoked: boolean })[], now: Date): string {
  if (bound.length === 0) return `Chứng thư của ${name} đã rút khỏi kho.`;
  if (bound.some(({ isRevoked, notAfter }) => isRevoked && now <= notAfter))
    return `Chứng thư của ${name} đã bị thu hồi.`;
  const last = bound.reduce((one, other) => (other.notAfter > one.notAfter ? other : one));
  return expiryWords(name, last.notAfter, now);
}
