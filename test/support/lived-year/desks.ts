import { PEOPLE } from '../../../src/cli/demo/people.js';
import { UNITS } from '../../../src/cli/demo/units.js';
import type { Dice } from '../dice.js';
import type { Matter } from './matter.js';
import { AMOUNTS, SUBJECTS } from './words.js';

/** Who deals with a matter, where it happened, and its words with the gaps filled. */
export interface Desk {
  readonly officer: string;
  readonly head: string;
  readonly place: string;
  readonly fill: (words: string) => string;
  /** The same without the school's name. */
  readonly forEverybody: (words: string) => string;
}

const SCHOOLS = UNITS.filter(({ kind, code }) => kind === 'school' && PEOPLE.some(({ unit }) => unit === code));
/** Some schools are written about more than others. */
const SKEW = 1.7;
const FORMS = ['A1', 'A2', 'A3', 'A5', 'B2', 'D1'] as const;

export function personsOf(matter: Matter, dice: Dice): Desk {
  const school = SCHOOLS[Math.floor(SCHOOLS.length * dice.next() ** SKEW)] ?? dice.oneOf(SCHOOLS);
  const unit = matter.unit === 'school' ? school.code : matter.unit;
  const of = (role: 'contactOfficer' | 'unitHead') =>
    PEOPLE.filter((person) => person.unit === unit && person.roles.includes(role));
  const place = matter.unit === 'GDMNTH' ? 'Trường PT nhiều cấp Hoa Phượng' : school.name;
  const form = `${String(matter.unit === 'GDMNTH' ? dice.between(1, 5) : dice.between(10, 12))}${dice.oneOf(FORMS)}`;
  const gaps = { lop: form, mon: dice.oneOf(SUBJECTS), tien: dice.oneOf(AMOUNTS), truong: place };
  const fill = (words: string): string => filled(words, gaps);
  const forEverybody = (words: string): string =>
    filled(words, { ...gaps, truong: 'nhà trường' }).replaceAll(/(^|\. )nhà/gu, '$1Nhà');
  const officers = of('contactOfficer');
  const [first] = officers;
  const officer = first !== undefined && dice.chance(0.6) ? first : dice.oneOf(officers);
  return { officer: officer.username, head: dice.oneOf(of('unitHead')).username, place, fill, forEverybody };
}

function filled(words: string, gaps: Readonly<Record<string, string>>): string {
  return words.replaceAll(/\{(\w+)\}/gu, (_gap, name: string) => gaps[name] ?? '');
}

/** Another part of the department: whose opinion is asked, or to whom a ticket goes by mistake. */
export function otherOffice({ officer }: Desk): Pick<Desk, 'officer' | 'head'> {
  return officer === 'kientd' ? { officer: 'mydt', head: 'hungbm' } : { officer: 'kientd', head: 'oanhlk' };
}
