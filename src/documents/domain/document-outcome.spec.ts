import { civilDate } from '../../kernel/civil-date.js';
import { DOCUMENT_OUTCOMES, endWords, progressWords } from './document-outcome.js';

const outcomeOn = civilDate('2026-03-20');

describe('the end of an incoming document', () => {
  it('is said by how far it is', () => {
    expect([null, ...DOCUMENT_OUTCOMES].map(progressWords)).toEqual([
      'Đang giải quyết',
      'Đã trả lời',
      'Đã trả lời',
      'Đã xử lý',
      'Đã xem, để biết',
      'Đã chuyển trả',
      'Không tiếp nhận',
      'Người phản ánh đã rút',
    ]);
  });

  it('has its day where no letter speaks for it', () => {
    expect([null, ...DOCUMENT_OUTCOMES].map((outcome) => endWords({ outcome, outcomeOn }))).toEqual([
      null,
      null,
      'Trả lời trực tiếp ngày 20/03/2026',
      'Đã xử lý ngày 20/03/2026',
      'Để biết ngày 20/03/2026',
      'Chuyển trả ngày 20/03/2026',
      'Không tiếp nhận ngày 20/03/2026',
      'Người phản ánh rút ngày 20/03/2026',
    ]);
    expect(endWords({ outcome: 'returned', outcomeOn: null })).toBe('Chuyển trả');
  });
});
