import type { ListedOfficer } from '../../officers/index.js';
import { MAX_EMAIL_LENGTH, MAX_PHONE_LENGTH } from '../../officers/domain/published-entry.js';
import { REASON_LENGTHS } from '../../officers/domain/officer-change.js';
import type { ActField, ActFormView } from '../kit/act-form.js';
import type { OfficerUnitView } from './officer-unit-page.js';
import type { ListedOfficerView, OfficersView } from './officers-page.js';
import { count } from '../kit/words/numbers.js';
import { changeStateLabel } from './officers-words.js';
import { fullDay, moment } from '../kit/words/time.js';
import { fullTitle } from '../kit/names.js';
import type { OfficersReading, OfficerUnitReading } from './officers-reading.js';
import { refusedValues, type RefusedAct } from '../kit/refused-values.js';

export const OFFICERS = '/can-bo-dau-moi';

export function unitHref(unitId: string): string {
  return `${OFFICERS}/don-vi/${unitId}`;
}

export function changeHref(id: string): string {
  return `${OFFICERS}/thay-doi/${id}`;
}

export function officersView({ question, found, total, missing }: OfficersReading): OfficersView {
  const { words = '', onlyMissing = false } = question;
  const asked = [...(words === '' ? [] : [`tim=${encodeURIComponent(words)}`]), ...(onlyMissing ? ['thieu=1'] : [])];
  return {
    summary: `${count(found.length)} trong ${count(total)} đơn vị.`,
    words,
    onlyMissing,
    missing,
    sheetHref: [`${OFFICERS}.xlsx`, ...(asked.length === 0 ? [] : [asked.join('&')])].join('?'),
    units: found.map(({ unit, officers }) => ({
      id: unit.id,
      name: unit.name,
      href: unitHref(unit.id),
      address: unit.address,
      website: unit.website,
      officers: officers.map(officerView),
    })),
  };
}

function officerView({ person, phone, email, since }: ListedOfficer): ListedOfficerView {
  return {
    id: person.id,
    name: `${person.honorific} ${person.fullName}`,
    position: person.position,
    phone,
    email,
    since: since === null ? null : fullDay(since),
  };
}

export function officerUnitView(reading: OfficerUnitReading, refused: RefusedAct | null): OfficerUnitView {
  const { listed, history, names, mayEdit } = reading;
  const { unit, officers } = listed;
  return {
    name: unit.name,
    place: [unit.address, unit.website].filter((one) => one !== null).join(' · '),
    officers: officers.map((officer) => ({
      ...officerView(officer),
      edit: mayEdit ? entryForm(unit.id, officer, refused) : null,
    })),
    change: mayEdit ? changeForm(reading, refused) : null,
    terms: history.terms.map(({ id, staffId, validFrom, validTo }) => ({
      id,
      name: fullTitle(names, staffId) ?? '',
      period: `${validFrom === null ? 'Không rõ ngày đầu' : `Từ ${fullDay(validFrom)}`}, ${
        validTo === null ? 'đến nay' : `đến hết ${fullDay(validTo)}`
      }`,
    })),
    changes: history.changes.map(({ id, leavingId, takingId, validFrom, state, createdByName, createdAt }) => ({
      id,
      href: mayEdit ? changeHref(id) : null,
      words: `${fullTitle(names, takingId) ?? ''} thay ${fullTitle(names, leavingId) ?? '(chưa có ai)'}`,
      day: fullDay(validFrom),
      state: changeStateLabel(state),
      by: `${createdByName}, ${moment(createdAt)}`,
    })),
  };
}

function entryForm(unitId: string, officer: ListedOfficer, refused: RefusedAct | null): ActFormView {
  const { person, phone, email, since } = officer;
  const action = `${unitHref(unitId)}/lien-he/${person.id}`;
  const posted = refusedValues(refused, action);
  return {
    id: `lien-he-${person.id}`,
    label: 'Sửa thông tin liên hệ…',
    action,
    submit: 'Lưu thông tin liên hệ',
    lead: 'Danh bạ được công bố: chỉ ghi số điện thoại, hộp thư công vụ.',
    fields: [
      ...reachFields({
        phone: posted.value('phone') ?? phone ?? '',
        email: posted.value('email') ?? email ?? '',
        error: posted.error,
      }),
      {
        kind: 'date',
        name: 'since',
        label: 'Phụ trách từ ngày',
        hint: 'Bỏ trống nếu không rõ.',
        value: posted.value('since') ?? since ?? '',
        error: posted.error('since'),
      },
    ],
    error: posted.whole('phone', 'email', 'since'),
    open: posted.refused,
  };
}

