import { orderInAddress, readOrder, searchHeads } from './search-order.js';

describe('the order of what a search found', () => {
  it('stands in the address, the newest first without a word', () => {
    for (const order of ['newest', 'oldest', 'dueFirst', 'dueLast'] as const)
      expect(readOrder(orderInAddress(order)['xep'] ?? '')).toBe(order);
    expect(orderInAddress('newest')).toEqual({});
    expect(readOrder('constructor')).toBe('newest');
  });

  it('is turned round by the head that is in force', () => {
    const at = (order: Parameters<typeof searchHeads>[0]) => searchHeads(order, (to) => to);
    expect(at('newest')).toMatchObject({
      received: { sort: 'descending', href: 'oldest' },
      due: { sort: null, href: 'dueFirst' },
    });
    expect(at('oldest').received).toMatchObject({ sort: 'ascending', href: 'newest' });
    expect(at('dueFirst')).toMatchObject({
      received: { sort: null, href: 'newest' },
      due: { sort: 'ascending', href: 'dueLast' },
    });
    expect(at('dueLast').due).toMatchObject({ sort: 'descending', href: 'dueFirst' });
  });
});
