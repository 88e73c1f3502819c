import type { CivilDate } from '../../kernel/civil-date.js';
import { fold } from '../../kernel/vietnamese.js';
import type { Category } from '../../law/index.js';
import { SCHOOL_LEVEL_WORDS, type SchoolLevel } from './school-level.js';

/** A line of the standing table of routing: work of this sort goes to this unit, from a day to a day. */
export interface RoutingLine {
  readonly id: string;
  /** By which people name the line. */
  readonly no: number;
  /** Null: every field. */
  readonly category: Category | null;
  /** Null: every level. */
  readonly schoolLevel: SchoolLevel | null;
  /** Names of places, separated by `;`; null: everywhere. */
  readonly area: string | null;
  /** Null: the unit that the text names leads. */
  readonly leadUnitId: string | null;
  /** Null: any contact officer of the unit. */
  readonly officerId: string | null;
  readonly coordinators: readonly string[];
  /** Number of the decision on who does what. */
  readonly basis: string;
  readonly validFrom: CivilDate;
  /** Last day; null while it is open. */
  readonly validTo: CivilDate | null;
}

/** What the table is asked about. */
export interface RoutedMatter {
  readonly category: Category;
  /** Of the school that is named, or that the words speak of; empty where neither says. */
  readonly levels: readonly SchoolLevel[];
  /** Where it is: the place of the ticket, and the address of the unit that is named. */
  readonly place: string;
  readonly namedUnitId: string | null;
}

/** What the table says. */
export interface Route {
  readonly line: RoutingLine;
  readonly unitId: string;
  readonly officerId: string | null;
  readonly coordinators: readonly string[];
}

export function isRoutingLineInForce(
  { validFrom, validTo }: Pick<RoutingLine, 'validFrom' | 'validTo'>,
  day: CivilDate,
): boolean {
  return validFrom <= day && (validTo === null || day <= validTo);
}

/**
 * The line that applies to a matter on a day: of those that fit the one that says most. The field weighs more than the level of school, and that more
 * than the area, so that work of a field stays together; of two that say as much the one that began later, then the one written later.
 *
 * @returns null where no line fits
 */
export function routeOf(table: readonly RoutingLine[], matter: RoutedMatter, day: CivilDate): Route | null {
  const place = ` ${wordsOf(matter.place)} `;
  const fitting = table.filter((line) => isRoutingLineInForce(line, day) && fits(line, matter, place));
  const line = fitting.toSorted(byTelling).at(0);
  const unitId = line && (line.leadUnitId ?? matter.namedUnitId);
  if (line === undefined || unitId === undefined || unitId === null) return null;
  const coordinators = line.coordinators.filter((id) => id !== unitId);
  return { line, unitId, officerId: line.leadUnitId === null ? null : line.officerId, coordinators };
}

/** `Theo bảng phân công (125/QĐ-SGDĐT), dòng 4: lĩnh vực Thu chi, cấp Mầm non.` @param fieldName as the rules of the day name it */
export function routeWords({ no, basis, schoolLevel, area, category }: RoutingLine, fieldName: string): string {
  return `Theo bảng phân công (${basis}), dòng ${String(no)}: ${criteriaWords({ category, schoolLevel, area }, fieldName)}.`;
}

/** `lĩnh vực Thu chi, cấp Mầm non` */
export function criteriaWords(
  { category, schoolLevel, area }: Pick<RoutingLine, 'category' | 'schoolLevel' | 'area'>,
  fieldName: string,
): string {
  const parts = [
    category === null ? [] : [`lĩnh vực ${fieldName}`],
    schoolLevel === null ? [] : [`cấp ${SCHOOL_LEVEL_WORDS[schoolLevel]}`],
    area === null ? [] : [`địa bàn ${area}`],
  ].flat();
  return parts.length === 0 ? 'mọi lĩnh vực' : parts.join(', ');
}

function fits(line: RoutingLine, matter: RoutedMatter, place: string): boolean {
  if (line.category !== null && line.category !== matter.category) return false;
  if (line.leadUnitId === null && matter.namedUnitId === null) return false;
  // Where the words speak of several levels, no line of one of them is sure.
  if (line.schoolLevel !== null && !(matter.levels.length === 1 && matter.levels[0] === line.schoolLevel)) return false;
  return line.area === null || areasOf(line.area).some((name) => place.includes(` ${name} `));
}

/** The names of an area, folded. */
export function areasOf(area: string): readonly string[] {
  return area
    .split(';')
    .map(wordsOf)
    .filter((name) => name !== '');
}

function wordsOf(text: string): string {
  return (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}

function byTelling(one: RoutingLine, other: RoutingLine): number {
  const order = tellingOf(other) - tellingOf(one);
  if (order !== 0) return order;
  if (one.validFrom !== other.validFrom) return one.validFrom < other.validFrom ? 1 : -1;
  return other.no - one.no;
}

function tellingOf({ category, schoolLevel, area }: RoutingLine): number {
  return (category === null ? 0 : 4) + (schoolLevel === null ? 0 : 2) + (area === null ? 0 : 1);
}
