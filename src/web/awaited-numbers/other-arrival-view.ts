import { OTHER_ARRIVAL_LENGTHS } from '../../documents/domain/arrival/other-arrival.js';
import { hasRole, type Actor } from '../../kernel/actor.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import { area, text } from '../kit/form/field-kinds.js';
import { defineForm } from '../kit/form/posted-form.js';
import type { RefusedAct } from '../kit/refused-values.js';
import { missingWords, OTHER_DOCUMENT_DIALOG, type OtherDocumentsView } from '../registers/other-document-view.js';
import { NUMBER_CONFIRMED, numberConfirmation } from '../signing/given-number-view.js';

export const OTHER_ARRIVAL = '/so-van-ban/den/van-ban-khac';

/** Numbers that the e-office gave to incoming documents which are not in this register. @param missing null where the book was ours throughout */
export function otherArrivalsView(
  missing: readonly number[] | null,
  actor: Actor,
  refused: RefusedAct | null,
): OtherDocumentsView | null {
  if (missing === null || !hasRole(actor, 'registryClerk')) return null;
  const none = 'Số nào hệ thống quản lý văn bản cấp cho văn bản không đến qua phần mềm này thì ghi vào đây.';
  return { words: missingWords(missing, none), form: formOf(refused, missing[0]) };
}

const required = true;

export const enteringOtherArrival = defineForm({
  number: text('Số đến', { required, maxLength: OTHER_ARRIVAL_LENGTHS.number }),
  arrivalDate: text('Ngày đến', { kind: 'date', required }),
  senderName: text('Tác giả', { required, maxLength: OTHER_ARRIVAL_LENGTHS.senderName }),
  code: text('Số, ký hiệu văn bản', {
    hint: 'Để trống nếu văn bản không có số.',
    maxLength: OTHER_ARRIVAL_LENGTHS.code,
  }),
  issuedDate: text('Ngày văn bản', { kind: 'date', required }),
  typeName: text('Tên loại', { required, maxLength: OTHER_ARRIVAL_LENGTHS.typeName }),
  subject: area('Trích yếu', { required, rows: 2, maxLength: OTHER_ARRIVAL_LENGTHS.subject }),
  handler: text('Đơn vị, người nhận', { required, maxLength: OTHER_ARRIVAL_LENGTHS.handler }),
  confirmed: NUMBER_CONFIRMED,
});

function formOf(refused: RefusedAct | null, next: number | undefined): ActFormView {
  const { without, confirmed } = numberConfirmation(OTHER_ARRIVAL, refused);
  const frame = {
    id: 'van-ban-khac',
    label: 'Ghi văn bản khác vào sổ…',
    action: OTHER_ARRIVAL,
    submit: 'Ghi vào sổ',
    lead: 'Văn bản không đến qua phần mềm này: sổ có dòng, không có tệp.',
    confirm: OTHER_DOCUMENT_DIALOG,
    without,
  };
  return enteringOtherArrival.draw(frame, refused, { number: next ?? null, confirmed });
}
