import type { Role } from '../../kernel/actor.js';
import { canonicalJson } from '../../kernel/canonical-json.js';
import type { CivilDate } from '../../kernel/civil-date.js';
import { sha256Of } from '../../kernel/sha256.js';
import { fold } from '../../kernel/vietnamese.js';
import { phoneOf, textOf, type ListCell } from './list-cells.js';
import {
  EXAMPLE_USERNAME,
  headingOf,
  issuesInWords,
  PEOPLE_COLUMNS,
  peopleFieldOf,
  type CellIssue,
  type PeopleField,
} from './people-columns.js';
import { afterLeaving, readRoleCells, type RoleGrant } from './people-roles.js';
import { codeKey, HONORIFICS, personIssues, tidyPerson, type PersonField, type TypedPerson } from './person-facts.js';
import { changedFields, directoryFields, typedFacts } from './directory/person-source.js';
import type { HeldRole } from './roles-by-date.js';
import { ROLES_OF_A_UNIT } from './directory/sync-plan.js';
import type { AttributeMap } from './directory/sync-rules.js';
import type { TreeUnit } from './unit-tree.js';

/** A person as kept, with their roles by date. */
export interface KnownPerson {
  readonly id: string;
  readonly username: string;
  readonly fullName: string;
  readonly honorific: string;
  readonly position: string;
  readonly unitId: string;
  readonly eOfficeCode: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly active: boolean;
  readonly directoryId: string | null;
  readonly held: readonly HeldRole[];
}

export interface FactChange {
  readonly heading: string;
  readonly before: string;
  readonly after: string;
}

export interface PersonRow {
  /** The row as the spreadsheet numbers it; the headings are row 1. */
  readonly line: number;
  /** The person who has this account; null for a new one. */
  readonly staffId: string | null;
  /** The person as they would be. */
  readonly facts: TypedPerson;
  /** Which of them would be written; all of somebody new. */
  readonly changed: readonly PersonField[];
  /** The same for people: before and after, a unit by its name. */
  readonly changes: readonly FactChange[];
  /** Headings of cells that are not followed, because the directory decides. */
  readonly kept: readonly string[];
  readonly grants: readonly RoleGrant[];
  /** Roles of the old unit that end because the person moves to another. */
  readonly ended: readonly Role[];
  /** What must be corrected in the file, each with its column. */
  readonly issues: readonly string[];
}

export type PeopleListReading =
  | { readonly ok: true; readonly rows: readonly PersonRow[] }
  | { readonly ok: false; readonly issue: string };

/** All that a list is compared with. */
export interface PeopleAround {
  readonly people: readonly KnownPerson[];
  readonly units: readonly (Pick<TreeUnit, 'id' | 'name' | 'validTo'> & { readonly code: string })[];
  readonly today: CivilDate;
  /** Which attribute of the directory says what. */
  readonly attributes: AttributeMap;
}

/**
 * Reads a list of people, headings first, and holds each row against those who have an account: known by the user name, an empty cell leaves what is known.
 * Rows count in the order of the file: a code in the e-office is free for a row where the person who had it gave it up in a row before. Facts that the
 * directory brings are not written over.
 */
export function readPeopleRows(
  [headings = [], ...body]: readonly (readonly ListCell[])[],
  around: PeopleAround,
): PeopleListReading {
  const fields = headings.map((heading) => peopleFieldOf(textOf(heading)));
  const missing = PEOPLE_COLUMNS.filter(({ field, required }) => required && !fields.includes(field));
  if (missing.length > 0) {
    const names = missing.map(({ heading }) => heading).join(', ');
    return { ok: false, issue: `Dòng đầu phải là tên cột; chưa thấy cột: ${names}. Tải tệp mẫu để so.` };
  }
  const reader = new PeopleReader(around);
  const rows = body.flatMap((cells, at) =>
    cells.every((cell) => textOf(cell) === '')
      ? []
      : [reader.read(at + 2, (field) => cells[fields.indexOf(field)] ?? '')],
  );
  return rows.length === 0 ? { ok: false, issue: 'Tệp không có ai dưới dòng tên cột.' } : { ok: true, rows };
}

