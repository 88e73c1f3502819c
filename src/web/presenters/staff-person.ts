import { ROLES } from '../../kernel/actor.js';
import { isInForce } from '../../organisation/domain/unit-tree.js';
import type { StaffRoleEntity } from '../../organisation/index.js';
import type { ActFormView } from '../components/act-form.js';
import type { PersonRoleView, StaffPersonView } from '../views/staff-person-page.js';
import { periodWords } from '../wording/organisation.js';
import { roleLabel } from '../wording/states.js';
import { moment } from '../wording/time.js';
import { formOf, ORGANISATION, unitHref } from './organisation.js';
import type { PersonReading } from './organisation-reading.js';
import { refusedValues, type RefusedAct } from './refused-values.js';
import { personHref } from './unit.js';

export function staffPersonView(reading: PersonReading, refused: RefusedAct | null): StaffPersonView {
  const { person, unit, roles, mayOrganise } = reading;
  const standing = person.active ? '' : ', tài khoản đã khóa';
  const before = roles.length === 0 ? person.roles : [];
  return {
    heading: `${person.honorific} ${person.fullName}`,
    summary: `${person.position}${unit === null ? '' : `, ${unit.name}`}${standing}`,
    unit: unit === null ? { href: ORGANISATION, label: 'Tổ chức' } : { href: unitHref(unit.id), label: unit.name },
    roles: [
      ...before.map((role): PersonRoleView => ({
        ...{ id: role, role: roleLabel(role), period: periodWords(null, null) },
        ...{ standing: 'held', written: 'Có từ trước khi ghi ngày', end: null },
      })),
      ...roles.toReversed().map((one) => roleView(reading, one, refused)),
    ],
    give: mayOrganise && person.active ? giveForm(reading, refused) : null,
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
