import { hasRole, type Actor, type Role } from '../../kernel/actor.js';
import type { CivilDate } from '../../kernel/civil-date.js';
import { isCivilDate } from '../../kernel/civil-date.js';
import { DomainError } from '../../kernel/domain-error.js';
import { handOverBy, latestKeepBack, type RetentionCode } from './retention.js';

/** Those who take files into the agency's archives. */
export const ARCHIVISTS: readonly Role[] = ['registryClerk'];
/** Those who may say that a file must not be destroyed whatever its years. */
export const HOLDERS: readonly Role[] = ['registryClerk', 'leader', 'supervisor'];

export function mayTakeOver(actor: Actor): boolean {
  return hasRole(actor, ...ARCHIVISTS);
}

export function mayHold(actor: Actor): boolean {
  return hasRole(actor, ...HOLDERS);
}

/** A closed file as the clocks see it. */
export interface EndedFile {
  readonly workEndedOn: CivilDate;
  readonly retention: RetentionCode;
}

/**
 * A day to which a unit keeps a file back with written consent.
 *
 * @param until as typed
 * @throws DomainError `file-act-barred` where it need not be handed over at all, `input-invalid` at `until`
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 30 (giữ lại không quá 02 năm kể từ ngày đến hạn nộp lưu).
 */
export function requireKeptBackUntil(until: string, { workEndedOn, retention }: EndedFile): CivilDate {
  const due = handOverBy(workEndedOn, retention);
  if (due === null) {
    const message = 'Hồ sơ bảo quản dưới 05 năm không phải nộp lưu nên không cần giữ lại.';
    throw new DomainError('file-act-barred', { message });
  }
  const latest = latestKeepBack(due);
  if (isCivilDate(until) && until > due && until <= latest) return until;
  const message = `Giữ lại đến một ngày sau ${shown(due)} và không quá ${shown(latest)} (02 năm từ hạn nộp lưu).`;
  throw new DomainError('input-invalid', { field: 'until', message });
}

/** The day of a hand-over. @throws DomainError `input-invalid` at `on` for a day to come, or before the work ended */
export function requireHandedOverOn(on: string, workEndedOn: CivilDate, today: CivilDate): CivilDate {
  if (isCivilDate(on) && on >= workEndedOn && on <= today) return on;
  const message = `Ngày nộp lưu từ ${shown(workEndedOn)} đến hôm nay.`;
  throw new DomainError('input-invalid', { field: 'on', message });
}

/** What may become of a file whose years are over. */
export type AfterRetention = 'kept' | 'held' | 'mayBeProposed';

/**
 * Whether a file may be put on a list of what is proposed to be destroyed. Destroying is for people with an approval; a hold stands against it.
 *
 * Source: rule 56; Luật Lưu trữ 33/2024/QH15 (hủy tài liệu hết giá trị theo thẩm quyền).
 */
export function afterRetention(
  { retainedUntil, heldBecause }: { readonly retainedUntil: CivilDate | null; readonly heldBecause: string | null },
  today: CivilDate,
): AfterRetention {
  if (retainedUntil === null || retainedUntil >= today) return 'kept';
  return heldBecause === null ? 'mayBeProposed' : 'held';
}

function shown(day: CivilDate): string {
  return day.split('-').toReversed().join('/');
}
