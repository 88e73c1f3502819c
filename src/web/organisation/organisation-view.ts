import { fold } from '../../kernel/vietnamese.js';
import { holderOn } from '../../organisation/domain/duty-flaws.js';
import { UNIT_FUNCTIONS, UNIT_KINDS } from '../../organisation/domain/functions.js';
import { isClosed, isInForce, openChildren } from '../../organisation/domain/unit-tree.js';
import { MAX_LENGTH } from '../../organisation/domain/unit-flaws.js';
import type { UnitEntity } from '../../organisation/index.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import type { RowView } from '../kit/row-list.js';
import type { OrganisationView, UnitBranchView } from './organisation-page.js';
import { count } from '../kit/words/numbers.js';
import { dutyLabel, periodWords, unitKindLabel } from './organisation-words.js';
import { fullDay } from '../kit/words/time.js';
import type { OrganisationReading } from './organisation-reading.js';
import type { RefusedAct } from '../kit/refused-values.js';
import { type Choice, line } from '../kit/form/field-kinds.js';
import { unitChoices } from '../kit/form/known-choices.js';
import { defineForm } from '../kit/form/posted-form.js';

export const ORGANISATION = '/to-chuc';
/** Units that a question shows. */
const MAX_FOUND = 50;
/** Schools under one unit that are shown without being asked for. */
const MAX_OPEN = 12;

export function unitHref(id: string): string {
  return `${ORGANISATION}/${id}`;
}

export function organisationView(reading: OrganisationReading, refused: RefusedAct | null): OrganisationView {
  const { units, question, today, mayOrganise } = reading;
  const open = units.filter((unit) => !isClosed(unit) || isInForce(unit, today));
  const closed = units.filter((unit) => !open.includes(unit));
  const found = question === '' ? [] : units.filter((unit) => matches(unit, question));
  return {
    summary: summaryOf(open, reading),
    question,
    found: found.slice(0, MAX_FOUND).map((unit) => rowOf(unit, reading)),
    left: found.length > MAX_FOUND ? `Còn ${count(found.length - MAX_FOUND)} đơn vị; viết thêm chữ để thu hẹp.` : null,
    roots: branches(
      open.filter((unit) => isRoot(unit, open)),
      reading,
    ),
    closed: closed.toSorted(byName).map((unit) => rowOf(unit, reading)),
    duties: UNIT_FUNCTIONS.map((duty) => {
      const holder = holderOn(reading.duties, duty, today);
      const unit = units.find(({ id }) => id === holder?.unitId);
      return {
        duty: dutyLabel(duty),
        holder: unit === undefined ? null : { name: unit.name, href: unitHref(unit.id) },
        since: holder === null ? null : periodWords(holder.validFrom, holder.validTo),
      };
    }),
    add: mayOrganise ? addForm(reading, refused) : null,
    peopleHref: `${ORGANISATION}/nguoi`,
    importHref: mayOrganise ? `${ORGANISATION}/nhap` : null,
  };
}

function summaryOf(open: readonly UnitEntity[], { headcounts }: OrganisationReading): string {
  const schools = open.filter(({ kind }) => kind === 'school').length;
  const people = [...headcounts.values()].reduce((sum, held) => sum + held, 0);
  return `${count(open.length)} đơn vị đang hoạt động, trong đó ${count(schools)} trường; ${count(people)} người có tài khoản.`;
}

/** Whether every word of the question stands in the unit's name, code or symbol, marks or none. */
function matches({ name, code, symbol }: UnitEntity, question: string): boolean {
  const text = fold(`${name} ${code} ${symbol}`);
  return fold(question)
    .split(' ')
    .every((word) => text.includes(word));
}

function isRoot({ parentId }: UnitEntity, open: readonly UnitEntity[]): boolean {
  return parentId === null || !open.some(({ id }) => id === parentId);
}

/** Units with those below them: parts of the department first, in the order of their kinds; many schools fold away. */
function branches(
  units: readonly UnitEntity[],
  reading: OrganisationReading,
  above: readonly string[] = [],
): readonly UnitBranchView[] {
  return units
    .filter(({ id }) => !above.includes(id))
    .toSorted((one, other) => rankOf(one) - rankOf(other) || byName(one, other))
    .map((unit) => {
      const below = openChildren(reading.units, unit.id);
      const schools = below.filter(({ kind }) => kind === 'school');
      const folds = schools.length > MAX_OPEN;
      const path = [...above, unit.id];
      return {
        row: rowOf(unit, reading),
        children: branches(folds ? below.filter((one) => !schools.includes(one)) : below, reading, path),
        folded: folds ? { label: `${count(schools.length)} trường`, children: branches(schools, reading, path) } : null,
      };
    });
}

