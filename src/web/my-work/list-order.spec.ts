import type { TicketFilter } from '../../tickets/index.js';
import { headsOf, inOrder, orderWords, partsOf } from './list-order.js';

const OWN: TicketFilter = { open: true, officerId: 'ngoc' };

describe('the order of a work list', () => {
  it.each([
    ['cua-toi', undefined],
    ['cua-toi.han-xa', { by: 'due', lastFirst: true }],
    ['cua-toi.moi-nhan', { by: 'received', lastFirst: true }],
    ['cua-toi.cu-nhat', { by: 'received', lastFirst: false }],
  ])('stands in the address behind its name: %s', (code, order) => {
    const [base, name] = partsOf(code);
    const list = inOrder(base, OWN, name);
    expect(list).toMatchObject({ code, base: 'cua-toi' });
    expect(list.filter.order).toEqual(order);
  });

  it.each([
    ['an order that does not exist', 'constructor', OWN],
    ['receipt, where no index holds it', 'moi-nhan', { ids: ['a'] }],
  ])('is that of deadlines for %s', (_what, name, filter) => {
    expect(inOrder('cua-toi', filter, name)).toEqual({ code: 'cua-toi', base: 'cua-toi', filter });
  });

  it('is led to by the heads, and turned round by the one in force', () => {
    const through = (name: string) => headsOf(inOrder('cua-toi', OWN, name));
    expect(through('').due).toMatchObject({ sort: 'ascending', href: '/?danh-sach=cua-toi.han-xa' });
    expect(through('').received).toMatchObject({ sort: null, href: '/?danh-sach=cua-toi.moi-nhan' });
    expect(through('han-xa').due).toMatchObject({ sort: 'descending', href: '/?danh-sach=cua-toi' });
    expect(through('moi-nhan').due).toMatchObject({ sort: null, href: '/?danh-sach=cua-toi' });
    expect(through('moi-nhan').received).toMatchObject({ sort: 'descending', href: '/?danh-sach=cua-toi.cu-nhat' });
    expect(through('cu-nhat').received).toMatchObject({ sort: 'ascending', href: '/?danh-sach=cua-toi.moi-nhan' });
    expect(headsOf(inOrder('tra-lai', { ids: ['a'] }, '')).received).toBeNull();
    expect(orderWords(inOrder('cua-toi', OWN, 'cu-nhat').filter)).toBe('xếp theo ngày nhận');
  });
});
