import type { z } from 'zod';
import type { DocumentKind } from '../../../templates/catalogue.js';
import { DomainError } from '../../kernel/domain-error.js';
import { fold } from '../../kernel/vietnamese.js';

type Issue = z.core.$ZodIssue;

type Described = Pick<DocumentKind, 'name' | 'labels'>;

/**
 * The first refusal of a template's fields, as one of ours, with a sentence for the person who filled them in.
 *
 * @returns DomainError `template-field-unknown` with the nearest known name, `template-field-missing`, or
 *   `input-invalid` where a value does not fit its field
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

/** The known name that needs the fewest changes, if they are few: half of the letters at most. */
export function nearestTo(name: string, known: readonly string[]): string | null {
  const wanted = fold(name).replace(/[\s-]+/gu, '_');
  const ranked = known
    .map((candidate) => ({ candidate, changes: changesBetween(wanted, candidate) }))
    .sort((a, b) => a.changes - b.changes);
  const best = ranked[0];
  return best && best.changes <= Math.max(wanted.length, best.candidate.length) / 2 ? best.candidate : null;
}

/** Levenshtein: letters put in, left out or replaced. */
function changesBetween(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [i, letter] of Array.from(from).entries()) {
    const next = [i + 1];
    for (const [j, other] of Array.from(to).entries()) {
      const replaced = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
