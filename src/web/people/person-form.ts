import type { Role } from '../../kernel/actor.js';
import { rolesNeedingCode } from '../../organisation/domain/e-office-code.js';
import { HONORIFICS, MAX_PERSON_LENGTHS } from '../../organisation/domain/person-facts.js';
import { factsMark, typedFacts } from '../../organisation/domain/directory/person-source.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import { roleLabel } from '../kit/words/states.js';
import { ORGANISATION, unitOptions } from '../organisation/organisation-view.js';
import type { PeopleReading, PersonReading } from '../organisation/organisation-reading.js';
import type { RefusedAct } from '../kit/refused-values.js';
import { personHref } from '../organisation/unit-view.js';
import { line } from '../kit/form/field-kinds.js';
import { defineForm } from '../kit/form/posted-form.js';

export const PEOPLE = `${ORGANISATION}/nguoi`;

type Known = Pick<PeopleReading, 'units' | 'initials' | 'today'>;

/** The facts of a person in the order in which they are asked for. */
export const adding = defineForm({
  fullName: line('Họ và tên', { maxLength: MAX_PERSON_LENGTHS.fullName }),
  honorific: line('Danh xưng', {
    kind: 'radios',
    options: HONORIFICS.map((one) => ({ value: one, label: one })),
  }),
  position: line('Chức vụ', { maxLength: MAX_PERSON_LENGTHS.position }),
  unitId: line('Đơn vị', { kind: 'choice', blank: 'Chọn đơn vị' }),
  username: line('Tên tài khoản', {
    hint: 'Dùng để đăng nhập: chữ thường không dấu, số, dấu chấm, gạch. Cơ quan có thư mục thì ghi đúng tên trong thư mục.',
    maxLength: MAX_PERSON_LENGTHS.username,
  }),
  eOfficeCode: line('Mã người dùng trên hệ thống quản lý văn bản', { maxLength: MAX_PERSON_LENGTHS.eOfficeCode }),
  email: line('Thư điện tử', { kind: 'email', maxLength: MAX_PERSON_LENGTHS.email }),
  phone: line('Điện thoại', { kind: 'phone', maxLength: MAX_PERSON_LENGTHS.phone }),
});

/** @param unitId the unit whose page led here; `''` for none */
export function addPersonForm(known: Known, unitId: string, refused: RefusedAct | null): ActFormView {
  const frame = {
    id: 'them',
    label: 'Thêm người…',
    action: PEOPLE,
    submit: 'Thêm người',
    lead: 'Thêm xong thì giao vai trò và cấp cách đăng nhập ở trang của người đó.',
    open: unitId !== '',
  };
  return adding.draw(frame, refused, knownFields(known, unitId));
}

/** The same facts; those that the directory brings are not asked for, nor posted. */
export function changePersonForm(reading: PersonReading, refused: RefusedAct | null): ActFormView {
  const { person, locked } = reading;
  const frame = {
    id: 'thong-tin',
    label: 'Sửa thông tin…',
    action: `${personHref(person.id)}/thong-tin`,
    submit: 'Lưu thông tin',
    lead: leadOf(reading),
    without: locked,
  };
  const facts = typedFacts(person);
  const form = adding.draw(frame, refused, { ...facts, ...knownFields(reading, facts.unitId) });
  return { ...form, fields: [{ kind: 'hidden', name: 'shown', value: factsMark(facts) }, ...form.fields] };
}

function knownFields(known: Known, unitId: string) {
  return {
    unitId: { value: unitId, options: unitOptions(known.units, known.today) },
    eOfficeCode: { hint: codeHint(known.initials) },
  };
}

function leadOf({ locked }: PersonReading): string {
  if (locked.length === 0) return 'Chuyển sang đơn vị khác thì các vai trò ở đơn vị cũ hết ngay hôm nay.';
  const names = locked.map((field) => adding.labels[field]).join(', ');
  return `Thư mục của cơ quan cung cấp: ${names}. Sửa các thông tin ấy ở thư mục rồi đồng bộ nhân sự.`;
}

/** `Lãnh đạo Sở (ký), Văn thư (đóng dấu)`: who is of no use to a letter without the code. */
export function codeHint(initials: readonly Role[]): string {
  const acts: Partial<Record<Role, string>> = { leader: 'ký', registryClerk: 'đóng dấu cơ quan' };
  const needing = rolesNeedingCode(initials).map((role) => `${roleLabel(role)} (${acts[role] ?? 'ký nháy'})`);
  return `Tên hoặc mã mà hệ thống quản lý văn bản (QLVB) nhận ra người này. Cần có với: ${needing.join(', ')}.`;
}
