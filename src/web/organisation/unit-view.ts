import { addDays } from '../../kernel/civil-date.js';
import { holderOn } from '../../organisation/domain/duty-flaws.js';
import { UNIT_FUNCTIONS } from '../../organisation/domain/functions.js';
import { MAX_LENGTH } from '../../organisation/domain/unit-flaws.js';
import { isClosed, isInForce, openChildren } from '../../organisation/domain/unit-tree.js';
import type { StaffEntity, UnitEntity } from '../../organisation/index.js';
import type { ActFormView } from '../kit/act-form.js';
import type { Fact } from '../kit/facts.js';
import type { UnitPersonView, UnitView } from './unit-page.js';
import { dutyLabel, periodWords, unitKindLabel } from './organisation-words.js';
import { roleLabel } from '../kit/words/states.js';
import { fullDay } from '../kit/words/time.js';
import { contactFields, formOf, KIND_OPTIONS, ORGANISATION, parentOptions, unitHref } from './organisation-view.js';
import type { UnitReading } from './organisation-reading.js';
import { refusedValues, type RefusedAct } from '../kit/refused-values.js';

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

function contactForm({ unit }: UnitReading, refused: RefusedAct | null): ActFormView {
  const action = `${unitHref(unit.id)}/lien-he`;
  const posted = refusedValues(refused, action);
  const fields = contactFields(posted, unit);
  return formOf(
    { id: 'lien-he', label: 'Sửa địa chỉ, liên hệ…', action, submit: 'Lưu địa chỉ, liên hệ', fields },
    posted,
  );
}

function dutyForm({ unit, today, duties }: UnitReading, refused: RefusedAct | null): ActFormView {
  const action = `${unitHref(unit.id)}/nhiem-vu`;
  const posted = refusedValues(refused, action);
  const isOpen = UNIT_FUNCTIONS.some((duty) => holderOn(duties, duty, today) === null);
  const firstDay = isOpen ? today : addDays(today, 1);
  const options = UNIT_FUNCTIONS.map((duty) => ({ value: duty, label: dutyLabel(duty) }));
  return formOf(
    {
      id: 'nhiem-vu',
      label: 'Giao nhiệm vụ…',
      action,
      submit: 'Giao nhiệm vụ',
      lead: 'Đơn vị đang giữ nhiệm vụ kết thúc nhiệm vụ từ ngày trước đó.',
      fields: [
        { kind: 'choice', name: 'unitFunction', label: 'Nhiệm vụ', value: posted.value('unitFunction') ?? '', options },
        { kind: 'date', name: 'from', label: 'Từ ngày', value: posted.value('from') ?? firstDay },
      ],
    },
    posted,
  );
}

function renameForm({ unit, today }: UnitReading, refused: RefusedAct | null): ActFormView {
  const action = `${unitHref(unit.id)}/ten`;
  const posted = refusedValues(refused, action);
  return formOf(
    {
      id: 'ten',
      label: 'Đổi tên…',
      action,
      submit: 'Lưu tên mới',
      lead: 'Văn bản cũ giữ tên của ngày ban hành. Tên có ngày sau hôm nay tự đổi khi đến ngày.',
      fields: [
        {
          kind: 'text',
          name: 'name',
          label: 'Tên mới',
          value: posted.value('name') ?? unit.name,
          maxLength: MAX_LENGTH.name,
        },
        {
          kind: 'text',
          name: 'symbol',
          label: 'Ký hiệu mới',
          value: posted.value('symbol') ?? unit.symbol,
          maxLength: MAX_LENGTH.symbol,
        },
        { kind: 'date', name: 'from', label: 'Dùng từ ngày', value: posted.value('from') ?? today },
      ],
    },
    posted,
  );
}

function placeForm({ unit, units }: UnitReading, refused: RefusedAct | null): ActFormView {
  const action = `${unitHref(unit.id)}/vi-tri`;
  const posted = refusedValues(refused, action);
  return formOf(
    {
      id: 'vi-tri',
      label: 'Đổi loại, đơn vị cấp trên…',
      action,
      submit: 'Lưu loại, đơn vị cấp trên',
      fields: [
        {
          kind: 'choice',
          name: 'kind',
          label: 'Loại',
          value: posted.value('kind') ?? unit.kind,
          options: KIND_OPTIONS,
        },
        {
          kind: 'choice',
          name: 'parentId',
          label: 'Đơn vị cấp trên',
          value: posted.value('parentId') ?? unit.parentId ?? '',
          options: parentOptions(units, unit.id),
        },
      ],
    },
    posted,
  );
}
