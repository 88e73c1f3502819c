import { DomainError } from '../../kernel/domain-error.js';

const MAX_PAGES = 200;
const RUN = /^\s*(\d{1,3})\s*(?:[-–]\s*(\d{1,3})\s*)?$/u;

/**
 * The pages that somebody named, in the order of the file, each once.
 *
 * @param text `1-3, 5`; empty = all pages
 * @returns null for all
 * @throws DomainError `input-invalid`
 */
export function readPages(text: string): readonly number[] | null {
  if (text.trim() === '') return null;
  const pages = new Set(text.split(/[,;]/u).flatMap(runOf));
  return [...pages].sort((a, b) => a - b);
}

/** The pages of `5` or `1-3`. @throws DomainError `input-invalid` */
function runOf(part: string): readonly number[] {
  const [, first, last = first] = RUN.exec(part) ?? [];
  const [from, to] = [Number(first), Number(last)];
  if (!(from >= 1 && to >= from && to <= MAX_PAGES)) throw invalid();
  return Array.from({ length: to - from + 1 }, (_page, at) => from + at);
}

function invalid(): DomainError {
  const message = 'Viết số trang như 1-3, 5; bỏ trống để lấy mọi trang.';
  return new DomainError('input-invalid', { field: 'pages', message });
}
