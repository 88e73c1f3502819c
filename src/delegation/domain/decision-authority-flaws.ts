import { isCivilDate, type CivilDate } from '../../kernel/civil-date.js';
import type { Role } from '../../kernel/actor.js';
import { flaw } from '../../law/flaw.js';
import type { Flaw } from '../../law/policy-draft.js';
import { basisFlaws, dayFlaws } from './authority-flaws.js';
import { longTextFlaws, textFlaws } from './text-flaws.js';
import {
  DECIDED_MATTERS,
  DECIDING_OFFICES,
  type DecidedMatter,
  type DecidingOffice,
  type DecisionAuthority,
} from './decision-authority.js';

/** A line as it was typed. */
export interface DecisionAuthorityDraft {
  /** Id of a person, or the name of an office. */
  readonly holder: string;
  readonly matters: readonly string[];
  /** What of these matters, in words: fields, limits. */
  readonly scope: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly basis: string;
  readonly basisDate: string;
  readonly hasFile: boolean;
}

export interface DecisionCandidate {
  readonly id: string;
  readonly fullName: string;
  readonly roles: readonly Role[];
}

/** What a new line is compared with. */
export interface DecisionAuthorityCase {
  readonly table: readonly DecisionAuthority[];
  readonly people: readonly DecisionCandidate[];
  readonly today: CivilDate;
}

/** Those who see the matters of every unit, and so can judge them. */
const SEES_ALL: readonly Role[] = ['registryClerk', 'supervisor', 'formatChecker'];

/**
 * What keeps a line out of the table, each at its field; empty when nothing does. A person is authorised in writing, with scope and last day; an office
 * by the work regulation, for what is in its hands anyway.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 13 khoản 4, by analogy (unconfirmed); Nghị định 20/2008/NĐ-CP, Điều 9.
 */
export function decisionAuthorityFlaws(
  draft: DecisionAuthorityDraft,
  { table, people, today }: DecisionAuthorityCase,
): readonly Flaw[] {
  const office = officeNamed(draft.holder);
  const person = people.find(({ id }) => id === draft.holder);
  if (office === null && person === undefined)
    return [{ field: 'holder', sentence: 'Chọn người hoặc bộ phận được giao quyết định.' }];
  return [
    ...(office === null && person !== undefined ? personFlaws(draft, person) : officeFlaws(draft, office)),
    ...flaw('matters', !areMatters(draft.matters) || draft.matters.length === 0, 'Chọn việc được giao quyết định.'),
    ...dayFlaws({ ...draft, form: '' }, today),
    ...basisFlaws(draft),
    ...flaw('holder', isThere(draft, table), 'Khoảng ngày này đã giao việc như vậy; chấm dứt mục cũ trước.'),
  ];
}

function personFlaws(draft: DecisionAuthorityDraft, { fullName, roles }: DecisionCandidate): readonly Flaw[] {
  const isLeader = roles.includes('leader');
  return [
    ...flaw('holder', isLeader, `${fullName} là lãnh đạo Sở, đã có thẩm quyền quyết định.`),
    ...flaw(
      'holder',
      !isLeader && !roles.some((role) => SEES_ALL.includes(role)),
      `${fullName} không xem được phiếu của mọi đơn vị nên chưa quyết định thay được. Đề nghị quản trị ghi vai trò văn thư, giám sát hoặc duyệt thể thức trước.`,
    ),
    ...textFlaws('scope', draft.scope, 'Ghi phạm vi được ủy quyền'),
    ...flaw('validTo', !isCivilDate(draft.validTo), 'Ủy quyền phải có thời hạn: chọn ngày cuối.'),
    ...flaw('file', !draft.hasFile, 'Chọn tệp văn bản ủy quyền; ủy quyền phải bằng văn bản.'),
  ];
}

function officeFlaws({ matters, scope }: DecisionAuthorityDraft, office: DecidingOffice | null): readonly Flaw[] {
  const handed: readonly string[] = office === null ? [] : DECIDING_OFFICES[office];
  return [
    ...flaw(
      'matters',
      matters.some((matter) => !handed.includes(matter)),
      'Bộ phận này chỉ được giao những việc đang làm; bỏ chọn việc khác.',
    ),
    ...longTextFlaws('scope', scope),
  ];
}

/** @returns null where it names none */
export function officeNamed(holder: string): DecidingOffice | null {
  return Object.hasOwn(DECIDING_OFFICES, holder) ? (holder as DecidingOffice) : null;
}

function areMatters(matters: readonly string[]): boolean {
  return matters.every((matter) => (DECIDED_MATTERS as readonly string[]).includes(matter));
}

/** The matters of a flawless line, each once, in the order of the form. */
export function mattersOf({ matters }: Pick<DecisionAuthorityDraft, 'matters'>): DecidedMatter[] {
  return DECIDED_MATTERS.filter((matter) => matters.includes(matter));
}

/** A matter is delegated to a person or office once on any day. */
function isThere({ holder, matters, validFrom, validTo }: DecisionAuthorityDraft, table: readonly DecisionAuthority[]) {
  return table.some((one) => {
    if (holder !== (one.office ?? one.personId) || !one.matters.some((matter) => matters.includes(matter)))
      return false;
    const begins = validTo === '' || one.validFrom <= validTo;
    const goesOn = (one.validTo === null || one.validTo >= validFrom) && (one.endedFrom ?? '9999-12-31') > validFrom;
    return begins && goesOn;
  });
}
