import type { SeenMerit } from '../../commendations/index.js';
import {
  ACHIEVEMENT_LENGTHS,
  CONSENT_LENGTHS,
  CONSENT_WORDS,
  CONSENTS,
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
import type { ActFormView } from '../kit/act-form.js';
import { RECIPIENT_WORDS } from './commendations-words.js';
import { refusedValues, type RefusedAct, type RefusedValues } from '../kit/refused-values.js';

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

/** @param ticket code that the form begins with */
export function flagForm(ticket: string, refused: RefusedAct | null): ActFormView {
  const posted = refusedValues(refused, FLAG);
  const typed = typedIn(posted);
  const names = [
    'ticket',
    'kind',
    'effect',
    'reach',
    'documentTitle',
    'documentSymbol',
    'changedOn',
    'link',
    'achievement',
    'recipientKind',
    'recipientName',
  ];
  return {
    id: 'ghi-nhan',
    label: 'Ghi nhận',
    action: FLAG,
    submit: 'Ghi nhận',
    lead: 'Không ghi tên, số điện thoại của người phản ánh; tên chỉ lấy từ phiếu khi lập tờ trình và khi người phản ánh đồng ý.',
    fields: [
      {
        kind: 'text',
        ...typed('ticket', ticket),
        label: 'Mã phiếu',
        hint: 'Như PAKN.20260312.0042; phiếu đã trả lời.',
      },
      {
        kind: 'choice',
        ...typed('kind', 'unfit'),
        label: 'Nội dung theo Điều 5 của Quy chế',
        options: choices(MERIT_KINDS, MERIT_KIND_WORDS),
      },
      { kind: 'radios', ...typed('effect', 'amended'), label: 'Kết quả', options: choices(EFFECTS, EFFECT_WORDS) },
      { kind: 'radios', ...typed('reach', 'unit'), label: 'Phạm vi', options: choices(REACHES, REACH_WORDS) },
      { kind: 'text', ...typed('documentTitle'), label: 'Văn bản hoặc biện pháp đã thay đổi' },
      { kind: 'text', ...typed('documentSymbol'), label: 'Số, ký hiệu', hint: 'Nếu có.' },
      { kind: 'date', ...typed('changedOn'), label: 'Ngày thay đổi' },
      { kind: 'text', ...typed('link'), label: 'Địa chỉ đăng văn bản', hint: 'Nếu có, bắt đầu bằng https://.' },
      { kind: 'area', ...typed('achievement'), label: 'Hiệu quả', rows: 4, maxLength: ACHIEVEMENT_LENGTHS.longest },
      {
        kind: 'radios',
        ...typed('recipientKind', 'sender'),
        label: 'Đề nghị khen',
        options: choices(RECIPIENT_KINDS, RECIPIENT_WORDS),
      },
      {
        kind: 'text',
        ...typed('recipientName'),
        label: 'Tên đơn vị, tổ chức hoặc cán bộ',
        hint: 'Bỏ trống nếu khen người phản ánh.',
      },
    ],
    error: posted.whole(...names),
    open: true,
  };
}

export function consentForm(href: string, refused: RefusedAct | null): ActFormView {
  const action = `${href}/dong-y`;
  const posted = refusedValues(refused, action);
  const typed = typedIn(posted);
  return {
    id: 'dong-y',
    label: 'Ghi ý kiến người phản ánh…',
    action,
    submit: 'Ghi ý kiến',
    lead: 'Hỏi người phản ánh qua cách liên hệ trong phiếu; không đồng ý thì danh sách chỉ ghi mã phiếu.',
    fields: [
      {
        kind: 'radios',
        ...typed('consent'),
        label: 'Tổ chức, cá nhân phản ánh',
        options: choices(CONSENTS, CONSENT_WORDS).filter(({ value }) => value !== 'unasked'),
      },
      { kind: 'text', ...typed('how'), label: 'Hỏi khi nào, bằng cách nào', maxLength: CONSENT_LENGTHS.longest },
    ],
    error: posted.whole('consent', 'how'),
    open: posted.refused,
  };
}

export function reasonForm(
  { id, label, action, submit }: Pick<ActFormView, 'id' | 'label' | 'action' | 'submit'>,
  refused: RefusedAct | null,
): ActFormView {
  const posted = refusedValues(refused, action);
  const typed = typedIn(posted);
  return {
    id,
    label,
    action,
    submit,
    fields: [{ kind: 'area', ...typed('reason'), label: 'Lý do', rows: 2, maxLength: REASON_LENGTHS.longest }],
    error: posted.whole('reason'),
    open: posted.refused,
  };
}

export function withdrawForm(href: string, refused: RefusedAct | null): ActFormView {
  return reasonForm({ id: 'rut', label: 'Rút ghi nhận…', action: `${href}/rut`, submit: 'Rút ghi nhận' }, refused);
}

export function lineForm(merit: SeenMerit['merit'], href: string, refused: RefusedAct | null): ActFormView {
  const action = `${href}/dong/${merit.id}`;
  const posted = refusedValues(refused, action);
  const typed = typedIn(posted);
  return {
    id: `dong-${merit.id}`,
    label: 'Sửa…',
    action,
    submit: 'Lưu',
    fields: [
      {
        kind: 'choice',
        ...typed('form', merit.form ?? 'certificate'),
        label: 'Hình thức',
        options: choices(FORMS, FORM_WORDS),
      },
      {
        kind: 'area',
        ...typed('achievement', merit.achievement),
        label: 'Thành tích',
        rows: 3,
        maxLength: ACHIEVEMENT_LENGTHS.longest,
      },
    ],
    error: posted.whole('form', 'achievement'),
    open: posted.refused,
  };
}

export function awardForm(
  meritId: string,
  { href, today }: { readonly href: string; readonly today: string },
  refused: RefusedAct | null,
): ActFormView {
  const action = `${href}/trao/${meritId}`;
  const posted = refusedValues(refused, action);
  return {
    id: `trao-${meritId}`,
    label: 'Ghi đã trao…',
    action,
    submit: 'Ghi đã trao',
    fields: [{ kind: 'date', ...typedIn(posted)('on', today), label: 'Ngày trao' }],
    error: posted.whole('on'),
    open: posted.refused,
  };
}

export function decisionForm(href: string, lines: readonly SeenMerit[], refused: RefusedAct | null): ActFormView {
  const action = `${href}/quyet-dinh`;
  const posted = refusedValues(refused, action);
  const typed = typedIn(posted);
  return {
    id: 'quyet-dinh',
    label: 'Ghi quyết định khen thưởng…',
    action,
    submit: 'Ghi quyết định',
    fields: [
      { kind: 'text', ...typed('number'), label: 'Số, ký hiệu quyết định', hint: 'Như 45/QĐ-SGDĐT.' },
      { kind: 'date', ...typed('decidedOn'), label: 'Ngày ký' },
      { kind: 'text', ...typed('signer'), label: 'Người ký' },
      {
        kind: 'checks' as const,
        name: 'granted',
        label: 'Được khen',
        error: posted.error('granted'),
        values: posted.refused ? (posted.values('granted') ?? []) : lines.map(({ merit }) => merit.id),
        options: lines.map(({ merit }) => ({
          value: merit.id,
          label: `${recipientOf(merit)}: ${merit.documentTitle}`,
        })),
      },
    ],
    error: posted.whole('number', 'decidedOn', 'signer', 'granted'),
    open: posted.refused,
  };
}

function typedIn(
  posted: RefusedValues,
): (name: string, before?: string) => { name: string; value: string; error: string | null } {
  return (name, before = '') => ({ name, value: posted.value(name) ?? before, error: posted.error(name) });
}

function choices<Value extends string>(values: readonly Value[], words: Readonly<Record<Value, string>>) {
  return values.map((value) => ({ value, label: words[value] }));
}
