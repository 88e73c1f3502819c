import { z } from 'zod';
import { TRUST_PURPOSES, type TrustPurpose } from '../../signing/trust/domain/trusted-certificate.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import type { RefusedAct } from '../kit/refused-values.js';
import { PURPOSE_WORDS } from './trust-certificate.js';
import type { TrustPreviewReading, TrustReading } from './trust-reading.js';
import { area, checksOf, choices, field, file, hidden } from '../kit/form/field-kinds.js';
import { defineForm } from '../kit/form/posted-form.js';

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

function useField(): z.ZodType<NonNullable<ReturnType<typeof useOf>>> {
  return z.string().transform((value, context) => {
    const use = useOf(value);
    if (use !== null) return use;
    context.addIssue('Chọn chứng thư của ai.');
    return z.NEVER;
  });
}

const purposes = checksOf('Tin cậy tổ chức chứng thực này về', choices(TRUST_PURPOSES, PURPOSE_WORDS));

function basis(hint: string): ReturnType<typeof area> {
  return area('Căn cứ', { hint, rows: 2 });
}

export const uploading = defineForm({
  use: field('choice', 'Chứng thư của ai', useField(), { blank: 'Chọn…' }),
  file: file('Tệp chứng thư', {
    needed: 'Chọn một tệp chứng thư.',
    hint: 'Một tệp .cer, .crt, .der hoặc .pem do tổ chức chứng thực công bố; không chọn tệp có khóa riêng (.p12, .pfx).',
    accept: '.cer,.crt,.der,.pem',
  }),
});

/** Chooses a file and what it shall be; nothing is kept before it has been looked at. */
export function uploadForm(
  { signers, agency }: Pick<TrustReading, 'signers' | 'agency'>,
  refused: RefusedAct | null,
): ActFormView {
  const frame = {
    id: 'chon',
    label: 'Chọn chứng thư…',
    action: ADDING,
    submit: 'Xem chứng thư',
    answers: true,
    lead: 'Chứng thư chỉ có hiệu lực trong kho khi người thứ hai xác nhận.',
  };
  const options = [
    { value: 'anchor', label: 'Tổ chức chứng thực gốc được tin cậy' },
    { value: 'intermediate', label: 'Tổ chức chứng thực trung gian' },
    { value: 'agency', label: `Cơ quan: ${agency}` },
    ...signers.map(({ id, fullName, position }) => ({
      value: `${PERSON}${id}`,
      label: `Người ký: ${fullName}, ${position}`,
    })),
  ];
  return uploading.draw(frame, refused, { use: { options } });
}

export const adding = defineForm({
  use: hidden(useField()),
  der: hidden(z.base64().transform((base64) => Buffer.from(base64, 'base64'))),
  purposes,
  basis: basis('Đã đối chiếu giá trị băm với nguồn nào, theo văn bản nào.'),
});

/** Proposes what has been looked at. */
export function addForm(reading: TrustPreviewReading, refused: RefusedAct | null): ActFormView {
  const frame = {
    id: 'de-nghi',
    label: 'Đề nghị thêm…',
    action: TRUST,
    submit: 'Đề nghị thêm vào danh sách tin cậy',
    lead: 'Đối chiếu từng cặp ký tự của giá trị băm SHA-256 với giá trị tổ chức chứng thực công bố trước khi đề nghị.',
    without: reading.kind === 'anchor' ? [] : ['purposes'],
  };
  const der = reading.judged.certificate.der.toString('base64');
  return adding.draw(frame, refused, { use: useValue(reading), der, purposes: TRUST_PURPOSES });
}

export const withdrawing = defineForm({ basis: basis('Lý do không tin cậy nữa, theo văn bản nào.') });

export function withdrawForm(id: string, subject: string, refused: RefusedAct | null): ActFormView {
  const frame = {
    id: `rut-${id}`,
    label: 'Rút…',
    action: `${TRUST}/${id}/rut`,
    submit: `Đề nghị rút ${subject}`,
    lead: 'Văn bản đã kiểm tra giữ kết quả cũ; từ lúc được xác nhận, mọi lần kiểm tra mới không tin chứng thư này nữa.',
  };
  return withdrawing.draw(frame, refused);
}

export const changingPurposes = defineForm({ purposes, basis: basis('Lý do đổi, theo văn bản nào.') });

export function changePurposesForm(
  id: string,
  current: readonly TrustPurpose[],
  refused: RefusedAct | null,
): ActFormView {
  const frame = {
    id: `cong-dung-${id}`,
    label: 'Đổi công dụng…',
    action: `${TRUST}/${id}/cong-dung`,
    submit: 'Đề nghị đổi công dụng',
  };
  return changingPurposes.draw(frame, refused, { purposes: current });
}

export const refusing = defineForm({ reason: area('Lý do từ chối', { hint: 'Được giữ cùng đề nghị.', rows: 2 }) });

export function refuseForm(proposalId: string, refused: RefusedAct | null): ActFormView {
  const action = `${TRUST}/de-nghi/${proposalId}/tu-choi`;
  return refusing.draw({ id: 'tu-choi', label: 'Từ chối…', action, submit: 'Từ chối đề nghị' }, refused);
}
