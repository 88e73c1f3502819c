import { z } from 'zod';
import { DomainError } from '../../kernel/domain-error.js';

type Issue = z.core.$ZodIssue;

/**
 * Reads what a caller sent.
 *
 * @throws DomainError `input-invalid` naming the first field that is wrong, unknown or missing
 */
export function readShape<Shape extends z.ZodType>(shape: Shape, given: unknown): z.output<Shape> {
  const read = shape.safeParse(given, { reportInput: true });
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const field = issue === undefined ? '' : fieldOf(issue);
  throw new DomainError('input-invalid', { field, message: issue && sentenceOf(issue, field) });
}

/**
 * As `readShape`, for the query of an address: a list parameter that was given once arrives as a single value and is made a list here.
 *
 * @throws DomainError `input-invalid`, and `parameter-twice` for one that is no list
 */
export function readQuery<Shape extends z.ZodObject>(shape: Shape, given: unknown): z.output<Shape> {
  if (typeof given !== 'object' || given === null) return readShape(shape, {});
  const lists = Object.entries(given).map(([name, value]: [string, unknown]) => {
    const wanted: unknown = shape.shape[name];
    const isList = wanted instanceof z.ZodOptional && wanted.unwrap() instanceof z.ZodArray;
    if (wanted !== undefined && !isList && Array.isArray(value))
      throw new DomainError('parameter-twice', { field: name });
    return [name, isList ? [value].flat() : value] as const;
  });
  return readShape(shape, Object.fromEntries(lists));
}

/** `coordinators.0.unitId`; of several unknown fields the first. */
function fieldOf(issue: Issue): string {
  const [unknown] = issue.code === 'unrecognized_keys' ? issue.keys : [];
  return [...issue.path, ...(unknown === undefined ? [] : [unknown])].join('.');
}

function sentenceOf(issue: Issue, field: string): string {
  if (issue.code === 'unrecognized_keys') return `Không có trường ${issue.keys.join(', ')}. Bỏ đi rồi gửi lại.`;
  const where = field === '' ? 'Nội dung gửi' : `Trường ${field}`;
  if (issue.input === undefined) return `${where} còn thiếu.`;
  return `${where} ${wrongWords(issue)}.`;
}

function wrongWords(issue: Issue): string {
  const { code } = issue;
  if (code === 'invalid_value') return `phải là một trong: ${issue.values.map(String).join(', ')}`;
  if (code === 'invalid_type') return `phải là ${TYPE_WORDS[issue.expected] ?? issue.expected}`;
  if (code === 'invalid_format') return `phải viết đúng dạng ${FORMAT_WORDS[issue.format] ?? issue.format}`;
  if (code === 'too_small') return `nhỏ hoặc ngắn hơn mức ít nhất là ${String(issue.minimum)}`;
  if (code === 'too_big') return `lớn hoặc dài hơn mức nhiều nhất là ${String(issue.maximum)}`;
  return 'chưa đúng';
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'chuỗi ký tự',
  number: 'số',
  int: 'số nguyên',
  boolean: 'true hoặc false',
  array: 'danh sách',
  object: 'một đối tượng JSON',
};

const FORMAT_WORDS: Readonly<Record<string, string>> = {
  datetime: 'thời điểm ISO 8601 có múi giờ, như 2026-03-12T16:52:00+07:00',
  date: 'ngày, như 2026-03-12',
};
