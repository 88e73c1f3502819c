import { beginningOf } from '../../../kernel/beginning-of.js';

/** Characters of a citizen's words that a ticket holds, however they came: they are searched for people on every page that shows them. */
export const MAX_WORDS_LENGTH = 20_000;

/** A citizen's words as a ticket holds them. What is longer begins as received and says what is missing; the whole stays in the hotline's message. */
export function keptWords(text: string): string {
  if (text.length <= MAX_WORDS_LENGTH) return text;
  const remark = `[Nội dung phản ánh dài ${text.length.toLocaleString('vi-VN')} ký tự; phiếu chỉ ghi phần đầu. Toàn văn được giữ trong tin gốc của Tổng đài; cần đọc phần còn lại thì đề nghị Tổng đài gửi thành tệp đính kèm.]`;
  return `${beginningOf(text, MAX_WORDS_LENGTH - remark.length - 2)}\n\n${remark}`;
}
