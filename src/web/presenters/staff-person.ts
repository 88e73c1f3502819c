import { ROLES, type Role } from '../../kernel/actor.js';
import { rolesWithoutCode } from '../../organisation/domain/e-office-code.js';
import { PERSON_FIELDS, type PersonField } from '../../organisation/domain/person-facts.js';
import { typedFacts } from '../../organisation/domain/person-source.js';
import { isExpired, isTemporary, TEMPORARY_PASSWORD_DAYS } from '../../organisation/domain/temporary-password.js';
import { isInForce } from '../../organisation/domain/unit-tree.js';
import type { IssuedPassword, StaffRoleEntity } from '../../organisation/index.js';
import type { ActFormView } from '../components/act-form.js';
import type { Fact } from '../components/facts.js';
import type { IssuedPasswordView } from '../views/issued-password-page.js';
import type { PersonRoleView, ShortfallView, StaffPersonView } from '../views/staff-person-page.js';
import { count } from '../wording/numbers.js';
import { periodWords } from '../wording/organisation.js';
import { roleLabel } from '../wording/states.js';
import { moment } from '../wording/time.js';
import { formOf, unitHref } from './organisation.js';
import type { PersonReading } from './organisation-reading.js';
import { changePersonForm, PEOPLE, PERSON_FIELD_LABELS } from './person-form.js';
import { refusedValues, type RefusedAct } from './refused-values.js';
import { personHref } from './unit.js';

export function staffPersonView(reading: PersonReading, refused: RefusedAct | null): StaffPersonView {
  const { person, unit, roles, mayOrganise } = reading;
  const standing = person.active ? '' : ', tài khoản đã ngừng';
  const before = roles.length === 0 ? person.roles : [];
  return {
    heading: `${person.honorific} ${person.fullName}`,
    summary: `${person.position}${unit === null ? '' : `, ${unit.name}`}${standing}`,
    unit: unit === null ? { href: PEOPLE, label: 'Người' } : { href: unitHref(unit.id), label: unit.name },
    shortfalls: reading.mayKeepContacts ? shortfallsOf(reading) : [],
    facts: reading.mayKeepContacts ? factsOf(reading) : [],
    acts: mayOrganise ? actsOf(reading, refused) : [],
    roles: [
      ...before.map((role): PersonRoleView => ({
        ...{ id: role, role: roleLabel(role), period: periodWords(null, null) },
        ...{ standing: 'held', written: 'Có từ trước khi ghi ngày', end: null },
      })),
      ...roles.toReversed().map((one) => roleView(reading, one, refused)),
    ],
    give: mayOrganise && person.active ? giveForm(reading, refused) : null,
    accountHref: mayOrganise && person.active ? `/tai-khoan/nguoi/${person.id}` : null,
  };
}

/** What is shown once to whoever made the password. */
export function issuedPasswordView(staffId: string, issued: IssuedPassword): IssuedPasswordView {
  const { fullName, username, password, until } = issued;
  return { back: { href: personHref(staffId), label: fullName }, fullName, username, password, until: moment(until) };
}

/** What a role of today wants and is not there yet, with where it is entered. */
function shortfallsOf({ person, initials, signIn, hasAuthority }: PersonReading): readonly ShortfallView[] {
  if (!person.active) return [];
  const lacking = rolesWithoutCode(person, initials);
  const signs = person.roles.includes('leader') && !hasAuthority;
  return [
    ...(lacking.length === 0 ? [] : [{ words: codeWords(lacking), step: null }]),
    ...(signs ? [NO_AUTHORITY] : []),
    ...(signIn.byDirectory || person.passwordHash !== null ? [] : [NO_PASSWORD]),
  ];
}

const NO_AUTHORITY: ShortfallView = {
  words: 'Chưa có thẩm quyền ký nên chưa được chọn làm người ký.',
  step: { href: '/tham-quyen-ky', label: 'Ghi ở trang Thẩm quyền ký' },
};

const NO_PASSWORD: ShortfallView = { words: 'Chưa đăng nhập được: cấp mật khẩu tạm cho người này.', step: null };

function codeWords(lacking: readonly Role[]): string {
  const what = lacking.includes('leader')
    ? 'văn bản chưa trình ký được cho người này'
    : 'e-office chưa nhận ra người này khi ký nháy, đóng dấu';
  return `Chưa có mã người dùng trên e-office (cần cho vai trò ${lacking.map(roleLabel).join(', ')}): ${what}.`;
}

const SHOWN: readonly PersonField[] = PERSON_FIELDS.filter(
  (field) => !['fullName', 'honorific', 'position', 'unitId'].includes(field),
);

function factsOf(reading: PersonReading): readonly Fact[] {
  const facts = typedFacts(reading.person);
  return [
    ...SHOWN.map((field) => ({
      label: PERSON_FIELD_LABELS[field],
      value: `${facts[field] === '' ? 'Chưa ghi' : facts[field]}${sourceWords(reading, field)}`,
    })),
    { label: 'Đăng nhập', value: signInWords(reading) },
    ...(reading.person.directoryId === null ? [] : [{ label: 'Nguồn', value: originWords(reading) }]),
  ];
}

function sourceWords({ locked }: PersonReading, field: PersonField): string {
  return locked.includes(field) ? ' (theo thư mục)' : '';
}

function originWords({ person: { directorySeenAt }, locked }: PersonReading): string {
  const names = locked.map((field) => PERSON_FIELD_LABELS[field]).join(', ');
  const at = directorySeenAt === null ? '' : `, ghi lần cuối ${moment(directorySeenAt)}`;
  return `Thư mục của cơ quan: ${names}${at}`;
}

