import type { ListedOfficer } from '../../officers/index.js';
import { MAX_EMAIL_LENGTH, MAX_PHONE_LENGTH } from '../../officers/domain/published-entry.js';
import { REASON_LENGTHS } from '../../officers/domain/officer-change.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import type { OfficerUnitView } from './officer-unit-page.js';
import type { ListedOfficerView, OfficersView } from './officers-page.js';
import { count } from '../kit/words/numbers.js';
import { changeStateLabel } from './officers-words.js';
import { fullDay, moment } from '../kit/words/time.js';
import { fullTitle } from '../kit/names.js';
import type { OfficersReading, OfficerUnitReading } from './officers-reading.js';
import type { RefusedAct } from '../kit/refused-values.js';
import { area, pick, text } from '../kit/form/field-kinds.js';
import { personChoices } from '../kit/form/known-choices.js';
import { defineForm } from '../kit/form/posted-form.js';

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

const REACHED = {
  phone: text('Điện thoại công vụ', { kind: 'phone', maxLength: MAX_PHONE_LENGTH }),
  email: text('Hộp thư công vụ', { kind: 'email', maxLength: MAX_EMAIL_LENGTH }),
};

export const keeping = defineForm({
  ...REACHED,
  since: text('Phụ trách từ ngày', { kind: 'date', hint: 'Bỏ trống nếu không rõ.' }),
});

function entryForm(unitId: string, officer: ListedOfficer, refused: RefusedAct | null): ActFormView {
  const { person, phone, email, since } = officer;
  const frame = {
    id: `lien-he-${person.id}`,
    label: 'Sửa thông tin liên hệ…',
    action: `${unitHref(unitId)}/lien-he/${person.id}`,
    submit: 'Lưu thông tin liên hệ',
    lead: 'Danh bạ được công bố: chỉ ghi số điện thoại, hộp thư công vụ.',
  };
  return keeping.draw(frame, refused, { phone, email, since });
}

export const changing = defineForm({
  leavingId: pick('Người thôi làm đầu mối'),
  takingId: pick('Người nhận việc', { hint: 'Chỉ người đang làm việc ở đơn vị này.', blank: 'Chọn người nhận việc' }),
  validFrom: text('Từ ngày', {
    kind: 'date',
    hint: 'Hôm nay: thực hiện ngay khi xác nhận. Ngày sau: tự thực hiện lúc đầu ngày đó, kể cả ngày nghỉ.',
  }),
  reason: area('Lý do, căn cứ', {
    hint: 'Như “Điều động theo Quyết định số 8/QĐ-SGDĐT”.',
    ...{ rows: 2, maxLength: REASON_LENGTHS.longest },
  }),
  ...REACHED,
});

function changeForm({ listed, people, today }: OfficerUnitReading, refused: RefusedAct | null): ActFormView {
  const { unit, officers } = listed;
  const [first] = officers;
  const frame = {
    id: 'thay-doi',
    label: first === undefined ? 'Cử cán bộ đầu mối…' : 'Thay cán bộ đầu mối…',
    action: `${unitHref(unit.id)}/thay-doi`,
    submit: 'Xem kế hoạch thay đổi',
    lead: 'Chưa có gì thay đổi cho tới khi kế hoạch được xác nhận ở trang sau.',
  };
  const leaving = [
    ...officers.map(({ person }) => ({ value: person.id, label: `${person.honorific} ${person.fullName}` })),
    { value: '', label: first === undefined ? 'Đơn vị chưa có ai' : 'Không ai; thêm một cán bộ đầu mối' },
  ];
  const taking = personChoices(people);
  return changing.draw(frame, refused, {
    leavingId: { value: first?.person.id ?? null, options: leaving },
    takingId: { options: taking },
    validFrom: today,
    phone: first?.phone ?? null,
    email: first?.email ?? null,
  });
}
