import { clean } from '../../../kernel/vietnamese.js';
import type { DirectoryPerson } from './directory-person.js';
import { isCode } from '../person-facts.js';
import type { StaffFacts, StaffMember, SyncRefusal } from './sync-line.js';
import { unitCodeOf, type MappedField, type SyncRules } from './sync-rules.js';

/** A unit as the rules name it. */
export interface SyncUnit {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

/** Widths of our columns, in characters. */
const MAX_LENGTH: Readonly<Record<Exclude<MappedField, 'honorific'>, number>> = {
  username: 60,
  fullName: 100,
  position: 100,
  email: 100,
  phone: 20,
  eOfficeCode: 60,
};

const MAX_DIRECTORY_NAME_LENGTH = 400;
const SHOWN_OF_LONG = 30;

/** Of somebody new for whom the directory names no position. */
const NO_POSITION = 'Nhân viên';

const WOMEN = ['bà', 'nữ', 'female', 'f', 'mrs', 'ms'];
const MEN = ['ông', 'nam', 'male', 'm', 'mr'];

export type Wanted = { readonly facts: StaffFacts } | { readonly refusal: SyncRefusal; readonly about: string | null };

/**
 * How a person is to stand with us by the directory's word. What the directory leaves out stays as it is with us, but for the code in the e-office: where
 * an attribute is configured for it, the directory alone says it, so that a code taken away there is not signed with here.
 *
 * @param existing the account that they have; null for somebody new
 */
export function wantedFacts(
  person: DirectoryPerson,
  existing: StaffMember | null,
  { rules, units }: { readonly rules: SyncRules; readonly units: readonly SyncUnit[] },
): Wanted {
  const said = saidOf(person, rules);
  const flaw = flawOf(said, person);
  if (flaw !== null) return flaw;
  const unit = unitOf(person, rules, units);
  if (typeof unit === 'string') return { refusal: 'unitUnknown', about: unit };
  const { username = '', fullName = '' } = said;
  const directoryName = person.directoryName.slice(0, MAX_DIRECTORY_NAME_LENGTH);
  return {
    facts: {
      ...furtherFacts(said, existing ?? newcomer(fullName), rules),
      username,
      fullName,
      unitId: unit.id,
      directoryName,
    },
  };
}

type FurtherFacts = Pick<StaffFacts, 'honorific' | 'position' | 'email' | 'phone' | 'eOfficeCode'>;

function furtherFacts(said: Said, ours: FurtherFacts, { attributes }: SyncRules): FurtherFacts {
  return {
    honorific: honorificOf(said) ?? ours.honorific,
    position: said.position ?? ours.position,
    email: said.email ?? ours.email,
    phone: said.phone ?? ours.phone,
    eOfficeCode: attributes.eOfficeCode === undefined ? ours.eOfficeCode : (said.eOfficeCode ?? null),
  };
}

function flawOf(said: Said, { directoryName }: DirectoryPerson): Extract<Wanted, { refusal: SyncRefusal }> | null {
  if (said.username === undefined || said.fullName === undefined) return { refusal: 'nameless', about: directoryName };
  const fields = Object.keys(MAX_LENGTH) as (keyof typeof MAX_LENGTH)[];
  const long = fields
    .map((field) => ({ value: said[field] ?? '', most: MAX_LENGTH[field] }))
    .find(({ value, most }) => value.length > most);
  if (long !== undefined) return { refusal: 'tooLong', about: `${long.value.slice(0, SHOWN_OF_LONG)}…` };
  const { eOfficeCode } = said;
  return eOfficeCode === undefined || isCode(eOfficeCode) ? null : { refusal: 'codeMalformed', about: eOfficeCode };
}

/** What nobody says of somebody new. */
function newcomer(fullName: string): FurtherFacts {
  return { honorific: guessedHonorific(fullName), position: NO_POSITION, email: null, phone: null, eOfficeCode: null };
}

type Said = Readonly<Partial<Record<MappedField, string>>>;

function saidOf({ attributes }: DirectoryPerson, rules: SyncRules): Said {
  const said = Object.entries(rules.attributes).flatMap(([field, attribute]): [string, string][] => {
    const value = clean(attributes[attribute.toLowerCase()] ?? '')
      .replace(/\s+/gu, ' ')
      .trim();
    return value === '' ? [] : [[field, field === 'username' ? value.toLowerCase() : value]];
  });
  return Object.fromEntries(said);
}

/** @returns the unit, or what the rules know no unit for */
function unitOf(person: DirectoryPerson, rules: SyncRules, units: readonly SyncUnit[]): SyncUnit | string {
  const code = unitCodeOf(person, rules.units);
  if (code === null) return person.directoryName;
  return units.find((unit) => unit.code.toLowerCase() === code.toLowerCase()) ?? code;
}

function honorificOf({ honorific }: Said): StaffFacts['honorific'] | null {
  const said = honorific?.toLowerCase().replace(/\.$/u, '') ?? '';
  if (WOMEN.includes(said)) return 'Bà';
  return MEN.includes(said) ? 'Ông' : null;
}

/** Where the directory does not say; the plan shows it, and a person may set it right. */
function guessedHonorific(fullName: string): StaffFacts['honorific'] {
  return / thị /iu.test(fullName) ? 'Bà' : 'Ông';
}
