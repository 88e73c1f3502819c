import { authorityFlaws, type AuthorityCase, type AuthorityDraft } from '../../delegation/domain/authority-flaws.js';
import type { SigningForm } from '../../delegation/domain/authority-lines.js';
import { blockLines, signedName, type SigningAuthority } from '../../delegation/domain/signing-authority.js';
import type { SigningAuthorityEntity } from '../../delegation/index.js';
import type { Flaw } from '../../law/policy-draft.js';
import { civilDate } from '../../kernel/civil-date.js';
import { KINDS } from '../../../templates/catalogue.js';
import type { ActField, ActFormView } from '../kit/act-form.js';
import { lineFields } from './authority-fields.js';
import type { AuthoritiesReading } from './authority-reading.js';
import { refusedValues, type RefusedAct, type RefusedValues } from '../kit/refused-values.js';

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

/** The form of a new line: empty, as it was refused with every flaw at its field, or with the block that it would give. */
export function authorityForm(reading: AuthoritiesReading, refused: RefusedAct | null): ActFormView {
  const posted = refusedValues(refused, AUTHORITIES);
  const isPreview = posted.refused && refused?.sentence === '';
  const draft = draftOf(posted);
  const flaws = posted.refused ? flawsOf(reading, draft).filter(({ field }) => !(isPreview && field === 'file')) : [];
  const errorOf = (field: string): string | null =>
    flaws.find((flaw) => flaw.field === field)?.sentence ?? posted.error(field);
  const isWhole = posted.refused && flaws.length === 0;
  return {
    id: 'them',
    label: 'Thêm thẩm quyền ký…',
    action: AUTHORITIES,
    submit: 'Lưu thẩm quyền ký',
    second: { label: 'Xem khối ký', action: PREVIEW_ACTION },
    lead:
      isPreview && isWhole ? previewWords(reading, draft) : 'Ghi lại điều người đứng đầu đã quyết định bằng văn bản.',
    fields: [...whoFields(reading, draft), ...whatFields(draft), ...lineFields(draft, LINE_WORDS)].map((field) => ({
      ...field,
      ...(field.kind !== 'hidden' && { error: errorOf(field.name) }),
    })),
    error: isPreview || flaws.length > 0 ? null : posted.whole('file'),
    open: posted.refused,
    upload: true,
  };
}

function draftOf(posted: RefusedValues): AuthorityDraft {
  const text = (name: string): string => posted.value(name) ?? '';
  return {
    ...{
      personId: text('personId'),
      form: text('form'),
      position: text('position'),
      academicTitle: text('academicTitle'),
      collective: text('collective'),
    },
    sourceId: text('sourceId'),
    field: text('field'),
    validFrom: text('validFrom'),
    validTo: text('validTo'),
    basis: text('basis'),
    basisDate: text('basisDate'),
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
  const text = (value: string): string | null => (value.trim() === '' ? null : value.trim());
  return {
    id: '',
    personId: draft.personId,
    form: draft.form as SigningForm,
    kinds: draft.kinds,
    field: text(draft.field),
    ...{
      position: text(draft.position),
      academicTitle: text(draft.academicTitle),
      collective: text(draft.collective),
      sourceId: text(draft.sourceId),
    },
    validFrom: civilDate(draft.validFrom),
    validTo: null,
    endedFrom: null,
  };
}

function whoFields(
  { people, table, names, facts, today }: AuthoritiesReading,
  draft: AuthorityDraft,
): readonly ActField[] {
  const byOrder = table.filter((one) => one.form === 'TL' && one.endedFrom === null && (one.validTo ?? today) >= today);
  return [
    {
      kind: 'choice',
      name: 'personId',
      label: 'Người ký',
      value: draft.personId,
      options: [
        { value: '', label: 'Chọn người ký' },
        ...people.map(({ id, fullName, position }) => ({ value: id, label: `${fullName}, ${position}` })),
      ],
    },
    {
      kind: 'choice',
      name: 'form',
      label: 'Hình thức ký',
      hint: 'Nghị định 30/2020/NĐ-CP, Điều 13.',
      value: draft.form,
      options: FORMS.map(([value, label]) => ({ value, label })),
    },
    {
      kind: 'choice',
      name: 'sourceId',
      label: 'Ký thay cho ai',
      value: draft.sourceId,
      options: [
        { value: '', label: 'Người đứng đầu Sở' },
        ...byOrder.map((one: SigningAuthorityEntity) => ({
          value: one.id,
          label: `${names.get(one.personId) ?? ''}, ${one.position ?? ''} (người ký thừa lệnh)`,
        })),
      ],
    },
    {
      kind: 'area',
      name: 'field',
      label: 'Lĩnh vực, nội dung được giao',
      hint: 'Phải ghi khi ký thay (KT.): lĩnh vực cấp phó phụ trách; khi thừa ủy quyền (TUQ.): nội dung được ủy quyền.',
      rows: 2,
      value: draft.field,
      maxLength: 500,
    },
    {
      kind: 'text',
      name: 'position',
      label: 'Chức vụ ghi trong khối ký',
      hint: 'Bỏ trống thì theo chức vụ ở trang Thông tin cơ quan (người đứng đầu, cấp phó).',
      value: draft.position,
      maxLength: 100,
    },
    ...(facts.titlesBeforeNames ? [academicTitleField(draft)] : []),
    {
      kind: 'text',
      name: 'collective',
      label: 'Tập thể được thay mặt',
      hint: 'Chỉ khi ký TM.',
      value: draft.collective,
      maxLength: 100,
    },
  ];
}

function academicTitleField({ academicTitle }: AuthorityDraft): ActField {
  return {
    kind: 'text',
    name: 'academicTitle',
    label: 'Học hàm, học vị ghi trước họ tên',
    hint: 'Như “PGS. TS.”; bỏ trống nếu không ghi.',
    value: academicTitle,
    maxLength: 30,
  };
}

function whatFields(draft: AuthorityDraft): readonly ActField[] {
  return [
    {
      kind: 'checks',
      name: 'kinds',
      label: 'Loại văn bản được ký',
      hint: 'Không chọn loại nào nghĩa là mọi loại; thừa lệnh và thừa ủy quyền phải chọn.',
      values: draft.kinds,
      options: KINDS.filter(({ isSigned }) => isSigned).map(({ name, title }) => ({ value: name, label: title })),
    },
  ];
}
