import { addDays } from '../../kernel/civil-date.js';
import { holderOn } from '../../organisation/domain/duty-flaws.js';
import { UNIT_FUNCTIONS } from '../../organisation/domain/functions.js';
import { MAX_LENGTH } from '../../organisation/domain/unit-flaws.js';
import { isClosed, isInForce, openChildren } from '../../organisation/domain/unit-tree.js';
import type { StaffEntity, UnitEntity } from '../../organisation/index.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import type { Fact } from '../kit/facts.js';
import type { UnitPersonView, UnitView } from './unit-page.js';
import { dutyLabel, periodWords, unitKindLabel } from './organisation-words.js';
import { roleLabel } from '../kit/words/states.js';
import { fullDay } from '../kit/words/time.js';
import { CONTACTS, ORGANISATION, parentOptions, PLACE, unitHref } from './organisation-view.js';
import type { UnitReading } from './organisation-reading.js';
import type { RefusedAct } from '../kit/refused-values.js';
import { line } from '../kit/form/field-kinds.js';
import { defineForm, type FormFrame } from '../kit/form/posted-form.js';

export function personHref(id: string): string {
  return `${ORGANISATION}/nguoi/${id}`;
}

export function unitView(reading: UnitReading, refused: RefusedAct | null): UnitView {
  const { unit, units, today, people, duties, names, mayOrganise } = reading;
  const closed = isClosed(unit);
  const successor = units.find(({ id }) => id === unit.successorId);
  return {
    heading: unit.name,
    summary: `${unitKindLabel(unit.kind)}, mã ${unit.code}`,
    closed: closed
      ? {
          words: `Ngừng hoạt động sau ngày ${fullDay(unit.validTo ?? today)}.`,
          successor: successor === undefined ? null : { name: successor.name, href: unitHref(successor.id) },
        }
      : null,
    facts: factsOf(unit, units),
    contacts: contactsOf(unit),
    people: people.map(personRow),
    duties: duties
      .filter(({ unitId }) => unitId === unit.id)
      .toReversed()
      .map((duty) => ({
        duty: dutyLabel(duty.unitFunction),
        period: periodWords(duty.validFrom, duty.validTo),
        isHeld: isInForce(duty, today),
      })),
    names: names.toReversed().map(({ name, symbol, validFrom }) => ({
      name: `${name} (${symbol})`,
      since: validFrom === null ? 'Tên ban đầu' : `Từ ${fullDay(validFrom)}`,
    })),
    children: openChildren(units, unit.id).map(({ id, name }) => ({ icon: 'users', title: name, href: unitHref(id) })),
    acts: closed ? [] : actsOf(reading, refused),
    addPersonHref: closed || !mayOrganise ? null : `${ORGANISATION}/nguoi?them=${encodeURIComponent(unit.id)}#them`,
    close: !closed && mayOrganise ? `${unitHref(unit.id)}/dong` : null,
  };
}

function factsOf({ symbol, parentId, validFrom, validTo }: UnitEntity, units: readonly UnitEntity[]): readonly Fact[] {
  const parent = units.find(({ id }) => id === parentId);
  return [
    { label: 'Ký hiệu văn bản', value: symbol },
    { label: 'Đơn vị cấp trên', value: parent?.name ?? 'Không có' },
    { label: 'Hoạt động', value: periodWords(validFrom, validTo) },
  ];
}

function contactsOf({ address, website, email, phone }: UnitEntity): readonly Fact[] {
  const told = (label: string, value: string | null): readonly Fact[] => (value === null ? [] : [{ label, value }]);
  return [
    ...told('Địa chỉ', address),
    ...told('Trang thông tin', website),
    ...told('Thư điện tử', email),
    ...told('Điện thoại', phone),
  ];
}

function personRow({ id, honorific, fullName, position, roles }: StaffEntity): UnitPersonView {
  return {
    id,
    name: `${honorific} ${fullName}`,
    href: personHref(id),
    position,
    roles: roles.length === 0 ? 'Chưa có vai trò' : roles.map((role) => roleLabel(role)).join(', '),
  };
}

function actsOf(reading: UnitReading, refused: RefusedAct | null): readonly ActFormView[] {
  const { mayOrganise, mayKeepContacts } = reading;
  return [
    ...(mayKeepContacts ? [contactForm(reading, refused)] : []),
    ...(mayOrganise ? [dutyForm(reading, refused), renameForm(reading, refused), placeForm(reading, refused)] : []),
  ];
}

export const contacting = defineForm(CONTACTS);

function contactForm({ unit }: UnitReading, refused: RefusedAct | null): ActFormView {
  const { address, website, email, phone } = unit;
  const frame = frameOf(unit, 'lien-he', 'Sửa địa chỉ, liên hệ…', 'Lưu địa chỉ, liên hệ');
  return contacting.draw(frame, refused, { address, website, email, phone });
}

export const charging = defineForm({
  unitFunction: line('Nhiệm vụ', {
    kind: 'choice',
    options: UNIT_FUNCTIONS.map((duty) => ({ value: duty, label: dutyLabel(duty) })),
  }),
  from: line('Từ ngày', { kind: 'date' }),
});

function dutyForm({ unit, today, duties }: UnitReading, refused: RefusedAct | null): ActFormView {
  const isOpen = UNIT_FUNCTIONS.some((duty) => holderOn(duties, duty, today) === null);
  const frame = {
    ...frameOf(unit, 'nhiem-vu', 'Giao nhiệm vụ…', 'Giao nhiệm vụ'),
    lead: 'Đơn vị đang giữ nhiệm vụ kết thúc nhiệm vụ từ ngày trước đó.',
  };
  return charging.draw(frame, refused, { from: isOpen ? today : addDays(today, 1) });
}

export const renaming = defineForm({
  name: line('Tên mới', { maxLength: MAX_LENGTH.name }),
  symbol: line('Ký hiệu mới', { maxLength: MAX_LENGTH.symbol }),
  from: line('Dùng từ ngày', { kind: 'date' }),
});

function renameForm({ unit, today }: UnitReading, refused: RefusedAct | null): ActFormView {
  const frame = {
    ...frameOf(unit, 'ten', 'Đổi tên…', 'Lưu tên mới'),
    lead: 'Văn bản cũ giữ tên của ngày ban hành. Tên có ngày sau hôm nay tự đổi khi đến ngày.',
  };
  return renaming.draw(frame, refused, { name: unit.name, symbol: unit.symbol, from: today });
}

export const placing = defineForm(PLACE);

function placeForm({ unit, units }: UnitReading, refused: RefusedAct | null): ActFormView {
  const frame = frameOf(unit, 'vi-tri', 'Đổi loại, đơn vị cấp trên…', 'Lưu loại, đơn vị cấp trên');
  const parentId = { value: unit.parentId, options: parentOptions(units, unit.id) };
  return placing.draw(frame, refused, { kind: unit.kind, parentId });
}

function frameOf(unit: UnitEntity, id: string, label: string, submit: string): FormFrame {
  return { id, label, action: `${unitHref(unit.id)}/${id}`, submit };
}
