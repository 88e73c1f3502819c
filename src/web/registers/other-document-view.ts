import { OTHER_LENGTHS } from '../../documents/domain/other-document.js';
import { hasRole, type Actor } from '../../kernel/actor.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import type { RefusedAct } from '../kit/refused-values.js';
import { NUMBER_CONFIRMED, numberConfirmation } from '../signing/given-number-view.js';
import { count } from '../kit/words/numbers.js';
import { area, text } from '../kit/form/field-kinds.js';
import { defineForm } from '../kit/form/posted-form.js';

export const OTHER_DOCUMENT = '/so-van-ban/di/van-ban-khac';

/** The question before the line is final. */
export const OTHER_DOCUMENT_DIALOG = 'xac-nhan-van-ban-khac';

/** Numbers that the e-office gave to documents which are not in this register, and the form for the line of one. */
export interface OtherDocumentsView {
  /** `Chưa có dòng: số 3, 4.` */
  readonly words: string;
  readonly form: ActFormView;
}

const NAMED = 20;

/** @param missing null where the book was ours throughout, which leaves no number out */
export function otherDocumentsView(
  missing: readonly number[] | null,
  actor: Actor,
  refused: RefusedAct | null,
): OtherDocumentsView | null {
  if (missing === null || !hasRole(actor, 'registryClerk')) return null;
  const none = 'Số nào hệ thống quản lý văn bản cấp cho văn bản không soạn ở đây thì ghi vào đây.';
  return { words: missingWords(missing, none), form: formOf(refused, missing[0]) };
}

/** @param none what is said where no number is missing */
export function missingWords(missing: readonly number[], none: string): string {
  if (missing.length === 0) return none;
  const more = missing.length > NAMED ? ` và ${count(missing.length - NAMED)} số khác` : '';
  return `Chưa có dòng: số ${missing.slice(0, NAMED).join(', ')}${more}. Xem trên hệ thống quản lý văn bản các số ấy thuộc văn bản nào rồi ghi vào.`;
}

const required = true;

export const enteringOther = defineForm({
  number: text('Số', { required, maxLength: OTHER_LENGTHS.number }),
  notation: text('Ký hiệu', { required, maxLength: OTHER_LENGTHS.notation }),
  issuedDate: text('Ngày văn bản', { kind: 'date', required }),
  typeName: text('Tên loại', { required, maxLength: OTHER_LENGTHS.typeName }),
  subject: area('Trích yếu', { required, rows: 2, maxLength: OTHER_LENGTHS.subject }),
  signerName: text('Người ký', { required, maxLength: OTHER_LENGTHS.signerName }),
  recipients: text('Nơi nhận', {
    hint: 'Cách nhau bằng dấu chấm phẩy.',
    ...{ required, maxLength: OTHER_LENGTHS.recipients },
  }),
  keeper: text('Đơn vị, người giữ bản lưu', { required, maxLength: OTHER_LENGTHS.keeper }),
  confirmed: NUMBER_CONFIRMED,
});

function formOf(refused: RefusedAct | null, next: number | undefined): ActFormView {
  const { without, confirmed } = numberConfirmation(OTHER_DOCUMENT, refused);
  const frame = {
    id: 'van-ban-khac',
    label: 'Ghi văn bản khác vào sổ…',
    action: OTHER_DOCUMENT,
    submit: 'Ghi vào sổ',
    lead: 'Văn bản không soạn ở đây: sổ có dòng, không có tệp và không kiểm tra chữ ký.',
    confirm: OTHER_DOCUMENT_DIALOG,
    without,
  };
  return enteringOther.draw(frame, refused, { number: next ?? null, confirmed });
}
