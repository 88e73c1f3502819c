import type { ReportEntity } from '../../reports/index.js';
import { MAX_ADDRESSEE_LENGTH, MAX_WORDS_LENGTH } from '../../reports/domain/report.js';
import type { ActFormView } from '../kit/act-form.js';
import { refusedValues, type RefusedAct } from '../kit/refused-values.js';

/** What a person says of the figures, each line a paragraph of the document. */
export function wordsForm(report: ReportEntity, action: string, refused: RefusedAct | null): ActFormView {
  const posted = refusedValues(refused, action);
  return {
    id: 'loi-van',
    label: 'Viết nhận xét, đánh giá, kiến nghị…',
    action,
    submit: 'Lưu nhận xét, đánh giá, kiến nghị',
    lead: 'Số liệu tự đưa vào văn bản. Mỗi dòng thành một đoạn; không ghi tên người phản ánh.',
    fields: [
      {
        kind: 'text',
        name: 'addressee',
        label: 'Kính gửi',
        value: posted.value('addressee') ?? report.addressee,
        maxLength: MAX_ADDRESSEE_LENGTH,
        error: posted.error('addressee'),
      },
      {
        kind: 'area',
        name: 'assessment',
        label: 'Tồn tại, nguyên nhân',
        rows: 4,
        maxLength: MAX_WORDS_LENGTH,
        value: posted.value('assessment') ?? report.assessment,
        error: posted.error('assessment'),
      },
      {
        kind: 'area',
        name: 'proposals',
        label: 'Kiến nghị, nhiệm vụ kỳ tới',
        rows: 4,
        maxLength: MAX_WORDS_LENGTH,
        value: posted.value('proposals') ?? report.proposals,
        error: posted.error('proposals'),
      },
    ],
    error: posted.whole('addressee', 'assessment', 'proposals'),
    open: posted.refused,
  };
}
