import { ROLES } from '../../../kernel/actor.js';
import { roleLabel, ticketStateLabel, type WordedTicketState } from './states.js';

describe('labels', () => {
  it.each<[WordedTicketState, string]>([
    ['received', 'Mới nhận'],
    ['waitingCitizenInfo', 'Chờ bổ sung thông tin'],
    ['draftingReply', 'Đang dự thảo văn bản'],
    ['waitingApproval', 'Chờ duyệt, ký'],
    ['returned', 'Đã chuyển trả'],
  ])('a ticket that is %s', (state, label) => {
    expect(ticketStateLabel(state)).toBe(label);
  });

  it('has words, in composed letters, for every role', () => {
    const labels = ROLES.map(roleLabel);
    expect(labels.every((label) => label !== '' && label === label.normalize('NFC'))).toBe(true);
    expect(new Set(labels).size).toBe(labels.length);
  });
});