function changeForm(reading: OfficerUnitReading, refused: RefusedAct | null): ActFormView {
  const { unit, officers } = reading.listed;
  const action = `${unitHref(unit.id)}/thay-doi`;
  const posted = refusedValues(refused, action);
  const typed = (name: string, otherwise = ''): string => posted.value(name) ?? otherwise;
  const [first] = officers;
  return {
    id: 'thay-doi',
    label: officers.length === 0 ? 'Cử cán bộ đầu mối…' : 'Thay cán bộ đầu mối…',
    action,
    submit: 'Xem kế hoạch thay đổi',
    lead: 'Chưa có gì thay đổi cho tới khi kế hoạch được xác nhận ở trang sau.',
    fields: [
      ...whoFields(reading, { typed, error: posted.error }),
      ...whenFields(reading, { typed, error: posted.error }),
      ...reachFields({
        phone: typed('phone', first?.phone ?? ''),
        email: typed('email', first?.email ?? ''),
        error: posted.error,
      }),
    ],
    error: posted.whole('leavingId', 'takingId', 'validFrom', 'reason', 'phone', 'email'),
    open: posted.refused,
  };
}

/** What was typed into the form, and what was wrong with it. */
interface Typed {
  readonly typed: (name: string, otherwise?: string) => string;
  readonly error: (name: string) => string | null;
}

function whoFields({ listed, people }: OfficerUnitReading, { typed, error }: Typed): readonly ActField[] {
  const { officers } = listed;
  return [
    {
      kind: 'choice',
      name: 'leavingId',
      label: 'Người thôi làm đầu mối',
      value: typed('leavingId', officers[0]?.person.id),
      options: [
        ...officers.map(({ person }) => ({ value: person.id, label: `${person.honorific} ${person.fullName}` })),
        { value: '', label: officers.length === 0 ? 'Đơn vị chưa có ai' : 'Không ai; thêm một cán bộ đầu mối' },
      ],
      error: error('leavingId'),
    },
    {
      kind: 'choice',
      name: 'takingId',
      label: 'Người nhận việc',
      hint: 'Chỉ người đang làm việc ở đơn vị này.',
      value: typed('takingId'),
      options: [
        { value: '', label: 'Chọn người nhận việc' },
        ...people.map(({ id, fullName, position }) => ({ value: id, label: `${fullName}, ${position}` })),
      ],
      error: error('takingId'),
    },
  ];
}

function whenFields({ today }: OfficerUnitReading, { typed, error }: Typed): readonly ActField[] {
  return [
    {
      kind: 'date',
      name: 'validFrom',
      label: 'Từ ngày',
      hint: 'Hôm nay: thực hiện ngay khi xác nhận. Ngày sau: tự thực hiện lúc đầu ngày đó, kể cả ngày nghỉ.',
      value: typed('validFrom', today),
      error: error('validFrom'),
    },
    {
      kind: 'area',
      name: 'reason',
      label: 'Lý do, căn cứ',
      hint: 'Như “Điều động theo Quyết định số 8/QĐ-SGDĐT”.',
      rows: 2,
      maxLength: REASON_LENGTHS.longest,
      value: typed('reason'),
      error: error('reason'),
    },
  ];
}

interface Reach {
  readonly phone: string;
  readonly email: string;
  readonly error: (name: string) => string | null;
}

function reachFields({ phone, email, error }: Reach): readonly ActField[] {
  return [
    {
      kind: 'phone',
      name: 'phone',
      label: 'Điện thoại công vụ',
      value: phone,
      maxLength: MAX_PHONE_LENGTH,
      error: error('phone'),
    },
    {
      kind: 'email',
      name: 'email',
      label: 'Hộp thư công vụ',
      value: email,
      maxLength: MAX_EMAIL_LENGTH,
      error: error('email'),
    },
  ];
}
