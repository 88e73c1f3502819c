import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../kernel/canonical-json.js';
import { isoInVietnam } from '../../../kernel/civil-date.js';
import { limitWords, type LimitUnit } from '../../../law/limit.js';
import { type Duty, DUTY_WORDS, type LimitSource, type PolicySet, type SourcedLimit } from '../../../law/policy.js';
import { mergePauses, type Pause } from '../pauses.js';
import type { Deadline, ProofLine } from './proof.js';
import type { WorkingCalendar } from '../working-calendar.js';

export const PROOF_FORMAT = 'hoi-am.deadline-proof';

/** Grows when the meaning of a member changes; a reader refuses a version that it does not know. */
export const PROOF_VERSION = 1;

/** The limit itself, or time granted on top of it. Instants are ISO 8601 with +07:00. */
export interface ProofPart {
  readonly kind: 'limit' | 'extension';
  /** What set this part running, in words, and when. */
  readonly start: { readonly at: string; readonly event: string };
  readonly limit: {
    readonly amount: number;
    readonly unit: LimitUnit;
    readonly words: string;
    readonly source: LimitSource;
  };
  readonly calendar: { readonly version: number; readonly name: string };
  /** What `counted` of the lines and `total` count: an hour limit is counted in whole seconds, so that sums are exact. */
  readonly countedIn: 'days' | 'seconds';
  /** Day limits: civil dates, both included. Hour limits: instants, the end exclusive. */
  readonly lines: readonly ProofLine[];
  readonly total: number;
  readonly due: string;
  readonly legalEnd: string;
}

/**
 * A deadline as a document that stands by itself: a stranger re-counts it with the calendar it names, and proves by the
 * hash that it is the one that was made. Equal facts give an equal document.
 */
export interface ProofDocument {
  readonly format: typeof PROOF_FORMAT;
  readonly version: typeof PROOF_VERSION;
  readonly timezone: 'Asia/Ho_Chi_Minh';
  readonly subject: { readonly ticketCode: string; readonly duty: Duty; readonly words: string };
  readonly policy: { readonly version: number; readonly name: string; readonly citation: string };
  /** In order, those that overlapped made one. */
  readonly pauses: readonly { readonly from: string; readonly to: string; readonly reason: string | null }[];
  /** One after another: the limit, then each extension. */
  readonly parts: readonly ProofPart[];
  readonly due: string;
  readonly legalEnd: string;
  /** SHA-256, in hex, over the canonical form of everything else: members in order, no spaces, UTF-8. */
  readonly sha256: string;
}

/** More time that was granted, with the deadline that came of it. */
export interface GrantedExtension {
  readonly limit: SourcedLimit;
  /** `Gia hạn lần 1, Nguyễn Văn An duyệt lúc 09:05 ngày 19/03/2026` */
  readonly event: string;
  readonly deadline: Deadline;
  /** The calendar it was counted by, when that was a newer one than the limit's. */
  readonly calendar?: Pick<WorkingCalendar, 'version' | 'name'>;
}

/** What a deadline by itself does not say. Names nobody who wrote to us. */
export interface ProofFacts {
  readonly ticketCode: string;
  readonly duty: Duty;
  /** What set the limit running: `Tổng đài 1022 chuyển phiếu`. */
  readonly start: { readonly at: Date; readonly event: string };
  readonly limit: SourcedLimit;
  readonly policy: Pick<PolicySet, 'version' | 'name' | 'citation'>;
  readonly calendar: Pick<WorkingCalendar, 'version' | 'name'>;
  readonly pauses: readonly Pause[];
  /** In the order in which they were granted. */
  readonly extensions?: readonly GrantedExtension[];
}

/**
 * The document of a deadline that was counted before; nothing is counted again, so a closed ticket keeps the proof of
 * its time.
 *
 * @throws DomainError `deadline-pause-invalid`
 */
export function proofDocument(deadline: Deadline, facts: ProofFacts): ProofDocument {
  const parts = partsOf(deadline, facts);
  const { due, legalEnd } = facts.extensions?.at(-1)?.deadline ?? deadline;
  const { version, name, citation } = facts.policy;
  const unsealed: Omit<ProofDocument, 'sha256'> = {
    format: PROOF_FORMAT,
    version: PROOF_VERSION,
    timezone: 'Asia/Ho_Chi_Minh',
    subject: { ticketCode: facts.ticketCode, duty: facts.duty, words: DUTY_WORDS[facts.duty] },
    policy: { version, name, citation },
    pauses: mergePauses(facts.pauses).map(({ from, to, reason }) => ({
      from: isoInVietnam(from),
      to: isoInVietnam(to),
      reason: reason ?? null,
    })),
    parts,
    due: isoInVietnam(due),
    legalEnd: isoInVietnam(legalEnd),
  };
  return { ...unsealed, sha256: sha256Of(unsealed) };
}

/** The document as a file: canonical JSON, the form over which its hash is taken once `sha256` is left out. */
export function proofJson(document: ProofDocument): string {
  return canonicalJson(document);
}

/** The hash that a document must carry. */
export function sha256OfProof(document: ProofDocument): string {
  return sha256Of({ ...document, sha256: undefined });
}

function sha256Of(unsealed: Omit<ProofDocument, 'sha256'> & { readonly sha256?: undefined }): string {
  return createHash('sha256').update(canonicalJson(unsealed)).digest('hex');
}

function partsOf(deadline: Deadline, facts: ProofFacts): readonly ProofPart[] {
  const { limit, calendar, extensions = [] } = facts;
  const parts = [partOf('limit', { limit, calendar, deadline, event: facts.start.event }, facts.start.at)];
  let end = deadline.legalEnd;
  for (const extension of extensions) {
    parts.push(partOf('extension', { calendar, ...extension }, end));
    end = extension.deadline.legalEnd;
  }
  return parts;
}

function partOf(kind: ProofPart['kind'], counted: Required<GrantedExtension>, start: Date): ProofPart {
  const { limit, calendar, deadline, event } = counted;
  const { amount, unit, source } = limit;
  const byDays = unit === 'days' || unit === 'workingDays';
  const lines = deadline.proof.map(({ from, to, counted: length, reason }) => ({
    from,
    to,
    counted: byDays ? length : Math.round(length * 60),
    reason,
  }));
  return {
    kind,
    start: { at: isoInVietnam(start), event },
    limit: {
      amount,
      unit,
      words: limitWords({ amount, unit }),
      source: { standing: source.standing, text: source.text },
    },
    calendar: { version: calendar.version, name: calendar.name },
    countedIn: byDays ? 'days' : 'seconds',
    lines,
    total: lines.reduce((sum, line) => sum + line.counted, 0),
    due: isoInVietnam(deadline.due),
    legalEnd: isoInVietnam(deadline.legalEnd),
  };
}
