import type { ReadAnswerPage } from '../../tickets/index.js';
import { ANSWERER_LENGTHS, type AnswerPageStanding } from '../../tickets/domain/answer-page.js';
import { COORDINATION_REPLY_LENGTHS } from '../../tickets/domain/coordination.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import { dueMoment, shortMoment } from '../kit/words/time.js';
import { EVIDENCE_LIMITS } from '../tickets/evidence-form.js';
import type { AnswerPageView } from './answer-page.js';

/** What was typed, and what was wrong with it. */
export interface TypedAnswer {
  readonly name: string;
  readonly position: string;
  readonly reply: string;
  readonly refused: { readonly field: string | null; readonly sentence: string } | null;
}

export const NOTHING_TYPED: TypedAnswer = { name: '', position: '', reply: '', refused: null };

type Drawn = Omit<AnswerPageView, 'agency'>;

/** What each page is called and says; of one that was never given out nothing else is known. */
const SAID: Readonly<
  Record<AnswerPageStanding, { readonly title: string; readonly lead: (page: ReadAnswerPage) => string }>
> = {
  open: {
    title: 'Trả lời Sở Giáo dục và Đào tạo',
    lead: ({ unitName, code, dueAt }) =>
      `Trang này dành cho ${unitName}, việc mã ${code}. Trả lời trước ${dueMoment(dueAt)}; nhận một lần trả lời. Nếu không phải ${unitName}, đừng trả lời và báo Sở.`,
  },
  answered: {
    title: 'Đơn vị đã trả lời',
    lead: ({ unitName, code, endsAt }) =>
      `${unitName} đã trả lời việc mã ${code}; Sở đã nhận. Xem lại được đến hết ${dueMoment(endsAt)}. Cần sửa hoặc thêm thì gửi công văn, hoặc đề nghị Sở cấp trang khác.`,
  },
  past: {
    title: 'Trang này đã hết thời gian xem lại',
    lead: ({ unitName, code }) => `${unitName} đã trả lời việc mã ${code}; Sở đã nhận.`,
  },
  late: {
    title: 'Đã hết hạn trả lời',
    lead: ({ code, endsAt }) =>
      `Hạn trả lời việc mã ${code} đã hết ${dueMoment(endsAt)}. Còn ý kiến thì gửi công văn ngay, hoặc đề nghị Sở cấp trang khác.`,
  },
  revoked: {
    title: 'Trang này đã được thu hồi',
    lead: ({ code, revokedAt }) =>
      `Sở đã thu hồi trang của việc mã ${code}${revokedAt === null ? '' : ` lúc ${shortMoment(revokedAt)}`}. Đã nhận thư hoặc công văn mới thì dùng địa chỉ ghi trong đó; chưa nhận thì hỏi Sở.`,
  },
  settled: {
    title: 'Việc này không còn cần trả lời',
    lead: ({ code }) => `Sở không còn chờ ý kiến của đơn vị về việc mã ${code}. Đơn vị không cần trả lời nữa.`,
  },
};

/** What is drawn for an address that was never given out; a part of one, or one letter wrong, is told the same. */
export function unknownAnswerPage(typed: TypedAnswer): Drawn {
  return {
    title: 'Không có trang trả lời ở địa chỉ này',
    lead: 'So lại địa chỉ với công văn hoặc thư của Sở, từng ký tự một. Nếu vẫn không mở được, gọi Sở theo số điện thoại ghi trong công văn.',
    matter: null,
    form: null,
    answer: null,
    givenBack: givenBack(typed),
  };
}

/** @param action where the answer is posted */
export function answerPageView(page: ReadAnswerPage, action: string, typed: TypedAnswer): Drawn {
  const { title, lead } = SAID[page.standing];
  const isOpen = page.standing === 'open';
  return {
    title,
    lead: lead(page),
    matter: page.matter,
    form: isOpen ? answerForm(action, typed) : null,
    answer: page.answer && {
      facts: [
        { label: 'Người trả lời', value: `${page.answer.name}, ${page.answer.position}` },
        { label: 'Thời điểm', value: shortMoment(page.answer.at) },
        ...(page.answer.files.length === 0 ? [] : [{ label: 'Tệp gửi kèm', value: page.answer.files.join('; ') }]),
      ],
      reply: page.answer.reply,
    },
    givenBack: isOpen ? null : givenBack(typed),
  };
}

function givenBack({ reply, refused }: TypedAnswer): Drawn['givenBack'] {
  return refused === null || reply.trim() === '' ? null : { why: refused.sentence, text: reply };
}

function answerForm(action: string, { name, position, reply, refused }: TypedAnswer): ActFormView {
  const at = (field: string): string | null => (refused?.field === field ? refused.sentence : null);
  const isOfField = ['name', 'position', 'reply', 'files'].includes(refused?.field ?? '');
  return {
    id: 'tra-loi',
    label: 'Trả lời',
    action,
    submit: 'Gửi trả lời cho Sở',
    upload: true,
    fields: [
      {
        kind: 'area',
        name: 'reply',
        label: 'Nội dung trả lời',
        rows: 8,
        required: true,
        maxLength: COORDINATION_REPLY_LENGTHS.longest,
        value: reply,
        error: at('reply'),
      },
      {
        kind: 'files',
        name: 'files',
        label: 'Tệp gửi kèm',
        several: true,
        error: at('files'),
        hint: 'Có thể để trống. PDF, ảnh, DOCX, XLSX, ghi âm hoặc video MP4; nhiều nhất 10 tệp, tổng 25 MB. Gửi lại sau khi báo lỗi thì chọn lại tệp.',
        ...EVIDENCE_LIMITS,
      },
      {
        kind: 'text',
        name: 'name',
        label: 'Họ và tên người trả lời',
        required: true,
        maxLength: ANSWERER_LENGTHS.longest,
        value: name,
        error: at('name'),
      },
      {
        kind: 'text',
        name: 'position',
        label: 'Chức vụ',
        required: true,
        maxLength: ANSWERER_LENGTHS.longest,
        value: position,
        error: at('position'),
      },
    ],
    error: isOfField ? null : (refused?.sentence ?? null),
  };
}
