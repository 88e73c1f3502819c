import { hasRole, type Actor, type Role } from '../../kernel/actor.js';
import type { CivilDate } from '../../kernel/civil-date.js';

/** What a leader of the department decides himself, unless it was delegated in writing. */
export const DECIDED_MATTERS = ['reject', 'return', 'assign', 'extend', 'publish'] as const;

export type DecidedMatter = (typeof DECIDED_MATTERS)[number];

export const DECIDED_MATTER_WORDS: Readonly<Record<DecidedMatter, string>> = {
  reject: 'Không tiếp nhận phản ánh',
  return: 'Chuyển trả phản ánh',
  assign: 'Giao việc ngoài bảng phân công',
  extend: 'Gia hạn giải quyết',
  publish: 'Công khai kết quả',
};

/** Offices that a department may let decide in its work regulation, each what is in its hands anyway. */
export const DECIDING_OFFICES = {
  registryClerk: ['reject', 'return', 'assign'],
  supervisor: ['assign', 'extend', 'publish'],
  unitHead: ['reject'],
} as const satisfies Partial<Readonly<Record<Role, readonly DecidedMatter[]>>>;

export type DecidingOffice = keyof typeof DECIDING_OFFICES;

export const DECIDING_OFFICE_WORDS: Readonly<Record<DecidingOffice, string>> = {
  registryClerk: 'Văn thư',
  supervisor: 'Bộ phận giám sát',
  unitHead: 'Thủ trưởng đơn vị (phiếu chưa đủ căn cứ)',
};

/** One line of the table: a person, or all who hold an office, decides these matters from a day to a day. */
export interface DecisionAuthority {
  readonly id: string;
  /** Null where it is an office. */
  readonly personId: string | null;
  readonly office: DecidingOffice | null;
  readonly matters: readonly DecidedMatter[];
  readonly validFrom: CivilDate;
  /** The last day; null while the delegation is open-ended. */
  readonly validTo: CivilDate | null;
  /** The first day on which it holds no longer, although its last day is not over. */
  readonly endedFrom: CivilDate | null;
  /** Number of the decision or regulation. */
  readonly basis: string;
}

/** The delegations by which each matter may be decided today, those to the person first; what a leader decides by office is not among them. */
export type DecisionPowers = ReadonlyMap<DecidedMatter, readonly DecisionAuthority[]>;

export const NO_POWERS: DecisionPowers = new Map();

export function isDecisionAuthorityInForce(
  { validFrom, validTo, endedFrom }: Pick<DecisionAuthority, 'validFrom' | 'validTo' | 'endedFrom'>,
  day: CivilDate,
): boolean {
  return validFrom <= day && (validTo === null || day <= validTo) && (endedFrom === null || day < endedFrom);
}

/**
 * What an actor may decide on a day by delegation: to the person, which comes first, or to an office the person holds. While substituting, the
 * actor's own authority does not count, nor does that of the principal: what was delegated to a person is not delegated again.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 13 khoản 4, by analogy (unconfirmed for decisions that are not signed).
 */
export function powersOf(table: readonly DecisionAuthority[], actor: Actor, day: CivilDate): DecisionPowers {
  const held = table.filter((line) => isHeldBy(line, actor) && isDecisionAuthorityInForce(line, day));
  const personFirst = [
    ...held.filter(({ office }) => office === null),
    ...held.filter(({ office }) => office !== null),
  ];
  const byMatter = DECIDED_MATTERS.map(
    (matter) => [matter, personFirst.filter(({ matters }) => matters.includes(matter))] as const,
  );
  return new Map(byMatter.filter(([, lines]) => lines.length > 0));
}

/** Whom the department has authorised in a matter: people by name, and offices. */
export interface DecisionHolders {
  readonly people: readonly string[];
  readonly offices: readonly DecidingOffice[];
}

/** Who decides a matter on a day by delegation. */
export function holdersOf(table: readonly DecisionAuthority[], matter: DecidedMatter, day: CivilDate): DecisionHolders {
  const held = table.filter((line) => line.matters.includes(matter) && isDecisionAuthorityInForce(line, day));
  return {
    people: [...new Set(held.map(({ personId }) => personId))].filter((id) => id !== null),
    offices: [...new Set(held.map(({ office }) => office))].filter((office) => office !== null),
  };
}

function isHeldBy({ personId, office }: DecisionAuthority, actor: Actor): boolean {
  if (office !== null) return hasRole(actor, office);
  return actor.onBehalfOf === undefined && personId === actor.id;
}
