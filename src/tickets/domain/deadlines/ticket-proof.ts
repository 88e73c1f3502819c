import { deadline, extendedDeadline } from '../../../calendar/domain/deadline.js';
import { dateWords, timeWords } from '../../../calendar/domain/proof/moment-words.js';
import type { Pause } from '../../../calendar/domain/pauses.js';
import type { ProofLine } from '../../../calendar/domain/proof/proof.js';
import {
  proofDocument,
  type GrantedExtension,
  type ProofDocument,
} from '../../../calendar/domain/proof/proof-document.js';
import type { WorkingCalendar } from '../../../calendar/domain/working-calendar.js';
import { civilDateOf } from '../../../kernel/civil-date.js';
import {
  type Category,
  isLimitUnit,
  type Level,
  LEVELS,
  limitFor,
  type PolicySet,
  type SourcedLimit,
} from '../../../law/index.js';
import { dutyOf } from './recount.js';

/** What a proof says of the ticket; nothing of who wrote. */
export interface ProvenTicket {
  readonly code: string;
  readonly hotlineCode: string | null;
  readonly level: Level;
  readonly category: Category;
}

/** A count of a period as it was kept. */
export interface KeptCount {
  readonly duty: string;
  readonly amount: number;
  readonly unit: string;
  readonly startedAt: Date;
  readonly dueAt: Date;
  readonly legalEndAt: Date;
  readonly cycle: number;
  readonly pauses: readonly Pause[];
  readonly proof: readonly ProofLine[];
}

/** More time that was granted. */
export interface GrantedTime {
  readonly workingDays: number;
  readonly decidedAt: Date;
  /** `Hoàng Thị Minh Nguyệt`: the name, at that time, of the person who granted it. */
  readonly decidedBy: string;
}

export interface ProofRules {
  /** The version that the count was made by. */
  readonly policy: PolicySet;
  /** The version that the count was made by, with the hours of the unit it was counted for. */
  readonly calendar: WorkingCalendar;
}

/**
 * The proof of a ticket's period as a document for the citizen. Without an extension it is the one that was kept. With one, the kept lines run
 * through both parts, so each is counted once more by the very rules it was counted by.
 *
 * @param granted the extensions of the count's cycle, in the order in which they were granted
 */
export function ticketProof(
  ticket: ProvenTicket,
  count: KeptCount,
  granted: readonly GrantedTime[],
  rules: ProofRules,
): ProofDocument {
  const { policy, calendar } = rules;
  const limit = limitOf(count, ticket, policy);
  const facts = {
    ticketCode: ticket.code,
    duty: dutyOf(count),
    start: { at: count.startedAt, event: startWords(ticket, count) },
    limit,
    policy,
    calendar,
    pauses: count.pauses,
  };
  if (granted.length === 0) {
    return proofDocument({ due: count.dueAt, legalEnd: count.legalEndAt, proof: count.proof }, facts);
  }
  const counted = deadline(count.startedAt, limit, calendar, count.pauses);
  return proofDocument(counted, { ...facts, extensions: extensionsOf(counted, granted, { ...rules, ticket, count }) });
}

function extensionsOf(
  counted: { readonly legalEnd: Date },
  granted: readonly GrantedTime[],
  { policy, calendar, ticket, count }: ProofRules & { readonly ticket: ProvenTicket; readonly count: KeptCount },
): readonly GrantedExtension[] {
  const { source } = limitFor(policy, 'extension', ticket.level, ticket.category);
  const extensions: GrantedExtension[] = [];
  let end = counted;
  for (const [at, { workingDays, decidedAt, decidedBy }] of granted.entries()) {
    const limit: SourcedLimit = { amount: workingDays, unit: 'workingDays', source };
    const extended = extendedDeadline(end, limit, calendar, count.pauses);
    const when = `${timeWords(decidedAt)} ngày ${dateWords(civilDateOf(decidedAt))}`;
    extensions.push({
      limit,
      deadline: extended,
      event: `Gia hạn lần ${String(at + 1)}, ${decidedBy} duyệt lúc ${when}`,
    });
    end = extended;
  }
  return extensions;
}

/**
 * The limit of a count with its source, as the set it was counted by says for the ticket's level and category, else for whatever level it was
 * counted at.
 */
export function limitOf(
  count: Pick<KeptCount, 'duty' | 'amount' | 'unit'>,
  { level, category }: Pick<ProvenTicket, 'level' | 'category'>,
  policy: PolicySet,
): SourcedLimit {
  const { amount, unit } = count;
  if (!isLimitUnit(unit)) throw new Error(`Not a unit of limits: ${unit}`);
  const duty = dutyOf(count);
  const stated = [
    limitFor(policy, duty, level, category),
    ...LEVELS.map((other) => limitFor(policy, duty, other, category)),
  ].find((known) => known.amount === amount && known.unit === unit);
  return stated ?? { amount, unit, source: { standing: 'choice', text: policy.citation } };
}

/** What set the period running, for the reader of the sheet. */
function startWords({ hotlineCode }: ProvenTicket, { cycle }: KeptCount): string {
  if (cycle > 1) return `Phiếu mở lại lần ${String(cycle - 1)}`;
  return hotlineCode === null ? 'Sở nhận phản ánh' : 'Tổng đài 1022 chuyển phiếu';
}
