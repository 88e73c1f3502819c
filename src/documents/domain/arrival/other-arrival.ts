import { hasRole, type Actor } from '../../../kernel/actor.js';
import { isCivilDate, type CivilDate } from '../../../kernel/civil-date.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { invalidField, requireTyped, tooLong } from '../../../kernel/typed-text.js';
import { clean } from '../../../kernel/vietnamese.js';
import { numberIn } from '../given-number.js';
import { REGISTER_LENGTHS } from '../register-lengths.js';
import { NO_NUMBER } from '../same-number.js';

/** Room for the parts of its line. */
export const OTHER_ARRIVAL_LENGTHS = {
  number: 9,
  senderName: REGISTER_LENGTHS.agencyName,
  code: REGISTER_LENGTHS.code,
  typeName: REGISTER_LENGTHS.typeName,
  subject: REGISTER_LENGTHS.subject,
  handler: 200,
} as const;

/** An incoming document that the e-office numbered and this system never had, entered so that the register shows every number. */
export interface OtherArrival {
  readonly number: number;
  readonly arrivalDate: CivilDate;
  readonly senderName: string;
  readonly code: string;
  readonly issuedDate: CivilDate;
  readonly typeName: string;
  readonly subject: string;
  readonly handler: string;
}

/** As a clerk types it; `confirmed` is the number that was asked about. */
export type TypedOtherArrival = Readonly<Record<keyof OtherArrival, string>> & { readonly confirmed?: string };

type TextField = 'senderName' | 'typeName' | 'subject' | 'handler';

const ASKED: Readonly<Record<TextField, string>> = {
  senderName: 'Ghi cơ quan ban hành hoặc người viết.',
  typeName: 'Ghi tên loại văn bản: Công văn.',
  subject: 'Ghi trích yếu văn bản.',
  handler: 'Ghi đơn vị, người nhận văn bản.',
};

/** @throws DomainError `forbidden`; `input-invalid` beside the first field that says nothing, or too much */
export function requireOtherArrival(actor: Actor, typed: TypedOtherArrival): OtherArrival {
  if (!hasRole(actor, 'registryClerk')) throw new DomainError('forbidden', { ability: 'enterOtherDocument' });
  const number = numberIn(typed.number.trim());
  if (number === null) throw invalidField('number', 'Ghi số đến bằng chữ số: 513.');
  const said = (field: TextField): string =>
    requireTyped(field, typed[field], { asked: ASKED[field], longest: OTHER_ARRIVAL_LENGTHS[field] });
  const arrivalDate = requireDay('arrivalDate', typed.arrivalDate);
  return {
    number,
    arrivalDate,
    senderName: said('senderName'),
    code: codeOf(typed.code),
    issuedDate: requireIssued(typed.issuedDate, arrivalDate),
    typeName: said('typeName'),
    subject: said('subject'),
    handler: said('handler'),
  };
}

function requireDay(field: 'arrivalDate' | 'issuedDate', text: string): CivilDate {
  if (isCivilDate(text)) return text;
  throw invalidField(field, field === 'arrivalDate' ? 'Ghi ngày đến.' : 'Ghi ngày văn bản.');
}

function requireIssued(text: string, arrivalDate: CivilDate): CivilDate {
  const issuedDate = requireDay('issuedDate', text);
  if (issuedDate > arrivalDate) throw invalidField('issuedDate', 'Ngày văn bản không thể sau ngày đến.');
  return issuedDate;
}

/** What a person writes often bears no number. */
function codeOf(given: string): string {
  const code = clean(given).trim();
  if (code.length > OTHER_ARRIVAL_LENGTHS.code) throw tooLong('code', OTHER_ARRIVAL_LENGTHS.code);
  return code === '' ? NO_NUMBER : code;
}
