import { fold } from '../../../kernel/vietnamese.js';
import { COMMON_PASSWORDS } from './common-passwords.js';

/** Characters, as a person counts them; the settings may ask for more. Source: OWASP ASVS 5.0, 6.2.1 and 6.2.9: from 8, better 15, and up to 64 at least. */
export const MIN_PASSWORD_LENGTH = 12;
export const MAX_PASSWORD_LENGTH = 256;

/** Fewer different characters than this are a pattern, not a password. */
const MIN_DIFFERENT = 5;
/** Names shorter than this say nothing when they occur in a password. */
const MIN_NAME_LENGTH = 4;
const RUNS = [
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '0123456789'.repeat(2),
  '1qaz2wsx3edc4rfv',
];
const MAX_RUN_LENGTH = 6;

/**
 * Why a password may not be chosen, as a sentence for the person; null when it may. Any characters are welcome, none are demanded.
 *
 * @param names what others know of the account: its user name, the person's name
 * @param shortest how many characters the settings ask for
 *
 * Source: OWASP ASVS 5.0, 6.2.1, 6.2.4, 6.2.5, 6.2.11.
 */
export function passwordFlaw(
  password: string,
  names: readonly string[],
  shortest = MIN_PASSWORD_LENGTH,
): string | null {
  const { length } = Array.from(password);
  if (length < shortest) return `Mật khẩu cần từ ${shortest} ký tự, hiện có ${length}. Dùng một câu dễ nhớ.`;
  if (password.length > MAX_PASSWORD_LENGTH) return `Mật khẩu dài quá ${MAX_PASSWORD_LENGTH} ký tự.`;
  const plain = plainOf(password);
  if (COMMON_PASSWORDS.has(plain)) return 'Mật khẩu này nhiều người dùng nên dễ bị đoán. Chọn một câu khác.';
  if (new Set(plain).size < MIN_DIFFERENT || isRun(plain)) {
    return 'Mật khẩu lặp lại hoặc theo thứ tự bàn phím nên dễ bị đoán. Chọn một câu khác.';
  }
  if (
    names
      .map(plainOf)
      .some((name) => name.length >= MIN_NAME_LENGTH && restOf(plain, name).length < MIN_PASSWORD_LENGTH / 2)
  ) {
    return 'Mật khẩu gần như chỉ là tên tài khoản hoặc họ tên. Chọn một câu khác.';
  }
  return null;
}

function restOf(plain: string, name: string): string {
  return plain.includes(name) ? plain.replaceAll(name, '') : plain;
}

/** Letters and digits alone: `Mật khẩu!!` is no better than `matkhau`. */
function plainOf(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]/gu, '');
}

/** Whether hardly anything is left beside keys in a row. */
function isRun(plain: string): boolean {
  let left = plain;
  for (const run of RUNS.flatMap((keys) => [keys, keys.split('').reverse().join('')])) {
    for (let at = 0; at + MAX_RUN_LENGTH <= run.length; at += 1)
      left = left.replaceAll(run.slice(at, at + MAX_RUN_LENGTH), '');
  }
  return left.length < MIN_PASSWORD_LENGTH / 2 && left.length < plain.length;
}
