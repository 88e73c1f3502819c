import { deadline } from '../../calendar/domain/deadline.js';
import type { WorkingCalendar } from '../../calendar/domain/working-calendar.js';
import { hasRole, type Actor, type Role } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';

/** What a person asks about the data kept of them. Source: Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15, quyền của chủ thể dữ liệu. */
export const REQUEST_KINDS = ['access', 'correction', 'deletion', 'restriction'] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

export const REQUEST_CHANNELS = ['inPerson', 'phone', 'letter', 'email', 'eOffice'] as const;
export type RequestChannel = (typeof REQUEST_CHANNELS)[number];

/** What the department does with it: all that was asked, part of it, or nothing. */
export const REQUEST_OUTCOMES = ['granted', 'partly', 'refused'] as const;
export type RequestOutcome = (typeof REQUEST_OUTCOMES)[number];

/** Working days within which the person who asks gets an answer. Source: Nghị định 356/2025/NĐ-CP, hạn phản hồi yêu cầu của chủ thể dữ liệu. */
export const ANSWERED_WITHIN = { amount: 2, unit: 'workingDays' } as const;

/** Who takes such requests in and answers them: the Office. */
export const REQUEST_KEEPERS: readonly Role[] = ['registryClerk', 'leader'];

/** Who may see them besides: those who watch over the work. */
export const REQUEST_READERS: readonly Role[] = [...REQUEST_KEEPERS, 'supervisor'];

export const ASKED_LENGTHS = { shortest: 5, longest: 4000 } as const;
export const PROOF_LENGTHS = { shortest: 5, longest: 300 } as const;
export const BASIS_LENGTHS = { shortest: 5, longest: 500 } as const;
export const ANSWER_LENGTHS = { shortest: 5, longest: 4000 } as const;
export const NAME_LENGTHS = { shortest: 2, longest: 100 } as const;

/** @throws DomainError `forbidden` */
export function requireRequestKeeper(actor: Actor): void {
  if (!hasRole(actor, ...REQUEST_KEEPERS)) throw new DomainError('forbidden', { act: 'dataRequest' });
}

/** @throws DomainError `forbidden` */
export function requireRequestReader(actor: Actor): void {
  if (!hasRole(actor, ...REQUEST_READERS)) throw new DomainError('forbidden', { act: 'dataRequest' });
}

/** The last moment at which an answer is in time. @throws DomainError `deadline-calendar-missing` */
export function answerDueAt(receivedAt: Date, calendar: WorkingCalendar): Date {
  return deadline(receivedAt, ANSWERED_WITHIN, calendar).legalEnd;
}

/** @throws DomainError `input-invalid` for a moment to come: nobody has asked yet */
export function requireReceived(receivedAt: Date, now: Date): void {
  if (receivedAt.getTime() > now.getTime())
    throw new DomainError('input-invalid', { field: 'receivedAt', message: 'Ngày nhận không thể sau hôm nay.' });
}
