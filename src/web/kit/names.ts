import type { PersonName } from '../../organisation/index.js';
import { givenName } from '../../kernel/vietnamese.js';

/** Names for the ids on a page. */
export interface Names {
  readonly units: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, PersonName>;
}

export function unitName({ units }: Names, id: string | null): string | null {
  return id === null ? null : (units.get(id) ?? null);
}

/** `Bà Nguyễn Thị Hồng Ngọc`: at first mention. */
export function fullTitle({ people }: Names, id: string | null): string | null {
  const person = id === null ? undefined : people.get(id);
  return person ? `${person.honorific} ${person.fullName}` : null;
}

/** `bà Ngọc`: in tight places. */
export function shortTitle({ people }: Names, id: string | null): string | null {
  const person = id === null ? undefined : people.get(id);
  return person ? `${person.honorific.toLowerCase()} ${givenName(person.fullName)}` : null;
}

/** Who acted, in short, also in somebody's place: `Đoàn Văn Lực thay Nguyễn Thị Hồng Ngọc` → `Lực thay Ngọc`. */
export function shortActor(actorName: string): string {
  return actorName.split(' thay ').map(givenName).join(' thay ');
}
