import { deadline, extendedDeadline } from '../../calendar/domain/deadline.js';
import type { Deadline } from '../../calendar/domain/proof/proof.js';
import type { WorkingCalendar } from '../../calendar/domain/working-calendar.js';
import { civilDateOf, instantOf, type CivilDate } from '../../kernel/civil-date.js';
import { DomainError } from '../../kernel/domain-error.js';
import {
  AT_ONCE,
  COMPLAINT_LIMITS,
  DENUNCIATION_EXTENSIONS,
  DENUNCIATION_LIMITS,
  type PetitionDuty,
  type PetitionLimit,
} from '../../law/index.js';
import type { PetitionKind } from './petition.js';

/** A limit as it was counted for one petition, with its proof. */
export interface CountedDuty extends Deadline {
  readonly duty: PetitionDuty;
  readonly limit: PetitionLimit;
  readonly startedOn: CivilDate;
  /** How often it was extended. */
  readonly extended: number;
}

type Counting = { readonly startedOn: CivilDate; readonly calendar: WorkingCalendar };

/** What is owed from the day on which a petition was received. @throws DomainError `deadline-calendar-missing` */
export function dutiesOnReceipt(kind: PetitionKind, counting: Counting): readonly CountedDuty[] {
  const limits = kind === 'complaint' ? COMPLAINT_LIMITS : DENUNCIATION_LIMITS;
  return [
    ...(kind === 'protection' ? [atOnce(counting.startedOn)] : []),
    counted('screen', limits.screen, counting),
    counted('accept', limits.accept, counting),
  ];
}

/** By when a denunciation of another agency's competence is handed on; null for a complaint, whose sender is guided. @throws DomainError `deadline-calendar-missing` */
export function forwardingDuty(kind: PetitionKind, counting: Counting): CountedDuty | null {
  return kind === 'complaint' ? null : counted('forward', DENUNCIATION_LIMITS.forward, counting);
}

/** By when a petition is settled, from the day on which it was accepted. @throws DomainError `deadline-calendar-missing` */
export function settlementDuty(kind: PetitionKind, counting: Counting): CountedDuty {
  const limits = kind === 'complaint' ? COMPLAINT_LIMITS : DENUNCIATION_LIMITS;
  return counted('settle', limits.settle, counting);
}

export interface ExtensionWish {
  readonly kind: PetitionKind;
  /** How often it was extended before. */
  readonly extended: number;
  /** The leader holds the matter for specially complicated. */
  readonly specially: boolean;
}

/**
 * More time to settle a complicated petition: 45 days instead of 30 for a complaint, once; for a denunciation 30 days more, once, or twice where it is
 * specially complicated.
 *
 * @throws DomainError `input-invalid` when no more time may be given; `deadline-calendar-missing`
 *
 * Source: Luật Khiếu nại 2011, Điều 28; Luật Tố cáo 2018, Điều 30 (unconfirmed).
 */
export function extendedSettlement({ kind, extended, specially }: ExtensionWish, counting: Counting): CountedDuty {
  const { complicated, speciallyComplicated } = DENUNCIATION_EXTENSIONS;
  const most = kind === 'complaint' ? 1 : specially ? speciallyComplicated : complicated;
  if (extended >= most) {
    const message =
      kind === 'complaint' || specially
        ? 'Đã hết số lần được kéo dài thời hạn giải quyết.'
        : 'Chỉ vụ việc đặc biệt phức tạp mới được kéo dài lần thứ hai.';
    throw new DomainError('input-invalid', { field: 'reason', message });
  }
  const times = extended + 1;
  if (kind === 'complaint')
    return { ...counted('settle', COMPLAINT_LIMITS.settleComplicated, counting), extended: times };
  return Array.from({ length: times }).reduce<CountedDuty>(
    (before) => withMore(before, counting.calendar),
    settlementDuty(kind, counting),
  );
}

function withMore(before: CountedDuty, calendar: WorkingCalendar): CountedDuty {
  const more = extendedDeadline(before, DENUNCIATION_LIMITS.extension, calendar);
  // The first line of the further time is the last day of what went before.
  return { ...before, ...more, proof: [...before.proof, ...more.proof.slice(1)], extended: before.extended + 1 };
}

function counted(duty: PetitionDuty, limit: PetitionLimit, { startedOn, calendar }: Counting): CountedDuty {
  return { duty, limit, startedOn, extended: 0, ...deadline(instantOf(startedOn, 0), limit, calendar) };
}

/** Due on the day itself: nothing is counted, since nothing may be waited for. */
function atOnce(startedOn: CivilDate): CountedDuty {
  const end = new Date(instantOf(startedOn, 24 * 60).getTime() - 1000);
  const day = civilDateOf(end);
  const proof = [{ from: day, to: day, counted: 0, reason: 'Xem xét ngay khi nhận, không chờ thời hạn' }];
  return { duty: 'protect', limit: AT_ONCE, startedOn, extended: 0, due: end, legalEnd: end, proof };
}
