import { isLostLetter } from '../../documents/domain/lost-number.js';
import { REGISTER_LENGTHS } from '../../documents/domain/register-lengths.js';
import { mayRecoverLetter } from '../../tickets/domain/reply/recovered-letter.js';
import type { ActFormView } from '../kit/act-form.js';
import type { OutgoingReading } from './outgoing-reading.js';
import { refusedValues } from '../kit/refused-values.js';

const LEAD =
  'Chọn tệp PDF đã phát hành, tải ở hệ thống quản lý văn bản hoặc nhận lại từ nơi nhận. Phần mềm kiểm tra chữ ký, số và ngày rồi ghi vào đúng dòng này. Không gửi lại cho ai.';

/** Bringing back a letter that left before a restore, into the line that keeps its number. */
export function recoveryActs({ document, actor, refused }: OutgoingReading): readonly ActFormView[] {
  if (!isLostLetter(document) || !mayRecoverLetter(actor)) return [];
  const action = `/van-ban-di/${document.id}/dua-lai`;
  const was = refusedValues(refused, action);
  const names = ['file', 'typeName', 'subject', 'recipients', 'ticketCode'] as const;
  return [
    {
      id: 'dua-lai',
      label: 'Đưa văn bản trở lại sổ…',
      action,
      submit: 'Kiểm tra và đưa vào sổ',
      lead: LEAD,
      upload: true,
      open: was.refused,
      error: was.whole(...names),
      fields: [
        {
          kind: 'files',
          name: 'file',
          label: 'Tệp PDF đã ký, đóng dấu',
          accept: '.pdf',
          error: was.error('file'),
        },
        {
          ...{
            kind: 'text',
            name: 'typeName',
            label: 'Tên loại',
            required: true,
            maxLength: REGISTER_LENGTHS.typeName,
          },
          value: was.value('typeName') ?? 'Công văn',
          error: was.error('typeName'),
        },
        {
          kind: 'text',
          name: 'subject',
          label: 'Trích yếu',
          required: true,
          maxLength: REGISTER_LENGTHS.subject,
          value: was.value('subject') ?? '',
          error: was.error('subject'),
        },
        {
          ...{
            kind: 'area',
            name: 'recipients',
            label: 'Nơi nhận',
            hint: 'Mỗi dòng một nơi, như ghi ở văn bản.',
            rows: 3,
          },
          value: was.value('recipients') ?? '',
          error: was.error('recipients'),
        },
        {
          kind: 'text',
          name: 'ticketCode',
          label: 'Mã phiếu mà văn bản trả lời',
          hint: 'Phiếu được ghi là đã trả lời từ ngày đóng dấu. Để trống nếu văn bản không trả lời phiếu nào.',
          value: was.value('ticketCode') ?? '',
          error: was.error('ticketCode'),
        },
      ],
    },
  ];
}
