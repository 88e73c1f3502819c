import { DomainError } from '../../kernel/domain-error.js';
import { CATEGORIES, LEVELS, type Category, type Level } from '../../law/index.js';
import { clean } from '../../kernel/vietnamese.js';
import { requireText, type TextLengths } from './required-text.js';

/** One of several matters in a citizen's words, which becomes a ticket of its own. */
export interface Matter {
  readonly subject: string;
  /** What the citizen wrote about it: copied from the original, which stays whole with the first matter. */
  readonly words: string;
  readonly category: Category;
  readonly level: Level;
}

export const MATTER_SUBJECT_LENGTHS: TextLengths = { shortest: 5, longest: 500 };
export const MATTER_WORDS_LENGTHS: TextLengths = { shortest: 10, longest: 50_000 };

/** Matters of one document, the first among them, which keeps the ticket. */
export const MAX_MATTERS = 5;

/**
 * The further matters of a ticket, tidied; the first stays with the ticket itself.
 *
 * @throws DomainError `input-invalid`, its field named with the place of the matter: `subject2` is that of the second one
 */
export function requireMatters(further: readonly Matter[]): readonly Matter[] {
  if (further.length === 0) {
    throw new DomainError('input-invalid', { field: 'subject2', message: 'Ghi ít nhất một nội dung tách ra.' });
  }
  if (further.length > MAX_MATTERS - 1) {
    throw new DomainError('input-invalid', {
      field: `subject${MAX_MATTERS}`,
      message: `Một phiếu tách nhiều nhất thành ${MAX_MATTERS} phiếu.`,
    });
  }
  return further.map((matter, index) => tidied(matter, String(index + 2)));
}

function tidied({ subject, words, category, level }: Matter, place: string): Matter {
  if (!CATEGORIES.includes(category)) {
    throw new DomainError('input-invalid', { field: `category${place}`, message: 'Chọn lĩnh vực.' });
  }
  if (!LEVELS.includes(level)) {
    throw new DomainError('input-invalid', { field: `level${place}`, message: 'Chọn mức độ.' });
  }
  return {
    subject: requireText(`subject${place}`, subject, MATTER_SUBJECT_LENGTHS),
    words: requireText(`words${place}`, words, MATTER_WORDS_LENGTHS),
    category,
    level,
  };
}

/**
 * Whether every paragraph of an excerpt stands in the original as it is, blanks aside. An excerpt that was edited says so on its ticket, so that
 * nobody takes the clerk's words for the citizen's.
 */
export function isFaithful(excerpt: string, original: string): boolean {
  const whole = blanksAside(original);
  return excerpt
    .split('\n')
    .map(blanksAside)
    .filter((paragraph) => paragraph !== '')
    .every((paragraph) => whole.includes(paragraph));
}

function blanksAside(text: string): string {
  return clean(text).replace(/\s+/gu, ' ').trim();
}
