import { isCivilDate, type CivilDate } from '../../kernel/civil-date.js';
import { isPhone, PHONE_WANTED } from '../../kernel/phone.js';
import { fold } from '../../kernel/vietnamese.js';
import { flaw } from '../../law/flaw.js';
import type { Flaw } from '../../law/policy-draft.js';
import { UNIT_KINDS, type UnitKind } from './functions.js';
import { whyNotUnder, type TreeUnit } from './unit-tree.js';

/** Where a unit is found; empty where nothing is known. */
export interface UnitContacts {
  readonly address: string;
  readonly website: string;
  readonly email: string;
  readonly phone: string;
}

/** A unit as somebody has written it. */
export interface UnitDraft extends UnitContacts {
  readonly code: string;
  readonly name: string;
  readonly symbol: string;
  readonly kind: string;
  /** `''` for a unit that stands under none. */
  readonly parentId: string;
  /** First day, as typed. */
  readonly validFrom: string;
}

export const MAX_LENGTH = {
  code: 30,
  name: 200,
  symbol: 30,
  address: 300,
  website: 200,
  email: 100,
  phone: 30,
} as const;

const CODE = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u;
const EMAIL = /^[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/u;

export function isEmail(text: string): boolean {
  return EMAIL.test(text);
}

export function isUnitKind(text: string): text is UnitKind {
  return UNIT_KINDS.some((kind) => kind === text);
}

/** What keeps a new unit from being written down; empty when nothing does. */
export function newUnitFlaws(draft: UnitDraft, units: readonly TreeUnit[]): readonly Flaw[] {
  return [
    ...codeFlaws(draft.code, units),
    ...nameFlaws(draft),
    ...kindFlaws(draft.kind),
    ...flaw('validFrom', !isCivilDate(draft.validFrom), 'Ghi ngày bắt đầu hoạt động.'),
    ...parentFlaws({ ...draft, id: null }, units),
    ...contactFlaws(draft),
  ];
}

/** What keeps a unit from being moved or taken for another kind, from today on. */
export function placeFlaws(
  given: { readonly id: string; readonly kind: string; readonly parentId: string },
  units: readonly TreeUnit[],
  today: CivilDate,
): readonly Flaw[] {
  return [...kindFlaws(given.kind), ...parentFlaws({ ...given, validFrom: today }, units)];
}

/** What keeps a unit from being called otherwise from a day on. @param taken days from which a name is written already */
export function renamingFlaws(
  given: { readonly name: string; readonly symbol: string; readonly from: string },
  { validFrom }: Pick<TreeUnit, 'validFrom'>,
  taken: readonly (CivilDate | null)[],
): readonly Flaw[] {
  return [
    ...nameFlaws(given),
    ...flaw('from', !isCivilDate(given.from), 'Ghi ngày bắt đầu dùng tên mới.'),
    ...flaw('from', isTaken(given.from, taken), 'Ngày này đã có một lần đổi tên; chọn ngày khác.'),
    ...flaw(
      'from',
      validFrom !== null && given.from <= validFrom,
      'Ngày đổi tên phải sau ngày đơn vị bắt đầu hoạt động.',
    ),
  ];
}

export function contactFlaws({ address, website, email, phone }: UnitContacts): readonly Flaw[] {
  return [
    ...tooLong('address', address, 'Địa chỉ'),
    ...tooLong('website', website, 'Trang thông tin'),
    ...flaw('website', website !== '' && !isWebAddress(website), 'Ghi địa chỉ trang như https://thptnuivoi.edu.vn.'),
    ...tooLong('email', email, 'Thư điện tử'),
    ...flaw('email', email !== '' && !isEmail(email), 'Thư điện tử chưa đúng dạng ten@coquan.vn.'),
    ...tooLong('phone', phone, 'Điện thoại'),
    ...flaw('phone', phone !== '' && !isPhone(phone), PHONE_WANTED),
  ];
}

function isTaken(from: string, taken: readonly (CivilDate | null)[]): boolean {
  return taken.some((day) => day === from);
}

function codeFlaws(code: string, units: readonly TreeUnit[]): readonly Flaw[] {
  const same = units.find((unit) => fold(unit.code) === fold(code));
  return [
    ...flaw('code', !CODE.test(code), 'Mã gồm chữ, số, dấu chấm, gạch; không có dấu cách.'),
    ...tooLong('code', code, 'Mã'),
    ...flaw('code', same !== undefined, `Mã này đã dùng cho ${same?.name ?? ''}.`),
  ];
}

function nameFlaws({ name, symbol }: { readonly name: string; readonly symbol: string }): readonly Flaw[] {
  return [
    ...flaw('name', name === '', 'Ghi tên đơn vị.'),
    ...tooLong('name', name, 'Tên'),
    ...flaw('symbol', symbol === '', 'Ghi ký hiệu dùng trong số văn bản, như GDTrH.'),
    ...tooLong('symbol', symbol, 'Ký hiệu'),
  ];
}

function kindFlaws(kind: string): readonly Flaw[] {
  return flaw('kind', !isUnitKind(kind), 'Chọn loại đơn vị.');
}

function parentFlaws(
  { id, parentId, validFrom }: { readonly id: string | null; readonly parentId: string; readonly validFrom: string },
  units: readonly TreeUnit[],
): readonly Flaw[] {
  if (parentId === '' || !isCivilDate(validFrom)) return [];
  const why = whyNotUnder(units, { id, parentId, from: validFrom });
  return flaw('parentId', why !== null, why ?? '');
}

function tooLong(field: keyof typeof MAX_LENGTH, text: string, what: string): readonly Flaw[] {
  return flaw(field, text.length > MAX_LENGTH[field], `${what} dài quá ${MAX_LENGTH[field]} ký tự.`);
}

function isWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, hostname } = new URL(text);
  return (protocol === 'https:' || protocol === 'http:') && username === '' && hostname.includes('.');
}
