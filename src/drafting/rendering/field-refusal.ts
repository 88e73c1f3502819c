import type { z } from 'zod';
import { DomainError } from '../../kernel/domain-error.js';
import { fold } from '../../kernel/vietnamese.js';

type Issue = z.core.$ZodIssue;

/**
 * The first refusal of a template's fields, as one of ours.
 *
 * @returns DomainError `template-field-unknown` with the nearest known name, `template-field-missing`, or
 *   `input-invalid` where a value does not fit its field
 */
export function fieldRefusal(template: string, issues: readonly Issue[], known: readonly string[]): DomainError {
  return unknownField(template, issues, known) ?? unfitField(template, issues);
}

function unknownField(template: string, issues: readonly Issue[], known: readonly string[]): DomainError | null {
  const issue = issues.find(({ code }) => code === 'unrecognized_keys');
  const key = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  if (issue === undefined || key === undefined) return null;
  const field = nameOf([...issue.path, key]);
  const nearest = nearestTo(key, known);
  const message = `Mẫu ${template} không có trường “${field}”.${nearest === null ? '' : ` Có phải là “${nearest}”?`}`;
  return new DomainError('template-field-unknown', { template, field, nearest, message });
}

function unfitField(template: string, [first]: readonly Issue[]): DomainError {
  const field = nameOf(first?.path ?? []);
  const isMissing = first?.code === 'invalid_type' && first.input === undefined && field !== '';
  if (isMissing) {
    return new DomainError('template-field-missing', { template, field, message: `Còn thiếu trường “${field}”.` });
  }
  const message =
    field === '' ? 'Dữ liệu phải là một đối tượng có tên trường.' : `Trường “${field}” chưa đúng: ${flaw(first)}.`;
  return new DomainError('input-invalid', { template, field, message });
}

function flaw(issue: Issue | undefined): string {
  if (issue?.code === 'too_small') return 'còn trống';
  if (issue?.code === 'too_big') return `dài quá ${issue.maximum}`;
  if (issue?.code === 'invalid_type') return 'không phải kiểu cần nhập';
  return 'không đúng mẫu';
}

/** `muc.0.tieu_de` */
function nameOf(path: readonly PropertyKey[]): string {
  return path.map(String).join('.');
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
