import { DomainError } from '../../../kernel/domain-error.js';
import { unsettled } from '../../../privacy/domain/clean-text.js';
import { FINDING_WORDS, type Finding } from '../../../privacy/domain/finding.js';
import { findKnown } from '../../../privacy/domain/find-private.js';
import { NOBODY_KNOWN, type KnownPerson } from '../../../privacy/domain/known-person.js';
import { requireText } from '../required-text.js';

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
  /** Who wrote, where an approver asks: nothing known of them may stand, whatever was left. Who asks for it must not be told whether they are named. */
  readonly sender?: KnownPerson;
}

const PARTS = { title: 'Tiêu đề', text: 'Nội dung' } as const;

interface Leak extends Finding {
  readonly part: keyof PublicText;
}

/**
 * A text that may be published: nothing in it leads to a person, and what is approved least of all to the person who wrote. Where children may be recognised, names may be
 * left only with consent.
 *
 * @throws DomainError `input-invalid`; `text-names-private` with kinds, places and a sentence that names them, never with the words
 *
 * Source: Luật Trẻ em 2016, Điều 21; Luật 91/2025/QH15.
 */
export function requirePublishable({ title, text }: PublicText, rules: PublicationRules): PublicText {
  const clean = {
    title: requireText('title', title, { shortest: 10, longest: 500 }),
    text: requireText('text', text, { shortest: 30, longest: 4000 }),
  };
  const leaks = leaksIn(clean, rules);
  if (leaks.length > 0) throw leaking(leaks);
  const needsConsent = rules.aboutChildren && !rules.consent;
  if (needsConsent && leaksIn(clean, { ...rules, left: [] }).length > 0) {
    throw new DomainError('input-invalid', {
      field: 'consent',
      message: 'Nội dung liên quan trẻ em còn nêu tên riêng. Bỏ tên riêng, hoặc xác nhận trẻ em và cha mẹ đã đồng ý.',
    });
  }
  return clean;
}

function leaksIn(clean: PublicText, { left, sender = NOBODY_KNOWN }: PublicationRules): readonly Leak[] {
  return (['title', 'text'] as const).flatMap((part) =>
    [...unsettled(clean[part], left), ...findKnown(clean[part], sender)].map((finding) => ({ ...finding, part })),
  );
}

function leaking(leaks: readonly Leak[]): DomainError {
  const places = leaks.map(
    ({ part, kind, offset, length }) =>
      `${PARTS[part]}, ký tự ${String(offset + 1)} đến ${String(offset + length)}: ${FINDING_WORDS[kind]}`,
  );
  return new DomainError('text-names-private', {
    kinds: [...new Set(leaks.map(({ kind }) => kind))],
    findings: leaks.map(({ part, kind, offset, length }) => ({ part, kind, offset, length })),
    message: `Chưa công khai được vì còn chi tiết riêng. ${[...new Set(places)].join('; ')}. Sửa hoặc che các chỗ này rồi gửi lại.`,
  });
}
