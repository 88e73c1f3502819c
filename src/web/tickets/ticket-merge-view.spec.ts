import { senderWords } from './ticket-merge-view.js';

describe('whose matter is still open', () => {
  it.each([
    ['waits while the ticket goes on', null, { open: true, state: 'processing' }, 'còn chờ trả lời'],
    ['has what the ticket came to', null, { open: false, state: 'answered' }, 'đã trả lời'],
    [
      'has withdrawn',
      'withdrawn',
      { open: true, state: 'processing' },
      'đã rút phản ánh; phiếu giải quyết tiếp cho người phản ánh khác',
    ],
    [
      'was refused alone',
      'rejected',
      { open: false, state: 'answered' },
      'đã không tiếp nhận riêng; phiếu giải quyết tiếp cho người phản ánh khác',
    ],
  ] as const)('rule 18: who %s', (_who, ownEnd, ticket, expected) => {
    expect(senderWords({ ownEnd }, ticket)).toBe(expected);
  });
});
