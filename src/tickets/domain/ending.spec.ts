import { isEnd, leavesAnswerBehind, leftBehindWords } from './ending.js';
import { isOpen, TICKET_STATES } from './ticket-state.js';

const UNANSWERED = ['returned', 'rejected', 'merged', 'withdrawn'] as const;

describe('a move of a ticket', () => {
  it.each(TICKET_STATES.filter(isOpen))('from %s ends it where the citizen waits no longer', (from) => {
    expect(TICKET_STATES.filter((to) => isEnd(from, to))).toEqual(TICKET_STATES.filter((to) => !isOpen(to)));
  });

  it.each(UNANSWERED)('to %s leaves behind the answer that is being written', (to) => {
    expect(leavesAnswerBehind('processing', to)).toBe(true);
  });

  it.each([
    ['goes back to the desk', 'assigned', 'classified', true],
    ['is answered', 'waitingApproval', 'answered', false],
    ['goes on within the unit', 'verifying', 'processing', false],
    ['comes back', 'rejected', 'reopened', false],
  ] as const)('when it %s', (_when, from, to, left) => {
    expect(leavesAnswerBehind(from, to)).toBe(left);
  });

  it('says why a draft was given up', () => {
    expect([...UNANSWERED, 'classified' as const].map(leftBehindWords)).toEqual([
      'khi chuyển trả phiếu',
      'khi kết thúc phiếu',
      'khi gộp phiếu',
      'vì người phản ánh rút phản ánh',
      'khi phiếu về Văn thư',
    ]);
  });
});
