import { z } from 'zod';
import type { DomainError } from '../../kernel/domain-error.js';
import { NOTHING_NEAR, type TemplateFinding } from '../domain/template-lint/finding.js';

const problems = z.array(z.object({ tag: z.string().nullable(), problem: z.string() })).catch([]);

/** Why the sample could not be made, as findings. */
export function renderFindings({ code, details }: DomainError): readonly TemplateFinding[] {
  if (code === 'template-timeout') {
    const seconds = Math.round(Number(details['limitMs']) / 1000);
    return [failed(null, `Điền thử mẫu quá ${seconds} giây nên đã dừng.`, 'Bớt vòng lặp lồng nhau.')];
  }
  if (code === 'template-field-missing') {
    const tag = String(details['field']);
    return [failed(tag, 'Điền thử không được: trường này không có giá trị ở chỗ đang đặt.', NOTHING_NEAR)];
  }
  const found = problems.parse(details['problems']);
  if (found.length === 0) return [failed(null, 'Điền thử mẫu không được.', 'Lưu lại từ Word thành một tệp mới.')];
  return found.map(({ tag, problem }) => failed(tag, `Điền thử mẫu không được (${problem}).`, NOTHING_NEAR));
}

/** What no thread could read to its end. */
export function stopped(): TemplateFinding {
  const message = 'Kiểm tra mẫu quá lâu hoặc tốn quá nhiều bộ nhớ nên đã dừng.';
  return { ...failed(null, message, 'Lưu lại từ Word thành một tệp mới, bớt bảng và hình.'), code: 'file-unsafe' };
}

function failed(tag: string | null, message: string, suggestion: string): TemplateFinding {
  return { code: 'render-failed', part: 'word/document.xml', tag, message, suggestion };
}
