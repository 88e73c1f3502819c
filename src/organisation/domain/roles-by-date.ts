import { ROLES, type Role } from '../../kernel/actor.js';
import { addDays, isCivilDate, type CivilDate } from '../../kernel/civil-date.js';
import { flaw } from '../../law/flaw.js';
import type { Flaw } from '../../law/policy-draft.js';
import { isInForce } from './unit-tree.js';

/** A role of one person from a day to a day. */
export interface HeldRole {
  readonly role: Role;
  /** Null: since before days were kept. */
  readonly validFrom: CivilDate | null;
  readonly validTo: CivilDate | null;
}

export interface RoleDraft {
  readonly role: string;
  /** First day, as typed. */
  readonly from: string;
  /** Last day, as typed; `''` without end. */
  readonly to: string;
}

export function isRole(text: string): text is Role {
  return ROLES.some((role) => role === text);
}

/** The roles that somebody has on a day, in the order of the list of roles. */
export function rolesOn(held: readonly HeldRole[], day: CivilDate): readonly Role[] {
  return ROLES.filter((role) => held.some((one) => one.role === role && isInForce(one, day)));
}

/**
 * Whether somebody looks after the software and no day is set on which that ends.
 *
 * @param roles what holds today
 * @param held the roles by date; none of a person to whom none was ever given by date
 */
export function administersOn(roles: readonly Role[], held: readonly HeldRole[]): boolean {
  const periods = held.filter(({ role }) => role === 'administrator');
  return roles.includes('administrator') && (periods.length === 0 || periods.some(({ validTo }) => validTo === null));
}

/** What keeps a role from being given. */
export function roleFlaws({ role, from, to }: RoleDraft, held: readonly HeldRole[], today: CivilDate): readonly Flaw[] {
  const isPeriod = isCivilDate(from) && (to === '' || isCivilDate(to));
  return [
    ...flaw('role', !isRole(role), 'Chọn vai trò.'),
    ...flaw('from', !isCivilDate(from), 'Ghi ngày bắt đầu.'),
    ...flaw('from', isCivilDate(from) && from < today, 'Giao từ hôm nay trở đi.'),
    ...flaw('to', to !== '' && !isCivilDate(to), 'Ghi ngày cuối, hoặc bỏ trống nếu không thời hạn.'),
    ...flaw('to', isPeriod && to !== '' && to < from, 'Ngày cuối phải từ ngày bắt đầu trở đi.'),
    ...flaw('role', isPeriod && overlaps(held, { role, from, to }), 'Người này đã có vai trò đó trong thời gian này.'),
  ];
}

/** What keeps a role from ending. @param to its last day, as typed */
export function roleEndFlaws(to: string, { validFrom, validTo }: HeldRole, today: CivilDate): readonly Flaw[] {
  const isDay = isCivilDate(to);
  return [
    ...flaw('to', !isDay, 'Ghi ngày cuối cùng còn giữ vai trò.'),
    ...flaw('to', isDay && to < addDays(today, -1), 'Ngày cuối từ hôm qua trở đi; quyền đã dùng không rút lại được.'),
    ...flaw('to', isDay && validTo !== null && to >= validTo, 'Vai trò này đã kết thúc vào hoặc trước ngày đó.'),
    ...flaw('to', isDay && validFrom !== null && to < addDays(validFrom, -1), 'Ngày cuối trước ngày bắt đầu.'),
  ];
}

function overlaps(held: readonly HeldRole[], { role, from, to }: RoleDraft): boolean {
  return held.some(
    (one) =>
      one.role === role && (one.validTo === null || one.validTo >= from) && (to === '' || (one.validFrom ?? '') <= to),
  );
}
