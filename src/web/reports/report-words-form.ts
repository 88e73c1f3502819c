import type { ReportEntity } from '../../reports/index.js';
import { MAX_ADDRESSEE_LENGTH, MAX_WORDS_LENGTH } from '../../reports/domain/report.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import type { RefusedAct } from '../kit/refused-values.js';
import { area, text } from '../kit/form/field-kinds.js';
import { defineForm } from '../kit/form/posted-form.js';

/** What a person says of the figures, each line a paragraph of the document. */
export const wording = defineForm({
  addressee: text('Kính gửi', { maxLength: MAX_ADDRESSEE_LENGTH }),
  assessment: area('Tồn tại, nguyên nhân', { rows: 4, maxLength: MAX_WORDS_LENGTH }),
  proposals: area('Kiến nghị, nhiệm vụ kỳ tới', { rows: 4, maxLength: MAX_WORDS_LENGTH }),
});

export function wordsForm(report: ReportEntity, action: string, refused: RefusedAct | null): ActFormView {
  const { addressee, assessment, proposals } = report;
  const frame = {
    id: 'loi-van',
    label: 'Viết nhận xét, đánh giá, kiến nghị…',
    action,
    submit: 'Lưu nhận xét, đánh giá, kiến nghị',
    lead: 'Số liệu tự đưa vào văn bản. Mỗi dòng thành một đoạn; không ghi tên người phản ánh.',
  };
  return wording.draw(frame, refused, { addressee, assessment, proposals });
}
