import { ROLES } from '../../kernel/actor.js';
import { TEMPORARY_PASSWORD_DAYS } from '../../organisation/domain/sign-in/temporary-password.js';
import { isInForce } from '../../organisation/domain/unit-tree.js';
import type { IssuedPassword, StaffRoleEntity } from '../../organisation/index.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import type { IssuedPasswordView } from '../account/issued-password-page.js';
import type { PersonRoleView, StaffPersonView } from './staff-person-page.js';
import { count } from '../kit/words/numbers.js';
import { periodWords } from '../organisation/organisation-words.js';
import { roleLabel } from '../kit/words/states.js';
import { moment } from '../kit/words/time.js';
import { unitHref } from '../organisation/organisation-view.js';
import type { PersonReading } from '../organisation/organisation-reading.js';
import { personFacts, shortfallsOf } from './person-facts.js';
import { changePersonForm, PEOPLE } from './person-form.js';
import type { RefusedAct } from '../kit/refused-values.js';
import { personHref } from '../organisation/unit-view.js';
import { line } from '../kit/form/field-kinds.js';
import { defineForm, PRESS } from '../kit/form/posted-form.js';

export function staffPersonView(reading: PersonReading, refused: RefusedAct | null): StaffPersonView {
  const { person, unit, mayKeepContacts } = reading;
  const standing = person.active ? '' : ', tài khoản đã ngừng';
  return {
    heading: `${person.honorific} ${person.fullName}`,
    summary: `${person.position}${unit === null ? '' : `, ${unit.name}`}${standing}`,
    unit:
      unit === null ? { href: PEOPLE, label: 'Người dùng và vai trò' } : { href: unitHref(unit.id), label: unit.name },
    shortfalls: mayKeepContacts ? shortfallsOf(reading) : [],
    facts: mayKeepContacts ? personFacts(reading) : [],
    roles: rolesOf(reading, refused),
    ...whatIsDone(reading, refused),
  };
}

/** The acts of an administrator. */
function whatIsDone(
  reading: PersonReading,
  refused: RefusedAct | null,
): Pick<StaffPersonView, 'acts' | 'give' | 'accountHref'> {
  const { person, mayOrganise } = reading;
  if (!mayOrganise) return { acts: [], give: null, accountHref: null };
  const acts = actsOf(reading, refused);
  if (!person.active) return { acts, give: null, accountHref: null };
  return { acts, give: giveForm(reading, refused), accountHref: `/tai-khoan/nguoi/${person.id}` };
}

function rolesOf(reading: PersonReading, refused: RefusedAct | null): readonly PersonRoleView[] {
  const { person, roles } = reading;
  const before = roles.length === 0 ? person.roles : [];
  return [
    ...before.map((role): PersonRoleView => ({
      id: role,
      role: roleLabel(role),
      period: periodWords(null, null),
      standing: 'held',
      written: 'Có từ trước khi ghi ngày',
      end: null,
    })),
    ...roles.toReversed().map((one) => roleView(reading, one, refused)),
  ];
}

/** What is shown once to the person who made the password. */
export function issuedPasswordView(staffId: string, issued: IssuedPassword): IssuedPasswordView {
  const { fullName, username, password, until } = issued;
  return { back: { href: personHref(staffId), label: fullName }, fullName, username, password, until: moment(until) };
}

function actsOf(reading: PersonReading, refused: RefusedAct | null): readonly ActFormView[] {
  const { person, isOneself } = reading;
  const others = isOneself ? [] : [person.active ? stopForm(reading, refused) : resumeForm(reading, refused)];
  const unlock = person.active && reading.lockedAfterDays !== null ? [unlockForm(reading, refused)] : [];
  return [changePersonForm(reading, refused), ...unlock, ...passwordForms(reading, refused), ...others];
}

