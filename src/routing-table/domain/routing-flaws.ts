import { isCivilDate, type CivilDate } from '../../kernel/civil-date.js';
import { hasRole, type Actor, type Role } from '../../kernel/actor.js';
import { flaw } from '../../law/flaw.js';
import { CATEGORIES } from '../../law/index.js';
import type { Flaw } from '../../law/policy-draft.js';
import { areasOf, type RoutingLine } from './routing-line.js';
import { isSchoolLevel } from './school-level.js';

/** The Office and the administrator write down how the head has shared out the work. */
export const ROUTING_EDITORS: readonly Role[] = ['administrator', 'formatChecker'];

export function mayEditRouting(actor: Actor): boolean {
  return hasRole(actor, ...ROUTING_EDITORS);
}

/** A line as it was typed. */
export interface RoutingDraft {
  readonly category: string;
  readonly schoolLevel: string;
  readonly area: string;
  /** Empty: the unit that the text names. */
  readonly leadUnitId: string;
  readonly officerId: string;
  readonly coordinators: readonly string[];
  readonly basis: string;
  readonly validFrom: string;
  readonly validTo: string;
}

/** What a new line is compared with. */
export interface RoutingCase {
  readonly table: readonly RoutingLine[];
  /** Units that may lead a ticket, with their contact officers. */
  readonly units: readonly { readonly id: string; readonly officerIds: readonly string[] }[];
  readonly today: CivilDate;
}

const MAX_AREA_LENGTH = 200;
const MAX_BASIS_LENGTH = 100;
const MIN_REASON_LENGTH = 10;
const MAX_REASON_LENGTH = 500;

/** What keeps a line out of the table, each at its field; empty when nothing does. */
export function routingFlaws(draft: RoutingDraft, known: RoutingCase): readonly Flaw[] {
  const isCategory = draft.category === '' || (CATEGORIES as readonly string[]).includes(draft.category);
  return [
    ...flaw('category', !isCategory, 'Chọn lĩnh vực trong danh sách.'),
    ...flaw(
      'schoolLevel',
      draft.schoolLevel !== '' && !isSchoolLevel(draft.schoolLevel),
      'Chọn cấp học trong danh sách.',
    ),
    ...areaFlaws(draft.area),
    ...unitFlaws(draft, known),
    ...basisFlaws(draft.basis),
    ...dayFlaws(draft, known.today),
    ...overlapFlaws(draft, known.table),
  ];
}

function areaFlaws(area: string): readonly Flaw[] {
  const isGiven = area.trim() !== '';
  return [
    ...flaw('area', area.length > MAX_AREA_LENGTH, `Dài quá ${MAX_AREA_LENGTH} ký tự; rút ngắn lại.`),
    ...flaw(
      'area',
      isGiven && areasOf(area).length === 0,
      'Ghi tên xã, phường; nhiều nơi cách nhau bằng dấu chấm phẩy.',
    ),
  ];
}

function unitFlaws({ leadUnitId, officerId, coordinators }: RoutingDraft, { units }: RoutingCase): readonly Flaw[] {
  const lead = units.find(({ id }) => id === leadUnitId);
  const isKnown = leadUnitId === '' || lead !== undefined;
  return [
    ...flaw('leadUnitId', !isKnown, 'Chọn đơn vị chủ trì trong danh sách.'),
    ...flaw(
      'leadUnitId',
      lead?.officerIds.length === 0,
      'Đơn vị này chưa có cán bộ đầu mối; ghi cán bộ đầu mối trước.',
    ),
    ...flaw(
      'officerId',
      officerId !== '' && !(lead?.officerIds ?? []).includes(officerId),
      'Chọn cán bộ đầu mối của đơn vị chủ trì.',
    ),
    ...flaw(
      'coordinators',
      coordinators.some((id) => id === leadUnitId || units.every((unit) => unit.id !== id)),
      'Đơn vị phối hợp chọn trong danh sách, khác đơn vị chủ trì.',
    ),
  ];
}

function basisFlaws(basis: string): readonly Flaw[] {
  return [
    ...flaw(
      'basis',
      !/\d/u.test(basis) || basis.trim().length < 3,
      'Ghi số, ký hiệu văn bản phân công, như “125/QĐ-SGDĐT”.',
    ),
    ...flaw('basis', basis.length > MAX_BASIS_LENGTH, `Số, ký hiệu dài quá ${MAX_BASIS_LENGTH} ký tự; rút ngắn lại.`),
  ];
}

function dayFlaws({ validFrom, validTo }: RoutingDraft, today: CivilDate): readonly Flaw[] {
  const isBegun = isCivilDate(validFrom);
  const isEndGood = validTo === '' || (isCivilDate(validTo) && (!isBegun || validTo >= validFrom));
  return [
    ...flaw('validFrom', !isBegun, 'Chọn ngày bắt đầu.'),
    ...flaw('validFrom', isBegun && validFrom < today, 'Ngày bắt đầu đã qua; chọn từ hôm nay trở đi.'),
    ...flaw('validTo', !isEndGood, 'Ngày cuối phải từ ngày bắt đầu trở đi.'),
  ];
}

/** Two lines that say the same of one day would leave it to chance which of them counts. */
function overlapFlaws(draft: RoutingDraft, table: readonly RoutingLine[]): readonly Flaw[] {
  const same = table.find((line) => asksAlike(line, draft) && meets(line, draft));
  return flaw(
    'category',
    same !== undefined,
    `Dòng ${String(same?.no)} đã phân công cùng lĩnh vực, cấp học, địa bàn trong khoảng ngày này; chấm dứt dòng đó trước.`,
  );
}

function asksAlike(line: RoutingLine, { category, schoolLevel, area }: RoutingDraft): boolean {
  const [own, other] = [areasOf(line.area ?? ''), areasOf(area)];
  const isSameArea = own.length === other.length && own.every((name) => other.includes(name));
  return (line.category ?? '') === category && (line.schoolLevel ?? '') === schoolLevel && isSameArea;
}

function meets(line: RoutingLine, { validFrom, validTo }: RoutingDraft): boolean {
  return (line.validTo === null || line.validTo >= validFrom) && (validTo === '' || line.validFrom <= validTo);
}

/** What keeps a line from being ended. @param endedFrom the first day without it, as typed */
export function routingEndFlaws(
  { endedFrom, reason }: { readonly endedFrom: string; readonly reason: string },
  today: CivilDate,
): readonly Flaw[] {
  const isDay = isCivilDate(endedFrom);
  const { length } = reason.trim();
  return [
    ...flaw('endedFrom', !isDay, 'Chọn ngày từ đó không áp dụng nữa.'),
    ...flaw('endedFrom', isDay && endedFrom < today, 'Ngày này đã qua; chọn từ hôm nay trở đi.'),
    ...flaw(
      'reason',
      length < MIN_REASON_LENGTH,
      `Ghi căn cứ, lý do: cần từ ${MIN_REASON_LENGTH} ký tự, hiện có ${length}.`,
    ),
    ...flaw('reason', length > MAX_REASON_LENGTH, `Dài quá ${MAX_REASON_LENGTH} ký tự; rút ngắn lại.`),
  ];
}
