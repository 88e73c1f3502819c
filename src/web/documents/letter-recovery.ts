import { isLostLetter } from '../../documents/domain/lost-number.js';
import { REGISTER_LENGTHS } from '../../documents/domain/register-lengths.js';
import { mayRecoverLetter } from '../../tickets/domain/reply/recovered-letter.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import type { OutgoingReading } from './outgoing-reading.js';
import { area, file, text } from '../kit/form/field-kinds.js';
import { defineForm } from '../kit/form/posted-form.js';

const LEAD =
  'Chọn tệp PDF đã phát hành, tải ở hệ thống quản lý văn bản hoặc nhận lại từ nơi nhận. Phần mềm kiểm tra chữ ký, số và ngày rồi ghi vào đúng dòng này. Không gửi lại cho ai.';

export const recovering = defineForm({
  file: file('Tệp PDF đã ký, đóng dấu', { needed: 'Chọn tệp PDF đã phát hành.', accept: '.pdf' }),
  typeName: text('Tên loại', { required: true, maxLength: REGISTER_LENGTHS.typeName, value: 'Công văn' }),
  subject: text('Trích yếu', { required: true, maxLength: REGISTER_LENGTHS.subject }),
  recipients: area('Nơi nhận', { hint: 'Mỗi dòng một nơi, như ghi ở văn bản.', rows: 3 }),
  ticketCode: text('Mã phiếu mà văn bản trả lời', {
    hint: 'Phiếu được ghi là đã trả lời từ ngày đóng dấu. Để trống nếu văn bản không trả lời phiếu nào.',
  }),
});

/** Bringing back a letter that left before a restore, into the line that keeps its number. */
export function recoveryActs({ document, actor, refused }: OutgoingReading): readonly ActFormView[] {
  if (!isLostLetter(document) || !mayRecoverLetter(actor)) return [];
  const frame = {
    id: 'dua-lai',
    label: 'Đưa văn bản trở lại sổ…',
    action: `/van-ban-di/${document.id}/dua-lai`,
    submit: 'Kiểm tra và đưa vào sổ',
    lead: LEAD,
  };
  return [recovering.draw(frame, refused)];
}
