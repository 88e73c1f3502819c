/**
 * Every refusal the rules can give. Its HTTP status and its Vietnamese wording each stand in one table by this code
 * (src/platform/http/problem-status.ts, src/platform/http/wording.ts); a code without them does not compile.
 */
export const DOMAIN_ERROR_CODES = [
  'not-found',
  'forbidden',
  'proof-needed',
  'tried-too-often',
  'directory-away',
  'second-factor-owed',
  'substitution-ended',
  'input-invalid',
  'changed-meanwhile',
  'deadline-calendar-missing',
  'deadline-limit-invalid',
  'deadline-pause-invalid',
  'calendar-flawed',
  'calendar-unchanged',
  'policy-missing',
  'policy-flawed',
  'house-flawed',
  'file-plan-flawed',
  'authority-flawed',
  'signing-not-allowed',
  'file-act-barred',
  'report-act-barred',
  'file-export-flawed',
  'ticket-transition-refused',
  'ticket-act-barred',
  'ticket-unit-has-no-officer',
  'ticket-identity-withheld',
  'text-names-private',
  'text-held-back',
  'draft-transition-refused',
  'draft-approval-missing',
  'draft-approver-same-person',
  'draft-in-word',
  'letter-under-way',
  'template-unknown',
  'template-field-unknown',
  'template-field-missing',
  'template-broken',
  'template-flawed',
  'template-in-use',
  'template-timeout',
  'pdf-unavailable',
  'pdf-place-missing',
  'signature-transition-refused',
  'signature-not-valid',
  'proof-not-overridable',
  'number-already-taken',
  'trust-flawed',
  'trust-same-person',
  'print-too-long',
  'register-closed',
  'register-copies-open',
  'register-letters-open',
  'register-not-whole',
  'register-year-running',
  'document-not-sealed',
  'document-not-released',
  'document-recalled',
  'pdf-not-copyable',
  'message-unreadable',
  'message-changed-content',
  'event-replayed',
  'directory-off',
  'directory-plan-changed',
  'directory-needs-approval',
  'saved-search-name-taken',
  'saved-search-too-many',
  'idempotency-key-missing',
  'idempotency-key-reused',
] as const;

export type DomainErrorCode = (typeof DOMAIN_ERROR_CODES)[number];

/** A refusal by a rule, with the facts its wording needs. Never holds a citizen's name, phone or text. */
export class DomainError extends Error {
  constructor(
    readonly code: DomainErrorCode,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(`${code} ${JSON.stringify(details)}`);
    this.name = 'DomainError';
  }
}
