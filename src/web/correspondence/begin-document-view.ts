import { SUBJECT_LENGTHS } from '../../correspondence/domain/subject.js';
import { refusedValues, typedIn, type RefusedAct } from '../kit/refused-values.js';
import type { BeginDocumentView } from './begin-document-page.js';
import { BEGIN, kindChoices } from './correspondence-words.js';

/** @param key a new name for the form */
export function beginDocumentView(key: string, refused: RefusedAct | null): BeginDocumentView {
  const posted = refusedValues(refused, BEGIN);
  const typed = typedIn(posted);
  return {
    form: {
      id: 'soan-van-ban',
      label: 'Soạn văn bản…',
      action: BEGIN,
      submit: 'Soạn văn bản',
      fields: [
        { kind: 'hidden', name: 'key', value: posted.value('key') ?? key },
        {
          kind: 'choice',
          label: 'Loại văn bản',
          required: true,
          options: [{ value: '', label: 'Chọn loại văn bản' }, ...kindChoices('nothing')],
          ...typed('template'),
        },
        {
          kind: 'text',
          label: 'Trích yếu',
          hint: 'Văn bản nói về việc gì; sửa được khi soạn.',
          required: true,
          maxLength: SUBJECT_LENGTHS.longest,
          ...typed('subject'),
        },
        {
          kind: 'area',
          label: 'Nơi nhận',
          hint: 'Mỗi dòng một nơi. Công văn, tờ trình, báo cáo ghi ở “Kính gửi”. Cơ quan nhận qua liên thông chọn sau, ở trang dự thảo.',
          required: true,
          rows: 3,
          name: 'receivers',
          value: posted.value('receivers') ?? '',
          error: posted.error('receivers'),
        },
      ],
      error: posted.whole('template', 'subject', 'receivers'),
    },
  };
}
