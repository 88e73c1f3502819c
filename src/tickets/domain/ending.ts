import { isOpen, type TicketState } from './ticket-state.js';

/** Whether a move ends a ticket: from then on the citizen waits no longer. */
export function isEnd(from: TicketState, to: TicketState): boolean {
  return isOpen(from) && !isOpen(to);
}

/**
 * Whether a move leaves nobody who goes on with the answer that is being written: the ticket ends without one, or goes back to the desk.
 *
 * A letter that was left behind could still be signed and sent, though the citizen was told otherwise.
 */
export function leavesAnswerBehind(from: TicketState, to: TicketState): boolean {
  return (isEnd(from, to) && to !== 'answered') || to === 'classified';
}

const LEFT_BEHIND: Readonly<Partial<Record<TicketState, string>>> = {
  returned: 'khi chuyển trả phiếu',
  merged: 'khi gộp phiếu',
  withdrawn: 'vì người phản ánh rút phản ánh',
  classified: 'khi phiếu về Văn thư',
};

/** How the line of a ticket's course ends that says a draft was given up: `khi gộp phiếu`. */
export function leftBehindWords(to: TicketState): string {
  return LEFT_BEHIND[to] ?? 'khi kết thúc phiếu';
}
