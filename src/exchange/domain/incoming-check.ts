import { isBroken } from '../../signing/domain/verification/signature-note.js';
import type { FileSignature } from '../../documents/domain/file-signature.js';

export interface CheckedFile {
  readonly name: string;
  readonly signature: FileSignature | null;
}

/**
 * Why a document of another agency goes back to it before it has a line in the register. Its main document is the first PDF; what is
 * broken among the rest, and a visible signature that stands over words, is entered and marked, for a clerk to judge. Feedback of the
 * hotline never goes back by itself: behind it stands a citizen whose clock is running.
 *
 * @param ours our code, and others by which the directory knows us
 * @returns the reason in Vietnamese for the sender; null when the document can be entered
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 21 khoản 2.
 */
export function whyReturned(
  to: readonly { readonly id: string; readonly name: string }[],
  ours: readonly [string, ...string[]],
  files: readonly CheckedFile[],
): string | null {
  if (!to.some(({ id }) => ours.some((code) => isSameAgency(id, code)))) {
    const named = to.map(({ id, name }) => (name === '' ? id : `${name} (${id})`)).join('; ');
    return `Văn bản gửi ${named}, không gửi cơ quan này (${ours[0]}). Đề nghị gửi đúng nơi nhận.`;
  }
  const main = files.find(({ signature }) => signature !== null && signature.kind === undefined);
  if (!main?.signature || !isBroken(main.signature)) return null;
  const reasons = main.signature.reasons.join(' ');
  return `Chữ ký số của “${main.name}” không đạt kiểm tra: ${reasons} Đề nghị ký lại và gửi lại văn bản.`;
}

/** Whether two codes name one agency, each in either generation: `000.00.03.H24` (QCVN 102) and `H24.3` (Quyết định 20/2020/QĐ-TTg). */
export function isSameAgency(one: string, other: string): boolean {
  return placeOf(one) === placeOf(other);
}

/** The code from the largest body down, without empty levels and leading zeros. */
function placeOf(code: string): string {
  const parts = code.trim().toUpperCase().split('.');
  const fromTop = /^\d+$/u.test(parts[0] ?? '') ? parts.toReversed() : parts;
  const numbers = fromTop.map((part) => part.replace(/^0+(?=.)/u, ''));
  while (numbers.at(-1) === '0') numbers.pop();
  return numbers.join('.');
}
