import { DomainError } from '../../kernel/domain-error.js';
import { REGISTER_LENGTHS } from '../../documents/domain/register-lengths.js';
import { printable } from '../../../templates/text.js';
import { encodingOfText } from '../domain/format/page/old-encodings.js';

/** How long what is typed may be; a list by its items. What stands here not is as long as a letter may be. */
const MAX_LENGTH: Readonly<Record<string, number>> = {
  trich_yeu: REGISTER_LENGTHS.subject,
  ky_hieu: 30,
  ve_viec: 2_000,
  loi_ket: 2_000,
  kinh_gui: 300,
  noi_nhan: 300,
};
const MAX_PROSE_LENGTH = 20_000;
const MAX_ITEMS = 50;

/**
 * Fields as they are kept: composed letters, without signs that nobody sees.
 *
 * @throws DomainError `input-invalid` naming the field with text that is too long, or typed in a code of before Unicode (rule 36)
 *
 * Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục I.4; Phụ lục VI.
 */
export function typedFields(fields: object): object {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, typed(name, value)]));
}

function typed(field: string, value: unknown): unknown {
  if (typeof value === 'string') return typedText(field, value);
  // Rows of a table and sections, by their cells.
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return Object.fromEntries(Object.entries(value).map(([name, cell]) => [name, typed(name, cell)]));
  if (!Array.isArray(value)) return value;
  const isTyped = value.every((item) => typeof item === 'string');
  if (isTyped && value.length > MAX_ITEMS)
    throw refused(field, `Nhiều nhất ${MAX_ITEMS} dòng, hiện có ${value.length}. Gộp hoặc bỏ bớt.`);
  return value.map((item) => typed(field, item));
}

function typedText(field: string, value: string): string {
  const text = printable(value);
  const longest = MAX_LENGTH[field] ?? MAX_PROSE_LENGTH;
  if (text.length > longest) throw refused(field, `Dài ${text.length} ký tự, nhiều nhất ${longest}. Viết ngắn lại.`);
  const encoding = encodingOfText(text);
  if (encoding !== null)
    throw refused(
      field,
      `Chữ gõ bằng bảng mã ${encoding}. Đặt bộ gõ về bảng mã Unicode rồi gõ lại, hoặc chuyển mã rồi dán lại.`,
    );
  return text;
}

function refused(field: string, message: string): DomainError {
  return new DomainError('input-invalid', { field, message });
}
