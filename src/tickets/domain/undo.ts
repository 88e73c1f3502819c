import { hasHandIn, unitsOf, type Actor } from '../../kernel/actor.js';
import { latestWithinSkew } from '../../kernel/clock-skew.js';
import { DomainError } from '../../kernel/domain-error.js';

/** What was done, as its line in the ticket's course tells it. */
export interface DoneAct {
  /** Kind of its line. */
  readonly kind: string;
  readonly actorId: string;
  readonly toHotline: boolean;
  /** Whether the course of the ticket has gone on since. */
  readonly isFollowed: boolean;
}

/** Why something that was done cannot be taken back. */
export type UndoBarrier = 'lasting' | 'byAnother' | 'toldOutside' | 'followed' | 'sent' | 'told';

/** What a person is told instead: why, and what to do. */
export const UNDO_WORDS: Readonly<Record<UndoBarrier, string>> = {
  lasting: 'Việc này không hoàn tác được; mở phiếu để xem việc làm được lúc này.',
  byAnother: 'Chỉ người đã làm mới hoàn tác được.',
  toldOutside: 'Nội dung đã gửi người phản ánh nên không hoàn tác; ghi thêm nếu cần đính chính.',
  followed: 'Phiếu đã có việc khác tiếp theo nên không hoàn tác; ghi thêm nếu cần đính chính.',
  sent: 'Lời nhắc đã gửi nên không hoàn tác.',
  told: 'Việc giao đã báo đơn vị, hoặc đơn vị đã mở phiếu, nên không hoàn tác; cần đổi đơn vị thì giao lại.',
};

/** How long what may be taken back waits before anybody is told of it, in milliseconds: a reminder, an assignment. */
const HELD_MS = 8_000;

/** So many tickets at most are dealt with by one press. */
export const MOST_TOGETHER = 500;

/** What a ticket of many takes, in milliseconds, on a busy machine. */
const TURN_MS = 50;

/** How long something waits where others are dealt with after it by the same press: the first may be taken back as long as the last. */
export function heldFor(following = 0): number {
  return HELD_MS + following * TURN_MS;
}

/** Nothing waits longer to be told. */
const LONGEST_HELD_MS = heldFor(MOST_TOGETHER);

/** Since when an assignment that nothing has followed may still be taken back, at the most. */
export function heldSince(now: Date): Date {
  return new Date(now.getTime() - LONGEST_HELD_MS);
}

/** Acts whose words wait in the outbox. */
const HELD: readonly string[] = ['reminded', 'assigned'];

/** Kinds of lines whose act left nothing but the line, and those that wait to be told. */
const UNDOABLE: readonly string[] = ['progress', ...HELD];

/** Whether who did something may take it back; {@link undoBarrier} says why not. */
export function isUndoable({ kind, toHotline, isFollowed }: Omit<DoneAct, 'actorId'>): boolean {
  return UNDOABLE.includes(kind) && !toHotline && !isFollowed;
}

/** Whether a line says how the ticket goes: a unit that reminds its own officer, or takes something back, is silent all the same. */
export function isNews(kind: string): boolean {
  return kind !== 'reminded' && kind !== 'undone';
}

/** What an assignment brings with it besides unit and officer. */
export interface Assigning {
  readonly level: string;
  /** Whether it carries out a proposal: the proposer hears of the decision at once. */
  readonly isProposed: boolean;
  /** Whether a letter was given up for it. */
  readonly endsLetter: boolean;
  /** Whether other units are asked to help, or no longer: they hear of it at once. */
  readonly changesHelpers: boolean;
}

/**
 * Whether an assignment is told only once it can no longer be taken back. What is urgent is told at once, and so is what cannot be put back as it was.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 23 khoản 1 (an urgent document is handed on at once).
 */
export function isTellingHeld({ level, isProposed, endsLetter, changesHelpers }: Assigning): boolean {
  return level !== 'urgent' && !isProposed && !endsLetter && !changesHelpers;
}

/** Whether one who opens a ticket is of the unit that was given it; who gave it to the own unit knows of it anyway. */
export function isOpenedBy(
  actor: Actor,
  { unitId, assignedById }: { readonly unitId: string; readonly assignedById: string },
): boolean {
  return unitsOf(actor).includes(unitId) && !hasHandIn(actor, assignedById);
}

/** Whether something that happened then may still be taken back by now. What is from after the present is of before the clock was set back: it waits no longer. */
export function isHeldStill(since: Date | null, now: Date): boolean {
  return since !== null && since > heldSince(now) && since <= latestWithinSkew(now);
}

/** A line of a course, as those follow it who tell others of it. */
interface FollowedLine {
  readonly seq: number;
  readonly ticketId: string;
  readonly at: Date;
  readonly kind: string;
  readonly toHotline: boolean;
}

/**
 * The lines that stand for what was done: not an assignment while it may be taken back, and never one that was taken back: neither is told outside.
 *
 * @param lines in the order of writing
 */
export function standingLines<Line extends FollowedLine>(lines: readonly Line[], now: Date): readonly Line[] {
  const last = new Map(lines.map(({ ticketId, seq }) => [ticketId, seq]));
  return lines.filter(({ kind, ticketId, seq, at, toHotline }) => {
    if (kind !== 'assigned') return true;
    const mayBeTakenBack = last.get(ticketId) === seq && isHeldStill(at, now);
    return toHotline && !mayBeTakenBack;
  });
}

/**
 * What stands in the way of taking something back; null where nothing does. Only the person who did it may, while nothing has followed, and never what
 * has gone out of the agency: that was said, and is corrected by saying more. The line stays, and another says that it was taken back.
 */
export function undoBarrier(done: DoneAct, actor: Actor): Exclude<UndoBarrier, 'sent' | 'told'> | null {
  if (done.toHotline && !HELD.includes(done.kind)) return 'toldOutside';
  if (!UNDOABLE.includes(done.kind)) return 'lasting';
  if (!hasHandIn(actor, done.actorId)) return 'byAnother';
  return done.isFollowed ? 'followed' : null;
}

/** @throws DomainError `ticket-act-barred` */
export function requireUndoable(done: DoneAct, actor: Actor): void {
  const barrier = undoBarrier(done, actor);
  if (barrier !== null) throw undoRefused(barrier);
}

export function undoRefused(barrier: UndoBarrier): DomainError {
  return new DomainError('ticket-act-barred', { act: 'undo', barrier, message: UNDO_WORDS[barrier] });
}
