import type { DirectiveState, DirectiveStep } from '../../supervision/domain/directive.js';
import type { Finding, NoteKind } from '../../supervision/domain/inspection.js';
import type { LetterOrigin, LetterState } from '../../supervision/domain/reminder-letter.js';

export const DIRECTIVE_STATE_WORDS: Readonly<Record<DirectiveState, string>> = {
  open: 'Chờ đơn vị trả lời',
  answered: 'Đã trả lời, chờ đánh giá',
  closed: 'Đã kết thúc',
};

export const DIRECTIVE_STEP_WORDS: Readonly<Record<DirectiveStep, string>> = {
  issue: 'Chỉ đạo',
  answer: 'Đơn vị trả lời',
  return: 'Yêu cầu làm tiếp',
  close: 'Kết thúc',
  handOver: 'Chuyển cho đơn vị kế thừa',
};

export const NOTE_KIND_WORDS: Readonly<Record<NoteKind, string>> = {
  inspection: 'Kiểm tra việc xử lý',
  verification: 'Xác thực vụ việc',
};

/** What a finding means depends on what was looked at. */
export const FINDING_WORDS: Readonly<Record<NoteKind, Readonly<Record<Finding, string>>>> = {
  inspection: {
    right: 'Xử lý đúng quy trình',
    partly: 'Còn thiếu sót',
    wrong: 'Xử lý chưa đúng',
    unclear: 'Chưa đủ căn cứ kết luận',
  },
  verification: {
    right: 'Nội dung phản ánh đúng',
    partly: 'Nội dung phản ánh đúng một phần',
    wrong: 'Nội dung phản ánh không đúng',
    unclear: 'Chưa đủ căn cứ kết luận',
  },
};

/** A finding on a form that serves both. */
export const FINDING_CHOICES: Readonly<Record<Finding, string>> = {
  right: 'Đúng',
  partly: 'Đúng một phần, còn thiếu sót',
  wrong: 'Không đúng',
  unclear: 'Chưa đủ căn cứ kết luận',
};

export const LETTER_STATE_WORDS: Readonly<Record<LetterState, string>> = {
  proposed: 'Chờ quyết định',
  making: 'Đang lập',
  made: 'Đã lập',
  failed: 'Chưa lập được',
  dropped: 'Không gửi',
};

export const LETTER_ORIGIN_WORDS: Readonly<Record<LetterOrigin, string>> = {
  person: 'Người giám sát lập',
  rule: 'Hệ thống đề nghị',
};
