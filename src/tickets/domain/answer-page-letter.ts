import { momentWords } from '../../calendar/domain/proof/moment-words.js';
import { escaped, type MailLetter } from '../../notices/domain/mail-letter.js';

/** What the mail with an answer page tells: nothing of the citizen, and nothing of the matter. */
export interface AnswerPageLetterFacts {
  readonly agency: string;
  readonly unitName: string;
  readonly code: string;
  readonly dueAt: Date;
  readonly address: string;
}

/** The same as plain text and as simple HTML. */
export function answerPageLetter({ agency, unitName, code, dueAt, address }: AnswerPageLetterFacts): MailLetter {
  const lead = `${agency} đề nghị ${unitName} trả lời về việc mã ${code}, trước ${momentWords(dueAt)}, tại trang:`;
  const rules =
    'Trang này dành riêng cho đơn vị, không cần tài khoản, nhận một lần trả lời kèm tệp và xem lại được đến hết hạn. Không chuyển tiếp thư này ra ngoài đơn vị.';
  const unsure = 'Nếu chưa chắc thư này là của Sở, gọi số điện thoại của Sở đã biết để hỏi trước khi mở trang.';
  const paragraphs = [`Kính gửi ${unitName},`, lead, address, rules, unsure];
  const html = paragraphs.map((one) => `<p>${one === address ? linkTo(address) : escaped(one)}</p>`).join('\n');
  return {
    subject: `Đề nghị trả lời việc mã ${code} trước ${momentWords(dueAt)}`,
    text: `${paragraphs.join('\n\n')}\n`,
    html: `<!doctype html>\n<html lang="vi">\n<body>\n${html}\n</body>\n</html>\n`,
  };
}

function linkTo(address: string): string {
  return `<a href="${escaped(address)}">${escaped(address)}</a>`;
}
