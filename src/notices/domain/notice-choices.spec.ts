import { choiceOf } from './notice-choices.js';

describe('which notices a person may keep quiet', () => {
  it.each([
    ['document.open:9b2c', 'arrivals'],
    ['letter.submitted:17', 'approvals'],
    ['letter.released:18', 'released'],
    ['ticket.coordinated:4:ngoc', 'coordination'],
    ['circular.new:77', 'circulars'],
    ['directory:5:done', 'checks'],
  ])('%s is one of %s', (key, choice) => {
    expect(choiceOf({ key, kind: 'news' })).toBe(choice);
  });

  it.each(['ticket.assigned:3:ngoc', 'letter.givenBack:8', 'letter.proofFailed:8', 'document.opened', 'storage:tep:1'])(
    '%s is always told',
    (key) => {
      expect(choiceOf({ key, kind: 'news' })).toBeNull();
    },
  );

  it.each(['reminder', 'overdue'] as const)('a notice of time is always told, whatever its key: %s', (kind) => {
    expect(choiceOf({ key: 'circular.new:77', kind })).toBeNull();
  });
});
