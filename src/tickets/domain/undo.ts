import { hasHandIn, type Actor } from '../../kernel/actor.js';
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
export type UndoBarrier = 'lasting' | 'byAnother' | 'toldOutside' | 'followed' | 'sent';

/** What a person is told instead: why, and what to do. */
export const UNDO_WORDS: Readonly<Record<UndoBarrier, string>> = {
  lasting: 'Việc này không hoàn tác được; mở phiếu để xem việc làm được lúc này.',
  byAnother: 'Chỉ người đã làm mới hoàn tác được.',
  toldOutside: 'Nội dung đã gửi người phản ánh nên không hoàn tác; ghi thêm nếu cần đính chính.',
  followed: 'Phiếu đã có việc khác tiếp theo nên không hoàn tác; ghi thêm nếu cần đính chính.',
  sent: 'Lời nhắc đã gửi nên không hoàn tác.',
};

/** How long a reminder waits before it goes, in milliseconds: until then it can be taken back. */
export const REMINDER_HELD_MS = 8_000;

/** Kinds of lines whose act left nothing but the line, and a reminder that waits. */
const UNDOABLE: readonly string[] = ['progress', 'reminded'];

/** Whether who did something may take it back; {@link undoBarrier} says why not. */
export function isUndoable({ kind, toHotline, isFollowed }: Omit<DoneAct, 'actorId'>): boolean {
  return UNDOABLE.includes(kind) && !toHotline && !isFollowed;
}

/** Whether a line says how the ticket goes: a unit that reminds its own officer, or takes something back, is silent all the same. */
export function isNews(kind: string): boolean {
  return kind !== 'reminded' && kind !== 'undone';
}

/**
 * What stands in the way of taking something back; null where nothing does. Only the person who did it may, while nothing has followed, and never what
 * goes out of the agency: that was said, and is corrected by saying more. The line stays, and another says that it was taken back.
 */
export function undoBarrier(done: DoneAct, actor: Actor): Exclude<UndoBarrier, 'sent'> | null {
  if (done.toHotline) return 'toldOutside';
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