/** The mark of what a list would do: equal for lists that do the same to the same people. */
export function peopleListMark(rows: readonly PersonRow[]): string {
  const effects = rows
    .filter((row) => row.issues.length > 0 || writesSomething(row))
    .map(({ line, staffId, facts, changes, grants, ended, issues }) => ({
      ...{
        staffId,
        facts: staffId === null ? facts : facts.username,
        changes: changes.map((change) => ({ ...change })),
      },
      grants: grants.map((grant) => ({ ...grant })),
      ended,
      flawed: issues.length > 0 ? line : null,
    }));
  return sha256Of(canonicalJson(effects));
}

export function writesSomething({ staffId, changed, grants, issues }: PersonRow): boolean {
  return issues.length === 0 && (staffId === null || changed.length > 0 || grants.length > 0);
}

export function makesAdministrator({ grants }: PersonRow): boolean {
  return grants.some(({ role }) => role === 'administrator');
}

const FACTS: Readonly<Record<PersonField, PeopleField>> = {
  fullName: 'fullName',
  honorific: 'honorific',
  position: 'position',
  unitId: 'unitCode',
  username: 'username',
  eOfficeCode: 'eOfficeCode',
  email: 'email',
  phone: 'phone',
};

const READERS: Readonly<Partial<Record<PersonField, (cell: ListCell) => string>>> = {
  phone: phoneOf,
  honorific: (cell) => HONORIFICS.find((one) => fold(one) === fold(textOf(cell))) ?? textOf(cell),
};

const NOBODY: TypedPerson = {
  fullName: '',
  honorific: '',
  position: '',
  unitId: '',
  username: '',
  eOfficeCode: '',
  email: '',
  phone: '',
};

type Cells = (field: PeopleField) => ListCell;

/** Reads row after row and remembers what the rows before have taken. */
class PeopleReader {
  private readonly people: ReadonlyMap<string, KnownPerson>;
  private readonly unitsByCode: ReadonlyMap<string, PeopleAround['units'][number]>;
  /** In which row each user name stood first. */
  private readonly lines = new Map<string, number>();
  /** Who has each code in the e-office, by `codeKey`: the user name and the full name. */
  private readonly codes: Map<string, Pick<KnownPerson, 'username' | 'fullName'>>;

  constructor(private readonly around: PeopleAround) {
    this.people = new Map(around.people.map((person) => [person.username.toLowerCase(), person]));
    this.unitsByCode = new Map(around.units.map((unit) => [fold(unit.code), unit]));
    this.codes = new Map(
      around.people.flatMap((person): [string, KnownPerson][] =>
        person.active && person.eOfficeCode !== null ? [[codeKey(person.eOfficeCode), person]] : [],
      ),
    );
  }

  read(line: number, cell: Cells): PersonRow {
    const username = textOf(cell('username')).toLowerCase();
    const person = this.people.get(username);
    const before = person === undefined ? { ...NOBODY, username } : typedFacts(person);
    const said = this.saidIn(cell, before);
    const locked = person === undefined ? [] : directoryFields(person, this.around.attributes);
    const facts = { ...said, ...picked(before, locked) };
    const changed = changedFields(person === undefined ? NOBODY : before, facts);
    const roles = this.rolesIn(cell, person, changed.includes('unitId'));
    const issues = issuesInWords([
      ...this.rowIssues(cell, person),
      ...this.factIssues(facts, person === undefined ? null : changed),
      ...roles.issues,
    ]);
    if (!this.lines.has(username)) this.lines.set(username, line);
    if (issues.length === 0) this.takeCode(before, facts);
    return {
      line,
      staffId: person?.id ?? null,
      facts,
      changed,
      changes: changed
        .filter(isShown)
        .map((field) => this.changeOf(field, person === undefined ? NOBODY : before, facts)),
      kept: locked.filter((field) => said[field] !== before[field]).map((field) => headingOf(FACTS[field])),
      grants: roles.grants,
      ended: roles.ended,
      issues,
    };
  }

  /** The facts of a row; empty cells, and units that nobody knows, leave what is known. */
  private saidIn(cell: Cells, before: TypedPerson): TypedPerson {
    const said: Record<PersonField, string> = { ...before };
    for (const field of Object.keys(FACTS) as PersonField[]) {
      const given = cell(FACTS[field]);
      const text = field === 'unitId' ? (this.unitIn(cell)?.id ?? '') : (READERS[field] ?? textOf)(given);
      if (text !== '') said[field] = text;
    }
    return tidyPerson(said);
  }

