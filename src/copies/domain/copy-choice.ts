import type { CopyForm, CopySource } from '../../documents/domain/copy.js';
import { DomainError } from '../../kernel/domain-error.js';

/** What is asked for of a copy. */
export interface CopyChoice {
  readonly form: CopyForm;
  readonly source: CopySource;
  /** As typed; empty for all. */
  readonly pages: string;
  readonly askedBy: string;
}

/**
 * What each kind of copy is: a true copy and a copy of a copy hold the whole document, an extract names its pages and who asked for it. A letter of the
 * agency is an original, of which no copy of a copy is made.
 *
 * @throws DomainError `input-invalid`
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 3 khoản 10, 11 và 12; Điều 25.
 */
export function requireFitting({ form, source, pages, askedBy }: CopyChoice): void {
  if (form === 'TrS') {
    if (pages.trim() === '') throw invalid('pages', 'Trích sao cần ghi trang nào, ví dụ 1-3, 5.');
    if (askedBy.trim() === '') throw invalid('askedBy', 'Trích sao cần ghi ai đề nghị.');
    return;
  }
  if (pages.trim() !== '') {
    throw invalid('pages', 'Sao y, sao lục lấy mọi trang: bỏ trống ô này. Muốn lấy một số trang thì chọn Trích sao.');
  }
  if (form === 'SL' && source === 'outgoing') {
    throw invalid('form', 'Sao lục làm từ bản sao y; văn bản này là bản gốc của cơ quan. Chọn Sao y.');
  }
}

function invalid(field: string, message: string): DomainError {
  return new DomainError('input-invalid', { field, message });
}
