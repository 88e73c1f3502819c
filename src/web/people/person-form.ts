import type { Role } from '../../kernel/actor.js';
import { rolesNeedingCode } from '../../organisation/domain/e-office-code.js';
import {
  HONORIFICS,
  MAX_PERSON_LENGTHS,
  PERSON_FIELDS,
  type PersonField,
  type TypedPerson,
} from '../../organisation/domain/person-facts.js';
import { factsMark, typedFacts } from '../../organisation/domain/directory/person-source.js';
import type { ActField, ActFormView } from '../kit/act-form.js';
import { roleLabel } from '../kit/words/states.js';
import { formOf, ORGANISATION, unitOptions } from '../organisation/organisation-view.js';
import type { PeopleReading, PersonReading } from '../organisation/organisation-reading.js';
import { refusedValues, type RefusedAct, type RefusedValues } from '../kit/refused-values.js';
import { personHref } from '../organisation/unit-view.js';

export const PEOPLE = `${ORGANISATION}/nguoi`;

/** What each fact of a person is called. */
export const PERSON_FIELD_LABELS: Readonly<Record<PersonField, string>> = {
  fullName: 'Họ và tên',
  honorific: 'Danh xưng',
  position: 'Chức vụ',
  unitId: 'Đơn vị',
  username: 'Tên tài khoản',
  eOfficeCode: 'Mã người dùng trên hệ thống quản lý văn bản',
  email: 'Thư điện tử',
  phone: 'Điện thoại',
};

const NOTHING: TypedPerson = {
  fullName: '',
  honorific: '',
  position: '',
  unitId: '',
  username: '',
  eOfficeCode: '',
  email: '',
  phone: '',
};

type Known = Pick<PeopleReading, 'units' | 'initials' | 'today'>;

/** @param unitId the unit whose page led here; `''` for none */
export function addPersonForm(known: Known, unitId: string, refused: RefusedAct | null): ActFormView {
  const posted = refusedValues(refused, PEOPLE);
  const form = formOf(
    {
      id: 'them',
      label: 'Thêm người…',
      action: PEOPLE,
      submit: 'Thêm người',
      lead: 'Thêm xong thì giao vai trò và cấp cách đăng nhập ở trang của người đó.',
      fields: fieldsOf(PERSON_FIELDS, { ...NOTHING, unitId }, known, posted),
    },
    posted,
  );
  return { ...form, open: form.open === true || unitId !== '' };
}

export function changePersonForm(reading: PersonReading, refused: RefusedAct | null): ActFormView {
  const { person, locked } = reading;
  const action = `${personHref(person.id)}/thong-tin`;
  const posted = refusedValues(refused, action);
  const facts = typedFacts(person);
  const ours = PERSON_FIELDS.filter((field) => !locked.includes(field));
  return formOf(
    {
      id: 'thong-tin',
      label: 'Sửa thông tin…',
      action,
      submit: 'Lưu thông tin',
      lead: leadOf(reading),
      fields: [{ kind: 'hidden', name: 'shown', value: factsMark(facts) }, ...fieldsOf(ours, facts, reading, posted)],
    },
    posted,
  );
}

function leadOf({ locked }: PersonReading): string {
  if (locked.length === 0) return 'Chuyển sang đơn vị khác thì các vai trò ở đơn vị cũ hết ngay hôm nay.';
  const names = locked.map((field) => PERSON_FIELD_LABELS[field]).join(', ');
  return `Thư mục của cơ quan cung cấp: ${names}. Sửa các thông tin ấy ở thư mục rồi đồng bộ nhân sự.`;
}

/** `Lãnh đạo Sở (ký), Văn thư (đóng dấu)`: who is of no use to a letter without the code. */
export function codeHint(initials: readonly Role[]): string {
  const acts: Partial<Record<Role, string>> = { leader: 'ký', registryClerk: 'đóng dấu cơ quan' };
  const needing = rolesNeedingCode(initials).map((role) => `${roleLabel(role)} (${acts[role] ?? 'ký nháy'})`);
  return `Tên hoặc mã mà hệ thống quản lý văn bản (QLVB) nhận ra người này. Cần có với: ${needing.join(', ')}.`;
}

function fieldsOf(
  fields: readonly PersonField[],
  facts: TypedPerson,
  known: Known,
  posted: RefusedValues,
): readonly ActField[] {
  return fields.map((field) => fieldOf(field, posted.value(field) ?? facts[field], known));
}

function fieldOf(name: PersonField, value: string, known: Known): ActField {
  const base = { name, label: PERSON_FIELD_LABELS[name], value };
  switch (name) {
    case 'honorific':
      return { ...base, kind: 'radios', options: HONORIFICS.map((one) => ({ value: one, label: one })) };
    case 'unitId':
      return { ...base, kind: 'choice', options: unitOptions(known.units, known.today) };
    case 'email':
    case 'phone':
      return { ...base, kind: name, maxLength: MAX_PERSON_LENGTHS[name] };
    case 'eOfficeCode':
      return { ...base, kind: 'text', hint: codeHint(known.initials), maxLength: MAX_PERSON_LENGTHS[name] };
    case 'username':
      return { ...base, kind: 'text', hint: USERNAME_HINT, maxLength: MAX_PERSON_LENGTHS[name] };
    case 'fullName':
    case 'position':
      return { ...base, kind: 'text', maxLength: MAX_PERSON_LENGTHS[name] };
  }
}

const USERNAME_HINT =
  'Dùng để đăng nhập: chữ thường không dấu, số, dấu chấm, gạch. Cơ quan có thư mục thì ghi đúng tên trong thư mục.';
