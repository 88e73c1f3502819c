import { ROLES, type Role } from '../../kernel/actor.js';
import { addDays, type CivilDate } from '../../kernel/civil-date.js';
import { fold } from '../../kernel/vietnamese.js';
import { dayIssue, dayOf, textOf, type ListCell } from './list-cells.js';
import type { CellIssue } from './people-columns.js';
import { ROLE_WORDS } from './role-words.js';
import { roleFlaws, type HeldRole } from './roles-by-date.js';

/** A role that a list gives to a person, from a day to a day; `to` null without end. */
export interface RoleGrant {
  readonly role: Role;
  readonly from: CivilDate;
  readonly to: CivilDate | null;
}

/** The cells of a row that speak of roles. */
export interface RoleCells {
  readonly roles: ListCell;
  readonly from: ListCell;
  readonly to: ListCell;
}

interface Period {
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
}

/**
 * The roles that a row gives. A role that the person has in that period already is not given again, so that a list may be brought twice; a period that differs
 * from the one that is written down is an issue, and roles that the row leaves out stay.
 *
 * @param held the roles of the person by date
 */
export function readRoleCells(
  cells: RoleCells,
  held: readonly HeldRole[],
  today: CivilDate,
): { readonly grants: readonly RoleGrant[]; readonly issues: readonly CellIssue[] } {
  const words = wordsOf(cells.roles);
  const days = dayIssues(cells, words.length > 0);
  const roles = [...new Set(words.flatMap((word) => roleOf(word) ?? []))];
  const issues = [...unknownIssues(words), ...days];
  if (days.length > 0) return { grants: [], issues };
  const period = { from: dayOf(cells.from), to: dayOf(cells.to) };
  const read = roles.map((role) => readRole(role, period, { held, today }));
  return {
    grants: read.flatMap(({ grant }) => (grant === null ? [] : [grant])),
    issues: [...issues, ...read.flatMap((one) => one.issues)],
  };
}

function readRole(
  role: Role,
  { from, to }: Period,
  { held, today }: { readonly held: readonly HeldRole[]; readonly today: CivilDate },
): { readonly grant: RoleGrant | null; readonly issues: readonly CellIssue[] } {
  const first = from ?? today;
  const meeting = held.filter((one) => one.role === role && meets(one, first, to));
  if (meeting.some((one) => isAsWritten(one, { from, to }))) return { grant: null, issues: [] };
  const [other] = meeting;
  if (other !== undefined) return { grant: null, issues: [clash(other)] };
  const issues = roleFlaws({ role, from: first, to: to ?? '' }, [], today).map(({ field, sentence }) => ({
    field: field === 'to' ? ('to' as const) : ('from' as const),
    sentence,
  }));
  return { grant: issues.length === 0 ? { role, from: first, to } : null, issues };
}

function meets({ validFrom, validTo }: HeldRole, from: CivilDate, to: CivilDate | null): boolean {
  return (validTo === null || validTo >= from) && (to === null || (validFrom ?? '') <= to);
}

/** An empty cell leaves what is written down. */
function isAsWritten({ validFrom, validTo }: HeldRole, { from, to }: Period): boolean {
  return (from === null || (validFrom ?? '') <= from) && (to === null || validTo === to);
}

function clash({ role, validFrom, validTo }: HeldRole): CellIssue {
  const since = validFrom === null ? '' : ` từ ${written(validFrom)}`;
  const until = validTo === null ? ' không thời hạn' : ` đến ${written(validTo)}`;
  const sentence = `Đang có vai trò ${ROLE_WORDS[role]}${since}${until}; đổi thời hạn ở trang của người này, rồi bỏ trống hai ô ngày hoặc ghi đúng như thế.`;
  return { field: 'from', sentence };
}

function unknownIssues(words: readonly string[]): readonly CellIssue[] {
  const unknown = words.find((word) => roleOf(word) === null);
  if (unknown === undefined) return [];
  const known = ROLES.map((role) => ROLE_WORDS[role]).join(', ');
  return [
    {
      field: 'roles',
      sentence: `Không có vai trò “${unknown}”; dùng các từ sau, cách nhau bằng dấu chấm phẩy: ${known}.`,
    },
  ];
}

function dayIssues({ from, to }: RoleCells, hasRoles: boolean): readonly CellIssue[] {
  const cells = [
    { field: 'from' as const, cell: from },
    { field: 'to' as const, cell: to },
  ];
  const wrong = cells.flatMap(({ field, cell }): CellIssue[] => {
    const sentence = dayIssue(cell);
    return sentence === null ? [] : [{ field, sentence }];
  });
  if (hasRoles || wrong.length > 0) return wrong;
  const isAlone = cells.some(({ cell }) => textOf(cell) !== '');
  return isAlone ? [{ field: 'roles', sentence: 'Ghi vai trò cho khoảng ngày này, hoặc bỏ trống hai ô ngày.' }] : [];
}

/** Lines of one cell count as separate words. */
function wordsOf(cell: ListCell): readonly string[] {
  const parts = typeof cell === 'string' ? cell.split(/[;,\r\n]+/u) : [cell];
  return parts.map(textOf).filter((word) => word !== '');
}

function roleOf(word: string): Role | null {
  return ROLES.find((role) => fold(ROLE_WORDS[role]) === fold(word)) ?? null;
}

/** `01/07/2025` */
function written(day: CivilDate): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${date}/${month}/${year}`;
}

/** The roles of a person after leaving a unit today: those of the unit have ended yesterday. */
export function afterLeaving(
  held: readonly HeldRole[],
  ofUnit: readonly Role[],
  today: CivilDate,
): { readonly held: readonly HeldRole[]; readonly ended: readonly Role[] } {
  const last = addDays(today, -1);
  const ends = ({ role, validTo }: HeldRole): boolean => ofUnit.includes(role) && (validTo === null || validTo > last);
  return {
    held: held.map((one) => (ends(one) ? { ...one, validTo: last } : one)),
    ended: ROLES.filter((role) => held.some((one) => one.role === role && ends(one))),
  };
}
