import { DOCUMENT_OUTCOMES } from '../../../documents/domain/document-outcome.js';
import { endOf, finalStatus, finalWords, outcomeOf, type CarriedMatter } from './document-outcome.js';
import { isOpen, TICKET_STATES } from '../ticket-state.js';

const matter = (state: CarriedMatter['state'], answerMode: CarriedMatter['answerMode'] = null): CarriedMatter => ({
  state,
  answerMode,
});
const LETTER = matter('closed', 'letter');
const DIRECT = matter('answered', 'direct');
const RETURNED = matter('returned');
const OPEN = matter('processing');

describe('how a matter ended', () => {
  it.each(TICKET_STATES.filter(isOpen))('is not known while it is %s', (state) => {
    expect(endOf(matter(state))).toBeNull();
  });

  it.each([
    ['answered', 'letter', 'letter'],
    ['published', 'direct', 'direct'],
    ['closed', 'letter', 'letter'],
    ['returned', null, 'returned'],
    ['rejected', null, 'rejected'],
    ['withdrawn', null, 'withdrawn'],
  ] as const)('%s by %s: %s', (state, mode, end) => {
    expect(endOf(matter(state, mode))).toBe(end);
  });
});

describe('what became of a document', () => {
  it.each<[string, readonly CarriedMatter[], ReturnType<typeof outcomeOf>]>([
    ['nothing while one matter is open', [LETTER, OPEN, RETURNED], null],
    ['answered where any matter was', [RETURNED, DIRECT], 'direct'],
    ['answered by letter before all', [DIRECT, LETTER, RETURNED], 'letter'],
    ['returned where none was answered', [matter('withdrawn'), RETURNED], 'returned'],
    ['what its one matter came to', [matter('rejected')], 'rejected'],
  ])('%s', (_rule, matters, outcome) => {
    expect(outcomeOf(matters)).toBe(outcome);
  });

  it('is told as 06 where something was answered, else as 02', () => {
    expect(DOCUMENT_OUTCOMES.map(finalStatus)).toEqual(['06', '06', '02', '02', '02', '02', '02']);
  });

  it('is told in one sentence that counts how the matters ended', () => {
    expect(finalWords([LETTER, DIRECT, RETURNED])).toBe(
      'Đã giải quyết xong 3 nội dung của văn bản: 2 đã trả lời, 1 chuyển trả.',
    );
    expect(finalWords([matter('rejected'), matter('withdrawn')])).toBe(
      'Đã giải quyết xong 2 nội dung của văn bản: 1 không tiếp nhận, 1 người phản ánh rút.',
    );
  });
});
