import { Injectable } from '@nestjs/common';
import type { CivilDate } from '../../kernel/civil-date.js';
import { OrganisationQueries, type UnitEntity, type UnitNameEntity } from '../../organisation/index.js';
import { teaches } from '../../organisation/domain/functions.js';
import { isInForce, presentSuccessor } from '../../organisation/domain/unit-tree.js';
import { indexNames, type NamedUnit, type NameIndex } from '../domain/names/name-index.js';

/** By which names units are found in texts, made ready once for each version of them. */
@Injectable()
export class NameIndexes {
  private names: { readonly version: string; readonly index: NameIndex } | null = null;

  constructor(private readonly organisation: OrganisationQueries) {}

  async of(day: CivilDate): Promise<NameIndex> {
    const [units, names] = await Promise.all([this.organisation.units(), this.organisation.allNames()]);
    const schools = namedUnits(units, names, day);
    const version = JSON.stringify(schools);
    if (this.names?.version !== version) this.names = { version, index: indexNames(schools) };
    return this.names.index;
  }
}

/** Schools and centres of a day, each with what it was called and what was closed into it. */
export function namedUnits(
  units: readonly UnitEntity[],
  names: readonly UnitNameEntity[],
  day: CivilDate,
): readonly NamedUnit[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const namesOf = new Map<string, string[]>();
  for (const unit of units) {
    const today = isInForce(unit, day) ? unit.id : presentSuccessor(units, unit.id);
    if (today === null) continue;
    const called = [unit.name, ...names.filter(({ unitId }) => unitId === unit.id).map(({ name }) => name)];
    namesOf.set(today, [...(namesOf.get(today) ?? []), ...called]);
  }
  return units
    .filter((unit) => teaches(unit.kind) && isInForce(unit, day))
    .map(({ id, name, address, parentId }) => ({
      id,
      name,
      oldNames: [...new Set(namesOf.get(id) ?? [])].filter((other) => other !== name),
      whereabouts: [placeIn(byId.get(parentId ?? '')?.name ?? ''), placeIn(address ?? '')].filter(
        (place) => place !== '',
      ),
    }));
}

/** `Phòng Văn hóa - Xã hội xã Kiến Minh` → `Kiến Minh`: what people write of a place, without what sort of place it is. */
function placeIn(text: string): string {
  return (
    /(?:xã|phường|thị trấn|đặc khu)\s+(?<place>\p{Lu}[^,;]*)$/u.exec(text.split(/[,;]/u)[0] ?? '')?.groups?.['place'] ??
    ''
  );
}
