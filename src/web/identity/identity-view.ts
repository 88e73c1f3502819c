import type { RevealedSender } from '../../tickets/index.js';
import { WITHHELD_WORDS, type IdentityInView } from '../../tickets/domain/identity/identity.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import type { IdentityView } from './citizen-words.js';
import type { Fact } from '../kit/facts.js';
import type { SenderPageView } from './sender-page.js';
import type { RefusedAct } from '../kit/refused-values.js';
import { choices, radios, text } from '../kit/form/field-kinds.js';
import { defineForm } from '../kit/form/posted-form.js';

/** What identities are needed for, in the words that stand in the journal; anything else is typed. */
export const PURPOSES = {
  verify: 'Gọi xác minh nội dung phản ánh',
  meet: 'Mời người phản ánh đến làm việc',
  answer: 'Gửi kết quả giải quyết cho người phản ánh',
  protect: 'Bảo vệ người phản ánh',
} as const;

export type PurposeChoice = keyof typeof PURPOSES | 'other';

/** The purpose as it is kept: a sentence of the list, or what was typed. */
export function purposeWords(choice: PurposeChoice, other: string): string {
  return choice === 'other' ? other : PURPOSES[choice];
}

/** How the panel of the citizen’s words speaks of who wrote. */
export function identityView(ticketId: string, seen: IdentityInView, refused: RefusedAct | null): IdentityView {
  if (seen.withheld !== null) return { form: null, withheld: WITHHELD_WORDS[seen.withheld] };
  return { form: revealForm(ticketId, refused), withheld: null };
}

const CHOICES: Readonly<Record<PurposeChoice, string>> = { ...PURPOSES, other: 'Mục đích khác' };

export const revealing = defineForm({
  purpose: radios('Mục đích', choices(['verify', 'meet', 'answer', 'protect', 'other'], CHOICES), {
    needed: 'Chọn mục đích xem danh tính.',
    required: true,
  }),
  other: text('Mục đích khác', { hint: 'Từ 10 ký tự; không ghi tên, số điện thoại của ai.', maxLength: 200 }),
});

function revealForm(ticketId: string, refused: RefusedAct | null): ActFormView {
  const frame = {
    id: 'danh-tinh',
    label: 'Xem danh tính…',
    action: `/phieu/${ticketId}/danh-tinh`,
    submit: 'Xem danh tính người phản ánh',
    lead: 'Mỗi lần xem đều ghi vào nhật ký và diễn biến của phiếu, kèm mục đích.',
  };
  // The domain knows one purpose; on the page it is typed in a field of its own.
  const isTyped = refused?.field === 'purpose' && refused.fields['purpose'] === 'other';
  return revealing.draw(frame, isTyped ? { ...refused, field: 'other' } : refused);
}

const KEPT_SECRET = 'Được giữ bí mật với đơn vị bị phản ánh';
const KEPT_MEANWHILE = 'Được giữ bí mật cho đến khi xác định đơn vị bị phản ánh';
const KEPT_FROM_ALL = 'Được giữ bí mật; chỉ người được giao xử lý đơn được biết';

function keptWords(withheld: IdentityInView['withheld']): string {
  if (withheld === 'denouncer') return KEPT_FROM_ALL;
  return withheld === 'perhapsComplained' ? KEPT_MEANWHILE : KEPT_SECRET;
}

/** The sender as everybody sees them: initials, the end of an open sender's telephone number, and whether there is more. */
export function maskedFacts({ masked, withheld }: IdentityInView, keepSecret: boolean): readonly Fact[] {
  if (masked === null) return [{ label: 'Tổ chức, cá nhân phản ánh', value: keptWords(withheld) }];
  const name = masked.initials === '' ? 'Không ghi tên' : masked.initials;
  const facts = [
    {
      label: 'Tổ chức, cá nhân phản ánh',
      value: keepSecret && masked.initials !== '' ? `${name} (đề nghị giữ bí mật họ tên)` : name,
    },
    { label: 'Điện thoại', value: keepSecret ? covered(masked.phone !== '') : masked.phone },
    { label: 'Thư điện tử', value: covered(masked.email) },
    { label: 'Địa chỉ', value: covered(masked.address) },
  ];
  return facts.filter(({ value }) => value !== '');
}

function covered(isThere: boolean): string {
  return isThere ? 'có, được che' : '';
}

export function senderPageView(sender: RevealedSender): SenderPageView {
  const { ticketId, code, keepSecret, purpose } = sender;
  const facts = [
    { label: 'Họ tên', value: sender.senderName },
    { label: 'Điện thoại', value: sender.senderPhone },
    { label: 'Thư điện tử', value: sender.senderEmail },
    { label: 'Địa chỉ', value: sender.senderAddress },
  ];
  return {
    backHref: `/phieu/${ticketId}`,
    code,
    purpose,
    facts: facts.map(({ label, value }) => ({ label, value: value === '' ? 'không ghi' : value })),
    keepSecret,
  };
}
