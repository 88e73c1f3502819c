import { HEADING_LENGTHS, TEXT_LENGTHS } from '../../drafting/domain/standard-text.js';
import type { StandardTextEntity } from '../../drafting/index.js';
import { area, line } from '../kit/form/field-kinds.js';
import { defineForm } from '../kit/form/posted-form.js';
import type { RefusedAct } from '../kit/refused-values.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import { fullDay } from '../kit/words/time.js';
import type { StandardTextsView } from './standard-texts-page.js';

export const STANDARD_TEXTS = '/doan-mau';

export const adding = defineForm({
  heading: line('Tên đoạn mẫu', {
    ...{ required: true, maxLength: HEADING_LENGTHS.longest },
    hint: 'Để tìm lại, như “Yêu cầu trả lại tiền đã thu”.',
  }),
  text: area('Nội dung', {
    ...{ required: true, rows: 5, maxLength: TEXT_LENGTHS.longest },
    hint: 'Dùng cho nhiều công văn: không ghi tên người, lớp, số điện thoại.',
  }),
});

export function standardTextsView(texts: readonly StandardTextEntity[], refused: RefusedAct | null): StandardTextsView {
  const frame = { id: 'them', label: 'Thêm đoạn mẫu…', action: STANDARD_TEXTS, submit: 'Thêm đoạn mẫu' };
  return {
    texts: texts.map(({ id, heading, text, addedByName, addedAt }) => ({
      heading,
      text,
      added: `${addedByName}, ${fullDay(civilDateOf(addedAt))}`,
      removeAction: `${STANDARD_TEXTS}/${id}/xoa`,
    })),
    form: adding.draw({ ...frame, open: texts.length === 0 }, refused),
  };
}
