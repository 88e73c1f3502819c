import { deadline } from '../../calendar/domain/deadline.js';
import { dateWords } from '../../calendar/domain/proof/moment-words.js';
import type { WorkingCalendar } from '../../calendar/domain/working-calendar.js';
import { hasRole, type Actor, type Role } from '../../kernel/actor.js';
import { civilDateOf, nextDay } from '../../kernel/civil-date.js';
import { DomainError } from '../../kernel/domain-error.js';

/** The Office announces, and the administrators who run the machines. */
export const OUTAGE_KEEPERS: readonly Role[] = ['registryClerk', 'formatChecker', 'administrator'];

/**
 * How long before a planned interruption it is announced at the latest; the day of announcing is not counted.
 *
 * Source: Nghị định 224/2026/NĐ-CP (thông báo tạm ngừng cung cấp dịch vụ trước ít nhất 07 ngày làm việc).
 */
export const ANNOUNCED_BEFORE = { amount: 7, unit: 'workingDays' } as const;

/** How long before it begins members of staff read of it on every page. */
export const SHOWN_BEFORE_MS = 7 * 24 * 60 * 60_000;

export const SUMMARY_LENGTHS = { shortest: 5, longest: 200 } as const;
export const AFFECTED_LENGTHS = { shortest: 5, longest: 2000 } as const;
export const REASON_LENGTHS = { shortest: 5, longest: 500 } as const;

export const OUTAGE_STATES = ['planned', 'running', 'over', 'cancelled'] as const;

export type OutageState = (typeof OUTAGE_STATES)[number];

interface Span {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

export function outageState(
  { startsAt, endsAt, cancelledAt }: Span & { readonly cancelledAt: Date | null },
  now: Date,
): OutageState {
  if (cancelledAt !== null) return 'cancelled';
  if (endsAt <= now) return 'over';
  return startsAt <= now ? 'running' : 'planned';
}

/** Whether members of staff read of it on every page. */
export function isShownToStaff({ startsAt, endsAt }: Span, now: Date): boolean {
  return now < endsAt && startsAt.getTime() - now.getTime() <= SHOWN_BEFORE_MS;
}

/** @throws DomainError `forbidden` */
export function requireOutageKeeper(actor: Actor): void {
  if (!hasRole(actor, ...OUTAGE_KEEPERS)) throw new DomainError('forbidden', { act: 'outage' });
}

/** @throws DomainError `input-invalid` where it ends before it begins, or is over already */
export function requireSpan({ startsAt, endsAt }: Span, now: Date): void {
  if (startsAt >= endsAt) {
    throw new DomainError('input-invalid', {
      field: 'endsAt',
      message: 'Thời điểm hoạt động trở lại phải sau lúc bắt đầu ngừng.',
    });
  }
  if (endsAt <= now) {
    throw new DomainError('input-invalid', {
      field: 'endsAt',
      message: 'Thời điểm hoạt động trở lại phải còn ở phía trước.',
    });
  }
}

/** Whether it is announced early enough. @throws DomainError `deadline-calendar-missing` */
export function isAnnouncedInTime(announcedAt: Date, startsAt: Date, calendar: WorkingCalendar): boolean {
  return startsAt > deadline(announcedAt, ANNOUNCED_BEFORE, calendar).legalEnd;
}

/**
 * What is announced too late needs a reason why it cannot wait.
 *
 * @throws DomainError `input-invalid` with the first day on which it may begin, `deadline-calendar-missing`
 */
export function requireNotice(announcedAt: Date, startsAt: Date, calendar: WorkingCalendar): void {
  const { legalEnd } = deadline(announcedAt, ANNOUNCED_BEFORE, calendar);
  if (startsAt > legalEnd) return;
  const first = dateWords(nextDay(civilDateOf(legalEnd)));
  throw new DomainError('input-invalid', {
    field: 'startsAt',
    message: `Phải báo trước ít nhất ${ANNOUNCED_BEFORE.amount} ngày làm việc: sớm nhất là ngày ${first}. Không chờ được thì ghi lý do ngừng gấp.`,
  });
}
