import { REGISTER_LENGTHS } from '../../../documents/domain/register-lengths.js';
import { hasRole, type Actor } from '../../../kernel/actor.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { clean } from '../../../kernel/vietnamese.js';
import { requireText } from '../required-text.js';

/** What the clerk says of a letter that left before a restore; its number, date, signer and seal are read from the file. */
export interface SaidOfLetter {
  readonly typeName: string;
  readonly subject: string;
  /** One a line; may be empty. */
  readonly recipients: string;
  /** Of the ticket that it answered; empty where it answered none. */
  readonly ticketCode: string;
}

const MAX_RECIPIENTS = 100;
const MAX_RECIPIENT_LENGTH = 200;

/** Whether this person may bring a letter back into the register. */
export function mayRecoverLetter(actor: Actor): boolean {
  return hasRole(actor, 'registryClerk');
}

/** @throws DomainError `forbidden` */
export function requireRecovers(actor: Actor): void {
  if (!mayRecoverLetter(actor)) throw new DomainError('forbidden', { ability: 'recoverLetter' });
}

/** @throws DomainError `input-invalid` beside the field */
export function recoveredWords(said: SaidOfLetter): {
  readonly typeName: string;
  readonly subject: string;
  readonly recipients: readonly string[];
} {
  return {
    typeName: requireText('typeName', said.typeName, { shortest: 2, longest: REGISTER_LENGTHS.typeName }),
    subject: requireText('subject', said.subject, { shortest: 5, longest: REGISTER_LENGTHS.subject }),
    recipients: recipientsOf(said.recipients),
  };
}

function recipientsOf(text: string): readonly string[] {
  const lines = text.split(/\r?\n|;/u).map((line) => clean(line).trim());
  const named = lines.filter((line) => line !== '');
  if (named.length <= MAX_RECIPIENTS && named.every(({ length }) => length <= MAX_RECIPIENT_LENGTH)) return named;
  const message = `Ghi nhiều nhất ${String(MAX_RECIPIENTS)} nơi nhận, mỗi nơi nhiều nhất ${String(MAX_RECIPIENT_LENGTH)} ký tự.`;
  throw new DomainError('input-invalid', { field: 'recipients', message });
}
