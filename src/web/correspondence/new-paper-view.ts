import { INCOMING_TYPES, PRIORITY_WORDS } from '../../correspondence/domain/incoming-paper.js';
import { WRITING_WAYS, WRITING_WORDS } from '../../correspondence/domain/writing-person.js';
import { REGISTER_LENGTHS } from '../../documents/domain/register-lengths.js';
import { refusedValues, typedIn, type RefusedAct } from '../kit/refused-values.js';
import type { NewPaperView } from './incoming-pages.js';
import { NEW_PAPER } from './correspondence-words.js';

const FIELDS = [
  'senderName',
  'senderCode',
  'code',
  'issuedDate',
  'typeName',
  'subject',
  'priority',
  'files',
  'wroteBy',
  'address',
];

/** @param key a new name for the form */
export function newPaperView(key: string, refused: RefusedAct | null): NewPaperView {
  const posted = refusedValues(refused, NEW_PAPER);
  const typed = typedIn(posted);
  return {
    key: posted.value('key') ?? key,
    about: [
      {
        kind: 'choice',
        label: 'Tên loại',
        required: true,
        options: [
          { value: '', label: 'Chọn tên loại' },
          ...INCOMING_TYPES.map((type) => ({ value: type, label: type })),
        ],
        ...typed('typeName'),
      },
      {
        kind: 'area',
        label: 'Trích yếu',
        required: true,
        rows: 2,
        maxLength: REGISTER_LENGTHS.subject,
        ...typed('subject'),
      },
      {
        kind: 'choice',
        label: 'Độ khẩn',
        options: PRIORITY_WORDS.map((words, at) => ({ value: String(at), label: words })),
        ...typed('priority', '0'),
      },
      {
        kind: 'files',
        name: 'files',
        label: 'Bản quét',
        hint: posted.refused
          ? 'Chọn lại tệp: trình duyệt không giữ tệp đã chọn.'
          : 'Không bắt buộc. Nhiều nhất 10 tệp.',
        several: true,
        error: posted.error('files'),
      },
    ],
    author: [
      {
        kind: 'text',
        label: 'Cơ quan, tổ chức ban hành hoặc người viết',
        required: true,
        maxLength: REGISTER_LENGTHS.agencyName,
        ...typed('senderName'),
      },
      {
        kind: 'text',
        label: 'Mã định danh',
        hint: 'Có mã thì văn bản trả lời gửi qua liên thông; không có thì gửi bưu điện. Tìm ở trang Danh bạ cơ quan.',
        maxLength: REGISTER_LENGTHS.agencyCode,
        ...typed('senderCode'),
      },
      { kind: 'text', label: 'Số, ký hiệu', maxLength: REGISTER_LENGTHS.code, ...typed('code') },
      { kind: 'date', label: 'Ngày văn bản', required: true, ...typed('issuedDate') },
      {
        kind: 'choice',
        label: 'Ai viết',
        hint: 'Cá nhân viết về việc không phải phản ánh, kiến nghị: văn bản trả lời ghi họ tên, địa chỉ và cách gửi đến.',
        options: [
          { value: '', label: 'Cơ quan, tổ chức' },
          ...WRITING_WAYS.map((way) => ({ value: way, label: `Cá nhân, ${WRITING_WORDS[way]}` })),
        ],
        ...typed('wroteBy'),
      },
      {
        kind: 'text',
        label: 'Địa chỉ của cá nhân',
        hint: 'Cần khi gửi qua bưu điện. Chỉ người giải quyết văn bản xem được; không ghi vào sổ.',
        maxLength: 200,
        ...typed('address'),
      },
    ],
    error: posted.whole(...FIELDS),
  };
}
