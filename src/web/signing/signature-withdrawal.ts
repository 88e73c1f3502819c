import { h } from 'preact';
import type { SignatureRequestEntity } from '../../signing/index.js';
import type { Withdrawal } from '../../signing/domain/signature-request.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import type { Fact } from '../kit/facts.js';
import { area } from '../kit/form/field-kinds.js';
import { defineForm } from '../kit/form/posted-form.js';
import type { RefusedAct } from '../kit/refused-values.js';

export const withdrawing = defineForm({ reason: area('Lý do rút', { required: true, maxLength: 480 }) });

/** Taking a letter back from signing. @param id of its request */
export function withdrawForm(id: string, refused: RefusedAct | null): ActFormView {
  const frame = {
    id: 'rut-trinh-ky',
    label: 'Rút trình ký…',
    action: `/trinh-ky/${id}/rut`,
    submit: 'Rút trình ký',
    lead: 'Công văn về người soạn ngay, kể cả khi hệ thống quản lý văn bản đang ngừng; hệ thống đó được báo khi có thể. Bản được ký sau đó không phát hành được.',
  };
  return withdrawing.draw(frame, refused);
}

const WITHDRAWALS: Readonly<Record<Withdrawal, string>> = {
  asked: 'đang báo hệ thống quản lý văn bản rút văn bản',
  done: 'hệ thống quản lý văn bản không còn giữ văn bản',
  refused: 'hệ thống quản lý văn bản không cho rút; rút tay trên hệ thống đó',
};

/** What the e-office made of it; nothing where the letter was not taken back. */
export function withdrawalFacts({
  id,
  withdrawal,
  withdrawalRefusal,
  lateSha256,
}: SignatureRequestEntity): readonly Fact[] {
  if (withdrawal === null) return [];
  const because = withdrawalRefusal === null ? '' : ` (${withdrawalRefusal})`;
  const late = [
    h('a', { href: `/tep/trinh-ky/${id}/ban-ky-muon.pdf` }, 'Tệp ký sau khi rút'),
    ', giữ làm bằng chứng, không phát hành',
  ];
  return [
    { label: 'Rút trên hệ thống QLVB', value: `${WITHDRAWALS[withdrawal]}${because}` },
    ...(lateSha256 === null ? [] : [{ label: 'Bản ký muộn', value: late }]),
  ];
}