function rankOf({ kind }: UnitEntity): number {
  return UNIT_KINDS.indexOf(kind);
}

function byName(one: UnitEntity, other: UnitEntity): number {
  return one.name.localeCompare(other.name, 'vi') || (one.id < other.id ? -1 : 1);
}

function rowOf(unit: UnitEntity, { headcounts, units, today }: OrganisationReading): RowView & { readonly id: string } {
  const people = headcounts.get(unit.id) ?? 0;
  return {
    id: unit.id,
    icon: 'users',
    title: unit.name,
    href: unitHref(unit.id),
    detail: [
      `${unitKindLabel(unit.kind)}, mã ${unit.code}`,
      people === 0 ? 'chưa có tài khoản' : `${count(people)} người`,
      ...standingWords(unit, units, today),
    ].join(' · '),
  };
}

function standingWords(
  { validFrom, validTo, successorId }: UnitEntity,
  units: readonly UnitEntity[],
  today: OrganisationReading['today'],
): readonly string[] {
  const successor = units.find(({ id }) => id === successorId)?.name;
  return [
    ...(validFrom !== null && validFrom > today ? [`hoạt động từ ${fullDay(validFrom)}`] : []),
    ...(validTo === null ? [] : [`ngừng sau ngày ${fullDay(validTo)}`]),
    ...(successor === undefined ? [] : [`việc chuyển về ${successor}`]),
  ];
}

/** Units that may stand above another: those that are not closed. */
export function parentOptions(units: readonly UnitEntity[], except: string | null): readonly Choice[] {
  return optionsOf(units.filter((unit) => !isClosed(unit) && unit.id !== except));
}

/** Units in which somebody may work today or later. */
export function unitOptions(units: readonly UnitEntity[], today: OrganisationReading['today']): readonly Choice[] {
  return optionsOf(units.filter(({ validTo }) => validTo === null || validTo >= today));
}

function optionsOf(units: readonly UnitEntity[]): readonly Choice[] {
  return unitChoices(units.toSorted((one, other) => rankOf(one) - rankOf(other) || byName(one, other)));
}

/** Where a unit stands. */
export const PLACE = {
  kind: line('Loại', {
    kind: 'choice',
    value: 'school',
    options: UNIT_KINDS.map((kind) => ({ value: kind, label: unitKindLabel(kind) })),
  }),
  parentId: line('Đơn vị cấp trên', { kind: 'choice', blank: 'Không có (đứng đầu)' }),
};

/** Where a unit is found. */
export const CONTACTS = {
  address: line('Địa chỉ', { maxLength: MAX_LENGTH.address }),
  website: line('Trang thông tin', { maxLength: MAX_LENGTH.website }),
  email: line('Thư điện tử công vụ', { kind: 'email', maxLength: MAX_LENGTH.email }),
  phone: line('Điện thoại cơ quan', { kind: 'phone', maxLength: MAX_LENGTH.phone }),
};

export const adding = defineForm({
  code: line('Mã', { hint: 'Không đổi về sau; không có dấu cách.', maxLength: MAX_LENGTH.code }),
  name: line('Tên đơn vị', { maxLength: MAX_LENGTH.name }),
  symbol: line('Ký hiệu trong số văn bản', { maxLength: MAX_LENGTH.symbol }),
  ...PLACE,
  validFrom: line('Hoạt động từ ngày', { kind: 'date' }),
  ...CONTACTS,
});

function addForm({ units, today }: OrganisationReading, refused: RefusedAct | null): ActFormView {
  const frame = { id: 'them', label: 'Thêm đơn vị…', action: ORGANISATION, submit: 'Thêm đơn vị' };
  const leadership = units.find(({ kind }) => kind === 'leadership')?.id ?? null;
  const parentId = { value: leadership, options: parentOptions(units, null) };
  return adding.draw(frame, refused, { parentId, validFrom: today });
}
