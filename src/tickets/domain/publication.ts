import { DomainError } from '../../kernel/domain-error.js';
import { requireCleanText } from '../../privacy/domain/clean-text.js';
import { requireText } from './required-text.js';

/** What the public would read: a text of its own, never the citizen's words. */
export interface PublicText {
  readonly title: string;
  readonly text: string;
}

export interface PublicationRules {
  /** Names that a person has looked at and left: an official's, a school's. */
  readonly left: readonly string[];
  /** Whether children may be recognised in matters of this category. */
  readonly aboutChildren: boolean;
  /** Child and guardian agreed. */
  readonly consent: boolean;
}

/**
 * A text that may be asked to be published: nothing in it leads to a person. Where children may be recognised, names may be left only with consent.
 *
 * @throws DomainError `input-invalid`; `text-names-private` with kinds and places
 *
 * Source: Luật Trẻ em 2016, Điều 21; Luật 91/2025/QH15.
 */
export function requirePublishable({ title, text }: PublicText, rules: PublicationRules): PublicText {
  const clean = {
    title: requireText('title', title, { shortest: 10, longest: 500 }),
    text: requireText('text', text, { shortest: 30, longest: 4000 }),
  };
  const parts = [clean.title, clean.text];
  for (const part of parts) requireCleanText(part, rules.left);
  if (rules.aboutChildren && !rules.consent) requireAnonymous(parts);
  return clean;
}

function requireAnonymous(parts: readonly string[]): void {
  try {
    for (const part of parts) requireCleanText(part);
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'text-names-private') throw error;
    throw new DomainError('input-invalid', {
      field: 'consent',
      message: 'Nội dung liên quan trẻ em còn nêu tên riêng. Bỏ tên riêng, hoặc xác nhận trẻ em và cha mẹ đã đồng ý.',
    });
  }
}
