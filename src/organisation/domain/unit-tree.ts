import { addDays, type CivilDate } from '../../kernel/civil-date.js';
import { teaches, type UnitKind } from './functions.js';

/** A unit as the rules of the tree see it. */
export interface TreeUnit {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly parentId: string | null;
  /** First day; null: since before days were kept. */
  readonly validFrom: CivilDate | null;
  /** Last day; null: nobody has closed it. */
  readonly validTo: CivilDate | null;
  readonly successorId: string | null;
}

type Lifetime = Pick<TreeUnit, 'validFrom' | 'validTo'>;

/** Whether a unit exists on a day. */
export function isInForce({ validFrom, validTo }: Lifetime, day: CivilDate): boolean {
  return (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo);
}

/** Whether a unit is closed, or will be by then. */
export function isClosed({ validTo }: Lifetime): boolean {
  return validTo !== null;
}

/** Whether one stands under the other, however far below; a unit stands under itself. A ring that is there already ends the walk. */
export function isUnder(units: readonly TreeUnit[], id: string, aboveId: string): boolean {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const seen = new Set<string>();
  for (let at: string | null = id; at !== null && !seen.has(at); at = byId.get(at)?.parentId ?? null) {
    if (at === aboveId) return true;
    seen.add(at);
  }
  return false;
}

/** Units that stand directly under another and are not closed. */
export function openChildren<Unit extends TreeUnit>(units: readonly Unit[], id: string): readonly Unit[] {
  return units.filter((unit) => unit.parentId === id && !isClosed(unit));
}

/** Why one unit cannot stand under another from a day on; null when it can. */
export function whyNotUnder(
  units: readonly TreeUnit[],
  { id, parentId, from }: { readonly id: string | null; readonly parentId: string; readonly from: CivilDate },
): string | null {
  const parent = units.find((unit) => unit.id === parentId);
  if (parent === undefined) return 'Chọn đơn vị cấp trên trong danh sách.';
  if (id !== null && isUnder(units, parentId, id))
    return 'Đơn vị không thể thuộc chính mình hoặc đơn vị bên dưới mình.';
  if (isClosed(parent)) return `${parent.name} đã ngừng hoạt động; chọn đơn vị cấp trên khác.`;
  return isInForce(parent, from) ? null : `${parent.name} chưa hoạt động vào ngày này.`;
}

/** The unit that today stands where a closed one stood: its successor, and that one's, as far as it goes. */
export function presentSuccessor(units: readonly TreeUnit[], id: string): string | null {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const seen = new Set<string>([id]);
  let at = byId.get(id)?.successorId ?? null;
  while (at !== null && !seen.has(at)) {
    const unit = byId.get(at);
    if (unit === undefined || !isClosed(unit)) return at;
    seen.add(at);
    at = unit.successorId;
  }
  return null;
}

/** The unit that holds today what one held: itself until it is closed, then the one that followed it, where there is one. */
export function presentHolder(units: readonly TreeUnit[], id: string): string {
  const unit = units.find((one) => one.id === id);
  return unit !== undefined && isClosed(unit) ? (presentSuccessor(units, id) ?? id) : id;
}

/** A unit as those who are complained of see it. */
export interface UnitWithKin {
  /** The unit, those that it followed, and all of the same school or centre. */
  readonly ids: ReadonlySet<string>;
  /** What the whole of them is: a section of a school is a school here. */
  readonly kind: UnitKind;
  /** Whether it stands under a commune. */
  readonly ofCommune: boolean;
}

/**
 * Whether a unit is a commune's: its division, or a school in its charge. Since the districts ended the department guides such units in their profession and
 * commands none of them: it turns to the People's Committee.
 *
 * Source: Luật 72/2025/QH15, two tiers since 01/7/2025; Thông tư 15/2025/TT-BGDĐT on the department and the commune's division (unconfirmed).
 */
export function isOfCommune(units: readonly Pick<TreeUnit, KinColumn>[], id: string): boolean {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  return upwards(byId, id).some(({ kind }) => kind === 'communeDivision');
}

/**
 * To whom a letter about a unit of a commune goes: the People's Committee of the commune, by the name of its division.
 *
 * @param units among which the unit stands
 * @returns `Ủy ban nhân dân phường Đông Khê`; null for a unit that is no commune's, or whose division does not say of which commune it is
 */
export function peoplesCommitteeOf(units: readonly Pick<TreeUnit, KinColumn | 'name'>[], id: string): string | null {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const division = upwards(byId, id).find(({ kind }) => kind === 'communeDivision');
  const commune = /(?:xã|phường|đặc khu)\s+\p{Lu}.*$/u.exec(division?.name ?? '')?.[0];
  return commune === undefined ? null : `Ủy ban nhân dân ${commune}`;
}

/**
 * The units whose people are the people of one: of a school or centre all parts, whatever kind they are of, and of a unit that others were closed into
 * those others as well, however long ago.
 *
 * @returns null for what is no unit
 */
export function withKin(units: readonly Pick<TreeUnit, KinColumn>[], id: string): UnitWithKin | null {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const own = byId.get(id);
  if (own === undefined) return null;
  const top = upwards(byId, id).findLast(({ kind }) => teaches(kind)) ?? own;
  const parts = teaches(top.kind) ? units.filter((unit) => upwards(byId, unit.id).includes(top)) : [own];
  const ids = new Set(parts.map((part) => part.id));
  for (let known = 0; known < ids.size;) {
    known = ids.size;
    for (const unit of units) if (unit.successorId !== null && ids.has(unit.successorId)) ids.add(unit.id);
  }
  return { ids, kind: top.kind, ofCommune: isOfCommune(units, id) };
}

/** Of a unit, what its kin is told by. */
export type KinColumn = 'id' | 'kind' | 'parentId' | 'successorId';

/** A unit and those above it, from below. A ring that is there already ends the walk. */
function upwards<Unit extends Pick<TreeUnit, KinColumn>>(byId: ReadonlyMap<string, Unit>, id: string): Unit[] {
  const met = new Set<Unit>();
  for (let at = byId.get(id); at !== undefined && !met.has(at); at = byId.get(at.parentId ?? '')) met.add(at);
  return [...met];
}

/** What a unit was called on a day. @param names from the day on which each began; the one with null is the first */
export function nameOn<Name extends { readonly validFrom: CivilDate | null }>(
  names: readonly Name[],
  day: CivilDate,
): Name | null {
  const begun = names.filter(({ validFrom }) => validFrom === null || validFrom <= day);
  return begun.toSorted((one, other) => ((one.validFrom ?? '') < (other.validFrom ?? '') ? -1 : 1)).at(-1) ?? null;
}

/** The last day of what ends before a day. */
export function dayBefore(day: CivilDate): CivilDate {
  return addDays(day, -1);
}
