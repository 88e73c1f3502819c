import { hasRole, type Actor, type Role } from '../../kernel/actor.js';
import { canonicalJson } from '../../kernel/canonical-json.js';
import { civilDateOf, instantOf, type CivilDate } from '../../kernel/civil-date.js';
import { DomainError } from '../../kernel/domain-error.js';
import { sha256Of } from '../../kernel/sha256.js';

/** A draft waits for a person; a frozen report is never changed any more; a dropped one is kept and counts for nothing. */
export const REPORT_STATES = ['draft', 'frozen', 'dropped'] as const;

export type ReportState = (typeof REPORT_STATES)[number];

/** Who may read reports: the roles that see every ticket of the agency (source letter, parts 2 and 3). */
export const REPORT_READERS: readonly Role[] = ['supervisor', 'leader', 'registryClerk', 'formatChecker'];

/** Who makes reports and answers for their figures: supervision, and the leaders (source letter, part 2: báo cáo định kỳ hoặc đột xuất). */
export const REPORT_KEEPERS: readonly Role[] = ['supervisor', 'leader'];

/** Who writes the document of a report: supervision; a leader approves what it says, and signs (source letter, part 2). */
export const REPORT_WRITERS: readonly Role[] = ['supervisor'];

export function mayKeepReports(actor: Actor): boolean {
  return hasRole(actor, ...REPORT_KEEPERS);
}

/** What is under way when a period is cut off has been written by then. */
const SETTLED_MS = 5 * 60_000;

/**
 * Up to which instant a period counts: to the end of its last day, or on that very day up to a moment ago.
 *
 * @throws DomainError `input-invalid` at `lastDay` where the period is not over, or ended a moment ago
 */
export function cutOffAt(lastDay: CivilDate, now: Date): Date {
  const end = instantOf(lastDay, 24 * 60);
  const settled = new Date(now.getTime() - SETTLED_MS);
  if (end <= settled) return end;
  if (lastDay === civilDateOf(now)) return settled;
  const message =
    lastDay > civilDateOf(now)
      ? 'Kỳ chưa kết thúc. Chọn ngày cuối từ hôm nay trở về trước.'
      : 'Kỳ vừa kết thúc. Đợi năm phút để mọi việc của kỳ được ghi xong rồi lập báo cáo.';
  throw new DomainError('input-invalid', { field: 'lastDay', message });
}

/** Whether nothing can be written into the period any more. */
export function isSettled(lastDay: CivilDate, now: Date): boolean {
  return instantOf(lastDay, 24 * 60).getTime() <= now.getTime() - SETTLED_MS;
}

export const MAX_WORDS_LENGTH = 5000;

export const MAX_ADDRESSEE_LENGTH = 300;

/** What a person adds to the figures. */
export interface ReportWords {
  readonly addressee: string;
  readonly assessment: string;
  readonly proposals: string;
}

export interface Freezing extends ReportWords {
  readonly snapshotSha256: string;
  readonly frozenById: string;
  readonly frozenAt: Date;
}

/** What a frozen report is held to: one changed byte of its snapshot, or word of its text, gives another hash. */
export function frozenHashOf({
  frozenAt,
  snapshotSha256,
  addressee,
  assessment,
  proposals,
  frozenById,
}: Freezing): string {
  return sha256Of(
    canonicalJson({ snapshotSha256, addressee, assessment, proposals, frozenById, frozenAt: frozenAt.toISOString() }),
  );
}
