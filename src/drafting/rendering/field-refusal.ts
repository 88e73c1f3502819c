import type { z } from 'zod';
import type { DocumentKind } from '../../../templates/catalogue.js';
import { DomainError } from '../../kernel/domain-error.js';
import { nearestTo } from '../domain/nearest.js';

type Issue = z.core.$ZodIssue;

type Described = Pick<DocumentKind, 'name' | 'labels'>;

/**
 * The first validation issue of a template's fields as a DomainError, with a sentence for the person who filled them in.
 *
 * @returns DomainError `template-field-unknown` with the nearest known name, `template-field-missing`, or `input-invalid` where a value does not fit its field
 */
export function fieldRefusal(template: Described, issues: readonly Issue[]): DomainError {
  return unknownField(template, issues) ?? unfitField(template, issues);
}

function unknownField({ name, labels }: Described, issues: readonly Issue[]): DomainError | null {
  const issue = issues.find(({ code }) => code === 'unrecognized_keys');
  const key = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  if (issue === undefined || key === undefined) return null;
  const field = nameOf([...issue.path, key]);
  const nearest = nearestTo(key, Object.keys(labels));
  const message = `Mẫu ${name} không có trường “${field}”.${nearest === null ? '' : ` Có phải là “${nearest}”?`}`;
  return new DomainError('template-field-unknown', { template: name, field, nearest, message });
}

function unfitField({ name, labels }: Described, [first]: readonly Issue[]): DomainError {
  const field = nameOf(first?.path ?? []);
  if (field === '') {
    const message = 'Dữ liệu của văn bản phải là một đối tượng có tên trường.';
    return new DomainError('input-invalid', { template: name, field, message });
  }
  const label = labels[String(first?.path[0])] ?? field;
  const isMissing = first?.code === 'invalid_type' && first.input === undefined;
  return isMissing
    ? new DomainError('template-field-missing', { template: name, field, message: `Còn thiếu “${label}” (${field}).` })
    : new DomainError('input-invalid', { template: name, field, message: `“${label}” (${field}) ${flaw(first)}.` });
}

/** `muc.0.tieu_de` */
function nameOf(path: readonly PropertyKey[]): string {
  return path.map(String).join('.');
}

function flaw(issue: Issue | undefined): string {
  if (issue?.code === 'too_small') return 'còn trống';
  if (issue?.code === 'too_big') return `dài quá ${issue.maximum}`;
  if (issue?.code === 'invalid_type') return 'không phải kiểu cần nhập';
  return 'không đúng mẫu';
}
