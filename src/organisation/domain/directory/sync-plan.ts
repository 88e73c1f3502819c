import { canonicalJson } from '../../../kernel/canonical-json.js';
import { ROLES, type Role } from '../../../kernel/actor.js';
import { sha256Of } from '../../../kernel/sha256.js';
import type { DirectoryPerson, DirectoryReading } from './directory-person.js';
import { codeKey } from '../person-facts.js';
import type { FieldChange, StaffFacts, StaffMember, SyncLine, SyncRefusal } from './sync-line.js';
import type { SyncRules } from './sync-rules.js';
import { wantedFacts, type SyncUnit } from './wanted-facts.js';

/** Every part in the agency is done for a unit, but looking after the software. */
export const ROLES_OF_A_UNIT: readonly Role[] = ROLES.filter((role) => role !== 'administrator');

/** All that a plan is made from. */
export interface SyncCase {
  readonly staff: readonly StaffMember[];
  readonly units: readonly SyncUnit[];
  readonly rules: SyncRules;
  readonly reading: DirectoryReading;
}

/** What a run would do, and to how many nothing. */
export interface SyncPlan {
  readonly lines: readonly SyncLine[];
  readonly untouched: number;
}

const FACTS: readonly (keyof StaffFacts)[] = [
  'fullName',
  'username',
  'honorific',
  'position',
  'unitId',
  'email',
  'phone',
  'eOfficeCode',
  'directoryName',
];

/**
 * What would bring our staff to what the directory says, line by line; writes nothing.
 *
 * A person is who has the identity of the directory, whatever they are called and wherever they are moved. An account of ours is bound to it by its
 * user name once, unless a local administrator has it or somebody who left. Nobody is deleted; accounts that never came from the directory stay
 * alone; who was stopped by hand is not opened again; nobody gains a role; the last who looks after the software is not stopped.
 */
export function planSync(facts: SyncCase): SyncPlan {
  const known = new Map(
    facts.staff.flatMap((member) => (member.directoryId === null ? [] : [[member.directoryId, member]])),
  );
  const local = new Map(
    facts.staff.filter(({ directoryId }) => directoryId === null).map((one) => [one.username, one]),
  );
  const people = [...new Map(facts.reading.people.map((person) => [person.directoryId, person])).values()];
  const said = people.map((person) => {
    const member = known.get(person.directoryId);
    return member === undefined ? strangerLine(person, local, facts) : memberLine(person, member, facts);
  });
  const lines = [...said.filter((line) => line !== null), ...goneLines(people, facts)];
  return {
    lines: withoutCollisions(keepingAnAdministrator(lines, facts.staff), facts.staff),
    untouched: said.filter((line) => line === null).length,
  };
}

/** The mark of a plan: equal for plans that do the same. What is refused does nothing. */
export function planHash({ lines }: SyncPlan): string {
  const effects = lines
    .filter(({ act }) => act !== 'refuse')
    .map(({ act, directoryId, staffId, facts, rolesLost, rolesBack, reason }) => ({
      act,
      directoryId,
      staffId,
      facts,
      rolesLost,
      rolesBack,
      reason,
    }));
  return sha256Of(canonicalJson(effects.toSorted((one, other) => (one.directoryId < other.directoryId ? -1 : 1))));
}

function memberLine(person: DirectoryPerson, member: StaffMember, facts: SyncCase): SyncLine | null {
  if (person.isDisabled) return member.active ? disableLine(member, 'disabled') : null;
  if (!member.active && member.leftAt === null) return null;
  const wanted = wantedFacts(person, member, facts);
  if ('refusal' in wanted) return refusedLine(person, member, wanted);
  const changes = changesOf(member, wanted.facts, facts.units);
  return member.active && changes.length === 0 ? null : writtenLine(person, member, { wanted: wanted.facts, changes });
}