  private unitIn(cell: Cells): PeopleAround['units'][number] | undefined {
    return this.unitsByCode.get(fold(textOf(cell('unitCode'))));
  }

  private rolesIn(
    cell: Cells,
    person: KnownPerson | undefined,
    moves: boolean,
  ): ReturnType<typeof readRoleCells> & Pick<PersonRow, 'ended'> {
    const { today } = this.around;
    const ofUnit = moves && person !== undefined ? ROLES_OF_A_UNIT : [];
    const { held, ended } = afterLeaving(person?.held ?? [], ofUnit, today);
    const cells = { roles: cell('roles'), from: cell('from'), to: cell('to') };
    return { ...readRoleCells(cells, held, today), ended };
  }

  private rowIssues(cell: Cells, person: KnownPerson | undefined): readonly CellIssue[] {
    const username = textOf(cell('username')).toLowerCase();
    const repeats = this.lines.get(username);
    const code = textOf(cell('unitCode'));
    const isUnknownUnit = code === '' ? person === undefined : this.unitIn(cell) === undefined;
    return [
      ...issue('username', username === EXAMPLE_USERNAME, 'Đây là dòng mẫu; xóa dòng này khỏi tệp.'),
      ...issue('username', username === '', 'Ghi tên đăng nhập.'),
      ...issue('username', repeats !== undefined, `trùng với dòng ${String(repeats)}.`),
      ...issue(
        'username',
        person?.active === false,
        `${person?.fullName ?? ''} đã ngừng tài khoản; cho hoạt động lại ở trang của người đó trước, hoặc bỏ dòng này.`,
      ),
      ...issue(
        'unitCode',
        isUnknownUnit,
        `${code === '' ? 'Ghi mã đơn vị' : `Không có đơn vị mã “${code}”`}; các mã có ở trang thứ hai của tệp mẫu.`,
      ),
    ];
  }

  /** @param changed of whom is known only what changes is looked at; null for somebody new */
  private factIssues(facts: TypedPerson, changed: readonly PersonField[] | null): readonly CellIssue[] {
    const holder = this.codes.get(codeKey(facts.eOfficeCode));
    const isOther = holder !== undefined && holder.username !== facts.username;
    const known = {
      units: this.around.units,
      today: this.around.today,
      usernames: new Map<string, string>(),
      codes: new Map(isOther ? [[codeKey(facts.eOfficeCode), holder.fullName]] : []),
    };
    return personIssues(facts, known)
      .filter(({ field }) => changed === null || changed.some((one) => one === field))
      .flatMap(({ field, sentence }) => {
        const column = Object.entries(FACTS).find(([fact]) => fact === field)?.[1];
        return column === undefined ? [] : [{ field: column, sentence }];
      });
  }

  private takeCode(before: TypedPerson, { eOfficeCode, username, fullName }: TypedPerson): void {
    const old = codeKey(before.eOfficeCode);
    if (this.codes.get(old)?.username === username) this.codes.delete(old);
    if (eOfficeCode !== '') this.codes.set(codeKey(eOfficeCode), { username, fullName });
  }

  private changeOf(field: PersonField, before: TypedPerson, after: TypedPerson): FactChange {
    const shown = (value: string): string =>
      field === 'unitId' ? (this.around.units.find(({ id }) => id === value)?.name ?? value) : value;
    const heading = field === 'unitId' ? 'Đơn vị' : headingOf(FACTS[field]);
    return { heading, before: shown(before[field]), after: shown(after[field]) };
  }
}

/** The user name stands in the row itself. */
function isShown(field: PersonField): boolean {
  return field !== 'username';
}

function issue(field: PeopleField, isWrong: boolean, sentence: string): readonly CellIssue[] {
  return isWrong ? [{ field, sentence }] : [];
}

function picked(facts: TypedPerson, fields: readonly PersonField[]): Partial<TypedPerson> {
  return Object.fromEntries(fields.map((field) => [field, facts[field]]));
}
