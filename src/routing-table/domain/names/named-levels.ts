import type { Category } from '../../../law/index.js';
import type { SchoolLevel } from '../school-level.js';
import type { NameIndex } from './name-index.js';
import type { NamedUnits } from './named-units.js';

/** What levels are asked of. */
export interface LevelledMatter {
  readonly category: Category;
  readonly named: NamedUnits;
  readonly namedUnitId: string | null;
}

/**
 * The levels of the school that is named; where it has several those that the words speak of; without a school what the words say. Of admission the
 * level that is entered, whatever school the child comes from.
 */
export function levelsOf(
  { category, named, namedUnitId: unitId }: LevelledMatter,
  names: NameIndex,
): readonly SchoolLevel[] {
  if (category === 'admission' && named.entered.length === 1) return named.entered;
  const own = unitId === null ? sharedLevels(named, names) : (names.levelsOf.get(unitId) ?? []);
  if (own.length <= 1) return own.length === 0 ? named.levels : own;
  const spoken = own.filter((level) => named.levels.includes(level));
  return spoken.length === 0 ? own : spoken;
}

/** Of schools that cannot be told apart: the levels, where all have the same. */
function sharedLevels({ ambiguous, sure }: NamedUnits, names: NameIndex): readonly SchoolLevel[] {
  const units = [...sure, ...ambiguous.flat()].map(({ unitId }) => names.levelsOf.get(unitId) ?? []);
  const [first = []] = units;
  return units.every((levels) => levels.join() === first.join()) ? first : [];
}
