import { aTicket } from '../../../test/support/a-ticket.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { Outcome } from '../../kernel/each-for-itself.js';
import { manyDone, undoableOf } from './many-done.js';
import { manyResultView } from './many-result-view.js';

type Of = Outcome<{ readonly ticketId: string }, string | null>;

const done = (ticketId: string, made: string | null): Of => ({ item: { ticketId }, made, refused: null });
const refused = (ticketId: string, code: 'forbidden' | 'changed-meanwhile'): Of => ({
  item: { ticketId },
  made: null,
  refused: new DomainError(code),
});

const OUTCOMES = [
  done('a', 'line-a'),
  refused('b', 'forbidden'),
  done('c', null),
  refused('d', 'forbidden'),
  refused('e', 'changed-meanwhile'),
];

describe('what came of an act with several tickets', () => {
  it('is kept with each reason once, and with what may be taken back', () => {
    const many = manyDone('note', '/', OUTCOMES);
    expect(many.refused.map(({ ticketIds }) => ticketIds)).toEqual([['b', 'd'], ['e']]);
    expect(undoableOf(many)).toEqual([{ ticketId: 'a', lineId: 'line-a' }]);
  });

  it('is told row by row, and names no ticket that this person does not see', () => {
    const rows = ['a', 'b', 'c'].map((id) => aTicket({ id, code: `PAKN.${id}` }));
    const view = manyResultView(manyDone('note', '/?danh-sach=cua-toi', OUTCOMES), rows);
    expect(view.summary).toBe('Đã ghi tiến độ 2 phiếu; 3 phiếu chưa ghi được.');
    expect(view.undo?.label).toBe('Hoàn tác 1 phiếu');
    expect(view.done.map(({ code }) => code)).toEqual(['PAKN.a', 'PAKN.c']);
    expect(view.refused.map(({ ticket, why }) => [ticket?.code ?? null, why])).toEqual([
      ['PAKN.b', 'Việc này thuộc người hoặc đơn vị khác.'],
      [null, 'Việc này thuộc người hoặc đơn vị khác.'],
      [null, 'Người khác vừa cập nhật trước. Mở lại trang để xem bản mới nhất rồi làm tiếp.'],
    ]);
  });

  it('offers nothing to be taken back where a taking back was refused', () => {
    expect(manyResultView(manyDone('undo', '/', [done('a', null), refused('b', 'forbidden')]), []).undo).toBeNull();
  });
});
