import { authorityFlaws, type AuthorityCase, type AuthorityDraft } from '../../delegation/domain/authority-flaws.js';
import type { SigningForm } from '../../delegation/domain/authority-lines.js';
import { blockLines, signedName, type SigningAuthority } from '../../delegation/domain/signing-authority.js';
import type { Flaw } from '../../law/policy-draft.js';
import { civilDate } from '../../kernel/civil-date.js';
import { KINDS } from '../../../templates/catalogue.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import { lineFields } from './authority-fields.js';
import type { AuthoritiesReading } from './authorities-page-query.js';
import { refusedValues, type RefusedAct, type RefusedValues } from '../kit/refused-values.js';
import { area, checks, pick, text } from '../kit/form/field-kinds.js';
import { personChoices } from '../kit/form/known-choices.js';
import { defineForm, withFlaws } from '../kit/form/posted-form.js';

export const AUTHORITIES = '/tham-quyen-ky';
export const PREVIEW_ACTION = `${AUTHORITIES}/xem`;

const LINE_WORDS = {
  lastDay: 'Bỏ trống nếu không thời hạn; thừa ủy quyền phải có.',
  document: 'văn bản giao ký',
  file: { label: 'Tệp văn bản ủy quyền', hint: 'Bắt buộc khi ký thừa ủy quyền.' },
};

/** Kinds that are signed for the agency; slips are not signed, papers of a unit are signed by its head. */
export const SIGNED_KINDS: readonly string[] = KINDS.filter(
  ({ isSigned, issuer }) => isSigned && issuer !== 'unit',
).map(({ name }) => name);

const FORMS: readonly (readonly [SigningForm, string])[] = [
  ['KT', 'Ký thay (KT.): cấp phó ký thay cấp trưởng'],
  ['head', 'Người đứng đầu: ký trực tiếp'],
  ['Q', 'Quyền cấp trưởng (Q.)'],
  ['TL', 'Thừa lệnh (TL.): người đứng đầu đơn vị thuộc Sở'],
  ['TUQ', 'Thừa ủy quyền (TUQ.): ủy quyền bằng văn bản'],
  ['TM', 'Thay mặt tập thể (TM.)'],
];

export const adding = defineForm({
  personId: pick('Người ký', { blank: 'Chọn người ký' }),
  form: pick('Hình thức ký', {
    hint: 'Nghị định 30/2020/NĐ-CP, Điều 13.',
    options: FORMS.map(([value, label]) => ({ value, label })),
  }),
  sourceId: pick('Ký thay cho ai', { blank: 'Người đứng đầu Sở' }),
  field: area('Lĩnh vực, nội dung được giao', {
    hint: 'Phải ghi khi ký thay (KT.): lĩnh vực cấp phó phụ trách; khi thừa ủy quyền (TUQ.): nội dung được ủy quyền.',
    ...{ rows: 2, maxLength: 500 },
  }),
  position: text('Chức vụ ghi trong khối ký', {
    hint: 'Bỏ trống thì theo chức vụ ở trang Thông tin cơ quan (người đứng đầu, cấp phó).',
    maxLength: 100,
  }),
  academicTitle: text('Học hàm, học vị ghi trước họ tên', {
    hint: 'Như “PGS. TS.”; bỏ trống nếu không ghi.',
    maxLength: 30,
  }),
  collective: text('Tập thể được thay mặt', { hint: 'Chỉ khi ký TM.', maxLength: 100 }),
  kinds: checks('Loại văn bản được ký', {
    hint: 'Không chọn loại nào nghĩa là mọi loại; thừa lệnh và thừa ủy quyền phải chọn.',
    options: KINDS.filter(({ isSigned }) => isSigned).map(({ name, title }) => ({ value: name, label: title })),
  }),
  ...lineFields(LINE_WORDS),
});

/** The form of a new line: empty, as it was refused with every flaw at its field, or with the block that it would give. */
export function authorityForm(reading: AuthoritiesReading, refused: RefusedAct | null): ActFormView {
  const posted = refusedValues(refused, AUTHORITIES);
  const isPreview = posted.refused && refused?.sentence === '';
  const draft = draftOf(posted);
  const flaws = posted.refused ? flawsOf(reading, draft).filter(({ field }) => !(isPreview && field === 'file')) : [];
  const isWhole = posted.refused && flaws.length === 0;
  const frame = {
    id: 'them',
    label: 'Thêm thẩm quyền ký…',
    action: AUTHORITIES,
    submit: 'Lưu thẩm quyền ký',
    second: { label: 'Xem khối ký', action: PREVIEW_ACTION },
    lead:
      isPreview && isWhole ? previewWords(reading, draft) : 'Ghi lại điều người đứng đầu đã quyết định bằng văn bản.',
    without: reading.facts.titlesBeforeNames ? [] : ['academicTitle'],
  };
  const form = withFlaws(adding.draw(frame, refused, signers(reading)), flaws);
  return isPreview ? { ...form, error: null } : form;
}

/** Who may sign, and in whose place. */
function signers({ people, table, names, today }: AuthoritiesReading) {
  const byOrder = table.filter((one) => one.form === 'TL' && one.endedFrom === null && (one.validTo ?? today) >= today);
  return {
    personId: {
      options: personChoices(people),
    },
    sourceId: {
      options: byOrder.map(({ id, personId, position }) => ({
        value: id,
        label: `${names.get(personId) ?? ''}, ${position ?? ''} (người ký thừa lệnh)`,
      })),
    },
  };
}

function draftOf(posted: RefusedValues): AuthorityDraft {
  const typed = (name: string): string => posted.value(name) ?? '';
  return {
    ...{
      personId: typed('personId'),
      form: typed('form'),
      position: typed('position'),
      academicTitle: typed('academicTitle'),
      collective: typed('collective'),
    },
    sourceId: typed('sourceId'),
    field: typed('field'),
    validFrom: typed('validFrom'),
    validTo: typed('validTo'),
    basis: typed('basis'),
    basisDate: typed('basisDate'),
    kinds: posted.values('kinds') ?? [],
    hasFile: false,
  };
}

function flawsOf({ table, people, facts, today }: AuthoritiesReading, draft: AuthorityDraft): readonly Flaw[] {
  const known: AuthorityCase = {
    table,
    people,
    today,
    kinds: SIGNED_KINDS,
    byOrderKinds: facts.byOrderKinds,
    titlesAllowed: facts.titlesBeforeNames,
  };
  return authorityFlaws(draft, known);
}

function previewWords({ table, facts, people }: AuthoritiesReading, draft: AuthorityDraft): string {
  const name = people.find(({ id }) => id === draft.personId)?.fullName ?? '';
  const line = lineOf(draft);
  const block = [...blockLines(table, line, facts.titles), signedName(name, line, facts.titlesBeforeNames)];
  return `Khối ký sẽ in: ${block.join(' / ')}. Bấm “Lưu thẩm quyền ký” để lưu; tệp kèm theo phải chọn lại.`;
}

function lineOf(draft: AuthorityDraft): SigningAuthority {
  const said = (value: string): string | null => (value.trim() === '' ? null : value.trim());
  return {
    id: '',
    personId: draft.personId,
    form: draft.form as SigningForm,
    kinds: draft.kinds,
    field: said(draft.field),
    ...{
      position: said(draft.position),
      academicTitle: said(draft.academicTitle),
      collective: said(draft.collective),
      sourceId: said(draft.sourceId),
    },
    validFrom: civilDate(draft.validFrom),
    validTo: null,
    endedFrom: null,
  };
}