function signInWords({ person, signIn }: PersonReading): string {
  if (!person.active) return 'Đã ngừng';
  if (signIn.byDirectory && !person.roles.includes('administrator')) return 'Bằng tài khoản của cơ quan';
  const { passwordHash, passwordUntil } = person;
  if (passwordHash === null)
    return signIn.byDirectory ? 'Bằng tài khoản của cơ quan' : 'Chưa có mật khẩu, chưa đăng nhập được';
  if (isExpired(passwordUntil, signIn.now)) return 'Mật khẩu tạm đã hết hạn; cấp lại';
  return isTemporary(passwordUntil)
    ? `Mật khẩu tạm, dùng đến ${moment(passwordUntil)}`
    : 'Mật khẩu giữ tại phần mềm này';
}

function actsOf(reading: PersonReading, refused: RefusedAct | null): readonly ActFormView[] {
  const { person, isOneself } = reading;
  const others = isOneself ? [] : [person.active ? stopForm(reading) : resumeForm(reading)];
  return [changePersonForm(reading, refused), ...passwordForms(reading), ...others];
}

function passwordForms({ person, signIn, isOneself }: PersonReading): readonly ActFormView[] {
  const countsHere = !signIn.byDirectory || person.roles.includes('administrator');
  if (!person.active || isOneself || !countsHere) return [];
  return [
    {
      ...{ id: 'mat-khau-tam', label: 'Cấp mật khẩu tạm…', submit: 'Cấp mật khẩu tạm' },
      action: `${personHref(person.id)}/mat-khau-tam`,
      lead: `Mật khẩu hiện một lần trên trang sau, dùng được ${String(TEMPORARY_PASSWORD_DAYS)} ngày và phải đổi ngay lần đăng nhập đầu. Mật khẩu cũ hết hiệu lực, mọi thiết bị của người này bị đăng xuất.`,
      fields: [],
    },
  ];
}

function stopForm({ person, work }: PersonReading): ActFormView {
  const lying = work.map(({ words, count: held }) => `${words.toLowerCase()}: ${count(held)}`).join('; ');
  return {
    ...{ id: 'ngung', label: 'Ngừng tài khoản…', submit: 'Ngừng tài khoản' },
    action: `${personHref(person.id)}/ngung`,
    lead: 'Người này bị đăng xuất ở mọi nơi và không vào được nữa. Không xóa gì; cho hoạt động lại được.',
    warning:
      lying === ''
        ? null
        : `Người này còn ${lying}. Cán bộ đầu mối thì bàn giao ở trang Cán bộ đầu mối trước khi ngừng.`,
    fields: [],
  };
}

function resumeForm({ person }: PersonReading): ActFormView {
  return {
    ...{ id: 'mo-lai', label: 'Cho hoạt động lại…', submit: 'Cho hoạt động lại' },
    action: `${personHref(person.id)}/mo-lai`,
    lead: 'Người này vào lại được với các vai trò còn hiệu lực ghi dưới đây.',
    fields: [],
  };
}

function roleView(reading: PersonReading, one: StaffRoleEntity, refused: RefusedAct | null): PersonRoleView {
  const { today, mayOrganise } = reading;
  const held = isInForce(one, today);
  const isOver = one.validTo !== null && one.validTo < today;
  return {
    id: one.id,
    role: roleLabel(one.role),
    period: periodWords(one.validFrom, one.validTo),
    standing: held ? 'held' : isOver ? 'over' : 'coming',
    written: one.grantedBy === '' ? 'Có từ trước khi ghi ngày' : `${one.grantedBy}, ${moment(one.grantedAt)}`,
    end: mayOrganise && !isOver ? endForm(reading, one, refused) : null,
  };
}

function giveForm({ person, today }: PersonReading, refused: RefusedAct | null): ActFormView {
  const action = `${personHref(person.id)}/vai-tro`;
  const posted = refusedValues(refused, action);
  return formOf(
    {
      ...{ id: 'vai-tro', label: 'Giao vai trò…', action, submit: 'Giao vai trò' },
      lead: 'Quyền có hiệu lực và hết hiệu lực đúng ngày, không cần đăng nhập lại.',
      fields: [
        {
          ...{ kind: 'choice', name: 'role', label: 'Vai trò', value: posted.value('role') ?? '' },
          options: [
            { value: '', label: 'Chọn vai trò' },
            ...ROLES.map((role) => ({ value: role, label: roleLabel(role) })),
          ],
        },
        { kind: 'date', name: 'from', label: 'Từ ngày', value: posted.value('from') ?? today },
        {
          ...{ kind: 'date', name: 'to', label: 'Đến hết ngày', hint: 'Bỏ trống nếu không thời hạn.' },
          value: posted.value('to') ?? '',
        },
      ],
    },
    posted,
  );
}

function endForm(
  { person, today }: PersonReading,
  { id, role }: StaffRoleEntity,
  refused: RefusedAct | null,
): ActFormView {
  const action = `${personHref(person.id)}/vai-tro/${id}`;
  const posted = refusedValues(refused, action);
  return formOf(
    {
      ...{ id: `thoi-${id}`, label: 'Thôi vai trò…', action, submit: `Thôi vai trò ${roleLabel(role)}` },
      fields: [
        {
          ...{ kind: 'date', name: 'to', label: 'Ngày cuối còn giữ vai trò' },
          ...{ hint: 'Chọn hôm qua để thôi ngay.', value: posted.value('to') ?? today },
        },
      ],
    },
    posted,
  );
}
