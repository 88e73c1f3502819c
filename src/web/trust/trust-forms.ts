import { TRUST_PURPOSES, type TrustPurpose } from '../../signing/trust/domain/trusted-certificate.js';
import type { ActField, ActFormView } from '../kit/act-form.js';
import { refusedValues, type RefusedAct } from '../kit/refused-values.js';
import { PURPOSE_WORDS } from './trust-certificate.js';
import type { TrustPreviewReading, TrustReading } from './trust-reading.js';

export const TRUST = '/kho-tin-cay';
export const ADDING = `${TRUST}/them`;

const PERSON = 'person:';

/** What the form calls the use of a certificate: a kind, and for a person whose. */
export function useValue({ kind, personId }: Pick<TrustPreviewReading, 'kind' | 'personId'>): string {
  return kind === 'person' ? `${PERSON}${personId ?? ''}` : kind;
}

/** @returns null for what the form never offers */
export function useOf(value: string): Pick<TrustPreviewReading, 'kind' | 'personId'> | null {
  if (value.startsWith(PERSON)) return { kind: 'person', personId: value.slice(PERSON.length) };
  if (value !== 'anchor' && value !== 'intermediate' && value !== 'agency') return null;
  return { kind: value, personId: null };
}

/** Chooses a file and what it shall be; nothing is kept before it has been looked at. */
export function uploadForm(
  { signers, agency }: Pick<TrustReading, 'signers' | 'agency'>,
  refused: RefusedAct | null,
): ActFormView {
  const posted = refusedValues(refused, ADDING);
  return {
    id: 'chon',
    label: 'Chọn chứng thư…',
    action: ADDING,
    submit: 'Xem chứng thư',
    lead: 'Chứng thư chỉ có hiệu lực trong kho khi người thứ hai xác nhận.',
    upload: true,
    error: posted.whole('use', 'file'),
    fields: [
      {
        kind: 'choice',
        name: 'use',
        label: 'Chứng thư của ai',
        value: posted.value('use') ?? '',
        error: posted.error('use'),
        options: [
          { value: '', label: 'Chọn…' },
          { value: 'anchor', label: 'Tổ chức chứng thực gốc được tin cậy' },
          { value: 'intermediate', label: 'Tổ chức chứng thực trung gian' },
          { value: 'agency', label: `Cơ quan: ${agency}` },
          ...signers.map(({ id, fullName, position }) => ({
            value: `${PERSON}${id}`,
            label: `Người ký: ${fullName}, ${position}`,
          })),
        ],
      },
      {
        kind: 'files',
        name: 'file',
        label: 'Tệp chứng thư',
        hint: 'Một tệp .cer, .crt, .der hoặc .pem do tổ chức chứng thực công bố; không chọn tệp có khóa riêng (.p12, .pfx).',
        accept: '.cer,.crt,.der,.pem',
        error: posted.error('file'),
      },
    ],
  };
}

/** Proposes what has been looked at. */
export function addForm(reading: TrustPreviewReading, refused: RefusedAct | null): ActFormView {
  const posted = refusedValues(refused, TRUST);
  const purposes: ActField[] =
    reading.kind === 'anchor' ? [purposesField(chosenPurposes(posted), posted.error('purposes'))] : [];
  return {
    id: 'de-nghi',
    label: 'Đề nghị thêm…',
    action: TRUST,
    submit: 'Đề nghị thêm vào danh sách tin cậy',
    lead: 'Đối chiếu từng cặp ký tự của giá trị băm SHA-256 với giá trị tổ chức chứng thực công bố trước khi đề nghị.',
    fields: [
      { kind: 'hidden', name: 'use', value: useValue(reading) },
      { kind: 'hidden', name: 'der', value: reading.judged.certificate.der.toString('base64') },
      ...purposes,
      basisField('Đã đối chiếu giá trị băm với nguồn nào, theo văn bản nào.', posted),
    ],
    error: posted.whole('purposes', 'basis'),
  };
}

export function withdrawForm(id: string, subject: string, refused: RefusedAct | null): ActFormView {
  const action = `${TRUST}/${id}/rut`;
  const posted = refusedValues(refused, action);
  return {
    id: `rut-${id}`,
    label: 'Rút…',
    action,
    submit: `Đề nghị rút ${subject}`,
    lead: 'Văn bản đã kiểm tra giữ kết quả cũ; từ lúc được xác nhận, mọi lần kiểm tra mới không tin chứng thư này nữa.',
    fields: [basisField('Vì sao không tin nữa; theo văn bản nào.', posted)],
    error: posted.whole('basis'),
    open: posted.refused,
  };
}

export function purposesForm(id: string, current: readonly TrustPurpose[], refused: RefusedAct | null): ActFormView {
  const action = `${TRUST}/${id}/cong-dung`;
  const posted = refusedValues(refused, action);
  return {
    id: `cong-dung-${id}`,
    label: 'Đổi công dụng…',
    action,
    submit: 'Đề nghị đổi công dụng',
    fields: [purposesField(current, posted.error('purposes')), basisField('Vì sao đổi; theo văn bản nào.', posted)],
    error: posted.whole('purposes', 'basis'),
    open: posted.refused,
  };
}

export function refuseForm(proposalId: string, refused: RefusedAct | null): ActFormView {
  const action = `${TRUST}/de-nghi/${proposalId}/tu-choi`;
  const posted = refusedValues(refused, action);
  return {
    id: 'tu-choi',
    label: 'Từ chối…',
    action,
    submit: 'Từ chối đề nghị',
    fields: [
      {
        kind: 'area',
        name: 'reason',
        label: 'Lý do từ chối',
        hint: 'Được giữ cùng đề nghị.',
        rows: 2,
        value: posted.value('reason') ?? '',
        error: posted.error('reason'),
      },
    ],
    error: posted.whole('reason'),
    open: posted.refused,
  };
}

function chosenPurposes(posted: ReturnType<typeof refusedValues>): readonly TrustPurpose[] {
  const chosen = posted.values('purposes') ?? [];
  return posted.refused ? TRUST_PURPOSES.filter((purpose) => chosen.includes(purpose)) : TRUST_PURPOSES;
}

function purposesField(values: readonly TrustPurpose[], error: string | null): ActField {
  return {
    kind: 'checks',
    name: 'purposes',
    label: 'Tin cậy tổ chức chứng thực này về',
    values,
    error,
    options: TRUST_PURPOSES.map((purpose) => ({ value: purpose, label: PURPOSE_WORDS[purpose] })),
  };
}

function basisField(hint: string, posted: ReturnType<typeof refusedValues>): ActField {
  const [value, error] = [posted.value('basis') ?? '', posted.error('basis')];
  return { kind: 'area', name: 'basis', label: 'Căn cứ', hint, rows: 2, value, error };
}
