/** Three digits, as 113, up to fifteen, as an international number or one with its extension. */
const PHONE = /^\+?\(?\d(?:[ .()-]{0,3}\d){2,14}\)?$/u;

/** What is said beside a field whose text is no telephone number. */
export const PHONE_WANTED =
  'Điện thoại có từ 3 đến 15 chữ số, có thể bắt đầu bằng dấu +, giữa các số có thể có dấu cách, dấu chấm, gạch nối, dấu ngoặc, như 0225 3842 123.';

export function isPhone(text: string): boolean {
  return PHONE.test(text);
}
