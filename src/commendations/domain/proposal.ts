import { DomainError } from '../../kernel/domain-error.js';
import { findPrivate } from '../../privacy/domain/find-private.js';
import { FINDING_WORDS } from '../../privacy/domain/finding.js';
import { requireText, type TextLengths } from '../../tickets/domain/required-text.js';
import type { Consent, RecipientKind } from './merit.js';

export const PROPOSAL_STATES = ['draft', 'submitted', 'decided', 'dropped'] as const;

export type ProposalState = (typeof PROPOSAL_STATES)[number];

export const PROPOSAL_STATE_WORDS: Readonly<Record<ProposalState, string>> = {
  draft: 'Đang lập',
  submitted: 'Đã trình',
  decided: 'Đã có quyết định',
  dropped: 'Đã bỏ',
};

/** Forms of commendation that the head of a department may give or propose. Source: Luật Thi đua, khen thưởng 06/2022/QH15. */
export const FORMS = ['letter', 'certificate', 'city'] as const;

export type CommendationForm = (typeof FORMS)[number];

export const FORM_WORDS: Readonly<Record<CommendationForm, string>> = {
  letter: 'Thư khen',
  certificate: 'Giấy khen',
  city: 'Bằng khen của Chủ tịch UBND thành phố',
};

const MAX_ABSTRACT_LENGTH = 500;

/** `Về việc khen thưởng tổ chức, cá nhân …`, of a list that is called `Đề nghị khen thưởng tổ chức, cá nhân …`. */
export function decisionAbstract(title: string): string {
  const whom = title.replace(/^(?:Về việc )?(?:đề nghị )?khen thưởng:? /iu, '');
  return `Về việc khen thưởng ${whom}`.slice(0, MAX_ABSTRACT_LENGTH);
}

const BECOMES: Readonly<Record<string, readonly ProposalState[]>> = {
  'to-trinh-khen-thuong': ['draft', 'submitted'],
  'quyet-dinh-khen-thuong': ['submitted', 'decided'],
};

/** Whether a list has come so far that a document of this kind may be begun from it. */
export function mayBecome(kind: string, state: ProposalState): boolean {
  return BECOMES[kind]?.includes(state) ?? false;
}

/** The documents that may be begun from a list in a state. */
export function documentsOf(state: ProposalState): readonly string[] {
  return Object.keys(BECOMES).filter((kind) => mayBecome(kind, state));
}

/** What we say about somebody in lists that many read. */
export interface NamedRecipient {
  readonly recipientKind: RecipientKind;
  readonly consent: Consent;
}

/** Whether the person who wrote may be named in the proposal: only with consent; organisations and staff stand by their own name. */
export function mayBeNamed({ recipientKind, consent }: NamedRecipient): boolean {
  return recipientKind !== 'sender' || consent === 'given';
}

/** How a sender is called where the name may not stand: by the ticket. */
export function namelessSender(code: string): string {
  return `Người phản ánh, phiếu ${code}`;
}

/**
 * Words that stand in a proposal, in which nothing surely leads to a person who wrote.
 *
 * @throws DomainError `input-invalid` at the field
 */
export function requireNameless(field: string, text: string, lengths: TextLengths): string {
  const words = requireText(field, text, lengths);
  const certain = findPrivate(words).filter(({ confidence }) => confidence === 'certain');
  const kinds = [...new Set(certain.map(({ kind }) => FINDING_WORDS[kind]))];
  if (kinds.length === 0) return words;
  const message = `Có thể lộ thông tin riêng: ${kinds.join(', ')}. Viết lại để không nhận ra người nào.`;
  throw new DomainError('input-invalid', { field, message });
}