function passwordForms(
  { person, signIn, isOneself }: PersonReading,
  refused: RefusedAct | null,
): readonly ActFormView[] {
  const countsHere = !signIn.byDirectory || person.roles.includes('administrator');
  if (!person.active || isOneself || !countsHere) return [];
  const frame = {
    id: 'mat-khau-tam',
    label: 'Cấp mật khẩu tạm…',
    submit: 'Cấp mật khẩu tạm',
    action: `${personHref(person.id)}/mat-khau-tam`,
    lead: `Mật khẩu hiện một lần trên trang sau, dùng được ${String(TEMPORARY_PASSWORD_DAYS)} ngày và phải đổi ngay lần đăng nhập đầu. Mật khẩu cũ hết hiệu lực, mọi thiết bị của người này bị đăng xuất.`,
  };
  return [PRESS.draw(frame, refused)];
}

function stopForm({ person, work }: PersonReading, refused: RefusedAct | null): ActFormView {
  const lying = work.map(({ words, count: held }) => `${words.toLowerCase()}: ${count(held)}`).join('; ');
  const frame = {
    id: 'ngung',
    label: 'Ngừng tài khoản…',
    submit: 'Ngừng tài khoản',
    action: `${personHref(person.id)}/ngung`,
    lead: 'Người này bị đăng xuất ở mọi nơi và không vào được nữa. Không xóa gì; cho hoạt động lại được.',
    warning:
      lying === ''
        ? null
        : `Người này còn ${lying}. Cán bộ đầu mối thì bàn giao ở trang Cán bộ đầu mối trước khi ngừng.`,
  };
  return PRESS.draw(frame, refused);
}

function resumeForm({ person }: PersonReading, refused: RefusedAct | null): ActFormView {
  const frame = {
    id: 'mo-lai',
    label: 'Cho hoạt động lại…',
    submit: 'Cho hoạt động lại',
    action: `${personHref(person.id)}/mo-lai`,
    lead: 'Người này vào lại được với các vai trò còn hiệu lực ghi dưới đây.',
  };
  return PRESS.draw(frame, refused);
}

function unlockForm({ person }: PersonReading, refused: RefusedAct | null): ActFormView {
  const frame = {
    id: 'mo-khoa',
    label: 'Mở lại tài khoản bị khóa…',
    submit: 'Mở lại tài khoản',
    action: `${personHref(person.id)}/mo-lai`,
    lead: 'Người này đăng nhập lại được ngay, với mật khẩu và vai trò như trước. Hỏi đúng người trước khi mở.',
  };
  return PRESS.draw(frame, refused);
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

export const giving = defineForm({
  role: line('Vai trò', {
    ...{ kind: 'choice', blank: 'Chọn vai trò' },
    options: ROLES.map((role) => ({ value: role, label: roleLabel(role) })),
  }),
  from: line('Từ ngày', { kind: 'date' }),
  to: line('Đến hết ngày', { kind: 'date', hint: 'Bỏ trống nếu không thời hạn.' }),
});

function giveForm({ person, today }: PersonReading, refused: RefusedAct | null): ActFormView {
  const frame = {
    id: 'vai-tro',
    label: 'Giao vai trò…',
    action: `${personHref(person.id)}/vai-tro`,
    submit: 'Giao vai trò',
    lead: 'Quyền có hiệu lực và hết hiệu lực đúng ngày, không cần đăng nhập lại.',
  };
  return giving.draw(frame, refused, { from: today });
}

export const ending = defineForm({
  to: line('Ngày cuối còn giữ vai trò', { kind: 'date', hint: 'Chọn hôm qua để thu hồi ngay.' }),
});

function endForm(
  { person, today }: PersonReading,
  { id, role }: StaffRoleEntity,
  refused: RefusedAct | null,
): ActFormView {
  const frame = {
    id: `thoi-${id}`,
    label: 'Thu hồi vai trò…',
    action: `${personHref(person.id)}/vai-tro/${id}`,
    submit: `Thu hồi vai trò ${roleLabel(role)}`,
  };
  return ending.draw(frame, refused, { to: today });
}
