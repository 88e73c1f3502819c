import { hasRole, type Actor } from '../../kernel/actor.js';
import { isCivilDate, type CivilDate } from '../../kernel/civil-date.js';
import { DomainError } from '../../kernel/domain-error.js';
import { invalidField, requireTyped, tooLong } from '../../kernel/typed-text.js';
import { clean } from '../../kernel/vietnamese.js';
import { numberIn } from './given-number.js';
import { REGISTER_LENGTHS } from './register-lengths.js';

/** Room for the parts of its line that no other document has longer. */
export const OTHER_LENGTHS = {
  number: 9,
  notation: 60,
  typeName: REGISTER_LENGTHS.typeName,
  subject: REGISTER_LENGTHS.subject,
  signerName: 100,
  recipients: 500,
  keeper: 200,
} as const;

/** A document that the e-office numbered and this system never had, entered so that the register shows every number. */
export interface OtherDocument {
  readonly number: number;
  readonly issuedDate: CivilDate;
  readonly notation: string;
  readonly typeName: string;
  readonly subject: string;
  readonly signerName: string;
  readonly recipients: readonly string[];
  readonly keeper: string;
}

/** As a clerk types it; recipients stand between semicolons, and `confirmed` is the number that was asked about. */
export type TypedOtherDocument = Readonly<Record<keyof OtherDocument, string>> & { readonly confirmed?: string };

type TextField = 'notation' | 'typeName' | 'subject' | 'signerName' | 'keeper';

const ASKED: Readonly<Record<TextField, string>> = {
  notation: 'Ghi ký hiệu văn bản: SGDĐT-VP.',
  typeName: 'Ghi tên loại văn bản: Công văn.',
  subject: 'Ghi trích yếu văn bản.',
  signerName: 'Ghi người ký văn bản.',
  keeper: 'Ghi đơn vị, người giữ bản lưu.',
};

/** @throws DomainError `forbidden` */
export function requireEnterOther(actor: Actor): void {
  if (!hasRole(actor, 'registryClerk')) throw new DomainError('forbidden', { ability: 'enterOtherDocument' });
}

/** @throws DomainError `input-invalid` beside the first field that says nothing, or too much */
export function requireOtherDocument(typed: TypedOtherDocument): OtherDocument {
  const number = numberIn(typed.number.trim());
  if (number === null) throw invalidField('number', 'Ghi riêng số, không kèm ký hiệu: 513.');
  if (!isCivilDate(typed.issuedDate)) throw invalidField('issuedDate', 'Ghi ngày văn bản.');
  const said = (field: TextField): string =>
    requireTyped(field, typed[field], { asked: ASKED[field], longest: OTHER_LENGTHS[field] });
  const recipients = requireRecipients(typed.recipients);
  return {
    number,
    issuedDate: typed.issuedDate,
    notation: said('notation'),
    typeName: said('typeName'),
    subject: said('subject'),
    signerName: said('signerName'),
    recipients,
    keeper: said('keeper'),
  };
}

function requireRecipients(given: string): readonly string[] {
  const recipients = clean(given)
    .split(';')
    .flatMap((one) => one.trim() || []);
  if (recipients.length === 0)
    throw invalidField('recipients', 'Ghi ít nhất một nơi nhận; cách nhau bằng dấu chấm phẩy.');
  if (given.length > OTHER_LENGTHS.recipients) throw tooLong('recipients', OTHER_LENGTHS.recipients);
  return recipients;
}
