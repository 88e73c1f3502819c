import type { SeenMerit } from '../../commendations/index.js';
import {
  ACHIEVEMENT_LENGTHS,
  CONSENT_LENGTHS,
  CONSENT_WORDS,
  EFFECT_WORDS,
  EFFECTS,
  MERIT_KIND_WORDS,
  MERIT_KINDS,
  REACH_WORDS,
  REACHES,
  REASON_LENGTHS,
  RECIPIENT_KINDS,
} from '../../commendations/domain/merit.js';
import { FORM_WORDS, FORMS, namelessSender } from '../../commendations/domain/proposal.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import { area, checks, choice, choices, day, pick, radios, text } from '../kit/form/field-kinds.js';
import { defineForm } from '../kit/form/posted-form.js';
import type { RefusedAct } from '../kit/refused-values.js';
import { RECIPIENT_WORDS } from './commendations-words.js';

export const COMMENDATIONS = '/khen-thuong';
export const FLAG = `${COMMENDATIONS}/ghi-nhan`;
export const PROPOSALS = `${COMMENDATIONS}/de-nghi`;

export function meritHref(id: string): string {
  return `${COMMENDATIONS}/truong-hop/${id}`;
}

export function proposalHref(id: string): string {
  return `${PROPOSALS}/${id}`;
}

export function recipientOf({ recipientKind, recipientName, ticketCode }: SeenMerit['merit']): string {
  return recipientKind === 'sender' ? namelessSender(ticketCode) : recipientName;
}

const { longest } = ACHIEVEMENT_LENGTHS;

export const flagging = defineForm({
  ticket: text('Mã phiếu', { hint: 'Như PAKN.20260312.0042; phiếu đã trả lời.' }),
  kind: choice('Nội dung theo Điều 5 Nghị định 20/2008/NĐ-CP', choices(MERIT_KINDS, MERIT_KIND_WORDS), {
    needed: 'Chọn nội dung.',
    value: 'unfit',
  }),
  effect: radios('Kết quả', choices(EFFECTS, EFFECT_WORDS), { value: 'amended' }),
  reach: radios('Phạm vi', choices(REACHES, REACH_WORDS), { value: 'unit' }),
  documentTitle: text('Văn bản hoặc biện pháp đã thay đổi'),
  documentSymbol: text('Số, ký hiệu', { hint: 'Nếu có.' }),
  changedOn: day('Ngày thay đổi'),
  link: text('Địa chỉ đăng văn bản', { hint: 'Nếu có, bắt đầu bằng https://.' }),
  achievement: area('Hiệu quả', { rows: 4, maxLength: longest }),
  recipientKind: radios('Đề nghị khen', choices(RECIPIENT_KINDS, RECIPIENT_WORDS), {
    needed: 'Chọn người, đơn vị đề nghị khen.',
    value: 'sender',
  }),
  recipientName: text('Tên đơn vị, tổ chức hoặc cán bộ', { hint: 'Bỏ trống nếu khen người phản ánh.' }),
});

/** @param ticket code that the form begins with */
export function flagForm(ticket: string, refused: RefusedAct | null): ActFormView {
  const frame = {
    id: 'ghi-nhan',
    label: 'Ghi nhận',
    action: FLAG,
    submit: 'Ghi nhận',
    lead: 'Không ghi tên, số điện thoại của người phản ánh; tên chỉ lấy từ phiếu khi lập tờ trình và khi người phản ánh đồng ý.',
    open: true,
  };
  return flagging.draw(frame, refused, { ticket });
}

export const consenting = defineForm({
  consent: radios('Tổ chức, cá nhân phản ánh', choices(['given', 'refused'], CONSENT_WORDS), {
    needed: 'Chọn ý kiến của người phản ánh.',
  }),
  how: text('Thời điểm, hình thức lấy ý kiến', { maxLength: CONSENT_LENGTHS.longest }),
});

export function consentForm(href: string, refused: RefusedAct | null): ActFormView {
  const frame = {
    id: 'dong-y',
    label: 'Ghi ý kiến người phản ánh…',
    action: `${href}/dong-y`,
    submit: 'Ghi ý kiến',
    lead: 'Hỏi người phản ánh qua cách liên hệ trong phiếu; không đồng ý thì danh sách chỉ ghi mã phiếu.',
  };
  return consenting.draw(frame, refused);
}

/** Takes a flagged case or a list back. */
export const takingBack = defineForm({ reason: area('Lý do', { rows: 2, maxLength: REASON_LENGTHS.longest }) });

export function withdrawForm(href: string, refused: RefusedAct | null): ActFormView {
  const frame = { id: 'rut', label: 'Rút ghi nhận…', action: `${href}/rut`, submit: 'Rút ghi nhận' };
  return takingBack.draw(frame, refused);
}

export function dropForm(href: string, refused: RefusedAct | null): ActFormView {
  const frame = { id: 'bo', label: 'Bỏ danh sách…', action: `${href}/bo`, submit: 'Bỏ danh sách' };
  return takingBack.draw(frame, refused);
}

export const describing = defineForm({
  form: choice('Hình thức', choices(FORMS, FORM_WORDS)),
  achievement: area('Thành tích', { rows: 3, maxLength: longest }),
});

export function lineForm(merit: SeenMerit['merit'], href: string, refused: RefusedAct | null): ActFormView {
  const { id, form, achievement } = merit;
  const frame = { id: `dong-${id}`, label: 'Sửa…', action: `${href}/dong/${id}`, submit: 'Lưu' };
  return describing.draw(frame, refused, { form: form ?? 'certificate', achievement });
}

export const awarding = defineForm({ on: day('Ngày trao') });

export function awardForm(
  id: string,
  { href, today }: { readonly href: string; readonly today: string },
  refused: RefusedAct | null,
): ActFormView {
  const frame = { id: `trao-${id}`, label: 'Ghi đã trao…', action: `${href}/trao/${id}`, submit: 'Ghi đã trao' };
  return awarding.draw(frame, refused, { on: today });
}

export const deciding = defineForm({
  number: text('Số, ký hiệu quyết định', { hint: 'Như 45/QĐ-SGDĐT.' }),
  decidedOn: day('Ngày ký', { needed: 'Ghi ngày ký quyết định có thật, như 05/03/2026.' }),
  signer: text('Người ký'),
  granted: checks('Được khen'),
});

export function decisionForm(href: string, lines: readonly SeenMerit[], refused: RefusedAct | null): ActFormView {
  const frame = {
    id: 'quyet-dinh',
    label: 'Ghi quyết định khen thưởng…',
    action: `${href}/quyet-dinh`,
    submit: 'Ghi quyết định',
  };
  const options = lines.map(({ merit }) => ({
    value: merit.id,
    label: `${recipientOf(merit)}: ${merit.documentTitle}`,
  }));
  return deciding.draw(frame, refused, { granted: { options, value: options.map(({ value }) => value) } });
}

export const writing = defineForm({ template: pick('Loại văn bản', { needed: 'Chọn loại văn bản.', required: true }) });