/** Who is here stays and changes, who was ended is opened again. */
function writtenLine(
  { directoryId }: DirectoryPerson,
  { id: staffId, username, fullName, active, roles, unitId }: StaffMember,
  { wanted, changes }: { readonly wanted: StaffFacts; readonly changes: readonly FieldChange[] },
): SyncLine {
  const rolesLost = unitId === wanted.unitId ? [] : boundToUnit(roles);
  const rolesBack = active ? [] : roles.filter((role) => !rolesLost.includes(role));
  return {
    act: active ? 'change' : 'enable',
    directoryId,
    staffId,
    username,
    fullName,
    facts: wanted,
    changes,
    rolesLost,
    rolesBack,
    reason: null,
    about: null,
  };
}

function strangerLine(
  person: DirectoryPerson,
  local: ReadonlyMap<string, StaffMember>,
  facts: SyncCase,
): SyncLine | null {
  if (person.isDisabled) return null;
  const first = wantedFacts(person, null, facts);
  if ('refusal' in first) return refusedLine(person, null, first);
  const namesake = local.get(first.facts.username);
  if (namesake === undefined) return addLine(person, first.facts, facts.units);
  const barred = barredFromBinding(namesake);
  if (barred !== null) return refusedLine(person, namesake, { refusal: barred, about: namesake.username });
  const bound: FieldChange = { field: 'directoryId', before: null, after: person.directoryId };
  const line = memberLine(person, namesake, facts);
  return line === null
    ? null
    : { ...line, act: 'change', changes: [bound, ...line.changes.filter(({ field }) => field !== 'directoryName')] };
}

/** A directory gets no hold of who may let it in, nor of who has left. */
function barredFromBinding({ roles, hasPassword, active }: StaffMember): SyncRefusal | null {
  if (!active) return 'leftBefore';
  return hasPassword && roles.includes('administrator') ? 'localAdministrator' : null;
}

function addLine({ directoryId }: DirectoryPerson, wanted: StaffFacts, units: readonly SyncUnit[]): SyncLine {
  const { username, fullName } = wanted;
  const changes = FACTS.filter((field) => wanted[field] !== null).map((field) => ({
    field,
    before: null,
    after: shown(field, wanted, units),
  }));
  return {
    act: 'add',
    directoryId,
    staffId: null,
    username,
    fullName,
    facts: wanted,
    changes,
    rolesLost: [],
    rolesBack: [],
    reason: null,
    about: null,
  };
}

function disableLine(member: StaffMember, reason: 'gone' | 'disabled'): SyncLine {
  const { id: staffId, username, fullName, directoryId } = member;
  return {
    act: 'disable',
    directoryId: directoryId ?? '',
    staffId,
    username,
    fullName,
    facts: null,
    changes: [],
    rolesLost: [],
    rolesBack: [],
    reason,
    about: null,
  };
}

function refusedLine(
  person: DirectoryPerson,
  member: StaffMember | null,
  { refusal, about }: { readonly refusal: SyncRefusal; readonly about: string | null },
): SyncLine {
  return {
    act: 'refuse',
    directoryId: person.directoryId,
    staffId: member?.id ?? null,
    username: member?.username ?? '',
    fullName: member?.fullName ?? person.directoryName,
    facts: null,
    changes: [],
    rolesLost: [],
    rolesBack: [],
    reason: refusal,
    about,
  };
}

function goneLines(people: readonly DirectoryPerson[], { staff, reading }: SyncCase): readonly SyncLine[] {
  const present = new Set(people.map(({ directoryId }) => directoryId));
  const deleted = new Set(reading.deleted);
  return staff
    .filter(({ active, directoryId }) => active && directoryId !== null && !present.has(directoryId))
    .filter(({ directoryId }) => reading.complete || deleted.has(directoryId ?? ''))
    .map((member) => disableLine(member, 'gone'));
}

/** What of a person belongs to that person alone, why a second is refused, and who has it: user names also of those who left. */
const UNIQUE: readonly {
  readonly field: 'username' | 'eOfficeCode';
  readonly refusal: SyncRefusal;
  readonly holds: (member: StaffMember, line: SyncLine | undefined) => boolean;
}[] = [
  { field: 'username', refusal: 'usernameTaken', holds: () => true },
  { field: 'eOfficeCode', refusal: 'codeTaken', holds: worksAfter },
];

