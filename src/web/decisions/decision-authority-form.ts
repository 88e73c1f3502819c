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
  type DecisionCandidate,
} from '../../delegation/domain/decision-authority-flaws.js';
import type { DecisionAuthorityEntity } from '../../delegation/index.js';
import type { CivilDate } from '../../kernel/civil-date.js';
import type { ActField, ActFormView } from '../kit/act-form.js';
import { endOfLineForm, lineFields } from '../people/authority-fields.js';
import { refusedValues, type RefusedAct, type RefusedValues } from '../kit/refused-values.js';

export const DECISION_AUTHORITIES = '/tham-quyen-quyet-dinh';

/** The data for the table of who decides in a leader's place. */
export interface DecisionAuthoritiesReading {
  /** Oldest first. */
  readonly table: readonly DecisionAuthorityEntity[];
  readonly people: readonly DecisionCandidate[];
  /** Names of those in the table, also of those who left. */
  readonly names: ReadonlyMap<string, string>;
  readonly today: CivilDate;
  readonly mayEdit: boolean;
}

const LINE_WORDS = {
  lastDay: 'Bỏ trống nếu quy chế không ghi; ủy quyền cho một người phải có.',
  document: 'văn bản giao',
  file: { label: 'Tệp văn bản giao', hint: 'Bắt buộc khi ủy quyền cho một người.' },
};

const OFFICES = Object.keys(DECIDING_OFFICES) as readonly DecidingOffice[];

/** The form of a new line: empty, or as it was refused with every flaw at its field. */
export function decisionAuthorityForm(reading: DecisionAuthoritiesReading, refused: RefusedAct | null): ActFormView {
  const posted = refusedValues(refused, DECISION_AUTHORITIES);
  const draft = draftOf(posted);
  const flaws = posted.refused ? decisionAuthorityFlaws(draft, reading) : [];
  const errorOf = (field: string): string | null =>
    flaws.find((flaw) => flaw.field === field)?.sentence ?? posted.error(field);
  return {
    id: 'them',
    label: 'Thêm thẩm quyền quyết định…',
    action: DECISION_AUTHORITIES,
    submit: 'Lưu thẩm quyền quyết định',
    lead: 'Ghi lại điều người đứng đầu đã quyết định bằng văn bản: quy chế làm việc giao cho bộ phận, hoặc văn bản ủy quyền cho một người.',
    fields: [...whoFields(reading, draft), ...lineFields(draft, LINE_WORDS)].map((field) => ({
      ...field,
      ...(field.kind !== 'hidden' && { error: errorOf(field.name) }),
    })),
    error: flaws.length > 0 ? null : posted.whole('file'),
    open: posted.refused,
    upload: true,
  };
}

function draftOf(posted: RefusedValues): DecisionAuthorityDraft {
  const text = (name: string): string => posted.value(name) ?? '';
  return {
    holder: text('holder'),
    matters: posted.values('matters') ?? [],
    scope: text('scope'),
    validFrom: text('validFrom'),
    validTo: text('validTo'),
    basis: text('basis'),
    basisDate: text('basisDate'),
    hasFile: false,
  };
}

function whoFields({ people }: DecisionAuthoritiesReading, draft: DecisionAuthorityDraft): readonly ActField[] {
  return [
    {
      kind: 'choice',
      name: 'holder',
      label: 'Giao cho',
      value: draft.holder,
      options: [
        { value: '', label: 'Chọn bộ phận hoặc người' },
        ...OFFICES.map((office) => ({ value: office, label: `Bộ phận: ${DECIDING_OFFICE_WORDS[office]}` })),
        ...people.map(({ id, fullName }) => ({ value: id, label: fullName })),
      ],
    },
    {
      kind: 'checks',
      name: 'matters',
      label: 'Việc được quyết định',
      hint: 'Văn thư: không tiếp nhận, chuyển trả, giao việc; giám sát: giao việc, gia hạn, công khai; thủ trưởng đơn vị: không tiếp nhận.',
      values: draft.matters,
      options: DECIDED_MATTERS.map((matter) => ({ value: matter, label: DECIDED_MATTER_WORDS[matter] })),
    },
    {
      kind: 'area',
      name: 'scope',
      label: 'Phạm vi',
      hint: 'Phải ghi khi ủy quyền cho một người.',
      rows: 2,
      value: draft.scope,
      maxLength: 500,
    },
  ];
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
