import type { CivilDate } from '../../kernel/civil-date.js';
import { isPhone, PHONE_WANTED } from '../../kernel/phone.js';
import { clean } from '../../kernel/vietnamese.js';
import { flaw } from '../../law/flaw.js';
import type { Flaw } from '../../law/policy-draft.js';
import { MAX_LENGTH as MAX_UNIT_LENGTHS, isEmail } from './unit-flaws.js';
import type { TreeUnit } from './unit-tree.js';

/** What is entered of a person, in the order of the form. */
export const PERSON_FIELDS = [
  'fullName',
  'honorific',
  'position',
  'unitId',
  'username',
  'eOfficeCode',
  'email',
  'phone',
] as const;

export type PersonField = (typeof PERSON_FIELDS)[number];

/** A person as somebody has typed one; `''` where nothing was typed. */
export type TypedPerson = Readonly<Record<PersonField, string>>;

/** Widths of the columns, in characters. */
export const MAX_PERSON_LENGTHS = {
  fullName: 100,
  position: 100,
  username: 60,
  eOfficeCode: 60,
  email: MAX_UNIT_LENGTHS.email,
  phone: 20,
} as const;

export const HONORIFICS = ['Ông', 'Bà'] as const;

export type Honorific = (typeof HONORIFICS)[number];

/** What must be known to judge the facts of one person. The person's own name and code are left out. */
export interface KnownPeople {
  readonly units: readonly Pick<TreeUnit, 'id' | 'name' | 'validTo'>[];
  readonly today: CivilDate;
  /** Full names by user name, also of people who left: a user name is never given twice. */
  readonly usernames: ReadonlyMap<string, string>;
  /** Full names of those who work here, by their code in the e-office as `codeKey` writes it. */
  readonly codes: ReadonlyMap<string, string>;
}

const NAME = /^\p{L}[\p{L}\p{M} .'’-]*$/u;
const USERNAME = /^[a-z0-9][a-z0-9._-]{2,59}$/u;
/** Products name their users by short names, numbers, addresses or paths; none has blanks. */
const CODE = /^[A-Za-z0-9][A-Za-z0-9._@:/\\+-]*$/u;

export function isHonorific(text: string): text is Honorific {
  return HONORIFICS.some((one) => one === text);
}

/** Whether an account that is kept here may have that name. */
export function isUsername(text: string): boolean {
  return USERNAME.test(text);
}

/** Whether a product may name a user so. */
export function isCode(text: string): boolean {
  return CODE.test(text);
}

/** Codes that differ in capitals alone count as one. */
export function codeKey(code: string): string {
  return code.toLowerCase();
}

/** The same facts in NFC, without blanks around or doubled; the user name in small letters. Every door that takes a person calls this. */
export function tidyPerson(typed: TypedPerson): TypedPerson {
  const tidy = (field: PersonField): string => clean(typed[field]).replace(/\s+/gu, ' ').trim();
  return {
    fullName: tidy('fullName'),
    honorific: tidy('honorific'),
    position: tidy('position'),
    unitId: typed.unitId.trim(),
    username: tidy('username').toLowerCase(),
    eOfficeCode: tidy('eOfficeCode'),
    email: tidy('email'),
    phone: tidy('phone'),
  };
}

/**
 * What is wrong with the facts of one person, field by field in the order of the form; empty when they may be written down.
 *
 * @param person as `tidyPerson` gives it
 */
export function personIssues(person: TypedPerson, known: KnownPeople): readonly Flaw[] {
  return [
    ...fullNameIssues(person.fullName),
    ...flaw('honorific', !isHonorific(person.honorific), 'Chọn Ông hoặc Bà.'),
    ...flaw('position', person.position === '', 'Ghi chức vụ, như Chuyên viên.'),
    ...tooLong('position', person.position, 'Chức vụ'),
    ...unitIssues(person.unitId, known),
    ...usernameIssues(person.username, known),
    ...codeIssues(person.eOfficeCode, known),
    ...tooLong('email', person.email, 'Thư điện tử'),
    ...flaw('email', person.email !== '' && !isEmail(person.email), 'Thư điện tử chưa đúng dạng ten@coquan.vn.'),
    ...tooLong('phone', person.phone, 'Điện thoại'),
    ...flaw('phone', person.phone !== '' && !isPhone(person.phone), PHONE_WANTED),
  ];
}

function fullNameIssues(fullName: string): readonly Flaw[] {
  return [
    ...flaw('fullName', fullName === '', 'Ghi họ và tên.'),
    ...flaw(
      'fullName',
      fullName !== '' && !NAME.test(fullName),
      'Họ và tên chỉ gồm chữ cái, dấu cách, dấu chấm, dấu nháy và gạch nối.',
    ),
    ...tooLong('fullName', fullName, 'Họ và tên'),
  ];
}

function unitIssues(unitId: string, { units, today }: KnownPeople): readonly Flaw[] {
  const unit = units.find(({ id }) => id === unitId);
  if (unit === undefined) return flaw('unitId', true, 'Chọn đơn vị trong danh sách.');
  const isOver = unit.validTo !== null && unit.validTo < today;
  return flaw('unitId', isOver, `${unit.name} đã ngừng hoạt động; chọn đơn vị khác.`);
}

function usernameIssues(username: string, { usernames }: KnownPeople): readonly Flaw[] {
  const holder = usernames.get(username);
  return [
    ...flaw(
      'username',
      !isUsername(username),
      'Tên tài khoản gồm từ 3 đến 60 chữ thường không dấu, số, dấu chấm hoặc gạch, bắt đầu bằng chữ hoặc số.',
    ),
    ...flaw(
      'username',
      holder !== undefined,
      `Tên tài khoản này là của ${holder ?? ''}, kể cả khi người đó đã nghỉ; chọn tên khác.`,
    ),
  ];
}

function codeIssues(code: string, { codes }: KnownPeople): readonly Flaw[] {
  if (code === '') return [];
  const holder = codes.get(codeKey(code));
  return [
    ...flaw(
      'eOfficeCode',
      !isCode(code),
      'Mã người dùng không có dấu cách và chữ có dấu; chép đúng mã trên hệ thống quản lý văn bản.',
    ),
    ...tooLong('eOfficeCode', code, 'Mã người dùng trên hệ thống quản lý văn bản'),
    ...flaw('eOfficeCode', holder !== undefined, `Mã này đang là của ${holder ?? ''}; mỗi người một mã.`),
  ];
}

function tooLong(field: keyof typeof MAX_PERSON_LENGTHS, text: string, what: string): readonly Flaw[] {
  const most = MAX_PERSON_LENGTHS[field];
  return flaw(field, text.length > most, `${what} dài quá ${String(most)} ký tự.`);
}