/** Refuses each line that would take a user name or a code that somebody else has, and repeats until there is none. */
function withoutCollisions(lines: readonly SyncLine[], staff: readonly StaffMember[]): readonly SyncLine[] {
  let standing = lines;
  for (;;) {
    const next = UNIQUE.reduce((some, unique) => {
      const holders = holdersOf(unique, some, staff);
      return some.map((line) => (takesHeld(line, unique, holders) ? refusedForHeld(line, unique) : line));
    }, standing);
    if (next.every((line, index) => line === standing[index])) return standing;
    standing = next;
  }
}

type Unique = (typeof UNIQUE)[number];

/** How many people would have each value after the plan. */
function holdersOf(
  { field, holds }: Unique,
  lines: readonly SyncLine[],
  staff: readonly StaffMember[],
): ReadonlyMap<string, number> {
  const byStaff = new Map(lines.flatMap((line) => (line.staffId === null ? [] : [[line.staffId, line]])));
  const values = [
    ...staff
      .filter((member) => holds(member, byStaff.get(member.id)))
      .map((member) => (byStaff.get(member.id)?.facts ?? member)[field]),
    ...lines.flatMap(({ act, facts }) => (act === 'add' && facts !== null ? [facts[field]] : [])),
  ];
  const count = new Map<string, number>();
  for (const value of values) if (value !== null) count.set(codeKey(value), (count.get(codeKey(value)) ?? 0) + 1);
  return count;
}

function worksAfter({ active }: StaffMember, line: SyncLine | undefined): boolean {
  if (line?.act === 'disable') return false;
  return active || line?.act === 'enable';
}

/** Where nobody would be left who looks after the software, none of those who do is stopped. */
function keepingAnAdministrator(lines: readonly SyncLine[], staff: readonly StaffMember[]): readonly SyncLine[] {
  const administrators = staff.filter(({ active, administersOn }) => active && administersOn).map(({ id }) => id);
  const isStopped = (id: string): boolean => lines.some(({ act, staffId }) => act === 'disable' && staffId === id);
  if (!administrators.every(isStopped)) return lines;
  return lines.map((line) =>
    line.act === 'disable' && administrators.includes(line.staffId ?? '')
      ? { ...line, act: 'refuse', reason: 'lastAdministrator' }
      : line,
  );
}

/** Who had it before the run is not refused for it; a code is also taken by who comes back with it. */
function takesHeld(
  { act, facts, changes }: SyncLine,
  { field }: Unique,
  holders: ReadonlyMap<string, number>,
): boolean {
  const value = facts?.[field] ?? null;
  if (value === null) return false;
  const isNew =
    act === 'add' || (field === 'eOfficeCode' && act === 'enable') || changes.some((change) => change.field === field);
  return isNew && (holders.get(codeKey(value)) ?? 0) > 1;
}

function refusedForHeld(line: SyncLine, { field, refusal }: Unique): SyncLine {
  const nothing = { facts: null, changes: [], rolesLost: [], rolesBack: [] };
  return { ...line, ...nothing, act: 'refuse', reason: refusal, about: line.facts?.[field] ?? null };
}

function changesOf(member: StaffMember, wanted: StaffFacts, units: readonly SyncUnit[]): readonly FieldChange[] {
  return FACTS.filter((field) => member[field] !== wanted[field]).map((field) => ({
    field,
    before: shown(field, member, units),
    after: shown(field, wanted, units),
  }));
}

function shown(field: keyof StaffFacts, facts: StaffFacts, units: readonly SyncUnit[]): string | null {
  if (field !== 'unitId') return facts[field];
  return units.find(({ id }) => id === facts.unitId)?.name ?? facts.unitId;
}

function boundToUnit(roles: readonly Role[]): readonly Role[] {
  return roles.filter((role) => ROLES_OF_A_UNIT.includes(role));
}
