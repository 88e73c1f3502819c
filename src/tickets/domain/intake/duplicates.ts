import { DAY_MS } from '../../../kernel/civil-date.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { fold } from '../../../kernel/vietnamese.js';
import type { TextLengths } from '../required-text.js';
import type { Nature, TicketState } from '../ticket-state.js';

/** Of why two tickets are one matter. */
export const MERGE_REASON_LENGTHS: TextLengths = { shortest: 10, longest: 1000 };

/** What the search for duplicates must know of a ticket. */
export interface ComparableTicket {
  readonly id: string;
  readonly subject: string;
  readonly words: string;
  readonly phoneKey: string;
  readonly complainedUnitId: string | null;
  readonly incomingDocumentId: string;
  readonly startedAt: Date;
}

/** Why a ticket may be the same matter as another. */
export interface Likeness {
  /** Whether both name one telephone number. */
  readonly samePhone: boolean;
  /** Share of text that both have in common, 0 to 1. */
  readonly sameText: number;
  /** Whether both are about the conduct of one unit. */
  readonly sameUnit: boolean;
  /** Whole days between the two receipts. */
  readonly daysApart: number;
}

const WORD = /[\p{L}\p{N}]+/gu;

/** From this likeness on, two texts count as one matter told twice, by the same sender or by two. */
const ALIKE = 0.5;
/** From here on, where both are about one unit. */
const ALIKE_OF_ONE_UNIT = 0.2;

/**
 * The pairs of neighbouring syllables of a text, folded: most Vietnamese words are two syllables, so pairs carry meaning where single syllables are
 * shared by everything.
 */
export function syllablePairs(text: string): ReadonlySet<string> {
  const syllables = fold(text).match(WORD) ?? [];
  if (syllables.length === 1) return new Set(syllables);
  return new Set(syllables.slice(1).map((syllable, index) => `${syllables[index] ?? ''} ${syllable}`));
}

/** The part of all pairs of two texts that both have, 0 to 1; texts without words share nothing. */
export function sharedPart(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((pair) => other.has(pair)).length;
  const all = one.size + other.size - shared;
  return all === 0 ? 0 : shared / all;
}

/**
 * Why two tickets may be one matter; null when nothing speaks for it. Parts of one document are different matters of one letter, however alike
 * their sender and their words (rule 19).
 *
 * @param windowDays how many calendar days apart they may have been received
 */
export function likenessOf(one: ComparableTicket, other: ComparableTicket, windowDays: number): Likeness | null {
  const apart = Math.abs(one.startedAt.getTime() - other.startedAt.getTime());
  if (one.id === other.id || one.incomingDocumentId === other.incomingDocumentId) return null;
  if (apart > windowDays * DAY_MS) return null;
  const likeness: Likeness = {
    samePhone: one.phoneKey !== '' && one.phoneKey === other.phoneKey,
    sameText: sharedPart(pairsOf(one), pairsOf(other)),
    sameUnit: one.complainedUnitId !== null && one.complainedUnitId === other.complainedUnitId,
    daysApart: Math.floor(apart / DAY_MS),
  };
  return isLikely(likeness) ? likeness : null;
}

function pairsOf({ subject, words }: ComparableTicket): ReadonlySet<string> {
  return syllablePairs(`${subject}\n${words}`);
}

/** Whether the words alone speak for one matter; one telephone number may bring several. */
export function isToldTwice({ sameText }: Likeness): boolean {
  return sameText >= ALIKE;
}

function isLikely(likeness: Likeness): boolean {
  const { samePhone, sameText, sameUnit } = likeness;
  return samePhone || isToldTwice(likeness) || (sameUnit && sameText >= ALIKE_OF_ONE_UNIT);
}

/** The likelier first: words weigh most, then the telephone number, then the unit. */
export function likelihood({ samePhone, sameText, sameUnit }: Likeness): number {
  return sameText + (samePhone ? 0.5 : 0) + (sameUnit ? 0.2 : 0);
}

/** `cùng số điện thoại; giống 82% nội dung; cùng đơn vị bị phản ánh; cách 3 ngày`: never which number. */
export function likenessWords({ samePhone, sameText, sameUnit, daysApart }: Likeness): string {
  const percent = Math.round(sameText * 100);
  return [
    ...(samePhone ? ['cùng số điện thoại'] : []),
    ...(percent >= 1 ? [`giống ${percent}% nội dung`] : []),
    ...(sameUnit ? ['cùng đơn vị bị phản ánh'] : []),
    daysApart === 0 ? 'cùng ngày' : `cách ${daysApart} ngày`,
  ].join('; ');
}

/** What the rules on merging must know of a ticket. */
export interface MergeableTicket {
  readonly id: string;
  readonly code: string;
  readonly state: TicketState;
  readonly open: boolean;
  readonly mergedIntoId: string | null;
  readonly legalEndAt: Date;
  readonly nature: Nature;
}

/**
 * A ticket is merged into one that goes on, and nobody waits longer for it than the law allowed before.
 *
 * @param into the ticket that goes on @throws DomainError `input-invalid`
 */
export function requireMerge(ticket: MergeableTicket, into: MergeableTicket): void {
  if (ticket.id === into.id) throw refused('Phiếu không gộp vào chính nó. Chọn phiếu khác.');
  if (into.mergedIntoId !== null) {
    throw refused(`Phiếu ${into.code} đã gộp vào phiếu khác. Mở phiếu đó để biết phiếu đang giải quyết.`);
  }
  if (!into.open) throw refused(`Phiếu ${into.code} không còn mở nên không nhận thêm. Giải quyết riêng phiếu này.`);
  if (into.nature !== 'feedback') {
    throw refused(`Phiếu ${into.code} không xử lý như phản ánh mà chuyển trả. Giải quyết riêng phiếu này.`);
  }
  if (ticket.legalEndAt < into.legalEndAt) {
    throw refused(
      `Phiếu này đến hạn trước phiếu ${into.code}. Gộp phiếu ${into.code} vào phiếu này để hạn trả lời không lùi.`,
    );
  }
}

function refused(message: string): DomainError {
  return new DomainError('input-invalid', { field: 'into', message });
}
