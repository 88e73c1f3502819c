import type { MovedDeadlines } from '../../calendar/ports/open-deadlines.port.js';
import { APPLY_REASON } from '../../tickets/index.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import type { PolicyView } from './policy-page.js';
import { movedView } from '../calendar/calendar-view.js';
import type { RefusedAct } from '../kit/refused-values.js';
import { area } from '../kit/form/field-kinds.js';
import { defineForm } from '../kit/form/posted-form.js';

/** What a version would move among open tickets, and the form that puts it in force for them once it is in force at all. */
export function openTicketsView(
  version: number,
  reading: { readonly moved: MovedDeadlines; readonly inForce: boolean } | null,
  refused: RefusedAct | null,
): NonNullable<PolicyView['open']> | null {
  if (reading === null) return null;
  return { moved: movedView(reading.moved), apply: reading.inForce ? applyForm(version, refused) : null };
}

export const applying = defineForm({
  reason: area('Lý do áp dụng', {
    hint: `Từ ${String(APPLY_REASON.shortest)} ký tự: theo văn bản, kết luận nào.`,
    ...{ required: true, maxLength: APPLY_REASON.longest },
  }),
});

function applyForm(version: number, refused: RefusedAct | null): ActFormView {
  const frame = {
    id: 'ap-dung',
    label: 'Áp dụng cho phiếu đang mở…',
    action: `/quy-dinh-thoi-han/${String(version)}/ap-dung`,
    submit: 'Áp dụng và tính lại hạn',
    lead: 'Phiếu giữ thời hạn của ngày nhận; chỉ áp dụng khi có chủ trương. Hạn cũ, hạn mới và lý do được ghi lại.',
  };
  return applying.draw(frame, refused);
}
