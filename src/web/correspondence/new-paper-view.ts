import { z } from 'zod';
import { INCOMING_TYPES, PRIORITY_WORDS } from '../../correspondence/domain/incoming-paper.js';
import { WRITING_WAYS, WRITING_WORDS } from '../../correspondence/domain/writing-person.js';
import { OTHER_ARRIVAL_LENGTHS } from '../../documents/domain/arrival/other-arrival.js';
import { REGISTER_LENGTHS } from '../../documents/domain/register-lengths.js';
import type { RefusedAct } from '../kit/refused-values.js';
import type { NewPaperView } from './incoming-pages.js';
import { NUMBER_CONFIRMED, numberConfirmation } from '../signing/given-number-view.js';
import { NEW_PAPER } from './correspondence-words.js';
import { day, field, formKey, line, postedFiles, text } from '../kit/form/field-kinds.js';
import { defineForm } from '../kit/form/posted-form.js';

const MAX_FILES = 10;

export const entering = defineForm({
  key: formKey('Mở lại trang Vào sổ văn bản giấy rồi ghi lại.'),
  typeName: line('Tên loại', {
    ...{ kind: 'choice', required: true, blank: 'Chọn tên loại' },
    options: INCOMING_TYPES.map((type) => ({ value: type, label: type })),
  }),
  subject: line('Trích yếu', { kind: 'area', required: true, rows: 2, maxLength: REGISTER_LENGTHS.subject }),
  priority: field('choice', 'Độ khẩn', z.coerce.number('Chọn độ khẩn.').int().catch(0), {
    value: '0',
    options: PRIORITY_WORDS.map((words, at) => ({ value: String(at), label: words })),
  }),
  number: line('Số đến', {
    hint: 'Đã ghi vào sổ hệ thống quản lý văn bản thì chép số, ngày đến ở đó; chưa có thì để trống, văn bản vào sổ và chờ số.',
    maxLength: OTHER_ARRIVAL_LENGTHS.number,
  }),
  arrivalDate: text('Ngày đến', { kind: 'date' }),
  confirmed: NUMBER_CONFIRMED,
  files: field(
    'files',
    'Bản quét',
    postedFiles().refine((given) => given.length <= MAX_FILES, `Gửi nhiều nhất ${String(MAX_FILES)} tệp một lần.`),
    { several: true },
  ),
  senderName: line('Cơ quan, tổ chức ban hành hoặc người viết', {
    ...{ required: true, maxLength: REGISTER_LENGTHS.agencyName },
  }),
  senderCode: line('Mã định danh', {
    hint: 'Có mã thì văn bản trả lời gửi qua liên thông; không có thì gửi bưu điện. Tìm ở trang Danh bạ cơ quan.',
    maxLength: REGISTER_LENGTHS.agencyCode,
  }),
  code: line('Số, ký hiệu', { maxLength: REGISTER_LENGTHS.code }),
  issuedDate: day('Ngày văn bản', { needed: 'Ghi ngày có thật của văn bản.', required: true }),
  wroteBy: text('Ai viết', {
    kind: 'choice',
    hint: 'Cá nhân viết về việc không phải phản ánh, kiến nghị: văn bản trả lời ghi họ tên, địa chỉ và cách gửi đến.',
    options: [
      { value: '', label: 'Cơ quan, tổ chức' },
      ...WRITING_WAYS.map((way) => ({ value: way, label: `Cá nhân, ${WRITING_WORDS[way]}` })),
    ],
  }),
  address: line('Địa chỉ của cá nhân', {
    hint: 'Cần khi gửi qua bưu điện. Chỉ người giải quyết văn bản xem được; không ghi vào sổ.',
    maxLength: 200,
  }),
});

const NUMBERING = ['number', 'arrivalDate', 'confirmed'];

const ABOUT = ['typeName', 'subject', 'priority', ...NUMBERING, 'files'];

/** @param key a new name for the form @param isNumberedThere whether the e-office gives what comes its number */
export function newPaperView(key: string, refused: RefusedAct | null, isNumberedThere: boolean): NewPaperView {
  const { without, confirmed } = numberConfirmation(NEW_PAPER, refused);
  const frame = {
    ...{ id: 'vao-so', label: 'Vào sổ…', action: NEW_PAPER, submit: 'Vào sổ' },
    without: isNumberedThere ? without : NUMBERING,
  };
  const hint =
    refused === null ? 'Không bắt buộc. Nhiều nhất 10 tệp.' : 'Chọn lại tệp: trình duyệt không giữ tệp đã chọn.';
  const { fields, error = null } = entering.draw(frame, refused, { key, confirmed, files: { hint } });
  return {
    about: fields.filter(({ name }) => ABOUT.includes(name)),
    author: fields.filter(({ name }) => !ABOUT.includes(name)),
    error,
  };
}
