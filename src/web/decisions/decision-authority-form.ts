import {
  DECIDED_MATTER_WORDS,
  DECIDED_MATTERS,
  DECIDING_OFFICE_WORDS,
  DECIDING_OFFICES,
  type DecidingOffice,
} from '../../delegation/domain/decision-authority.js';
import {
  decisionAuthorityFlaws,
  type DecisionAuthorityDraft,
} from '../../delegation/domain/decision-authority-flaws.js';
import type { DecisionAuthorityEntity } from '../../delegation/index.js';
import type { CivilDate } from '../../kernel/civil-date.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import { endOfLineForm, lineFields } from '../people/authority-fields.js';
import { refusedValues, type RefusedAct, type RefusedValues } from '../kit/refused-values.js';
import { area, checks, choices, pick } from '../kit/form/field-kinds.js';
import { defineForm, withFlaws } from '../kit/form/posted-form.js';
import type { DecisionAuthoritiesReading } from './decision-authorities-page-query.js';

export const DECISION_AUTHORITIES = '/tham-quyen-quyet-dinh';

const LINE_WORDS = {
  lastDay: 'Bỏ trống nếu quy chế không ghi; ủy quyền cho một người phải có.',
  document: 'văn bản giao',
  file: { label: 'Tệp văn bản giao', hint: 'Bắt buộc khi ủy quyền cho một người.' },
};

const OFFICES = Object.keys(DECIDING_OFFICES) as readonly DecidingOffice[];

export const adding = defineForm({
  holder: pick('Giao cho', { blank: 'Chọn bộ phận hoặc người' }),
  matters: checks('Việc được quyết định', {
    hint: 'Văn thư: không tiếp nhận, chuyển trả, giao việc; giám sát: giao việc, gia hạn, công khai; thủ trưởng đơn vị: không tiếp nhận.',
    options: choices(DECIDED_MATTERS, DECIDED_MATTER_WORDS),
  }),
  scope: area('Phạm vi', { hint: 'Phải ghi khi ủy quyền cho một người.', rows: 2, maxLength: 500 }),
  ...lineFields(LINE_WORDS),
});

/** The form of a new line: empty, or as it was refused with every flaw at its field. */
export function decisionAuthorityForm(reading: DecisionAuthoritiesReading, refused: RefusedAct | null): ActFormView {
  const frame = {
    id: 'them',
    label: 'Thêm thẩm quyền quyết định…',
    action: DECISION_AUTHORITIES,
    submit: 'Lưu thẩm quyền quyết định',
    lead: 'Ghi lại điều người đứng đầu đã quyết định bằng văn bản: quy chế làm việc giao cho bộ phận, hoặc văn bản ủy quyền cho một người.',
  };
  const options = [
    ...OFFICES.map((office) => ({ value: office, label: `Bộ phận: ${DECIDING_OFFICE_WORDS[office]}` })),
    ...reading.people.map(({ id, fullName }) => ({ value: id, label: fullName })),
  ];
  const posted = refusedValues(refused, DECISION_AUTHORITIES);
  const flaws = posted.refused ? decisionAuthorityFlaws(draftOf(posted), reading) : [];
  return withFlaws(adding.draw(frame, refused, { holder: { options } }), flaws);
}

function draftOf(posted: RefusedValues): DecisionAuthorityDraft {
  const typed = (name: string): string => posted.value(name) ?? '';
  return {
    holder: typed('holder'),
    matters: posted.values('matters') ?? [],
    scope: typed('scope'),
    validFrom: typed('validFrom'),
    validTo: typed('validTo'),
    basis: typed('basis'),
    basisDate: typed('basisDate'),
    hasFile: false,
  };
}

/** The form by which a line is ended. */
export function endOfDecisionAuthority(
  one: DecisionAuthorityEntity,
  { name, today }: { readonly name: string; readonly today: CivilDate },
  refused: RefusedAct | null,
): ActFormView {
  const lead = 'Việc đã quyết định không đổi; việc sau đó trình lãnh đạo.';
  const words = { name, lead, from: 'Không quyết định nữa từ ngày' };
  return endOfLineForm(DECISION_AUTHORITIES, one, { today, words }, refused);
}
