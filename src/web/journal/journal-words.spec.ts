import type { JournalAction } from '../../journal/domain/acts.js';
import { actWords, knownActs } from './journal-words.js';

describe('the words of the journal', () => {
  it('stand for every act that compiles', () => {
    // @ts-expect-error -- not declared
    const undeclared: JournalAction = 'ticket.opne';
    const put: JournalAction[] = [undeclared, 'ticket.open', 'ticket.assign', 'signature.sealed', 'staff.sync.disable'];
    expect(put.map(actWords)).toEqual([
      ...[null, 'Mở phiếu', 'Giao đơn vị chủ trì', 'Đã đóng dấu', 'Ngừng cán bộ theo thư mục người dùng'],
    ]);
  });

  it('tell every act apart', () => {
    const words = knownActs().map((act) => act.words);
    expect(words.filter((one, at) => words.indexOf(one) !== at)).toEqual([]);
  });
});
