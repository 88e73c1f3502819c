import { OTHER_LENGTHS } from '../../documents/domain/other-document.js';
import { hasRole, type Actor } from '../../kernel/actor.js';
import type { ActFormView } from '../kit/act-form.js';
import { refusedValues, typedIn, type RefusedAct } from '../kit/refused-values.js';
import { numberConfirmation } from '../signing/given-number-view.js';
import { count } from '../kit/words/numbers.js';

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
  return { words: missingWords(missing), form: formOf(refused, missing[0]) };
}

function missingWords(missing: readonly number[]): string {
  if (missing.length === 0) return 'Số nào hệ thống quản lý văn bản cấp cho văn bản không soạn ở đây thì ghi vào đây.';
  const more = missing.length > NAMED ? ` và ${count(missing.length - NAMED)} số khác` : '';
  return `Chưa có dòng: số ${missing.slice(0, NAMED).join(', ')}${more}. Xem trên hệ thống quản lý văn bản các số ấy thuộc văn bản nào rồi ghi vào.`;
}

function formOf(refused: RefusedAct | null, next: number | undefined): ActFormView {
  const posted = refusedValues(refused, OTHER_DOCUMENT);
  const field = typedIn(posted);
  const { number, notation, typeName, subject, signerName, recipients, keeper } = OTHER_LENGTHS;
  const required = true;
  return {
    id: 'van-ban-khac',
    label: 'Ghi văn bản khác vào sổ…',
    action: OTHER_DOCUMENT,
    submit: 'Ghi vào sổ',
    lead: 'Văn bản không soạn ở đây: sổ có dòng, không có tệp và không kiểm tra chữ ký.',
    fields: [
      {
        ...field('number', next === undefined ? '' : String(next)),
        kind: 'text',
        label: 'Số',
        required,
        maxLength: number,
      },
      { ...field('notation'), kind: 'text', label: 'Ký hiệu', required, maxLength: notation },
      { ...field('issuedDate'), kind: 'date', label: 'Ngày văn bản', required },
      { ...field('typeName'), kind: 'text', label: 'Tên loại', required, maxLength: typeName },
      { ...field('subject'), kind: 'area', label: 'Trích yếu', required, rows: 2, maxLength: subject },
      { ...field('signerName'), kind: 'text', label: 'Người ký', required, maxLength: signerName },
      {
        ...field('recipients'),
        kind: 'text',
        label: 'Nơi nhận',
        hint: 'Cách nhau bằng dấu chấm phẩy.',
        required,
        maxLength: recipients,
      },
      { ...field('keeper'), kind: 'text', label: 'Đơn vị, người giữ bản lưu', required, maxLength: keeper },
      ...numberConfirmation(posted),
    ],
    confirm: OTHER_DOCUMENT_DIALOG,
    error: posted.whole(
      'number',
      'notation',
      'issuedDate',
      'typeName',
      'subject',
      'signerName',
      'recipients',
      'keeper',
      'confirmed',
    ),
    open: posted.refused,
  };
}
