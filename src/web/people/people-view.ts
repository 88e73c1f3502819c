import { byPersonName, fold } from '../../kernel/vietnamese.js';
import { rolesWithoutCode } from '../../organisation/domain/e-office-code.js';
import type { ListedPerson } from '../../organisation/index.js';
import type { PeopleView, PersonRowView } from './people-page.js';
import { count } from '../kit/words/numbers.js';
import { roleLabel } from '../kit/words/states.js';
import { ORGANISATION, unitOptions } from '../organisation/organisation-view.js';
import type { PeopleReading } from '../organisation/organisation-reading.js';
import { addPersonForm, PEOPLE } from './person-form.js';
import type { RefusedAct } from '../kit/refused-values.js';
import { personHref } from '../organisation/unit-view.js';

export const PEOPLE_ON_A_PAGE = 50;

/** Which people a list shows. */
export const PEOPLE_KINDS = ['', 'thieu-ma', 'chua-co-vai-tro', 'da-ngung'] as const;

export type PeopleKind = (typeof PEOPLE_KINDS)[number];

/** What is asked of the list. */
export interface PeopleQuestion {
  /** Words of a name, a position or an account, marks or none. */
  readonly words: string;
  /** `''` for all. */
  readonly unitId: string;
  readonly kind: PeopleKind;
  /** From 1. */
  readonly page: number;
  /** The unit for which somebody is to be added; `''` for none. */
  readonly addTo: string;
}

const KIND_LABELS: Readonly<Record<PeopleKind, string>> = {
  '': 'Đang làm việc',
  'thieu-ma': 'Thiếu mã trên hệ thống QLVB',
  'chua-co-vai-tro': 'Chưa có vai trò',
  'da-ngung': 'Đã ngừng',
};

export function peopleView(reading: PeopleReading, question: PeopleQuestion, refused: RefusedAct | null): PeopleView {
  const { units, today, mayOrganise, mayKeepContacts } = reading;
  const kinds = PEOPLE_KINDS.filter((kind) => kind !== 'thieu-ma' || mayKeepContacts);
  const names = new Map(units.map(({ id, name }) => [id, name]));
  const found = reading.people
    .filter((person) => isOfKind(person, question.kind, reading) && isAsked(person, question, names))
    .toSorted((one, other) => byPersonName(one.fullName, other.fullName) || (one.id < other.id ? -1 : 1));
  const pages = Math.max(1, Math.ceil(found.length / PEOPLE_ON_A_PAGE));
  const page = Math.min(question.page, pages);
  const first = (page - 1) * PEOPLE_ON_A_PAGE;
  const rows = found.slice(first, first + PEOPLE_ON_A_PAGE);
  const href = (to: number): string | null => (to < 1 || to > pages ? null : peopleHref(question, to));
  return {
    question,
    kinds: kinds.map((kind) => ({ value: kind, label: KIND_LABELS[kind] })),
    units: [{ value: '', label: 'Mọi đơn vị' }, ...unitOptions(units, today).slice(1)],
    rows: rows.map((person) => rowOf(person, reading, names)),
    summary: summaryOf(found.length, first, rows.length),
    previousHref: href(page - 1),
    nextHref: href(page + 1),
    showsAccounts: mayKeepContacts,
    add: mayOrganise ? addPersonForm(reading, question.addTo, refused) : null,
  };
}

function summaryOf(found: number, first: number, shown: number): string {
  if (found === 0) return '';
  return found <= shown
    ? `${count(found)} người`
    : `Người ${count(first + 1)}–${count(first + shown)} trong ${count(found)} người`;
}

function isOfKind(person: ListedPerson, kind: PeopleKind, { initials, mayKeepContacts }: PeopleReading): boolean {
  switch (kind) {
    case 'thieu-ma':
      return mayKeepContacts && rolesWithoutCode(person, initials).length > 0;
    case 'chua-co-vai-tro':
      return person.active && person.roles.length === 0;
    case 'da-ngung':
      return !person.active;
    case '':
      return person.active;
  }
}

function isAsked(
  { fullName, username, position, unitId }: ListedPerson,
  question: PeopleQuestion,
  names: ReadonlyMap<string, string>,
): boolean {
  if (question.unitId !== '' && question.unitId !== unitId) return false;
  const text = fold(`${fullName} ${username} ${position} ${names.get(unitId) ?? ''}`);
  return fold(question.words)
    .split(' ')
    .every((word) => text.includes(word));
}

function rowOf(person: ListedPerson, reading: PeopleReading, names: ReadonlyMap<string, string>): PersonRowView {
  const { id, honorific, fullName, position, unitId, roles, username } = person;
  const lacking = reading.mayKeepContacts ? rolesWithoutCode(person, reading.initials) : [];
  return {
    id,
    name: `${honorific} ${fullName}`,
    href: personHref(id),
    position,
    username,
    unit: { name: names.get(unitId) ?? 'Đơn vị không rõ', href: `${ORGANISATION}/${unitId}` },
    roles: roles.length === 0 ? 'Chưa có vai trò' : roles.map(roleLabel).join(', '),
    lacks: lacking.length === 0 ? null : 'Thiếu mã trên hệ thống QLVB',
  };
}

function peopleHref({ words, unitId, kind }: PeopleQuestion, page: number): string {
  const asked = { tim: words, 'don-vi': unitId, loc: kind, trang: page === 1 ? '' : String(page) };
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== '')).toString();
  return query === '' ? PEOPLE : `${PEOPLE}?${query}`;
}
