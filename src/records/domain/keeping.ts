import { DRAFTERS } from '../../drafting/domain/policy.js';
import { deskOf, hasRole, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { TicketState } from '../../tickets/domain/ticket-state.js';
import type { FileState } from './record-file.js';

/** Who has the matter of a file in hand. */
export interface MatterInHand {
  readonly leadUnitId: string | null;
  readonly officerId: string | null;
}

/** States in which nobody goes on with a ticket: its work has ended. Answered, it may still be judged and reopened. */
const ENDED: readonly TicketState[] = ['closed', 'returned', 'rejected', 'merged', 'withdrawn'];

export function hasEnded(state: TicketState): boolean {
  return ENDED.includes(state);
}

/** Whether this person puts the file in order: who handles its matter, the head of that unit, and the registry. Source: Nghị định 30/2020/NĐ-CP, Điều 28, 29. */
export function mayKeep(actor: Actor, { leadUnitId, officerId }: MatterInHand): boolean {
  if (hasRole(actor, 'registryClerk') || deskOf(actor) === officerId) return true;
  return hasRole(actor, 'unitHead') && actor.unitId !== null && actor.unitId === leadUnitId;
}

/** Whether this person puts a file of documents without a ticket in order: those who draft in its unit, and the registry. */
export function mayKeepOfUnit(actor: Actor, unitId: string | null): boolean {
  if (hasRole(actor, 'registryClerk')) return true;
  return unitId !== null && actor.unitId === unitId && hasRole(actor, ...DRAFTERS);
}

/**
 * A file is closed when its work has ended, not before. Documents without a ticket come into theirs when they are done.
 *
 * @param ticket state of its ticket; null for a file of documents without one
 * @throws DomainError `file-act-barred`
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 28 khoản 3 (kết thúc hồ sơ khi công việc đã giải quyết xong).
 */
export function requireClosable(state: FileState, ticket: TicketState | null): void {
  requireState(state, 'open', 'Hồ sơ đã kết thúc rồi.');
  if (ticket !== null && !hasEnded(ticket)) {
    const message = 'Phiếu chưa kết thúc nên chưa kết thúc hồ sơ được. Kết thúc phiếu trước, rồi làm lại bước này.';
    throw new DomainError('file-act-barred', { message });
  }
}

/**
 * When the work on documents without a ticket ended: with the last of them, or the last that was settled.
 *
 * @param settled when each incoming document was; null while somebody works on it
 * @returns null where there is none
 * @throws DomainError `file-act-barred` while somebody works on one
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 28 khoản 3 (kết thúc hồ sơ khi công việc đã giải quyết xong).
 */
export function endOfDocuments(papers: readonly Date[], settled: readonly (Date | null)[]): Date | null {
  const ends = [...papers, ...settled.filter((at) => at !== null)];
  if (ends.length < papers.length + settled.length) {
    const message =
      'Hồ sơ còn văn bản đến đang giải quyết nên chưa kết thúc được. Giải quyết xong, rồi làm lại bước này.';
    throw new DomainError('file-act-barred', { message });
  }
  return ends.length === 0 ? null : new Date(Math.max(...ends.map(Number)));
}

/** @throws DomainError `file-act-barred` with the sentence */
export function requireState(state: FileState, wanted: FileState, message: string): void {
  if (state !== wanted) throw new DomainError('file-act-barred', { message });
}

/** A paper as far as putting a file in order looks at it. */
export interface PaperInFile {
  readonly id: string;
  /** What it holds; none for words alone. */
  readonly contents: readonly string[];
  /** Stands in a register by its own number, so that nothing else is the same. */
  readonly isRegistered: boolean;
  /** A direct answer that was not approved. */
  readonly isDraft: boolean;
}

/** A paper that a closed file does not keep, and why. */
export interface DroppedPaper {
  readonly id: string;
  readonly because: string;
}

/**
 * What is taken out when a file is closed: drafts, and what lies in it a second time; the first of equal papers stays.
 *
 * @param papers in the order in which they lie
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 29 khoản 2 (loại văn bản trùng thừa, bản nháp).
 */
export function droppedAtClosing(papers: readonly PaperInFile[]): readonly DroppedPaper[] {
  const seen = new Set<string>();
  const dropped: DroppedPaper[] = [];
  for (const { id, contents, isRegistered, isDraft } of papers) {
    const isRepeated = !isRegistered && contents.length > 0 && contents.every((sha256) => seen.has(sha256));
    if (isDraft) dropped.push({ id, because: 'Bản dự thảo không được duyệt; loại khi kết thúc hồ sơ.' });
    else if (isRepeated)
      dropped.push({ id, because: 'Trùng với tài liệu đã có trong hồ sơ; loại khi kết thúc hồ sơ.' });
    else for (const sha256 of contents) seen.add(sha256);
  }
  return dropped;
}
