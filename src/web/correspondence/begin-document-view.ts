import { SUBJECT_LENGTHS } from '../../correspondence/domain/subject.js';
import type { RefusedAct } from '../kit/refused-values.js';
import type { BeginDocumentView } from './begin-document-page.js';
import { BEGIN, kindChoices } from './correspondence-words.js';
import { eachLine, formKey, line, pick } from '../kit/form/field-kinds.js';
import { defineForm } from '../kit/form/posted-form.js';

export const beginning = defineForm({
  key: formKey('Mở lại trang Soạn văn bản.'),
  template: pick('Loại văn bản', {
    ...{ needed: 'Chọn loại văn bản.', required: true, blank: 'Chọn loại văn bản' },
    options: kindChoices('nothing'),
  }),
  subject: line('Trích yếu', {
    ...{ required: true, maxLength: SUBJECT_LENGTHS.longest },
    hint: 'Văn bản nói về việc gì; sửa được khi soạn.',
  }),
  receivers: eachLine('Nơi nhận', {
    ...{ needed: 'Ghi nơi nhận.', required: true, rows: 3 },
    hint: 'Mỗi dòng một nơi. Công văn, tờ trình, báo cáo ghi ở “Kính gửi”. Cơ quan nhận qua liên thông chọn sau, ở trang dự thảo.',
  }),
});

/** @param key a new name for the form */
export function beginDocumentView(key: string, refused: RefusedAct | null): BeginDocumentView {
  const frame = { id: 'soan-van-ban', label: 'Soạn văn bản…', action: BEGIN, submit: 'Soạn văn bản' };
  return { form: beginning.draw(frame, refused, { key }) };
}
