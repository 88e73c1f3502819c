import { DomainError } from '../../kernel/domain-error.js';
import { ANNEX_LENGTHS } from './annex-lengths.js';
import { FILE_RIGHTS, type FileRights } from './record-file.js';
import { isRetentionCode, type RetentionCode } from './retention.js';

/** What a person may say of a file, as typed. */
export interface FileDescription {
  readonly title: string;
  readonly retention: string;
  readonly rights: string;
  readonly description: string;
}

/** @throws DomainError `input-invalid` naming the field, its length and the most that other systems read */
export function describedFile({ title, retention, rights, description }: FileDescription): {
  readonly title: string;
  readonly retention: RetentionCode;
  readonly rights: FileRights;
  readonly description: string;
} {
  if (title === '') throw invalid('title', 'Ghi tiêu đề hồ sơ.');
  requireLength('title', 'Tiêu đề hồ sơ', title, ANNEX_LENGTHS.Title);
  requireLength('description', 'Ghi chú', description, ANNEX_LENGTHS.Description);
  if (!isRetentionCode(retention)) throw invalid('retention', 'Chọn thời hạn bảo quản trong bảng.');
  const allowed = FILE_RIGHTS.find((one) => one === rights);
  if (allowed === undefined) throw invalid('rights', 'Chọn chế độ sử dụng.');
  return { title, retention, rights: allowed, description };
}

function requireLength(field: string, name: string, { length }: string, most: number): void {
  if (length > most) throw invalid(field, `${name} dài ${length} ký tự; nhiều nhất ${most}. Rút ngắn lại.`);
}

function invalid(field: string, message: string): DomainError {
  return new DomainError('input-invalid', { field, message });
}
