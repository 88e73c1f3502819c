import type { TicketRow } from '../../tickets/index.js';
import { count } from '../kit/words/numbers.js';
import { ticketStateLabel } from '../kit/words/states.js';
import { MANY_WORDS, UNDO, undoableOf, type ManyDone } from './many-done.js';
import type { ManyResultView } from './many-result-page.js';

/** @param rows those of its tickets that this person sees */
export function manyResultView(many: ManyDone, rows: readonly TicketRow[]): ManyResultView {
  const { act, back, done, refused } = many;
  const seen = new Map(rows.map((row) => [row.id, row]));
  const undoable = undoableOf(many).length;
  return {
    summary: summaryOf(many),
    backHref: back,
    undo: undoable === 0 || act === 'undo' ? null : { action: UNDO, label: `Hoàn tác ${count(undoable)} phiếu` },
    refused: refused.flatMap(({ sentence, ticketIds }) =>
      ticketIds.map((id) => ({ key: id, why: sentence, ticket: named(seen.get(id)) })),
    ),
    done: done.flatMap(({ ticketId }) => {
      const row = seen.get(ticketId);
      return row === undefined ? [] : [{ ...namedRow(row), state: ticketStateLabel(row.state) }];
    }),
  };
}

/** `Đã ghi tiến độ 12 phiếu; 3 phiếu chưa ghi được.` */
export function summaryOf({ act, done, refused }: ManyDone): string {
  const words = MANY_WORDS[act];
  const left = refused.reduce((sum, { ticketIds }) => sum + ticketIds.length, 0);
  const handled = `${words.done} ${count(done.length)} phiếu`;
  return left === 0 ? `${handled}.` : `${handled}; ${count(left)} phiếu ${words.refused}.`;
}

function named(row: TicketRow | undefined): ManyResultView['refused'][number]['ticket'] {
  return row === undefined ? null : namedRow(row);
}

function namedRow({ id, code, subject }: TicketRow) {
  return { href: `/phieu/${id}`, code, subject };
}
