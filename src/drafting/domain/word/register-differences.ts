import { clean } from '../../../kernel/vietnamese.js';
import type { LetterHead } from './word-reading.js';

/** A field that differs between form and letter. */
export interface RegisterDifference {
  /** `Trích yếu` */
  readonly label: string;
  readonly form: string;
  readonly file: string;
}

/** The fields of the form that go to registers, to the e-office and to other agencies. */
export interface RegisterFields {
  readonly trich_yeu: string;
  readonly ky_hieu: string;
  readonly kinh_gui: readonly string[];
  readonly noi_nhan: readonly string[];
  readonly tham_quyen_ky: readonly string[];
  readonly nguoi_ky: string;
}

/**
 * Where a letter written in Word says something else than the form, which the registers tell: subject, symbol, addressees, recipients and who
 * signs are changed in the form.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 15 (số, ký hiệu, trích yếu của văn bản và của sổ là một).
 */
export function registerDifferences(form: RegisterFields, head: LetterHead): readonly RegisterDifference[] {
  const pairs: readonly (readonly [label: string, form: readonly string[], file: readonly string[]])[] = [
    ['Trích yếu', [form.trich_yeu], said(head.subject)],
    ['Ký hiệu', [form.ky_hieu], said(head.symbol)],
    ['Kính gửi', form.kinh_gui, head.addressees],
    ['Nơi nhận', form.noi_nhan, head.recipients],
    ['Thẩm quyền ký', form.tham_quyen_ky, head.authority],
    ['Người ký', [form.nguoi_ky], said(head.signer)],
  ];
  return pairs
    .map(([label, ours, theirs]) => ({
      label,
      form: ours.map(itemText).join('; '),
      file: theirs.map(itemText).join('; '),
    }))
    .filter(({ form: ours, file }) => ours !== file);
}

/** What an item of a list names, without its dash and end mark: `- Như trên;` → `Như trên`. */
export function itemText(line: string): string {
  return clean(line)
    .replace(/\s+/gu, ' ')
    .replace(/^[-–—+•*\s]+/u, '')
    .replace(/(?<![;.,\s])[;.,\s]+$/u, '');
}

function said(text: string | null): readonly string[] {
  return text === null ? [] : [text];
}
