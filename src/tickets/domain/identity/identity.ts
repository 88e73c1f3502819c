import { isAdministrator, type Actor } from '../../../kernel/actor.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { initials } from '../../../kernel/vietnamese.js';
import type { TicketInView } from '../guards.js';
import { partiesOf } from '../deadlines/policy.js';
import type { Hiding } from './secrecy.js';
import type { Sender } from './sender.js';

export type IdentifiedTicket = Sender & Pick<TicketInView, 'leadUnitId' | 'officerId' | 'coordinators'>;

/** Why somebody does not learn who wrote. */
export const WITHHELD_WORDS = {
  complainedUnit:
    'Đơn vị của bạn là đơn vị bị phản ánh nên không được biết ai phản ánh và không mở tệp người phản ánh đính kèm. Cần xác minh với người phản ánh thì nhờ Văn phòng Sở hoặc bộ phận giám sát.',
  perhapsComplained:
    'Phiếu chưa xác định đơn vị bị phản ánh nên trường học, trung tâm chưa được biết ai phản ánh và chưa mở tệp người phản ánh đính kèm. Đề nghị Văn thư ghi đơn vị bị phản ánh, hoặc ghi không phản ánh đơn vị nào.',
  outsideUnit:
    'Đơn vị của bạn thuộc Ủy ban nhân dân cấp xã, là cơ quan ngoài Sở, nên không được biết ai phản ánh và không mở tệp người phản ánh đính kèm. Cần thêm thông tin thì hỏi đơn vị chủ trì của Sở.',
  denouncer: 'Danh tính người đứng đơn được giữ bí mật; chỉ người được giao xử lý đơn được biết.',
  mergedWithHidden:
    'Phiếu này xử lý chung với phiếu mà đơn vị của bạn không được biết ai phản ánh. Nhờ Văn phòng Sở hoặc bộ phận giám sát làm việc này.',
  administrator: 'Tài khoản quản trị hệ thống không xem danh tính người phản ánh.',
  otherUnit: 'Chỉ cán bộ phụ trách, thủ trưởng đơn vị chủ trì, văn thư và giám sát được xem danh tính người phản ánh.',
  nobodyKnown: 'Người phản ánh không để lại tên và cách liên hệ.',
} as const;

export type Withheld = keyof typeof WITHHELD_WORDS;

/** The sender as everybody sees them who sees the ticket. */
export interface MaskedSender {
  /** `B. V. K.`; empty when no name was given. */
  readonly initials: string;
  /** `••• ••• 142`; empty when no phone was given. */
  readonly phone: string;
  readonly email: boolean;
  readonly address: boolean;
}

export interface IdentityInView {
  /** Null for the unit complained about: initials and three digits are enough to guess by. */
  readonly masked: MaskedSender | null;
  /** Null when the actor may have the whole shown, for a purpose. */
  readonly withheld: Withheld | null;
}

/**
 * What an actor may know about the sender.
 *
 * @param hiding why it is hidden from the actor's whole unit; null where it is not
 *
 * Source: Nghị định 154/2026/NĐ-CP, Điều 12 khoản 2: name, address, handwriting and other personal details are kept secret.
 */
export function identityOf(actor: Actor, ticket: IdentifiedTicket, hiding: Hiding | null): IdentityInView {
  const withheld = withheldFrom(actor, ticket, hiding);
  return { masked: hiding === null ? maskedSender(ticket) : null, withheld };
}

/** @throws DomainError `ticket-identity-withheld` with the reason in words */
export function requireIdentity(actor: Actor, ticket: IdentifiedTicket, hiding: Hiding | null): void {
  const withheld = withheldFrom(actor, ticket, hiding);
  if (withheld !== null) {
    throw new DomainError('ticket-identity-withheld', { withheld, message: WITHHELD_WORDS[withheld] });
  }
}

/**
 * Who writes what is read as the sender's own words must be one who may know the sender: else how it is read would answer what they guess.
 *
 * @throws DomainError `ticket-identity-withheld`
 */
export function requireKnowing({
  hiding,
  hidesSomebody,
}: {
  readonly hiding: Hiding | null;
  readonly hidesSomebody: boolean;
}): void {
  if (!hidesSomebody) return;
  const withheld = hiding ?? 'mergedWithHidden';
  throw new DomainError('ticket-identity-withheld', { withheld, message: WITHHELD_WORDS[withheld] });
}

function withheldFrom(actor: Actor, ticket: IdentifiedTicket, hiding: Hiding | null): Withheld | null {
  if (hiding !== null) return hiding;
  if (isAdministrator(actor)) return 'administrator';
  const parties = partiesOf(actor, ticket);
  const needs = (['registry', 'supervisor', 'officer', 'unitHead'] as const).some((party) => parties.includes(party));
  if (!needs) return 'otherUnit';
  return isKnown(ticket) ? null : 'nobodyKnown';
}

function isKnown({ senderName, senderPhone, senderEmail, senderAddress }: Sender): boolean {
  return [senderName, senderPhone, senderEmail, senderAddress].some((line) => line.trim() !== '');
}

function maskedSender({ senderName, senderPhone, senderEmail, senderAddress }: Sender): MaskedSender {
  return {
    initials: initials(senderName),
    phone: maskedPhone(senderPhone),
    email: senderEmail !== '',
    address: senderAddress !== '',
  };
}

/** `0900 000 142` → `••• ••• 142` */
export function maskedPhone(phone: string): string {
  const digits = phone.replace(/\D/gu, '');
  if (digits === '') return '';
  return digits.length < 6 ? '•••' : `••• ••• ${digits.slice(-3)}`;
}
